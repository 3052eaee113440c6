"""Help at 80 columns, for the program and each of its commands."""

import re
import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from asking import ROOT
from conftest import Run
from git_repositories import GIT_ENV, Repository
from kh20.cli.main import Commands
from plans.counted_plan import COUNTED_PLAN

# How a help screen writes an argument is Typer's own: the goldens are those of 0.29.
WORDED_BY_THIS_TYPER = typer.__version__.startswith("0.29.")
GOLDENS = ROOT / "tests" / "goldens"


@pytest.mark.parametrize("command", ["", *Commands.entries])
def test_help(kh20: Run, golden: Callable[[Path, str], None], command: str) -> None:
    """Within 80 columns, by either option, and the same on a terminal."""
    args = [command] if command else []
    shown = kh20(*args, "--help", env={"COLUMNS": "80"})
    assert (shown.code, shown.err) == (0, "")
    assert shown == kh20(*args, "-h", env={"COLUMNS": "80"}, tty=True)
    assert all(len(line) <= 80 for line in shown.out.splitlines())
    if WORDED_BY_THIS_TYPER:
        golden(GOLDENS / f"help{'-' if command else ''}{command}.txt", shown.out)


def test_help_has_every_command_under_a_heading(kh20: Run) -> None:
    """With the sentence that says what it is for."""
    shown = kh20("--help", env={"COLUMNS": "80"}).out
    for name, entry in Commands.entries.items():
        assert re.search(rf"^  {name} +{re.escape(entry.summary[:40])}", shown, re.MULTILINE)
        assert f"\n{entry.heading}:\n" in shown


def test_every_option_is_explained(kh20: Run) -> None:
    """No option stands in a help without a word on it."""
    for name in Commands.entries:
        options = kh20(name, "--help", env={"COLUMNS": "80"}).out.split("Options:\n")[1]
        options = options.split("\n\nExamples:\n")[0]
        for option in re.split(r"\n(?=  -)", options.rstrip()):
            assert re.search(r"\S( {2,}|\n +)[A-ZĐ“]", option), option


def test_every_example_of_the_help_works(kh20: Run, tmp_path: Path) -> None:
    """One after the other, as they stand, in a folder that holds the plan and is under git."""
    repository = Repository(tmp_path / "plans")
    for file in ("plan.yaml", "base.yaml", "theirs.yaml"):
        repository.commit(file, (ROOT / "plan.yaml").read_text(encoding="utf-8"))
    repository.commit("luat.yaml", COUNTED_PLAN)
    for name in Commands.entries:
        shown = kh20(name, "--help", env={"COLUMNS": "80"}).out
        examples = shown.split("\nExamples:\n")[1].splitlines()
        assert examples
        for example in examples:
            program, command, *args = shlex.split(example)
            assert (program, command) == ("kh20", name)
            folder = tmp_path if name == "init" else repository.folder
            result = kh20(command, *args, cwd=folder, env=GIT_ENV)
            assert result.code == (1 if "--fail" in args else 0), (example, result.err)
