"""Lines break between words, never inside one."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.formats.lines import cells, wrap
from kh20.text.quoting import one_line
from plans.shipped_plan import TASKS

TEXTS = [task["text"] for task in TASKS.values()] + [task["title"] for task in TASKS.values()]
WORDS = st.lists(st.text("aăđếụ漢-/0", min_size=1, max_size=12), max_size=12)


@given(st.sampled_from(TEXTS), st.integers(7, 200), st.booleans())
def test_vietnamese_is_never_cut_inside_a_word(text: str, width: int, composed: bool) -> None:
    """Composed or decomposed, at any width that holds the longest of its words."""
    text = unicodedata.normalize("NFC" if composed else "NFD", text)
    width = max(width, *(cells(word) for word in text.split()))
    lines = wrap(text, width)
    assert [word for line in lines for word in line.split(" ")] == text.split()
    assert all(cells(line) <= width for line in lines)


@given(WORDS, st.integers(2, 30))
def test_nothing_is_lost_and_no_line_is_too_wide(words: list[str], width: int) -> None:
    """Also with words wider than a line, which alone are broken, and with wide characters."""
    lines = wrap(" ".join(words), width)
    assert "".join(lines).replace(" ", "") == "".join(words)
    assert all(cells(line) <= width for line in lines)
    assert all(line == line.strip() and "  " not in line for line in lines)
    if all(cells(word) <= width for word in words):
        assert [word for line in lines for word in line.split()] == words


@given(WORDS, st.integers(2, 30))
def test_a_line_breaks_only_where_the_next_word_has_no_room(words: list[str], width: int) -> None:
    """No shorter than it must be."""
    lines = wrap(" ".join(words), width)
    for line, following in pairwise(lines):
        assert cells(line) + 1 + cells(following.split(" ")[0]) > width


def test_a_broken_word_keeps_its_combining_marks() -> None:
    """A mark that begins a line would stand on nothing."""
    word = unicodedata.normalize("NFD", "ếếếếếế")
    assert [unicodedata.normalize("NFC", line) for line in wrap(word, 4)] == ["ếếếế", "ếế"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        (" \n\t ", [""]),
        ("một", ["một"]),
        ("một\thai\n\nba  bốn", ["một hai ba", "bốn"]),
    ],
)
def test_every_run_of_space_is_one_break(text: str, lines: list[str]) -> None:
    """An empty text is one empty line, so that a row of a table stays a row."""
    assert wrap(text, 11) == lines


def test_one_line_has_no_breaks() -> None:
    """Neither those of a quoted scalar nor tabs."""
    assert one_line(" một\thai\r\n\nba\u2028bốn ") == "một hai ba bốn"


@pytest.mark.parametrize(("text", "columns"), [("Bộ", 2), ("Bô\u0323", 2), ("漢", 2), ("", 0)])
def test_cells_are_columns_of_a_terminal(text: str, columns: int) -> None:
    """Not code points."""
    assert cells(text) == columns
