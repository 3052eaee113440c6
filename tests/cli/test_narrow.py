"""Narrow terminals, as on a telephone: nothing is wider than there is room, and nothing is lost."""

import re
import shlex
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asking import ROOT
from check.conftest import BAD
from conftest import Result, Run
from kh20.cli.main import Commands
from kh20.formats.lines import cells
from plans.made_plans import BY_Q1, plan_file, task
from pseudo_terminal import command_on_terminal

DAY = ("--as-of", "2025-04-15")
ASKED = (
    ("due", "--quarter", "2024Q2", "--running", *DAY),
    ("overdue", *DAY),
    ("upcoming", "--as-of", "2023-12-15"),
    ("owner", "Bộ Tài chính", *DAY),
    ("owners", *DAY),
    ("list", "--section", "IV", *DAY),
    ("list", "--search", "không có việc nào như thế này", *DAY),
    ("show", "IV.2.3", *DAY),
    ("show", "IV.8", *DAY),
    ("summary", *DAY),
    ("explain",),
    ("explain", "KH304"),
    ("explain", "KH502"),
    ("check", "tests/check/dues.yaml"),
    ("check", "tests/check/traps.yaml"),
    ("due", "--plan", "tests/check/agencies.yaml"),
    ("owner", "Bộ Không Có Trong Kế Hoạch"),
    ("show", "IV.99"),
    ("lisst",),
    ("--help",),
    *((command, "--help") for command in Commands.entries),
)
SHOW_THE_FILE = {"check", "--plan"}


def on(kh20: Run, columns: int, *args: str, cwd: Path = ROOT) -> Result:
    return kh20(*args, cwd=cwd, tty=True, env={"COLUMNS": str(columns), "NO_COLOR": "1"})


@given(columns=st.integers(20, 59), asked=st.sampled_from(ASKED))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_line_is_wider_than_the_terminal(
    kh20: Run, columns: int, asked: tuple[str, ...]
) -> None:
    """Whatever is asked, on standard output and on standard error."""
    shown = on(kh20, columns, *asked)
    assert shown.out + shown.err
    lines = (shown.out + shown.err).splitlines()
    assert [line for line in lines if cells(line) > columns] == []


@pytest.mark.parametrize("asked", [asked for asked in ASKED if not SHOW_THE_FILE & {*asked}])
def test_nothing_is_lost_but_where_lines_break(kh20: Run, asked: tuple[str, ...]) -> None:
    """Every letter that 59 columns show stands on 20 too; only a line of the file is cut.

    What is counted may be named in each row, instead of once above all of them.
    """
    wide, narrow = (on(kh20, columns, *asked) for columns in (59, 20))
    assert narrow.code == wide.code
    assert letters(wide) <= letters(narrow)


def letters(shown: Result) -> Counter[str]:
    return Counter(char for char in (shown.out + shown.err).casefold() if char.isalnum())


@pytest.mark.parametrize("colour", [True, False])
def test_changes(kh20: Run, tmp_path: Path, colour: bool) -> None:
    """Each begins with what it does, and goes on below."""
    old = plan_file(tmp_path, [task("I.1", BY_Q1), task("I.2", BY_Q1)])
    (tmp_path / "new").mkdir()
    new = plan_file(tmp_path / "new", [task("I.1", {**BY_Q1, "by": "2024-Q2"}, title="Việc khác")])
    env = {"COLUMNS": "30", "TERM": "xterm", **({} if colour else {"NO_COLOR": "1"})}
    shown = kh20("diff", old, new, cwd=tmp_path, tty=True, env=env).out
    assert ("\n  \x1b[1;31mweaker\x1b[0m " in shown) is colour
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert all(cells(line) <= 30 for line in plain.splitlines())
    assert plain.count("\n  weaker ") == 2


def test_a_finding_keeps_its_caret_under_what_it_marks(kh20: Run, tmp_path: Path) -> None:
    """However far to the right that stands in a line of the file."""
    (tmp_path / "plan.yaml").write_text(BAD.replace("format: ", f"format:{' ' * 90}"), "utf-8")
    lines = on(kh20, 30, "check", cwd=tmp_path).out.splitlines()
    source, carets = (line.partition("| ")[2] for line in lines if "| " in line)
    assert source.startswith("…")
    assert (source.index("2"), source.index("2") + 1) == (carets.index("^"), len(carets))


def test_a_report_in_a_file_is_not_laid_out_for_the_terminal(kh20: Run, tmp_path: Path) -> None:
    """Its lines are whole, whatever it is called from."""
    (tmp_path / "plan.yaml").write_text(BAD, "utf-8")
    on(kh20, 30, "check", "-f", "text", "-o", "report.txt", cwd=tmp_path)
    assert (tmp_path / "report.txt").read_text("utf-8") == kh20("check", cwd=tmp_path).out


def test_where_only_standard_error_is_on_the_terminal() -> None:
    """Its own width counts, not that of the file that the answer goes into."""
    command = f"{shlex.quote(sys.executable)} -m kh20 show IV.99 >/dev/null"
    shown = command_on_terminal(["/bin/sh", "-c", command], 30, cwd=ROOT)
    assert shown.out.startswith("kh20: there is no obligation\n")
    assert all(cells(line) <= 30 for line in shown.out.splitlines())


def test_a_wide_terminal_shows_findings_whole(kh20: Run) -> None:
    """From 60 columns on they are as in a file."""
    piped = kh20("check", "tests/check/dues.yaml", cwd=ROOT)
    assert on(kh20, 60, "check", "tests/check/dues.yaml") == piped
