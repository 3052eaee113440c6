"""A grid in a pipe and in Markdown."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kh20.answers.page import Cell, Column, Grid
from kh20.formats.grid import grid_markdown, grid_text
from kh20.formats.screen import Screen

PIPE = Screen(None, colour=False)
COLUMNS = (Column("ID"), Column("Title", wrap=True), Column("All", align="right"))


def grid(*rows: tuple[str, ...]) -> Grid:
    return Grid(COLUMNS, [tuple(Cell(text, "bold red") for text in row) for row in rows])


def test_a_pipe_gets_whole_lines_aligned_and_without_colour() -> None:
    """However long; a program that cuts columns finds them at the same place in every line."""
    long = "chữ " * 200
    assert grid_text(grid(("I.1", long, "1"), ("IV.2.3", "đề\tán\n2", "12")), PIPE) == (
        f"ID      {'Title':<799}  All\nI.1     {long.strip()}    1\nIV.2.3  {'đề án 2':<799}   12\n"
    )


def test_no_line_ends_in_spaces() -> None:
    """Nor is there a rule, which a program would have to skip."""
    columns = COLUMNS[:2]
    shown = grid_text(Grid(columns, [(Cell("I.1"), Cell("")), (Cell("I.2"), Cell("x"))]), PIPE)
    assert shown == "ID   Title\nI.1\nI.2  x\n"


def test_markdown_is_a_table_with_alignment() -> None:
    """Numbers on the right."""
    assert grid_markdown(grid(("I.1", "Việc", "1"))) == (
        "| ID | Title | All |\n| --- | --- | ---: |\n| I.1 | Việc | 1 |\n"
    )


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_markdown_shows_any_text_as_it_is(text: str) -> None:
    """Always three cells a line; unescaped, the text is what it was, on one line."""
    line = grid_markdown(grid(("I.1", text, "1"))).split("\n")[2]
    inner = re.fullmatch(r"\| I\.1 \| (.*) \| 1 \|", line)
    assert inner is not None
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 4
    assert re.sub(r"\\([\\|*_`<>\[\]~#])", r"\1", inner[1]) == " ".join(text.split())


def test_markdown_marks_nothing_up() -> None:
    """Neither emphasis, links, code, tags nor a cell's end."""
    assert (
        "| \\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\<f\\> \\~\\~g\\~\\~ h\\|i \\\\ |"
        in grid_markdown(grid(("I.1", "*a* _b_ [c](d) `e` <f> ~~g~~ h|i \\", "1")))
    )
