"""The text of a plan file, and how offsets in it become lines and columns."""

from __future__ import annotations

from array import array
from functools import cached_property
from typing import NamedTuple

from kh20.findings import Region, Span

_BLOCK = 4096


class _Line(NamedTuple):
    """A line: its number from 1, and the offsets at which it starts and ends, without its break."""

    number: int
    start: int
    end: int


class SourceText:
    """A decoded plan file without its byte order mark.

    Lines end where editors end them: at CR LF, CR or LF. YAML 1.1 also breaks lines at U+0085,
    U+2028 and U+2029, which editors do not; those are findings of their own.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._recent = _Line(0, 0, -1)
        self._shown: dict[int, str] = {}

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1, of a code point offset."""
        offset = max(0, min(offset, len(self.text)))
        line = self._line(offset)
        return line.number, offset - line.start + 1

    def region(self, span: Span) -> Region:
        """Return the region of a span; a span over several lines keeps its true end."""
        number, column = self.position(span.start)
        end = max(span)
        if end <= self._line(span.start).end:
            return Region(number, column, number, column + end - span.start)
        return Region(number, column, *self.position(end))

    def line_end(self, offset: int) -> int:
        """Return the offset at which the line that holds ``offset`` ends, without its break."""
        return self._line(offset).end

    def line_at(self, offset: int) -> str:
        """Return the line that holds ``offset``, without its break."""
        line = self._line(offset)
        shown = self._shown.get(line.start)
        if shown is None:
            shown = self._shown[line.start] = self.text[line.start : line.end]
        return shown

    def _line(self, offset: int) -> _Line:
        recent = self._recent
        if recent.start <= offset <= recent.end:
            return recent
        offset = max(0, min(offset, len(self.text)))
        broken = self._broken
        block = offset // _BLOCK
        first = block * _BLOCK
        number = self._blocks[0][block] + broken.count("\n", first, offset) + 1
        last_break = broken.rfind("\n", first, offset)
        start = last_break + 1 if last_break >= 0 else self._blocks[1][block]
        end = broken.find("\n", offset)
        end = len(self.text) if end < 0 else end
        if end > start and self.text.startswith("\r\n", end - 1):
            end -= 1
        self._recent = _Line(number, start, end)
        return self._recent

    @cached_property
    def _broken(self) -> str:
        """The text with LF as the last character of every line break, all offsets kept."""
        if "\r" not in self.text:
            return self.text
        return self.text.replace("\r\n", " \n").replace("\r", "\n")

    @cached_property
    def _blocks(self) -> tuple[array[int], array[int]]:
        """How many lines end before each block of the text, and where its first line starts."""
        # A list of all line starts takes more room than the file where it is mostly line breaks,
        # and to count from the top for each finding would take quadratic time.
        broken = self._broken
        lines, starts = array("q", [0]), array("q", [0])
        line = start = 0
        for block in range(0, len(broken), _BLOCK):
            line += broken.count("\n", block, block + _BLOCK)
            last_break = broken.rfind("\n", block, block + _BLOCK)
            start = last_break + 1 if last_break >= 0 else start
            lines.append(line)
            starts.append(start)
        return lines, starts
