"""Normalization in bounded time: heaps of marks on one letter take quadratic time to order."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

_NEITHER_WORD_NOR_SPACE = r"[^\w\s\x00-\u02ff]{31,}"
"""What a run of marks is in, among much else; to look for this is quick."""
MOST_MARKS = 30
"""Marks on one letter, as in Unicode's stream-safe text (UAX #15): more take long to order."""
_LONG = 500
"""Characters of a line in which marks begin to take time."""


def normalize(form: Literal["NFC", "NFD", "NFKD"], text: str) -> str:
    """Return a text in a normalization form of Unicode, with :func:`surplus_marks` replaced."""
    if len(text) > _LONG:
        text = masked(text, surplus_marks(text))
    return unicodedata.normalize(form, text)


def surplus_marks(text: str, least: int = _LONG) -> Iterator[tuple[int, int]]:
    """Yield the stretches of combining marks past the 30th on one letter.

    Lines of fewer than ``least`` characters are passed over: there it takes no time to speak of.
    """
    for start, end in _long_lines(text, least):
        for run in re.finditer(_NEITHER_WORD_NOR_SPACE, text[start:end]):
            first = start + run.start()
            for is_mark, marks in groupby(run.group(), _is_mark):
                count = sum(1 for _mark in marks)
                if is_mark and count > MOST_MARKS:
                    yield first + MOST_MARKS, first + count
                first += count


def _long_lines(text: str, least: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of more than ``least`` characters, without looking at each of the others."""
    start = 0
    while start < len(text):
        last = text.rfind("\n", start, start + least + 1)
        end = last if last >= 0 else text.find("\n", start + least)
        end = end if end >= 0 else len(text)
        if last < 0 and end - start > least:
            yield start, end
        start = end + 1


def _is_mark(char: str) -> bool:
    return unicodedata.combining(char) > 0


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with the characters of some spans replaced."""
    pieces, at = [], 0
    for start, end in spans:
        pieces += [text[at:start], "\N{REPLACEMENT CHARACTER}" * (end - start)]
        at = end
    return "".join([*pieces, text[at:]]) if pieces else text
