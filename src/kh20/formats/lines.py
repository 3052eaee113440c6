"""Lines of text for a screen: styled, wrapped between words, as paragraphs, beside labels.

Widths are counted in the columns of a terminal.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kh20.answers.page import Line, Sheet
from kh20.text.quoting import one_line, printable

_CODES = {
    "bold": "1",
    "dim": "2",
    "strike": "9",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
}


_NARROW_BELOW = 60
_INDENT = "    "
_LEAST = 24
"""The narrowest text that is pleasant to read beside a label; else it stands below."""


class Screen(NamedTuple):
    """What the output is shown on. ``width`` is ``None`` where lines must stay whole."""

    width: int | None
    colour: bool

    @property
    def narrow(self) -> bool:
        """Whether there is so little room that also what is otherwise shown whole is broken."""
        return self.width is not None and self.width < _NARROW_BELOW


def styled(text: str, style: str, *, colour: bool) -> str:
    """Return a text in a style, given as words such as ``bold red``; as it is without colour."""
    if not colour or not style or not text:
        return text
    codes = ";".join(_CODES[word] for word in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m"


_SIMPLE = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2192]*")


def cells(text: str) -> int:
    """Return how many columns a text takes: none for a combining mark, two for a wide character."""
    if _SIMPLE.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def visible(text: str) -> str:
    """Return a text on one line, with what a terminal would obey made visible."""
    return printable(one_line(text))


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most ``width`` columns; an empty text is one empty line.

    Words stay whole. Only one that is wider than a line by itself, as a long address, is broken.
    """
    lines: list[str] = []
    line, used = "", 0
    for word in text.split():
        size = cells(word)
        if line and used + 1 + size <= width:
            line, used = f"{line} {word}", used + 1 + size
            continue
        if line:
            lines.append(line)
        if size > width:
            *whole, word = _pieces(word, width)
            lines += whole
            size = cells(word)
        line, used = word, size
    return [*lines, line] if line or not lines else lines


def _pieces(word: str, width: int) -> list[str]:
    pieces, piece, used = [], "", 0
    for char in word:
        size = cells(char)
        if piece and used + size > width:
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + char, used + size
    return [*pieces, piece]


def cut(text: str, width: int) -> str:
    """Return a text, or as much of its beginning as has room in ``width`` columns with “…”."""
    if cells(text) <= width:
        return text
    end = min(len(text), width)
    while end and cells(text[:end]) >= width:
        end -= 1
    return f"{text[:end]}…"


def paragraph(text: str, screen: Screen, style: str = "") -> str:
    """Lay out a text as lines for a screen; as one line where lines must stay whole."""
    text = visible(text)
    lines = [text] if screen.width is None else wrap(text, screen.width)
    return "".join(styled(line, style, colour=screen.colour) + "\n" for line in lines)


def fitted(text: str, screen: Screen) -> str:
    """Return lines that a screen shows whole; a narrow one shows them broken between words.

    What is broken goes on below its own beginning.
    """
    if screen.width is None or not screen.narrow:
        return text
    lines = []
    for line in text.split("\n"):
        if cells(line) <= screen.width:
            lines.append(line)
            continue
        indent = " " * min(len(line) - len(line.lstrip(" ")), screen.width // 2)
        lines += [indent + part for part in wrap(line, screen.width - len(indent))]
    return "\n".join(lines)


def labelled_text(sheet: Sheet, screen: Screen) -> str:
    """Lay out a heading and labelled lines."""
    return "".join([paragraph(sheet.heading, screen, "bold"), "\n", labelled(sheet.lines, screen)])


def labelled(lines: Sequence[Line], screen: Screen) -> str:
    """Lay out labelled lines; texts wrap beside their labels on a screen.

    On a narrow one they may stand below them.
    """
    margin = max(cells(line.label) for line in lines) + 2
    out = []
    width = screen.width
    below = width is not None and screen.narrow and width - margin < _LEAST
    margin = len(_INDENT) if below else margin
    for label, text, style in lines:
        if below and label:
            out.append(paragraph(label, screen, "bold"))
            label = ""
        shown = styled(label, "bold", colour=screen.colour) + " " * (margin - cells(label))
        text = visible(text)
        for part in [text] if width is None else wrap(text, width - margin):
            out.append((shown + styled(part, style, colour=screen.colour)).rstrip() + "\n")
            shown = " " * margin
    return "".join(out)
