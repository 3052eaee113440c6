"""Labelled lines, as `show` prints them, and paragraphs."""

from __future__ import annotations

from kh20.answers.page import Sheet
from kh20.formats.screen import Screen, styled
from kh20.formats.wrapping import cells, wrap
from kh20.text.quoting import one_line


def paragraph(text: str, screen: Screen, style: str = "") -> str:
    """Lay out a text as lines for a screen; as one line where lines must stay whole."""
    lines = [one_line(text)] if screen.width is None else wrap(text, screen.width)
    return "".join(styled(line, style, colour=screen.colour) + "\n" for line in lines)


def labelled_text(sheet: Sheet, screen: Screen) -> str:
    """Lay out a heading and labelled lines; texts wrap beside their labels on a screen."""
    margin = max(cells(line.label) for line in sheet.lines) + 2
    out = [paragraph(sheet.heading, screen, "bold"), "\n"]
    for label, text, style in sheet.lines:
        shown = styled(label, "bold", colour=screen.colour) + " " * (margin - cells(label))
        width = screen.width
        for part in [one_line(text)] if width is None else wrap(text, width - margin):
            out.append((shown + styled(part, style, colour=screen.colour)).rstrip() + "\n")
            shown = " " * margin
    return "".join(out)
