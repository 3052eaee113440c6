"""What a message repeats of the arguments: a terminal obeys none of it."""

from pathlib import Path

import pytest

from asking import ROOT
from conftest import Run
from plans.written_plan import own_plan

TITLE = "\x1b]0;x\x07"
"""Sets the title of the window."""
TURNED = "\u202e"
"""Turns the letters that follow around."""
HOSTILE = [f"I{TITLE}", f"{TURNED}IV.2", "\x9b2Ja", "I\rV"]

TYPED = [
    ("show", "{}"),
    ("show", "I.1@{}"),
    ("explain", "{}"),
    ("due", "{}"),
    ("due", "--as-of", "{}"),
    ("due", "--quarter", "{}"),
    ("due", "--between", "2024-01-01", "{}"),
    ("due", "--format", "{}"),
    ("upcoming", "--within", "{}"),
    ("list", "--plan", "{}"),
    ("list", "--plan", "{}/plan.yaml"),
    ("list", "--status", "{}"),
    ("list", "--section", "{}"),
    ("list", "--owner", "{}"),
    ("owner", "{}"),
    ("check", "--against", "{}"),
    ("diff", "{}"),
    ("done", "{}", "--note", "x"),
    ("done", "I.1", "--note", "x", "--plan", "{}"),
    ("extend", "I.1", "--basis", "x", "--to", "{}"),
    ("reopen", "I.1", "--note", "x", "--on", "{}"),
    ("{}",),
    ("due", "--{}"),
]


@pytest.mark.parametrize("tty", [False, True], ids=["pipe", "terminal"])
@pytest.mark.parametrize("typed", TYPED, ids=" ".join)
def test_a_message_shows_what_a_terminal_would_obey(
    kh20: Run, tmp_path: Path, typed: tuple[str, ...], tty: bool
) -> None:
    own_plan(tmp_path)
    for hostile in HOSTILE:
        args = [each.format(hostile) for each in typed]
        result = kh20(*args, cwd=tmp_path, tty=tty)
        assert (result.code, result.out) == (2, ""), args
        assert result.err.startswith("kh20: ")
        assert all(char.isprintable() or char == "\n" for char in result.err), args


@pytest.mark.parametrize("hostile", [TITLE, TURNED])
def test_it_is_made_visible(kh20: Run, hostile: str) -> None:
    visible = hostile.encode("unicode_escape").decode()
    for typed in (("show", hostile), ("explain", hostile), ("owner", f"x{hostile}")):
        assert visible in kh20(*typed, cwd=ROOT).err.lower()


@pytest.mark.parametrize("typed", TYPED, ids=" ".join)
def test_a_break_in_an_argument_begins_no_line(
    kh20: Run, tmp_path: Path, typed: tuple[str, ...]
) -> None:
    """Nobody can make the program say a line of theirs."""
    own_plan(tmp_path)
    result = kh20(*(each.format("IV\nkh20: well\nx") for each in typed), cwd=tmp_path)
    assert "kh20: well" not in result.err.splitlines()


def test_an_answer_names_a_hostile_path_without_obeying_it(kh20: Run, tmp_path: Path) -> None:
    """The plan is written to, whatever its name."""
    plan = own_plan(tmp_path).rename(tmp_path / f"kế{TITLE}{TURNED}.yaml")
    result = kh20("progress", "I.1", "--note", "x", "--plan", plan.name, cwd=tmp_path)
    assert result.code == 0
    for text in (result.out, result.err):
        assert "kế\\x1b]0;x\\x07\\u202e.yaml" in text
        assert all(char.isprintable() or char == "\n" for char in text)


@pytest.mark.parametrize(
    ("no_color", "coloured"), [([], True), (["--no-color"], False)], ids=["colour", "plain"]
)
def test_findings_keep_the_colour_that_is_theirs(
    kh20: Run, tmp_path: Path, no_color: list[str], coloured: bool
) -> None:
    """And nothing else: the plan's text and name are made visible by the format."""
    plan = own_plan(tmp_path)
    text = plan.read_text(encoding="utf-8")
    broken = tmp_path / f"hỏng{TURNED}.yaml"
    broken.write_text(text.replace("owners: [bo-a", f'owners: ["{TURNED}x", bo-a', 1), "utf-8")
    result = kh20("list", "--plan", broken.name, *no_color, cwd=tmp_path, tty=True)
    assert (result.code, result.out) == (2, "")
    assert ("\x1b[" in result.err) is coloured
    assert TURNED not in result.err
