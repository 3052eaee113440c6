"""The two pages that are made from the program: ``docs/cli.md`` and ``docs/rules.md``.

``--refresh-goldens`` writes them.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from conftest import Run
from docs.pages import DOCS, read
from docs.rules_page import rules_page
from kh20.cli.main import Commands
from kh20.findings.codes import codes

# How a help screen writes an argument is Typer's own: the page is that of 0.29.
WORDED_BY_THIS_TYPER = typer.__version__.startswith("0.29.")

_INTRODUCTION = """\
# Commands

Each command as its `--help` describes it. A [tour](tour.md) shows what they print, and
[formats.md](formats.md) what `--format` and the exit codes mean.

This page is made from the program: `pytest --refresh-goldens tests/docs/test_reference.py`.
"""


def _help(kh20: Run, command: str) -> str:
    words = command.split()[1:]
    shown = kh20(*words, "--help", env={"COLUMNS": "80"})
    assert (shown.code, shown.err) == (0, "")
    return f"\n## {command}\n\n```text\n{shown.out}```\n"


@pytest.mark.skipif(not WORDED_BY_THIS_TYPER, reason="the page is worded by Typer 0.29")
def test_the_page_of_commands(kh20: Run, golden: Callable[[Path, str], None]) -> None:
    commands = ["kh20", *(f"kh20 {name}" for name in Commands.entries)]
    golden(DOCS / "cli.md", _INTRODUCTION + "".join(_help(kh20, name) for name in commands))


def test_the_page_of_rules(kh20: Run, tmp_path: Path, golden: Callable[[Path, str], None]) -> None:
    golden(DOCS / "rules.md", rules_page(kh20, tmp_path))


@pytest.mark.parametrize("command", list(Commands.entries))
def test_every_command_has_its_section(command: str) -> None:
    assert f"\n## kh20 {command}\n" in read(DOCS / "cli.md")


def test_every_code_has_its_section() -> None:
    assert all(f"\n### {code}\n" in read(DOCS / "rules.md") for code in codes())
