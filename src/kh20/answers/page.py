"""A page of output, not yet laid out: a caption, tables and notes, or a heading and lines."""

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
    """A table, and the heading that stands above it where it has one."""

    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]
    heading: str = ""


class Page(NamedTuple):
    """What a list shows; a page without a row is empty."""

    caption: str
    grids: Sequence[Grid]
    notes: Sequence[str] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is no row to show."""
        return not any(grid.rows for grid in self.grids)


class Line(NamedTuple):
    """A label, a text and its style; without a label the text goes on from the line before."""

    label: str
    text: str
    style: str = ""


class Sheet(NamedTuple):
    """All that is known of one thing: a heading and labelled lines."""

    heading: str
    lines: Sequence[Line]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show, which a sheet always has."""
        return False
