"""Markdown: tables and sheets, and text that marks nothing up."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kh20.answers.page import Cell, Column, Grid, Line, Sheet
from kh20.formats.lines import visible
from kh20.formats.markdown import grid_markdown, sheet_markdown

COLUMNS = (Column("ID"), Column("Title", wrap=True), Column("All", align="right"))


def grid(*rows: tuple[str, ...]) -> Grid:
    return Grid(COLUMNS, [tuple(Cell(text, "bold red") for text in row) for row in rows])


def test_markdown_is_a_table_with_alignment() -> None:
    """Numbers on the right."""
    assert grid_markdown(grid(("I.1", "Việc", "1"))) == (
        "| ID | Title | All |\n| --- | --- | ---: |\n| I.1 | Việc | 1 |\n"
    )


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_markdown_shows_any_text_as_it_is(text: str) -> None:
    """Always three cells a line; unescaped, the text is what can be shown of it, on one line."""
    line = grid_markdown(grid(("I.1", text, "1"))).split("\n")[2]
    inner = re.fullmatch(r"\| I\.1 \| (.*) \| 1 \|", line)
    assert inner is not None
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 4
    assert re.sub(r"\\([\\|*_`<>\[\]~#])", r"\1", inner[1]) == visible(text)


def test_markdown_marks_nothing_up() -> None:
    """Neither emphasis, links, code, tags nor a cell's end."""
    assert (
        "| \\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\<f\\> \\~\\~g\\~\\~ h\\|i \\\\ |"
        in grid_markdown(grid(("I.1", "*a* _b_ [c](d) `e` <f> ~~g~~ h|i \\", "1")))
    )


def test_markdown_is_a_list_with_sublists() -> None:
    """Nothing in a text is markup."""
    lines = [Line("Text", "một *hai*"), Line("Owners", "Bộ A [bo-a]"), Line("", "→ Bộ B", "dim")]
    assert sheet_markdown(Sheet("I.1 · a_b", lines)) == (
        "### I.1 · a\\_b\n\n- **Text:** một \\*hai\\*\n- **Owners:** Bộ A \\[bo-a\\]\n  - → Bộ B\n"
    )
