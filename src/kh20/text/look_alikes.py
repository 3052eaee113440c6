"""Characters that only look like the dashes, slashes, digits and letters that are meant."""

import re
from unicodedata import normalize

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63"
_SLASHES = "\u2044\u2215\u29f8"
_ROMAN, _FULL_WIDTH, _OF_FORMULAS = "\u2160-\u217f", "\uff01-\uff5e", "\U0001d7ce-\U0001d7ff"
_VARIANT = re.compile(f"[{_ROMAN}{_FULL_WIDTH}{_OF_FORMULAS}]")
_BEYOND_LETTERS = re.compile("[\u2010-\U0010ffff]")
"""A quick search past the letters of Vietnamese, which all come before."""


def plain_characters(text: str) -> str:
    """Return a text with the usual character for each that only looks like it.

    A superscript is none of them: it marks a footnote ("tháng 1²" is no December).
    """
    if text.isascii():
        return text
    for sign in set(_BEYOND_LETTERS.findall(text)):
        text = text.replace(sign, _plain(sign))
    return text


def _plain(sign: str) -> str:
    if sign in _DASHES:
        return "-"
    if sign in _SLASHES:
        return "/"
    return normalize("NFKC", sign) if _VARIANT.match(sign) else sign
