"""A page of output: a caption, a table and notes, for a terminal, a pipe or Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from kh20.obligations import Book
from kh20.text.i18n import _


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


class Page(NamedTuple):
    """What a query shows. ``grids`` come with the heading that stands above each, or none."""

    caption: str
    grids: list[tuple[str, Grid]]
    notes: list[str]

    @property
    def is_empty(self) -> bool:
        """Whether there is no row to show."""
        return not any(grid.rows for _heading, grid in self.grids)


def caption(book: Book, subject: str) -> str:
    """Return the line that says what the page is about, of which plan, as of which day."""
    return _("{number}, as of {day}: {subject}").format(
        number=book.plan.document.number, day=book.as_of.isoformat(), subject=subject
    )
