"""A grid in a pipe."""

from kh20.answers.page import Cell, Column, Grid
from kh20.formats.lines import Screen
from kh20.formats.table import grid_text

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
