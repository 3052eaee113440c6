"""Pages for people: in whole lines for a pipe, laid out for the width of a terminal.

Where a table has no room on a terminal, its rows become blocks.
"""

from collections.abc import Iterable, Iterator, Sequence

from kh20.answers.answer import Answer
from kh20.answers.page import Cell, Column, Grid, Page, Sheet
from kh20.formats.lines import Screen, cells, labelled_text, paragraph, styled, visible, wrap

_GAP = "  "
_LEAST = 16
"""The narrowest column that is pleasant to read wrapped: two or three Vietnamese words a line."""
_LONGEST_WORD = 24
"""A longer word, as an address, does not widen its column but is broken."""
_INDENT = "    "
_RULE = "─"


def write(answer: Answer, screen: Screen) -> str:
    """Return the page of an answer; of an empty one only the notes."""
    page = answer.page
    if isinstance(page, Sheet):
        return labelled_text(page, screen)
    if page.is_empty:
        return "".join(paragraph(note, screen) for note in page.notes)
    return page_text(page, screen)


def page_text(page: Page, screen: Screen) -> str:
    """Lay a page out for a screen."""
    blocks = [paragraph(page.caption, screen, "bold")]
    for grid in page.grids:
        if grid.rows:
            heading = paragraph(grid.heading, screen, "bold") if grid.heading else ""
            blocks.append(heading + grid_text(grid, screen))
    blocks += [paragraph(note, screen) for note in page.notes]
    return "\n".join(blocks)


def grid_text(grid: Grid, screen: Screen) -> str:
    """Lay a grid out for a screen: wrapped to its width, or in whole lines where it has none."""
    if screen.width is None:
        return _whole_lines(grid)
    return table_text(grid, screen.width, colour=screen.colour)


def _whole_lines(grid: Grid) -> str:
    lines = [[column.header for column in grid.columns]]
    lines += [[visible(cell.text) for cell in row] for row in grid.rows]
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


def table_text(grid: Grid, width: int, *, colour: bool) -> str:
    """Lay a grid out in at most ``width`` columns.

    What does not wrap and the words of what does stay whole. Where the columns have no room beside
    each other, every row becomes a block: what does not wrap on one line, and the rest below it.
    """
    shown = [i for i, column in enumerate(grid.columns) if width >= column.from_width]
    columns = [grid.columns[i] for i in shown]
    rows = [[Cell(visible(row[i].text), row[i].style) for i in shown] for row in grid.rows]
    heads = [column.header for column in columns]
    widest = _widest(heads, rows)
    widths = _widths(columns, heads, rows, widest, width)
    if widths != widest:
        # Headers in several lines leave more room for what would have to be wrapped.
        heads = [column.stacked or column.header for column in columns]
        widest = _widest(heads, rows)
        widths = _widths(columns, heads, rows, widest, width)
    if widths is not None:
        lines = [
            *_header(columns, heads, widths, colour),
            _RULE * (sum(widths) + len(_GAP) * (len(widths) - 1)),
            *(line for row in rows for line in _row(columns, row, widths, colour)),
        ]
    else:
        lines = list(_blocks(columns, heads, rows, width, colour))
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _widths(
    columns: Sequence[Column],
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    widest: Sequence[int],
    width: int,
) -> list[int] | None:
    """Return the width of each column, or ``None`` where there is no room for all of them."""
    room = width - len(_GAP) * (len(columns) - 1)
    least = [
        max(_least([row[i].text for row in rows]), _head_width(heads[i]), min(_LEAST, widest[i]))
        if column.wrap
        else widest[i]
        for i, column in enumerate(columns)
    ]
    if sum(least) > room:
        return None
    wanted = [most - few for most, few in zip(widest, least, strict=True)]
    lengths = [sum(len(row[i].text) for row in rows) for i in range(len(columns))]
    given = _share_out(room - sum(least), wanted, lengths)
    return [few + more for few, more in zip(least, given, strict=True)]


def _share_out(room: int, wanted: Sequence[int], weights: Sequence[int]) -> list[int]:
    """Share room out by weight, so that long columns become wide, but none gets more than it wants.

    That keeps the table short: it is as high as its longest texts are narrow.
    """
    given = [0] * len(wanted)
    while room > 0 and given != list(wanted):
        open_ = [i for i, want in enumerate(wanted) if given[i] < want]
        total, portion = sum(weights[i] for i in open_), room
        for i in open_:
            more = min(wanted[i] - given[i], max(1, portion * weights[i] // total), room)
            given[i] += more
            room -= more
    return given


def _widest(heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> list[int]:
    widths = [_head_width(head) for head in heads]
    for row in rows:
        for i, cell in enumerate(row):
            widths[i] = max(widths[i], cells(cell.text))
    return widths


def _head_width(head: str) -> int:
    return max(map(cells, head.split("\n")))


def _least(texts: Iterable[str]) -> int:
    words = {word for text in texts for word in text.split()}
    return max((min(cells(word), _LONGEST_WORD) for word in words), default=0)


def _header(
    columns: Sequence[Column], heads: Sequence[str], widths: Sequence[int], colour: bool
) -> Iterator[str]:
    """Yield the lines of the header, each column's at the bottom."""
    stacks = [head.split("\n") for head in heads]
    height = max(map(len, stacks))
    for i in range(height):
        line = [
            _aligned(Cell("", "bold"), text, column, width, colour)
            for stack, column, width in zip(stacks, columns, widths, strict=True)
            for text in [stack[i - height] if i >= height - len(stack) else ""]
        ]
        yield _GAP.join(line)


def _stack(head: str, width: int) -> list[str]:
    return [line for part in head.split("\n") for line in wrap(part, width)]


def _row(
    columns: Sequence[Column], row: Sequence[Cell], widths: Sequence[int], colour: bool
) -> Iterator[str]:
    wrapped = [
        wrap(cell.text, width) if column.wrap or cells(cell.text) > width else [cell.text]
        for column, cell, width in zip(columns, row, widths, strict=True)
    ]
    for i in range(max(map(len, wrapped))):
        yield _GAP.join(
            _aligned(cell, lines[i] if i < len(lines) else "", column, width, colour)
            for cell, lines, column, width in zip(row, wrapped, columns, widths, strict=True)
        )


def _aligned(cell: Cell, text: str, column: Column, width: int, colour: bool) -> str:
    room = " " * (width - cells(text))
    shown = styled(text, cell.style, colour=colour)
    return room + shown if column.align == "right" else shown + room


def _blocks(
    columns: Sequence[Column],
    heads: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    width: int,
    colour: bool,
) -> Iterator[str]:
    """Yield a block of lines for the header and for each row; nothing is wider than the screen."""
    heads = ["\n".join(_stack(head, width - len(_INDENT))) for head in heads]
    widest = [min(width, each) for each in _widest(heads, rows)]
    groups = _groups(columns, widest, width)
    counts = [group for group in groups if all(columns[i].align == "right" for i in group)]
    told = [i for group in counts for i in group] if len(counts) > 1 else []
    groups = [group for group in groups if not told or group not in counts]
    for group in groups:
        picked = [columns[i] for i in group]
        sizes = [_head_width(heads[i]) if columns[i].wrap else widest[i] for i in group]
        indent = _indent(columns, group)
        for line in _header(picked, [heads[i] for i in group], sizes, colour):
            yield indent + line
    yield _RULE * width
    for number, row in enumerate(rows):
        if number:
            yield ""
        for group in groups:
            indent = _indent(columns, group)
            picked = [columns[i] for i in group]
            sizes = [width - len(indent) if columns[i].wrap else widest[i] for i in group]
            for line in _row(picked, [row[i] for i in group], sizes, colour):
                yield indent + line
        # Numbers in lines below each other say nothing without their names.
        for line in _named([(columns[i].header, row[i].text) for i in told], width):
            yield _INDENT + line


def _named(values: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield names and values in indented lines, each pair on one line where it has room."""
    room = width - len(_INDENT)
    line = ""
    for name, value in values:
        pair = f"{name} {value}"
        if line and cells(f"{line}, {pair},") > room:
            yield from wrap(f"{line},", room)
            line = ""
        line = f"{line}, {pair}" if line else pair
    if line:
        yield from wrap(line, room)


def _groups(columns: Sequence[Column], widest: Sequence[int], width: int) -> list[list[int]]:
    """Return which columns share a line: each that wraps has its own, the others as many as fit."""
    groups: list[list[int]] = []
    used = width
    for i, column in enumerate(columns):
        used += len(_GAP) + widest[i]
        if column.wrap or used > width:
            groups.append([])
            used = width if column.wrap else widest[i]
        groups[-1].append(i)
    return groups


def _indent(columns: Sequence[Column], group: Sequence[int]) -> str:
    return _INDENT if columns[group[0]].wrap and group[0] > 0 else ""
