"""Pages and their tables: in whole lines for a pipe, laid out for a terminal, or in Markdown."""

from __future__ import annotations

from kh20.answers.page import Grid, Page
from kh20.formats.labelled import paragraph
from kh20.formats.markdown import escaped
from kh20.formats.screen import Screen


def grid_text(grid: Grid, screen: Screen) -> str:
    """Lay a grid out for a screen: wrapped to its width, or in whole lines where it has none."""
    if screen.width is None:
        return _whole_lines(grid)
    from kh20.formats.table import table_text

    return table_text(grid, screen.width, colour=screen.colour)


def _whole_lines(grid: Grid) -> str:
    from kh20.formats.wrapping import cells
    from kh20.text.quoting import one_line

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
    from kh20.formats.markdown import escaped

    rule = ["---:" if column.align == "right" else "---" for column in grid.columns]
    lines = [[escaped(column.header) for column in grid.columns], rule]
    lines += [[escaped(cell.text) for cell in row] for row in grid.rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


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
