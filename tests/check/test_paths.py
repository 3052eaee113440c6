"""Which files `kh20 check` looks at, what it prints, and what it ends with."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

from check.conftest import BAD, GOOD
from conftest import PATIENCE, Run, process_environment
from kh20.findings.code import merge
from kh20.planfile.decode import packaged_plan

NOTHING_FOUND = f"No findings in {packaged_plan()}.\n"


def test_the_shipped_plan_has_no_findings(kh20: Run, kh20_process: Run, tmp_path: Path) -> None:
    shipped = str(packaged_plan())
    assert kh20("check", shipped) == (0, NOTHING_FOUND, "")
    assert kh20("check", cwd=tmp_path) == (0, NOTHING_FOUND, "")
    assert kh20_process("check", cwd=tmp_path) == (0, NOTHING_FOUND, "")


def test_without_a_path_the_plan_at_hand_is_checked(kh20: Run, tmp_path: Path) -> None:
    inner = tmp_path / "one" / "two"
    inner.mkdir(parents=True)
    (tmp_path / "one" / "plan.yaml").write_text(BAD, encoding="utf-8")
    (tmp_path / "other.yaml").write_text(merge("format: 3\n"), encoding="utf-8")
    assert kh20("check", cwd=tmp_path).code == 0  # The packaged plan: none is at or above here.
    above = kh20("check", "--format", "concise", cwd=inner)
    assert "/one/plan.yaml:1:9: KH104 " in above.out
    assert kh20("check", "-f", "concise", cwd=tmp_path / "one").out.startswith("plan.yaml:1:9: ")
    other = {"KH20_PLAN": str(tmp_path / "other.yaml")}
    assert "format 3" in kh20("check", cwd=inner, env=other).out
    assert "format 2" in kh20("check", cwd=inner, env={"KH20_PLAN": ""}).out
    assert kh20("check", str(packaged_plan()), cwd=inner, env=other).code == 0


def test_several_files_are_checked_each_once_and_shown_in_order(kh20: Run, folder: Path) -> None:
    paths = ["warned.yaml", "bad.yaml", "good.yaml", "bad.yaml"]
    result = kh20("check", *paths, "--format", "concise", cwd=folder)
    assert [line.split(":")[0] for line in result.out.splitlines()] == [
        "bad.yaml",
        "good.yaml",  # The same document number twice.
        "warned.yaml",
    ]
    assert result.code == 1


def test_the_option_names_a_file_as_well(kh20: Run, folder: Path) -> None:
    assert kh20("check", "--plan", "bad.yaml", cwd=folder).code == 1
    assert kh20("check", "good.yaml", "--plan", "bad.yaml", cwd=folder).code == 1


def test_standard_input(kh20: Run, kh20_process: Run) -> None:
    assert kh20("check", "-", stdin=GOOD) == (0, "No findings in standard input.\n", "")
    for run in (kh20, kh20_process):
        result = run("check", "-", "--format", "concise", stdin=BAD)
        assert result.code == 1
        assert result.out.startswith("-:1:9: KH104 ")
    assert kh20("check", "-", stdin=b"\xff").out.startswith("-:1:1: error[KH002] ")
    assert kh20("check", "-", stdin=b"").out.startswith("-:1:1: error[KH012] ")


def test_exit_codes(kh20: Run, folder: Path) -> None:
    codes = {
        name: kh20("check", name, cwd=folder).code
        for name in ("good.yaml", "warned.yaml", "bad.yaml", "missing.yaml")
    }
    assert codes == {"good.yaml": 0, "warned.yaml": 0, "bad.yaml": 1, "missing.yaml": 2}
    assert kh20("check", "bad.yaml", "missing.yaml", cwd=folder).code == 2


def test_the_closing_line_counts(kh20: Run, folder: Path) -> None:
    more = " “kh20 explain CODE” tells more.\n"
    for name, counts in (
        ("warned.yaml", "0 errors, 1 warning"),
        ("bad.yaml", "1 error, 0 warnings"),
    ):
        result = kh20("check", name, cwd=folder)
        assert result.out.endswith(f"\n{counts} in {name}.{more}")
        assert result.err == ""


def test_the_json_document(kh20: Run, folder: Path) -> None:
    document = json.loads(kh20("check", "bad.yaml", "warned.yaml", "-f", "json", cwd=folder).out)
    assert document["schema"] == "kh20/diagnostics/1"
    assert (document["errors"], document["warnings"]) == (1, 1)
    first = document["diagnostics"][0]
    assert list(first)[:10] == [
        "code", "severity", "message", "hint", "path",
        "line", "column", "end_line", "end_column", "task",
    ]  # fmt: skip
    assert (first["line"], first["column"], first["end_line"], first["end_column"]) == (1, 9, 1, 10)
    nothing = json.loads(kh20("check", "good.yaml", "-f", "json", cwd=folder).out)
    assert (nothing["diagnostics"], nothing["errors"], nothing["warnings"]) == ([], 0, 0)


def test_findings_are_text_in_colour_on_a_terminal_only(kh20: Run, folder: Path) -> None:
    plain = kh20("check", "bad.yaml", cwd=folder)
    assert "\x1b" not in plain.out
    coloured = kh20("check", "bad.yaml", cwd=folder, tty=True)
    assert "\x1b[1;31merror[KH104]\x1b[0m" in coloured.out
    for env in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        assert kh20("check", "bad.yaml", cwd=folder, tty=True, env=env).out == plain.out
    assert kh20("check", "bad.yaml", "--no-color", cwd=folder, tty=True).out == plain.out
    empty = kh20("check", "bad.yaml", cwd=folder, tty=True, env={"NO_COLOR": ""})
    assert empty.out == coloured.out


def test_an_unknown_format_is_wrong_usage(kh20: Run, folder: Path) -> None:
    result = kh20("check", "good.yaml", "--format", "xml", cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert "'xml'" in result.err
    assert "'concise'" in result.err


def test_who_reads_the_output_may_stop_at_any_time(folder: Path) -> None:
    (folder / "bad.yaml").write_text("- no\n" * 20_000, encoding="utf-8")
    command = f"{shlex.quote(sys.executable)} -m kh20 check bad.yaml --format concise"
    done = subprocess.run(
        ["/bin/sh", "-c", f"{command} | head -c 5"],
        cwd=folder,
        env=process_environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.stdout, done.stderr) == (b"bad.y", b"")


def test_a_file_is_checked_once_whatever_it_is_called(kh20: Run, folder: Path) -> None:
    """Its number is not given twice by itself."""
    here = kh20("check", "good.yaml", "./good.yaml", str(folder / "good.yaml"), cwd=folder)
    assert here == (0, "No findings in good.yaml.\n", "")


def test_beside_an_empty_folder_the_other_paths_are_checked(kh20: Run, folder: Path) -> None:
    """Every finding at once, and a sentence on what was named and holds no plan."""
    (folder / "trống").mkdir()
    result = kh20("check", "trống", "bad.yaml", "--format", "concise", cwd=folder)
    assert result.code == 2
    assert result.out.startswith("bad.yaml:")
    assert result.err.startswith("kh20: there is no plan below the folder “trống”\n")
