"""Places in a written scalar of the parts of its value.

YAML folds lines, takes indentation away and doubles quotes, but it leaves words and their order as
they are. So the parts are found by counting words.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from kh20.findings import Span

_WORD = re.compile(r"\S+")
_BLOCK_HEADER = re.compile(r"[|>][^\r\n]*")


class Alignment:
    """The words of one scalar, in its value and in the file."""

    def __init__(self, written: str, start: int, value: str) -> None:
        """Align ``value`` with ``written``, which stands at the offset ``start`` of the file."""
        first, last = 0, len(written)
        header = _BLOCK_HEADER.match(written)
        if header is not None:
            first = header.end()
        elif written[:1] in ("'", '"'):
            first, last = 1, max(1, last - 1)
        self._shift = start
        self._value = [match.span() for match in _WORD.finditer(value)]
        self._written = [match.span() for match in _WORD.finditer(written, first, last)]
        self._starts = [word[0] for word in self._value]

    def span(self, offset: int, length: int) -> Span | None:
        """Return where a part of the value is written.

        A word that is written with an escape is taken whole; ``None`` where escapes stand for
        spaces, so that words cannot be counted.
        """
        if len(self._value) != len(self._written) or not self._value:
            return None
        first, _end = self._edges(offset)
        _start, last = self._edges(offset + max(1, length) - 1)
        return Span(self._shift + first, self._shift + last)

    def _edges(self, offset: int) -> tuple[int, int]:
        """Return start and end, in what is written, of the character at an offset of the value."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        (start, end), (begin, stop) = self._value[index], self._written[index]
        if stop - begin != end - start:
            return begin, stop
        at = min(begin + offset - start, stop - 1)
        return at, at + 1
