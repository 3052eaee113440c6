r"""The spellings of periods other than the canonical one, as people write them.

Everything here reads *folded* text (:func:`fold`): lower case, without Vietnamese diacritics, with
single spaces. Digits are spelt ``[0-9]`` throughout because ``\d`` also matches other scripts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from kh20.periods.build import (
    day_of,
    half_of,
    month_of,
    months_of,
    quarter_of,
    range_of,
    year_of,
)
from kh20.periods.period import Period

Build = Callable[["re.Match[str]", str], Period]
"""From a match and the text to quote in a PeriodError to the period."""

_NUMBERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4,
    "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12,
}  # fmt: skip

_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2212"), "-") | {
    ord("—"): "–",
    ord("đ"): "d",
    ord(","): " ",
}
_MARKS = "([a-z])[\u0300-\u0303\u0306\u0309\u031b\u0323]+"
"""A letter under the accents of Vietnamese; an accent on a digit is not spelling but noise."""

_Y = "(?P<y>[0-9]{4})"
_OF = "(?: ?[-/.] ?| )(?:(?:cua )?nam )?"
"""What stands between a quarter or month and its year."""
_Q = "(?:quy|qui|q)[. ]?"
_QN = "[0-9]{1,2}|[ivx]{1,4}|mot|hai|ba|tu|bon"
_M = "(?:thang|th|t)[. ]?"
_MN = "[0-9]{1,2}|mot|hai|ba|tu|bon|nam|sau|bay|tam|chin|muoi mot|muoi hai|muoi"
_D = "[0-9]{1,2}"
_TO = "(?: ?[-–] ?| den (?:het )?)"


class Form:
    """A regular expression over folded text, compiled on first use: most queries need none."""

    __slots__ = ("_compiled", "pattern")

    def __init__(self, pattern: str) -> None:
        """Keep the expression as text."""
        self.pattern = pattern
        self._compiled: re.Pattern[str] | None = None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of the whole of a folded text, or None."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern)
        return self._compiled.fullmatch(text)


def fold(text: str) -> str:
    """Return ``text`` in lower case without Vietnamese diacritics, its white space made single."""
    plain = unicodedata.normalize("NFD", text.lower()).translate(_HYPHENS)
    if not plain.isascii():
        plain = re.sub(_MARKS, r"\1", plain)
    return " ".join(plain.replace("/", " / ").split()).replace(" / ", "/")


def _number(text: str) -> int:
    # A numeral that is none, such as "V" for a quarter, becomes 0: no quarter has that number.
    return int(text) if text[0] in "0123456789" else _NUMBERS.get(text, 0)


def _year(m: re.Match[str], text: str) -> Period:
    return year_of(m["y"], text)


def _quarter(m: re.Match[str], text: str) -> Period:
    return quarter_of(m["y"], _number(m["q"]), text)


def _half(m: re.Match[str], text: str) -> Period:
    return half_of(m["y"], int(m["h"]), text)


def _named_half(m: re.Match[str], text: str) -> Period:
    return half_of(m["y"], 1 if m["which"] == "dau" else 2, text)


def _months(m: re.Match[str], text: str) -> Period:
    return months_of(m["y"], _number(m["n"]), m["which"] == "dau", text)


def _month(m: re.Match[str], text: str) -> Period:
    return month_of(m["y"], _number(m["m"]), text)


def _day(m: re.Match[str], text: str) -> Period:
    return day_of(m["y"], _number(m["m"]), int(m["d"]), text)


def _quarters(m: re.Match[str], text: str) -> Period:
    start = quarter_of(m["y"], _number(m["a"]), text)
    return range_of(start, quarter_of(m["y"], _number(m["q"]), text), text)


def _month_range(m: re.Match[str], text: str) -> Period:
    start = month_of(m["y"], _number(m["a"]), text)
    return range_of(start, month_of(m["y"], _number(m["m"]), text), text)


def _days(m: re.Match[str], text: str) -> Period:
    start = day_of(m["y"], _number(m["am"] or m["m"]), int(m["a"]), text)
    return range_of(start, _day(m, text), text)


@cache
def single_forms() -> tuple[tuple[Form, Build], ...]:
    """Return the forms of one named period, each with what makes a Period of its match."""
    return _forms(
        (f"{_Y} ?[-/]? ?{_Q}(?P<q>{_QN})", _quarter),
        (f"{_Q}(?P<q>{_QN}){_OF}{_Y}", _quarter),
        (f"{_M}(?P<m>{_MN}){_OF}{_Y}", _month),
        (f"(?P<m>{_D})[-/]{_Y}", _month),
        (f"{_Y}-(?P<m>{_D})", _month),
        (f"(?:ngay )?(?P<d>{_D})(?P<by>[-/.])(?P<m>{_D})(?P=by){_Y}", _day),
        (f"(?:ngay )?(?P<d>{_D}) thang (?P<m>{_MN}){_OF}{_Y}", _day),
        (f"{_Y}(?P<by>[-/])(?P<m>{_D})(?P=by)(?P<d>{_D})", _day),
        (f"(?:nam )?{_Y}", _year),
        (f"{_Y} ?[-/]? ?h(?P<h>{_D})", _half),
        (f"h(?P<h>{_D}){_OF}{_Y}", _half),
        (f"(?P<n>{_MN}) thang (?P<which>dau|cuoi)(?: cua)?(?: nam)? {_Y}", _months),
        (f"nua (?P<which>dau|cuoi)(?: cua)?(?: nam)? {_Y}", _named_half),
    )


@cache
def range_forms() -> tuple[tuple[Form, Build], ...]:
    """Return the forms of a range whose start leaves out the year ("tháng 3-5/2025")."""
    return _forms(
        (f"quy (?P<a>{_QN}){_TO}(?:quy )?(?P<q>{_QN}){_OF}{_Y}", _quarters),
        (f"q(?P<a>[0-9]){_TO}q(?P<q>[0-9]){_OF}{_Y}", _quarters),
        (f"thang (?P<a>{_MN}){_TO}(?:thang )?(?P<m>{_MN}){_OF}{_Y}", _month_range),
        (
            f"(?:ngay )?(?P<a>{_D})(?:/| thang )(?P<am>{_D}){_TO}"
            f"(?:ngay )?(?P<d>{_D})(?:/| thang )(?P<m>{_D}){_OF}{_Y}",
            _days,
        ),
        (
            f"ngay (?P<a>{_D})(?P<am>){_TO}(?:ngay )?(?P<d>{_D})(?:/| thang )(?P<m>{_D}){_OF}{_Y}",
            _days,
        ),
    )


def _forms(*forms: tuple[str, Build]) -> tuple[tuple[Form, Build], ...]:
    return tuple((Form(pattern), build) for pattern, build in forms)
