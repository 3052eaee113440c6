"""Labelled lines, on a screen and in a pipe."""

from kh20.answers.page import Line, Sheet
from kh20.formats.lines import Screen, labelled_text, paragraph

LINES = [Line("Text", "một hai ba\nbốn năm"), Line("Owners", "Bộ A"), Line("", "→ Bộ B", "dim")]


def test_a_pipe_gets_one_line_each() -> None:
    """Also of a text with breaks in it."""
    assert labelled_text(Sheet("I.1 · Việc", LINES), Screen(None, colour=False)) == (
        "I.1 · Việc\n\nText    một hai ba bốn năm\nOwners  Bộ A\n        → Bộ B\n"
    )


def test_a_screen_wraps_beside_the_labels() -> None:
    """What goes on stands under what it goes on from."""
    assert labelled_text(Sheet("I.1 · Việc một hai", LINES), Screen(16, colour=False)) == (
        "I.1 · Việc một\nhai\n\nText    một hai\n        ba bốn\n        năm\n"
        "Owners  Bộ A\n        → Bộ B\n"
    )


def test_colour_is_for_headings_labels_and_styled_texts() -> None:
    """Each line by itself, so that a pager that shows a part shows it right."""
    shown = labelled_text(
        Sheet("Đầu", [Line("A", "x y", "dim"), Line("", "")]), Screen(4, colour=True)
    )
    assert shown == (
        "\x1b[1mĐầu\x1b[0m\n\n\x1b[1mA\x1b[0m  \x1b[2mx\x1b[0m\n   \x1b[2my\x1b[0m\n\n"
    )


def test_paragraph() -> None:
    """Whole in a pipe, wrapped on a screen, each line in its style."""
    assert paragraph("một\nhai ba", Screen(None, colour=False), "bold") == "một hai ba\n"
    assert paragraph("một hai ba", Screen(7, colour=False), "bold") == "một hai\nba\n"
    assert paragraph("một hai", Screen(3, colour=True), "bold") == (
        "\x1b[1mmột\x1b[0m\n\x1b[1mhai\x1b[0m\n"
    )
