"""Completion in the shells: its set-up, and lines that they part and quote in their own ways."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import typer.completion

from cli.test_completion import ask, bash, fish, zsh
from conftest import PATIENCE, Result, Run, process_environment
from plans.made_plans import plan_file, task

CHOSEN = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}
"""With it Typer takes the shell from the command line."""


def installed(kh20: Run, shell: str, home: Path) -> Result:
    return kh20("--install-completion", shell, env={**CHOSEN, "HOME": str(home)})


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_installing(kh20: Run, tmp_path: Path, shell: str) -> None:
    assert installed(kh20, shell, tmp_path).code == 0
    assert any("_KH20_COMPLETE" in file.read_text() for file in tmp_path.rglob("*kh20*"))


@pytest.mark.parametrize(
    ("shell", "unwritable", "kind"),
    [
        ("bash", ".bashrc", "link"),
        ("bash", ".bashrc", "folder"),
        ("bash", ".bash_completions", "file"),
        ("bash", ".bash_completions/kh20.sh", "folder"),
        ("bash", ".bashrc", "bytes"),
        ("zsh", ".zshrc", "link"),
        ("zsh", ".zshrc", "folder"),
        ("zsh", ".zshrc", "bytes"),
        ("zsh", ".zfunc", "file"),
        ("zsh", ".zfunc/_kh20", "link"),
        ("fish", ".config", "file"),
        ("fish", ".config/fish/completions/kh20.fish", "folder"),
    ],
)
def test_what_cannot_be_written(
    kh20: Run, tmp_path: Path, shell: str, unwritable: str, kind: str
) -> None:
    """The file is named, and what to do instead; what was there is as it was."""
    path = tmp_path / unwritable
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "link":
        path.symlink_to(tmp_path / "gone" / "file")
    elif kind == "folder":
        path.mkdir()
    else:
        path.write_bytes(b"# \xff\n" if kind == "bytes" else b"")
    kept = {name: tmp_path / name for name in (".bashrc", ".zshrc")}
    before = {name: file.read_bytes() for name, file in kept.items() if file.is_file()}
    result = installed(kh20, shell, tmp_path)
    assert (result.code, result.out) == (2, "")
    first, second = result.err.splitlines()
    assert first.startswith("kh20: completion cannot be installed in “")
    assert str(path) in first or path.name in first
    assert "kh20 --show-completion" in second
    assert before == {name: file.read_bytes() for name, file in kept.items() if file.is_file()}


def test_a_home_that_is_no_folder(kh20: Run, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    result = installed(kh20, "bash", tmp_path / "home")
    assert (result.code, str(tmp_path / "home") in result.err) == (2, True)


def test_without_a_home(kh20: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Installing says so, and the script can be had all the same."""

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    result = kh20("--install-completion", "bash", env=CHOSEN)
    assert result.code == 2
    assert result.err.startswith("kh20: completion cannot be installed: Could not determine")
    assert "_KH20_COMPLETE" in kh20("--show-completion", "bash", env=CHOSEN).out


def test_a_powershell_that_is_not_there(kh20: Run, tmp_path: Path) -> None:
    env = {**CHOSEN, "HOME": str(tmp_path), "PATH": str(tmp_path)}
    result = kh20("--install-completion", "pwsh", env=env)
    assert (result.code, result.out) == (2, "")
    assert re.match("kh20: completion cannot be installed in “.*pwsh”: ", result.err)


@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
@pytest.mark.parametrize(
    ("shell", "said"),
    [
        (None, "kh20 cannot tell which shell it was called from"),
        ("dash", "there is no completion for the shell “dash”"),
    ],
)
def test_a_shell_that_is_not_known(
    kh20: Run, monkeypatch: pytest.MonkeyPatch, option: str, shell: str | None, said: str
) -> None:
    monkeypatch.setattr(typer.completion, "_get_shell_name", lambda: shell)
    result = kh20(option)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"kh20: {said}\n")


def powershell(line: str) -> list[str]:
    asked = {
        "_KH20_COMPLETE": "complete_powershell",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": line.rpartition(" ")[2],
    }
    return [row.split(":::")[0] for row in ask(asked).splitlines() if row]


def test_values_behind_an_equals_sign() -> None:
    """bash parts the word there and puts the value alone; the others put the whole word."""
    assert bash("kh20 list --status = o") == ["open", "overdue"]
    assert bash("kh20 list --format =")[:2] == ["table", "json"]
    assert bash("kh20 list --owner", "=", '"Bộ Ng') == ["Bộ Ngoại giao"]
    whole = ["--status=open", "--status=overdue"]
    assert bash("kh20 list --status=o") == whole  # Without “=” in COMP_WORDBREAKS.
    assert list(fish_values("kh20 list --status=o")) == whole
    assert powershell("kh20 list --status=o") == whole
    assert all(f'"{value}"' in zsh("kh20 list --status=o") for value in whole)
    assert list(fish("kh20 list --owner=bo-tai-c")) == ["--owner=bo-tai-chinh"]
    assert bash("kh20 done IV.2.3 --note = a = b --part = chien-luoc-v") == ["chien-luoc-van-hoa"]


def fish_values(line: str) -> list[str]:
    return ask(
        {
            "_KH20_COMPLETE": "complete_fish",
            "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        }
    ).splitlines()


@pytest.mark.parametrize("plan", ["--plan ~/k.yaml", "--plan = ~/k.yaml", "--plan $HOME/k.yaml"])
def test_the_plan_as_it_is_typed(tmp_path: Path, plan: str) -> None:
    """The shell has not yet put in what a sign stands for."""
    Path(plan_file(tmp_path, [task("X.1")])).rename(tmp_path / "k.yaml")
    assert bash(f"kh20 show {plan} X", HOME=str(tmp_path)) == ["X.1"]
    line = f"kh20 show {plan.replace(' = ', '=')} X"
    env = {"_KH20_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line, "HOME": str(tmp_path)}
    assert '"X.1"' in ask(env)


EVIL = [
    "Vụ $(touch pwned) A",
    "Vụ `touch pwned` B",
    "Vụ \\$(touch pwned)",
    'Vụ "C"; touch pwned #',
    "Vụ'; touch pwned #",
    'Vụ\\"); touch pwned #',
    "Vụ;touch${IFS}pwned",
    "Vụ;reboot",
    "Vụ&reboot",
    "Vụ!!",
    "Vụ*",
]


@pytest.fixture
def evil(tmp_path: Path) -> Mapping[str, str]:
    """A plan from somebody else's branch, as the variable that names it."""
    agencies = {"bo-a": {"name": "Bộ A", "aliases": [*EVIL, "Vụ A"]}}
    title = 'Việc \\$(touch pwned) \\`touch pwned\\` \\"); touch pwned #'
    return {"KH20_PLAN": plan_file(tmp_path, [task("X.1", title=title)], agencies=agencies)}


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_name_in_quotes_gives_the_shell_nothing_to_run(
    evil: Mapping[str, str], quote: str
) -> None:
    """What it would act upon there is not offered."""
    offered = bash("kh20 owner", f"{quote}Vụ", **evil)
    assert {"Vụ A", "Vụ;reboot", "Vụ&reboot"} <= set(offered)
    assert not any(set(name) & set("\"'$`\\!*") for name in offered)


def test_nor_does_one_outside_of_quotes(evil: Mapping[str, str]) -> None:
    assert bash("kh20 owner Vụ", **evil) == [""]
    assert bash("kh20 owner Bộ", **evil) == [""]
    assert bash("kh20 owner bo", **evil) == ["bo-a"]


@pytest.mark.parametrize("line", ["kh20 owner Vụ", "kh20 owner ", "kh20 show X"])
def test_what_zsh_evaluates_holds_no_escape_but_its_own(evil: Mapping[str, str], line: str) -> None:
    """Typer's own stand before “$”, “`” and, in twos, “:”."""
    shown = ask({"_KH20_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line, **evil})
    assert shown.count("\n") <= 6
    for escape in ("\\$", "\\`", "\\\\:"):
        shown = shown.replace(escape, "")
    assert not set(shown) & set("\\$`")


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_itself(tmp_path: Path, evil: Mapping[str, str]) -> None:
    """With the words as it parts them, and no file made by what it is offered."""
    program = tmp_path / "kh20"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kh20 "$@"\n')
    program.chmod(0o755)
    script = (
        'eval "$(_KH20_COMPLETE=source_bash kh20)"\n'
        'tab() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _kh20_completion kh20;\n'
        '  printf "%s," "${COMPREPLY[@]}"\n'
        '  for each in "${COMPREPLY[@]}"; do eval ": \\"$each\\""; done; }\n'
        "tab kh20 list --status = ov\n"
        "tab kh20 owner '\"Vụ'\n"
        "tab kh20 show --plan '~/plan.yaml' X\n"
    )
    env = process_environment(
        {**evil, "HOME": str(tmp_path), "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    )
    done = subprocess.run(
        ["bash", "-c", script],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.stderr == b""
    assert done.stdout.decode().startswith("overdue,Vụ;reboot,Vụ&reboot,")
    assert done.stdout.decode().endswith("Vụ A,X.1,")
    assert not (tmp_path / "pwned").exists()
