"""Labelled lines, on a screen, in a pipe and in Markdown."""

from kh20.formats.labelled import labelled_markdown, labelled_text, paragraph
from kh20.formats.screen import Screen

LINES = [("Text", "một hai ba\nbốn năm", ""), ("Owners", "Bộ A", ""), ("", "→ Bộ B", "dim")]


def test_a_pipe_gets_one_line_each() -> None:
    """Also of a text with breaks in it."""
    assert labelled_text("I.1 · Việc", LINES, Screen(None, colour=False)) == (
        "I.1 · Việc\n\nText    một hai ba bốn năm\nOwners  Bộ A\n        → Bộ B\n"
    )


def test_a_screen_wraps_beside_the_labels() -> None:
    """What goes on stands under what it goes on from."""
    assert labelled_text("I.1 · Việc một hai", LINES, Screen(16, colour=False)) == (
        "I.1 · Việc một\nhai\n\nText    một hai\n        ba bốn\n        năm\n"
        "Owners  Bộ A\n        → Bộ B\n"
    )


def test_colour_is_for_headings_labels_and_styled_texts() -> None:
    """Each line by itself, so that a pager that shows a part shows it right."""
    shown = labelled_text("Đầu", [("A", "x y", "dim"), ("", "", "")], Screen(4, colour=True))
    assert shown == (
        "\x1b[1mĐầu\x1b[0m\n\n\x1b[1mA\x1b[0m  \x1b[2mx\x1b[0m\n   \x1b[2my\x1b[0m\n\n"
    )


def test_markdown_is_a_list_with_sublists() -> None:
    """Nothing in a text is markup."""
    lines = [("Text", "một *hai*", ""), ("Owners", "Bộ A [bo-a]", ""), ("", "→ Bộ B", "dim")]
    assert labelled_markdown("I.1 · a_b", lines) == (
        "### I.1 · a\\_b\n\n- **Text:** một \\*hai\\*\n- **Owners:** Bộ A \\[bo-a\\]\n  - → Bộ B\n"
    )


def test_paragraph() -> None:
    """Whole in a pipe, wrapped on a screen, each line in its style."""
    assert paragraph("một\nhai ba", Screen(None, colour=False), "bold") == "một hai ba\n"
    assert paragraph("một hai ba", Screen(7, colour=False), "bold") == "một hai\nba\n"
    assert paragraph("một hai", Screen(3, colour=True), "bold") == (
        "\x1b[1mmột\x1b[0m\n\x1b[1mhai\x1b[0m\n"
    )
