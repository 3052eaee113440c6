"""Characters that only look like the dashes, slashes, digits and letters that are meant."""

import re
from unicodedata import normalize

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63"
_SLASHES = "\u2044\u2215\u29f8"
_VARIANTS = (("\u2160", "\u217f"), ("\uff01", "\uff5e"), ("\U0001d7ce", "\U0001d7ff"))
"""Roman numerals, characters of full width, digits of formulas: first and last."""
_BEYOND_LETTERS = re.compile("[^\x00-\u200f]")
"""The letters of Vietnamese all come before. A pattern of what comes behind takes long to make."""


def plain_characters(text: str) -> str:
    """Return a text with the usual character for each that only looks like it.

    A superscript is none of them: it marks a footnote ("tháng 1²" is no December).
    """
    for sign in set(_BEYOND_LETTERS.findall(text)):
        text = text.replace(sign, _plain(sign))
    return text


def _plain(sign: str) -> str:
    if sign in _DASHES:
        return "-"
    if sign in _SLASHES:
        return "/"
    variant = any(first <= sign <= last for first, last in _VARIANTS)
    return normalize("NFKC", sign) if variant else sign
