"""What makes two texts the same: spacing and the Unicode form of a letter are no difference."""

from __future__ import annotations

from unicodedata import normalize


def one_line(text: str) -> str:
    """Return a text in composed letters (NFC) on one line, each stretch of spaces as one space.

    Case, punctuation and the place of a tone mark (``uỷ``, ``ủy``) stay as they are.
    """
    return " ".join(normalize("NFC", text).split())
