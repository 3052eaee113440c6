"""A page of output: a caption, a table and notes, for a terminal, a pipe or Markdown."""

from __future__ import annotations

from typing import NamedTuple

from kh20.i18n import _
from kh20.render.grid import Grid, Screen, grid_markdown, grid_text
from kh20.render.lines import paragraph
from kh20.render.markdown import escaped
from kh20.state import Book


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


def page_text(page: Page, screen: Screen) -> str:
    """Lay a page out for a screen."""
    blocks = [paragraph(page.caption, screen, "bold")]
    for heading, grid in page.grids:
        if grid.rows:
            block = paragraph(heading, screen, "bold") if heading else ""
            blocks.append(block + grid_text(grid, screen))
    blocks += [paragraph(note, screen) for note in page.notes]
    return "\n".join(block for block in blocks if block)


def page_markdown(page: Page) -> str:
    """Write a page as Markdown."""
    blocks = [f"**{escaped(page.caption)}**\n"]
    for heading, grid in page.grids:
        if grid.rows:
            blocks.append((f"### {escaped(heading)}\n\n" if heading else "") + grid_markdown(grid))
    blocks += [f"{escaped(note)}\n" for note in page.notes]
    return "\n".join(blocks)
