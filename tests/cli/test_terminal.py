"""Colour and width: asked for by a terminal, refused by whoever does not want them."""

import io
import re
from pathlib import Path

import pytest

from asking import ROOT
from conftest import Run
from kh20.cli.terminal import MIN_WIDTH, screen_of
from plans.made_plans import plan_file, task
from pseudo_terminal import on_terminal

OVERDUE = ["overdue", "--as-of", "2024-04-15"]


@pytest.mark.parametrize(
    ("env", "options", "colour"),
    [
        ({}, [], True),
        ({"NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": "0"}, [], False),
        ({"NO_COLOR": ""}, [], True),
        ({"TERM": "dumb"}, [], False),
        ({}, ["--no-color"], False),
        ({"FORCE_COLOR": "1"}, ["--no-color"], False),
    ],
)
def test_colour_on_a_terminal(
    kh20: Run, env: dict[str, str], options: list[str], colour: bool
) -> None:
    """An empty NO_COLOR refuses nothing; colour or not, the words are the same."""
    shown = kh20(*OVERDUE, *options, cwd=ROOT, tty=True, env={"TERM": "xterm", **env})
    assert ("\x1b[" in shown.out) is colour
    plain = kh20(*OVERDUE, "--no-color", cwd=ROOT, tty=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown.out) == plain.out
    assert "overdue 106 days" in plain.out


@pytest.mark.parametrize("env", [{}, {"FORCE_COLOR": "1"}, {"CLICOLOR_FORCE": "1"}])
def test_a_pipe_has_neither_colour_nor_width(kh20: Run, env: dict[str, str]) -> None:
    """Whatever the width of the terminal that the program was called from."""
    narrow = kh20(*OVERDUE, cwd=ROOT, env={"COLUMNS": "60", **env})
    assert "\x1b" not in narrow.out
    assert narrow == kh20(*OVERDUE, cwd=ROOT, env={"COLUMNS": "200"})
    assert len(narrow.out.splitlines()) == 9


def test_findings_of_an_invalid_plan_are_in_colour_unless_refused(
    kh20: Run, tmp_path: Path
) -> None:
    """They go to standard error, which is a terminal of its own."""
    path = plan_file(tmp_path, [task("I.1", owners=["bo-x"])])
    assert "\x1b[" in kh20("due", "--plan", path, tty=True).err
    for refused in (["--no-color"], []):
        env = {} if refused else {"NO_COLOR": "1"}
        assert "\x1b[" not in kh20("due", "--plan", path, *refused, tty=True, env=env).err


def test_where_only_the_answer_is_on_the_terminal() -> None:
    """An empty answer's remark goes into the file that standard error is sent to, whole."""
    asked = ("list", "--status", "cancelled", "--as-of", "2024-04-15")
    result = on_terminal(*asked, columns=60, cwd=ROOT, stderr_too=False)
    assert (result.code, result.out) == (0, "")
    assert result.err.count("\n") == 1
    assert len(result.err) > 60


@pytest.mark.parametrize(("columns", "width"), [("9", MIN_WIDTH), ("40", 40), ("133", 133)])
def test_the_width_is_the_terminal_s_but_never_too_little(
    columns: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Below the least nothing could be read, and the terminal breaks the lines itself."""
    monkeypatch.setenv("COLUMNS", columns)

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert screen_of(Terminal()).width == width
    assert screen_of(io.StringIO()).width is None
    assert screen_of(None).width is None


@pytest.mark.parametrize("columns", [60, 72, 80, 97, 120, 200])
@pytest.mark.parametrize("query", ["upcoming", "summary", "owners", "list"])
def test_no_word_of_the_shipped_plan_is_cut(kh20: Run, query: str, columns: int) -> None:
    """Every word on the terminal is a word of the answer in a pipe, and no line is too wide."""
    day = ("--as-of", "2025-04-15" if query == "owners" else "2024-04-15")
    env = {"COLUMNS": str(columns), "NO_COLOR": "1"}
    lines = kh20(query, *day, cwd=ROOT, tty=True, env=env).out.splitlines()
    assert all(len(line) <= columns for line in lines)
    whole = set(kh20(query, *day, cwd=ROOT).out.split())
    rule = next(i for i, line in enumerate(lines) if set(line) == {"─"})
    assert {word for line in lines[rule + 1 :] for word in line.split()} <= whole
