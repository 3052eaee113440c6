"""No value that was given is dropped in silence: an option repeats, or a second one is an error."""

import re
from itertools import product
from typing import Any

import pytest
import typer

from asking import ROOT
from conftest import Run
from kh20.cli.main import Commands

REPEATED = {
    ("list", "--status"),
    *product(("done", "progress", "extend", "reopen"), ("--agency", "--part")),
    ("happened", "--part"),
}
VALUES = {"--between": ("2024-01-01", "2024-12-31"), "--format": ("json",), "--fail-on": ("any",)}


def options(command: str) -> list[Any]:
    found: Any = Commands().get_command(None, command)
    return [each for each in found.params if isinstance(each, typer.core.TyperOption)]


@pytest.mark.parametrize("command", Commands.entries)
def test_every_option_of_a_command(command: str, kh20: Run) -> None:
    for option in options(command):
        name = max(option.opts, key=len)
        given = [name] if option.is_flag else [name, *VALUES.get(name, ("x",))]
        result = kh20(command, *given, *given, cwd=ROOT)
        if (command, name) in REPEATED:
            assert "twice" not in result.err, (command, name)
        else:
            said = f"kh20: {re.escape(name)} is given twice\n"
            assert (result.code, result.out) == (2, ""), (command, name)
            assert re.match(said, result.err), (command, name, result.err)


def test_both_names_of_an_option_are_one(kh20: Run) -> None:
    assert kh20("overdue", "-f", "json", "--format=csv", cwd=ROOT).err.startswith(
        "kh20: --format is given twice\n"
    )


def test_a_value_that_looks_like_an_option_is_a_value(kh20: Run) -> None:
    result = kh20("list", "--search", "--search", cwd=ROOT)
    assert "twice" not in result.err
