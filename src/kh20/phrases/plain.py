"""The plain form of a text, in which its words are compared.

Diacritics are kept: without them "quý" (quarter) is "quỹ" (fund) and "năm" (year) is "Nam".
"""

import unicodedata
from collections.abc import Sequence

from kh20.text.look_alikes import plain_characters

_SPELLINGS = (("qúy", "quý"), ("quí", "quý"), ("hòan", "hoàn"), ("ịnh kì", "ịnh kỳ"))
"""Words of deadlines that are spelt in more than one way; each pair is of one length."""


def plain(text: str) -> str:
    """Return ``text`` in NFC and lower case, with single spaces and one spelling of its words."""
    return _respelt(" ".join(unicodedata.normalize("NFC", plain_characters(text)).lower().split()))


def in_brackets(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` is all that stands between two brackets."""
    return start > 0 and text[start - 1] == "(" and text.startswith(")", end)


def aligned(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """Return the plain form of ``text`` with the offsets into it of each of its characters.

    The character at ``i`` of the plain form stands in ``text[starts[i]:ends[i]]``.
    """
    lowered = plain_characters(text).lower()
    body = lowered.strip()
    spaced = " ".join(body.split())
    if (
        len(text) == len(lowered)
        and len(spaced) == len(body)
        and unicodedata.is_normalized("NFC", text)
    ):
        # White space at the end counts as one space, as anywhere else; at the beginning as none.
        first = len(text) - len(lowered.lstrip())
        spaced += " " if first + len(body) < len(text) else ""
        last = first + len(spaced)
        return _respelt(spaced), range(first, last), range(first + 1, last + 1)
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    while at < len(text):
        after = at + 1
        while after < len(text) and unicodedata.combining(text[after]) and not text[at].isspace():
            after += 1
        piece = unicodedata.normalize("NFC", plain_characters(text[at:after])).lower()
        if piece.isspace():
            piece = " " if characters and characters[-1] != " " else ""
        for character in piece:
            characters.append(character)
            starts.append(at)
            ends.append(after)
        at = after
    return _respelt("".join(characters)), starts, ends


def _respelt(lowered: str) -> str:
    for variant, usual in _SPELLINGS:
        lowered = lowered.replace(variant, usual)
    return lowered
