r"""Spellings of periods: the canonical one, and those that people write.

Canonical are ``2024``, ``2024-H1``, ``2024-Q2``, ``2024-06``, ``2024-W07``, ``2024-06-30``, and for
a range two of them with a slash between. The other forms read *folded* text (:func:`fold`): lower
case, without Vietnamese diacritics, with single spaces. Digits are spelt ``[0-9]`` throughout
because ``\d`` also matches other scripts.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

from kh20.periods.build import (
    day_of,
    half_of,
    month_of,
    months_of,
    quarter_of,
    range_of,
    week_of,
    year_of,
)
from kh20.periods.period import Period
from kh20.text.look_alikes import plain_characters
from kh20.text.patterns import lazy_pattern

_YEAR = "(?:19|2[0-9])[0-9]{2}"
_DAY = "(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9])|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31"
_ONE = f"{_YEAR}(?:-(?:H[12]|Q[1-4]|W(?:0[1-9]|[1-4][0-9]|5[0-3])|0[1-9]|1[0-2]|{_DAY}))?"

CANONICAL_PATTERN: str = f"^{_ONE}(?:/{_ONE})?$"
"""Regular expression of the canonical spellings, in the dialect that JSON Schema uses (ECMA-262).

It knows the length of each month but neither leap years nor the order of a range's ends: those
are for :func:`kh20.periods.parse_canonical`.
"""

_CANONICAL = re.compile(CANONICAL_PATTERN)

_NUMBERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4,
    "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9, "muoi": 10, "muoi mot": 11, "muoi hai": 12, "dau": 1, "cuoi": 2,
}  # fmt: skip

_LETTERS = {ord("đ"): "d", ord(","): " "}
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
_MIDNIGHT = "[t ]00?:00:00(?:[.]0*)? ?(?:z|[-+][0-9]{1,2}(?::?[0-9]{2})?)?"
"""What programs that read a day as a point in time write behind it."""
_TO = "(?: ?- ?| den (?:het )?)"


@lru_cache(maxsize=4096)
def read_canonical(text: str) -> Period | None:
    """Return the period that ``text`` spells canonically, or None if it is no such spelling.

    Raises PeriodError for the spelling of something that the calendar does not have: 29 February
    of a common year, a range that runs backwards.
    """
    if _CANONICAL.fullmatch(text) is None:
        return None
    start, slash, end = text.partition("/")
    if slash:
        return range_of(_one(start), _one(end), text)
    return _one(text)


def _one(text: str) -> Period:
    year, rest = text[:4], text[5:]
    if not rest:
        return year_of(year, text)
    if rest[0] == "Q":
        return quarter_of(year, int(rest[1]), text)
    if rest[0] == "W":
        return week_of(year, int(rest[1:]), text)
    if rest[0] == "H":
        return half_of(year, int(rest[1]), text)
    if len(rest) == 2:
        return month_of(year, int(rest), text)
    return day_of(year, int(rest[:2]), int(rest[3:]), text)


class Form:
    """One way to write a period, as a regular expression over folded text.

    ``build`` makes a period of the year, of the numbers in the groups of an end, and of the text to
    quote in a PeriodError. A form with two ``ends`` is of a range whose start leaves out the year.
    """

    __slots__ = ("_build", "_compiled", "_ends", "pattern")

    def __init__(self, pattern: str, build: Callable[..., Period], *ends: str) -> None:
        """Keep the expression as text until it is needed; name the groups of an end in one word."""
        self.pattern = pattern
        self._build = build
        self._ends = ends or ("",)
        self._compiled = lazy_pattern(pattern)

    def read(self, folded: str, quoted: str) -> Period | None:
        """Return the period that a folded text is; None if it has another form."""
        match = self._compiled().fullmatch(folded)
        if match is None:
            return None
        start, *end = [
            self._build(match["y"], *(_number(match[group]) for group in groups), quoted)
            for groups in self._ends
        ]
        return range_of(start, end[0], quoted) if end else start


def fold(text: str) -> str:
    """Return ``text`` in lower case without Vietnamese diacritics, its white space made single.

    What only looks like a digit or a dash becomes one.
    """
    plain = unicodedata.normalize("NFD", plain_characters(text).lower()).translate(_LETTERS)
    if not plain.isascii():
        plain = re.sub(_MARKS, r"\1", plain)
    return " ".join(plain.replace("/", " / ").split()).replace(" / ", "/")


@cache
def single_forms() -> tuple[Form, ...]:
    """Return the forms of one named period."""
    return (
        Form(f"{_Y} ?[-/]? ?{_Q}(?P<q>{_QN})", quarter_of, "q"),
        Form(f"{_Q}(?P<q>{_QN}){_OF}{_Y}", quarter_of, "q"),
        Form(f"(?P<q>[ivx]{{1,4}}) ?[-/] ?{_Y}", quarter_of, "q"),
        Form(f"{_M}(?P<m>{_MN}){_OF}{_Y}", month_of, "m"),
        Form(f"(?P<m>{_D})[-/]{_Y}", month_of, "m"),
        Form(f"{_Y} ?[-/]? ?w(?P<w>{_D})", week_of, "w"),
        Form(f"(?:tuan|week|w)[. ]?(?P<w>{_D}){_OF}{_Y}", week_of, "w"),
        Form(f"{_Y}-(?P<m>{_D})", month_of, "m"),
        Form(
            f"(?:ngay )?(?P<d>{_D})(?P<by>[-/.])(?P<m>{_D})(?:(?P=by)| (?:cua )?nam ){_Y}",
            day_of,
            "md",
        ),
        Form(f"(?:ngay )?(?P<d>{_D}) thang (?P<m>{_MN}){_OF}{_Y}", day_of, "md"),
        Form(f"{_Y}(?P<by>[-/])(?P<m>{_D})(?P=by)(?P<d>{_D})", day_of, "md"),
        Form(f"{_Y}-(?P<m>{_D})-(?P<d>{_D}){_MIDNIGHT}", day_of, "md"),
        Form(f"(?:nam )?{_Y}", year_of),
        Form(f"{_Y} ?[-/]? ?h(?P<h>{_D})", half_of, "h"),
        Form(f"h(?P<h>{_D}){_OF}{_Y}", half_of, "h"),
        Form(f"(?P<n>{_MN}) thang (?P<h>dau|cuoi)(?: cua)?(?: nam)? {_Y}", _months, "nh"),
        Form(f"nua (?P<h>dau|cuoi)(?: cua)?(?: nam)? {_Y}", half_of, "h"),
    )


@cache
def range_forms() -> tuple[Form, ...]:
    """Return the forms of a range whose start leaves out the year ("tháng 3-5/2025")."""
    end = f"{_TO}(?:ngay )?(?P<d>{_D})(?:/| thang )(?P<m>{_D}){_OF}{_Y}"
    return (
        Form(f"quy (?P<a>{_QN}){_TO}(?:quy )?(?P<q>{_QN}){_OF}{_Y}", quarter_of, "a", "q"),
        Form(f"q(?P<a>[0-9]){_TO}q(?P<q>[0-9]){_OF}{_Y}", quarter_of, "a", "q"),
        Form(f"thang (?P<a>{_MN}){_TO}(?:thang )?(?P<m>{_MN}){_OF}{_Y}", month_of, "a", "m"),
        Form(f"(?:ngay )?(?P<a>{_D})(?:/| thang )(?P<n>{_D}){end}", day_of, "na", "md"),
        Form(f"ngay (?P<a>{_D}){end}", day_of, "ma", "md"),
    )


def _number(text: str) -> int:
    # A numeral that is none, such as "V" for a quarter, becomes 0: no quarter has that number.
    return int(text) if text[0] in "0123456789" else _NUMBERS.get(text, 0)


def _months(year: str, count: int, half: int, text: str) -> Period:
    return months_of(year, count, half == 1, text)
