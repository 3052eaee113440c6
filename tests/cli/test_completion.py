"""What the shells are offered: commands, options, agencies, obligations, states, codes."""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from asking import ROOT
from conftest import PATIENCE, process_environment
from kh20.cli.main import run
from plans.made_plans import AGENCIES, plan_file, task


def ask(env: Mapping[str, str], folder: Path = ROOT) -> str:
    """Return what the program prints for a shell; it never says anything else."""
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("KH20_PLAN", raising=False)
        for name, value in env.items():
            patch.setenv(name, value)
        patch.chdir(folder)
        patch.setattr(sys, "stdin", None)
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit):
            run([])
    assert err.getvalue() == ""
    return out.getvalue()


def bash(line: str, *last: str, **env: str) -> list[str]:
    """Return the candidates for the last word, as bash asks for them.

    The words of ``line`` are without spaces; one that is quoted comes as ``last``.
    """
    words = [*line.split(" "), *last]
    asked = {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}
    return ask({"_KH20_COMPLETE": "complete_bash", **asked, **env}).split("\n")[:-1]


def zsh(line: str) -> str:
    return ask({"_KH20_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line})


def fish(line: str) -> dict[str, str]:
    shown = ask(
        {
            "_KH20_COMPLETE": "complete_fish",
            "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        }
    )
    return dict(row.split("\t") for row in shown.splitlines() if row)


def test_commands_and_options() -> None:
    """By their beginning."""
    assert bash("kh20 ow") == ["owner", "owners"]
    assert bash("kh20 list --st") == ["--status"]
    assert bash("kh20 due --format ") == [
        "table",
        "json",
        "jsonl",
        "csv",
        "excel",
        "tsv",
        "md",
    ]
    assert {"due", "show", "check", "explain"} <= set(bash("kh20 "))


def test_agencies() -> None:
    """Short names and abbreviations, for the argument and for the option, in the case typed."""
    assert bash("kh20 owner bo-n")[:2] == ["bo-noi-vu", "bo-ngoai-giao"]
    assert bash("kh20 owner BN")[:2] == ["BNV", "BNG"]
    assert bash("kh20 list --owner bo-tai-c") == ["bo-tai-chinh"]
    assert "bo-nong-nghiep-va-moi-truong" in bash("kh20 owner bo-n")  # Of the register alone.
    assert len(bash("kh20 owner ")) == 34


def test_what_an_entry_of_the_log_is_about() -> None:
    """The owners of the obligation that was typed, and its parts, not all that the plan names."""
    assert bash("kh20 done IV.7.2 --agency dang") == [
        "dang-uy-dai-hoc-quoc-gia-ha-noi",
        "dang-uy-dai-hoc-quoc-gia-tp-hcm",
    ]
    assert bash("kh20 done iv.6.1 --agency BN") == ["BNV", "BNG"]
    assert bash("kh20 dnoe IV.7.2 --agency dang") == [""]
    assert "bo-noi-vu" in bash("kh20 progress IV.6.1 --agency bo-n")
    assert len(bash("kh20 done IV.6.1 --agency ")) == 16
    assert bash("kh20 done IV.2.3 --part chien") == ["chien-luoc-tri-thuc", "chien-luoc-van-hoa"]
    assert bash("kh20 done IV.2.1 --part ") == [""]
    assert len(bash("kh20 done I.99 --agency ")) == 34
    assert "tinh-uy-nghe-an" in bash("kh20 done IV.8 --agency tinh-uy-n")


def test_sections() -> None:
    """And the items in them, as far as they hold obligations."""
    assert bash("kh20 list --section ") == [
        "II",
        "III",
        "IV",
        "IV.1",
        "IV.2",
        "IV.3",
        "IV.4",
        "IV.6",
        "IV.7",
        "V",
    ]
    assert bash("kh20 list --section iv.") == ["iv.1", "iv.2", "iv.3", "iv.4", "iv.6", "iv.7"]


def test_names_with_spaces_are_offered_where_the_shell_keeps_them_one_word() -> None:
    """In bash inside quotes, in the others always."""
    assert bash("kh20 owner", "'Bộ Ng") == ["Bộ Ngoại giao"]
    assert bash("kh20 owner", '"Chính')[0] == "Chính phủ"
    assert bash("kh20 owner Chính") == [""]
    assert fish("kh20 owner Chính")["Chính phủ"] == "Chính phủ"
    assert '"Chính phủ":"Chính phủ"' in zsh("kh20 owner Chính")


def test_the_next_words_of_a_name_without_quotes() -> None:
    """Also behind an option, and in whatever shell."""
    assert bash("kh20 owner Bộ Ng") == ["Ngoại giao"]
    assert bash("kh20 owner Bộ Nội ") == ["vụ"]
    assert bash("kh20 owner Bộ --as-of 2024-04-01 Ng") == ["Ngoại giao"]
    assert bash("kh20 owner Bộ --as") == ["--as-of"]
    assert bash("kh20 owner Bộ Z") == [""]
    assert bash("kh20 due quý I") == [""]
    assert fish("kh20 owner Bộ Nội ") == {"vụ": "Bộ Nội vụ"}


def test_obligations() -> None:
    """With their titles, on one line each however narrow the terminal is."""
    numbers = [f"IV.2.{n}" for n in range(1, 6)]
    assert bash("kh20 show IV.2") == numbers
    assert bash("kh20 show iv.3") == ["iv.3.1", "iv.3.2"]
    offered = fish("kh20 show IV.2")
    assert list(offered) == numbers
    assert offered["IV.2.5"] == "Đầu tư hạ tầng phục vụ công nghiệp hóa, hiện đại hóa"
    assert offered["IV.2.3"].endswith(" …")
    assert zsh("kh20 show IV.2").count("\n") == len(numbers)


def test_states_and_codes() -> None:
    """In any case, since the program reads them so."""
    assert bash("kh20 list --status o") == ["open", "overdue"]
    assert bash("kh20 list --status O") == ["Open", "Overdue"]
    codes = bash("kh20 explain KH00")
    assert "KH001" in codes
    assert bash("kh20 explain kh00") == [code.lower() for code in codes]


def test_without_a_plan_at_hand_it_is_the_packaged_one(tmp_path: Path) -> None:
    """While completing nobody is told so, nor what else may be meant."""
    (tmp_path / "plan.yml").touch()
    words = {"COMP_WORDS": "kh20\nshow\nIV.2.", "COMP_CWORD": "2"}
    shown = ask({"_KH20_COMPLETE": "complete_bash", **words}, tmp_path)
    assert shown.split() == bash("kh20 show IV.2.")


def test_the_plan_is_the_one_that_the_line_names(tmp_path: Path) -> None:
    """By the option, or by the variable."""
    path = plan_file(tmp_path, [task("X.1"), task("X.2")], agencies={"bo-a": AGENCIES["bo-a"]})
    assert bash(f"kh20 show --plan {path} ") == ["X.1", "X.2"]
    assert bash("kh20 show ", KH20_PLAN=path) == ["X.1", "X.2"]
    assert bash("kh20 owner ", KH20_PLAN=path) == ["bo-a"]


@pytest.mark.parametrize("line", ["kh20 show ", "kh20 owner b", "kh20 list --owner b"])
def test_with_a_plan_that_is_not_valid_there_is_silence(tmp_path: Path, line: str) -> None:
    """Nothing to offer, and no complaint into the line that is being typed."""
    path = plan_file(tmp_path, [task("X.1", owners=["bo-x"])])
    for plan in (path, str(tmp_path / "missing.yaml"), str(tmp_path), "-"):
        assert bash(line, KH20_PLAN=plan) == [""]


def test_titles_are_no_markup(tmp_path: Path) -> None:
    """Typer would take brackets for a style."""
    title = "[red]đỏ[/red]"
    path = plan_file(tmp_path, [task("X.1", title=title)], agencies={"bo-a": AGENCIES["bo-a"]})
    assert fish(f"kh20 show --plan {path} X") == {"X.1": title}


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_itself_completes(tmp_path: Path) -> None:
    """With the script that the program writes for it."""
    program = tmp_path / "kh20"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kh20 "$@"\n')
    program.chmod(0o755)
    script = (
        'eval "$(_KH20_COMPLETE=source_bash kh20)"\n'
        "COMP_WORDS=(kh20 show IV.3); COMP_CWORD=2; _kh20_completion kh20\n"
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    env = process_environment({"PATH": f"{tmp_path}:{os.environ['PATH']}"})
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=ROOT,
        env=env,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.stdout, done.stderr) == (b"IV.3.1\nIV.3.2\n", b"")
