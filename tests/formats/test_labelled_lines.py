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
    text = "một hai ba bốn năm sáu bảy"
    sheet = Sheet("I.1 · Việc một hai ba bốn năm sáu bảy", [Line("Text", text), *LINES[1:]])
    assert labelled_text(sheet, Screen(32, colour=False)) == (
        "I.1 · Việc một hai ba bốn năm\nsáu bảy\n\n"
        "Text    một hai ba bốn năm sáu\n        bảy\n"
        "Owners  Bộ A\n        → Bộ B\n"
    )


def test_on_a_screen_with_no_room_beside_them_texts_stand_below_the_labels() -> None:
    """From some 24 columns down, which a long label leaves on a narrow screen."""
    assert labelled_text(Sheet("I.1 · Việc một hai", LINES), Screen(20, colour=False)) == (
        "I.1 · Việc một hai\n\nText\n    một hai ba bốn\n    năm\nOwners\n    Bộ A\n    → Bộ B\n"
    )


def test_colour_is_for_headings_labels_and_styled_texts() -> None:
    """Each line by itself, so that a pager that shows a part shows it right."""
    shown = labelled_text(
        Sheet("Đầu", [Line("A", f"{'x' * 24} y", "dim"), Line("", "")]), Screen(27, colour=True)
    )
    assert shown == (
        f"\x1b[1mĐầu\x1b[0m\n\n\x1b[1mA\x1b[0m  \x1b[2m{'x' * 24}\x1b[0m\n   \x1b[2my\x1b[0m\n\n"
    )


def test_paragraph() -> None:
    """Whole in a pipe, wrapped on a screen, each line in its style."""
    assert paragraph("một\nhai ba", Screen(None, colour=False), "bold") == "một hai ba\n"
    assert paragraph("một hai ba", Screen(7, colour=False), "bold") == "một hai\nba\n"
    assert paragraph("một hai", Screen(3, colour=True), "bold") == (
        "\x1b[1mmột\x1b[0m\n\x1b[1mhai\x1b[0m\n"
    )
