"""Rows and columns for people: on a terminal, in a pipe, in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple


class Cell(NamedTuple):
    """The text of a cell, and the style that a terminal in colour gives it."""

    text: str
    style: str = ""


class Column(NamedTuple):
    """A column; one that does not wrap is never narrower than its widest cell."""

    header: str
    wrap: bool = False
    align: Literal["left", "right"] = "left"
    stacked: str | None = None
    """The header broken into lines, for a terminal that is too narrow for the whole of it."""
    from_width: int = 0
    """The narrowest screen, in columns, on which the column is shown; a pipe shows all."""


class Grid(NamedTuple):
    """A table, not yet laid out."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]


class Screen(NamedTuple):
    """What the output is shown on. ``width`` is ``None`` where lines must stay whole."""

    width: int | None
    colour: bool


def grid_text(grid: Grid, screen: Screen) -> str:
    """Lay a grid out for a screen: wrapped to its width, or in whole lines where it has none."""
    if screen.width is None:
        return _whole_lines(grid)
    from kh20.render.table import table_text

    return table_text(grid, screen.width, colour=screen.colour)


def _whole_lines(grid: Grid) -> str:
    from kh20.render.wrapping import cells, one_line

    lines = [[column.header for column in grid.columns]]
    lines += [[one_line(cell.text) for cell in row] for row in grid.rows]
    sizes = [[cells(text) for text in line] for line in lines]
    widths = [max(line[i] for line in sizes) for i in range(len(grid.columns))]
    out = []
    for line, size in zip(lines, sizes, strict=True):
        padded = []
        for text, length, width, column in zip(line, size, widths, grid.columns, strict=True):
            room = " " * (width - length)
            padded.append(room + text if column.align == "right" else text + room)
        out.append("  ".join(padded).rstrip() + "\n")
    return "".join(out)


def grid_markdown(grid: Grid) -> str:
    """Write a grid as a table of GitHub-flavoured Markdown."""
    from kh20.render.markdown import escaped

    rule = ["---:" if column.align == "right" else "---" for column in grid.columns]
    lines = [[escaped(column.header) for column in grid.columns], rule]
    lines += [[escaped(cell.text) for cell in row] for row in grid.rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
