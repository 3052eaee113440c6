"""What people see: every query on the shipped plan, in a pipe, on terminals, in each format.

Read a golden before accepting it: is it what an officer would like to be handed?
"""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from asking import ROOT
from conftest import Result, Run
from pseudo_terminal import on_terminal

GOLDENS = ROOT / "tests" / "goldens"
WIDTHS = (80, 120, 200)
NARROW = [("overdue", 40), ("summary", 40), ("show", 40), ("show", 28)]

QUERIES = {
    "due": ["due", "--quarter", "2024Q2", "--as-of", "2024-04-15"],
    "due-running": ["due", "2023-Q4", "--running", "--as-of", "2023-12-15"],
    "overdue": ["overdue", "--as-of", "2024-04-15"],
    "upcoming": ["upcoming", "--as-of", "2024-04-15"],
    "owner": ["owner", "Bộ Nội vụ", "--as-of", "2024-04-15"],
    "owner-merged": ["owner", "Bộ Tài chính", "--as-of", "2026-01-01"],
    "owners": ["owners", "--as-of", "2025-04-15"],
    "list": ["list", "--section", "IV.2", "--as-of", "2024-01-15"],
    "show": ["show", "IV.2.3", "--as-of", "2025-04-15"],
    "summary": ["summary", "--as-of", "2024-04-15"],
}

KINDS_OF_ANSWER = ("due", "owner", "owners", "show", "summary")
FORMATS = ("md", "csv", "tsv", "json")

Golden = Callable[[Path, str], None]


def tidy(result: Result) -> str:
    """Return what was printed, which has nothing on standard error and no spaces at line ends."""
    assert (result.code, result.err) == (0, "")
    assert all(line == line.rstrip() for line in result.out.split("\n"))
    assert result.out.endswith("\n")
    return result.out


@pytest.mark.parametrize("name", QUERIES)
def test_in_a_pipe(kh20: Run, golden: Golden, name: str) -> None:
    """Whole lines, no colour."""
    golden(GOLDENS / f"{name}.pipe.txt", tidy(kh20(*QUERIES[name], cwd=ROOT)))


@pytest.mark.parametrize(("name", "columns"), [*product(QUERIES, WIDTHS), *NARROW])
def test_on_a_terminal(kh20: Run, golden: Golden, name: str, columns: int) -> None:
    """Wrapped to its width, without colour here so that the file can be read."""
    env = {"COLUMNS": str(columns), "NO_COLOR": "1"}
    shown = tidy(kh20(*QUERIES[name], cwd=ROOT, tty=True, env=env))
    assert all(len(line) <= columns for line in shown.splitlines())
    golden(GOLDENS / f"{name}.{columns}.txt", shown)


@pytest.mark.parametrize(
    ("name", "columns"),
    [*(("overdue", columns) for columns in WIDTHS), ("summary", 80), ("show", 120)],
)
def test_a_real_terminal_shows_the_same(name: str, columns: int) -> None:
    """A pseudo-terminal of that many columns, and a process of its own."""
    shown = on_terminal(*QUERIES[name], columns=columns, cwd=ROOT, env={"NO_COLOR": "1"})
    assert shown.code == 0
    assert shown.out == (GOLDENS / f"{name}.{columns}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["overdue", "owner", "show"])
def test_in_colour(golden: Golden, name: str) -> None:
    """As a person with a terminal sees it who has asked for nothing."""
    shown = on_terminal(*QUERIES[name], columns=80, cwd=ROOT)
    golden(GOLDENS / f"{name}.80.colour.txt", shown.out)


@pytest.mark.parametrize("fmt", FORMATS)
@pytest.mark.parametrize("name", KINDS_OF_ANSWER)
def test_formats(kh20: Run, golden: Golden, name: str, fmt: str) -> None:
    """The same on a terminal as in a pipe: a format that was asked for is for a file."""
    piped = kh20(*QUERIES[name], "--format", fmt, cwd=ROOT)
    assert (piped.code, piped.err) == (0, "")
    assert kh20(*QUERIES[name], "-f", fmt, cwd=ROOT, tty=True, env={"COLUMNS": "80"}) == piped
    golden(GOLDENS / f"{name}.{fmt}.txt", piped.out)


def test_no_golden_is_left_over() -> None:
    """Every file in the folder is one that is compared."""
    expected = {f"{name}.{kind}.txt" for name in QUERIES for kind in ("pipe", *WIDTHS)}
    expected |= {f"{name}.{kind}.txt" for name in KINDS_OF_ANSWER for kind in FORMATS}
    expected |= {f"{name}.{columns}.txt" for name, columns in NARROW}
    expected |= {f"{name}.80.colour.txt" for name in ("overdue", "owner", "show")}
    assert {path.name for path in GOLDENS.glob("*.txt") if "help" not in path.name} == expected
