"""GitHub-flavoured Markdown: pages, sheets, and text that marks nothing up."""

from kh20.answers.answer import Answer
from kh20.answers.page import Grid, Page, Sheet
from kh20.formats.lines import Screen, visible

_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\|*_`<>[]~#"})


def escaped(text: str) -> str:
    """Return a text on one line that Markdown shows as it is, also in a table."""
    return visible(text).translate(_SPECIAL)


def write(answer: Answer, _screen: Screen) -> str:
    """Return the page of an answer as Markdown."""
    page = answer.page
    return sheet_markdown(page) if isinstance(page, Sheet) else page_markdown(page)


def page_markdown(page: Page) -> str:
    """Write a caption, tables and notes."""
    blocks = [f"**{escaped(page.caption)}**\n"]
    for grid in page.grids:
        if grid.rows:
            heading = f"### {escaped(grid.heading)}\n\n" if grid.heading else ""
            blocks.append(heading + grid_markdown(grid))
    blocks += [f"{escaped(note)}\n" for note in page.notes]
    return "\n".join(blocks)


def grid_markdown(grid: Grid) -> str:
    """Write a grid as a table of GitHub-flavoured Markdown."""
    rule = ["---:" if column.align == "right" else "---" for column in grid.columns]
    lines = [[escaped(column.header) for column in grid.columns], rule]
    lines += [[escaped(cell.text) for cell in row] for row in grid.rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def sheet_markdown(sheet: Sheet) -> str:
    """Write a heading and labelled lines as a list."""
    out = [f"### {escaped(sheet.heading)}\n"]
    for label, text, _style in sheet.lines:
        text = escaped(text)
        out.append(f"- **{escaped(label)}:** {text}" if label else f"  - {text}")
    return "\n".join(out) + "\n"
