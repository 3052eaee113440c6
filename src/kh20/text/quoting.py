"""Quoting: foreign text made fit for a message, one line long and with nothing hidden in it."""

from collections.abc import Sequence

from kh20.text.i18n import _
from kh20.text.marks import normalize

LONGEST = 60
"""Characters of a quoted value; a longer one is cut, with an ellipsis."""


def shown(value: object, longest: int = LONGEST) -> str:
    """Return a value as a message quotes it: on one line, not too long, nothing hidden in it."""
    text = str(value)
    if len(text) > longest:
        text = text[: longest - 1] + "…"
    return text if text.isprintable() else printable(" ".join(text.split()))


def printable(text: str) -> str:
    """Return text with what a terminal would obey, or could not encode, made visible."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )


def one_line(text: str) -> str:
    """Return a text in composed letters (NFC) on one line, each stretch of spaces as one space.

    Case, punctuation and the place of a tone mark (``uỷ``, ``ủy``) stay as they are.
    """
    return " ".join(normalize("NFC", text).split())


def any_of(items: Sequence[str]) -> str:
    """Return ``a, b or c``: a list of which one holds, as the language of the messages writes it.

    The list must not be empty.
    """
    *some, last = items
    return _("{some} or {last}").format(some=", ".join(some), last=last) if some else last


def all_of(items: Sequence[str]) -> str:
    """Return ``a, b and c``: as :func:`any_of`, of which all hold."""
    *some, last = items
    return _("{some} and {last}").format(some=", ".join(some), last=last) if some else last


def some_of(items: Sequence[str], most: int = 8) -> str:
    """Return ``a, b, …``: the first items of a list, and an ellipsis where there are more."""
    return ", ".join([*items[:most], *(["…"] if len(items) > most else [])])
