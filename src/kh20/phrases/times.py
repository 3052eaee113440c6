"""Times that a text names: days, months, quarters, half-years and years."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from kh20.periods import Period, parse_period
from kh20.periods.build import EARLIEST, LATEST

_Y = "(?:19|2[0-9])[0-9]{2}(?![0-9])"
_OF = f"(?: ?[-/] ?|,? (?:của )?năm | ){_Y}"
_D = "[0-9]{1,2}"
_M = "[0-9]{1,2}(?![0-9])"
_Q = "(?:iv|i{1,3}|[1-4])(?!\\w)"
_N = f"(?:{_D}|ba|sáu|chín)"
_APART = r"(?<![\w/.,])"
_ALONE = r"(?!\w|[/.,]\w|-[^\W0-9]|%)"
"""A number that runs on is another number or a document's: "12/2005/QĐ-TTg", "2.024", "2024%"."""
_ENDS = r"(?= ?(?:$|[.,;:()|]|h[ằà]ng ))"
_NUMBER = re.compile(r"[0-9]+|(?<![^\W0-9])i[iv]*")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_TO = re.compile(r" ?- ?| (?:đến|tới)(?: hết)? ")


class Time(NamedTuple):
    """A time named in a plain text, at ``start`` to ``end`` of it.

    ``unit`` is ``range`` for two ``ends`` with a hyphen or "đến" between them, ``day-of-month``
    for a day of no particular month ("ngày 20 hằng tháng"), ``day-of-last-month`` for a day of the
    last month of each quarter ("ngày 20 tháng cuối quý"). ``dated`` tells whether the text gives
    the year, for a range that of its last end.
    """

    start: int
    end: int
    text: str
    unit: str
    dated: bool
    ends: tuple[Time, Time] | None = None

    def period(self, year: int | None) -> Period | None:
        """Return the period; ``year`` is the one to take where the text gives none.

        None if there is no such period (30 February), or it has no year and none is given.
        """
        span = self.span(year)
        return None if span is None else Period.spanning(*span)

    def span(self, year: int | None) -> tuple[Period, Period] | None:
        """Return the first and last of the named periods of a range; else the period, twice.

        None as for :meth:`period`, and for a range that runs backwards.
        """
        if self.ends is None:
            period = self._single(year)
            return None if period is None else (period, period)
        start, end = self.ends
        last = end._single(year)
        if last is None or (start.dated and not end.dated):
            return None
        first = start._single(last.last.year)
        return None if first is None or first.first > last.last else (first, last)

    def _single(self, year: int | None) -> Period | None:
        if self.unit in _RECURRING.values() or (year is None and not self.dated):
            return None
        numbers = [_ROMAN.get(number) or int(number) for number in _NUMBER.findall(self.text)]
        if not self.dated and year is not None:
            if not EARLIEST <= year <= LATEST:
                return None
            numbers.append(year)
        try:
            match self.unit, numbers:
                case "day", [day, month, of]:
                    return Period.day(date(of, month, day))
                case "month", [month, of]:
                    return Period.month(of, month)
                case "quarter", [quarter, of]:
                    return Period.quarter(of, quarter)
                case "year", [of]:
                    return Period.year(of)
            text = self.text.removesuffix(" nay")
            return parse_period(text if self.dated else f"{text} {year}")
        except ValueError:
            return None


@cache
def _time() -> re.Pattern[str]:
    half = f"(?:{_N} tháng|nửa) (?:đầu|cuối)(?: của)? năm"
    return re.compile(
        rf"{_APART}(?:"
        rf"(?P<quarters>quý {_Q} ?- ?{_Q}{_OF})"
        rf"|(?P<months>tháng {_M} ?- ?{_M}{_OF})"
        rf"|(?P<years>(?:(?:giai đoạn|thời kỳ|các năm|năm) )?{_Y} ?- ?{_Y})"
        rf"|(?P<quarter>quý {_Q}(?:{_OF})?|q[1-4]/{_Y})"
        rf"|(?P<half>{half}(?: {_Y}| nay)?)"
        rf"|(?P<day>(?:ngày )?{_D}(?P<by>[-/.]){_D}(?P=by){_Y}|ngày {_D}/{_M}(?!/)"
        rf"|ngày {_D} tháng {_M}(?:{_OF})?|{_D} tháng {_M}{_OF}"
        rf"|(?:(?<=và )|(?<=hoặc ))(?:{_D} tháng {_M}(?! lần)|{_D}/{_M}{_ENDS})"
        rf"|(?<=trước ){_D}/{_M}{_ENDS}|(?<=[0-9], ){_D}/{_M}(?= và |{_ENDS}))"
        rf"|(?P<month>tháng {_M}(?:{_OF})?(?! lần)|t?{_D}/{_Y})"
        rf"|(?P<year>(?:năm |giai đoạn )?{_Y}|năm nay)"
        rf"|(?P<dolm>ngày {_M} (?:của )?tháng cuối(?: của)?(?: mỗi| từng| hằng)? (?:quý|kỳ)"
        r"(?!\w| sau| tiếp))"
        rf"|(?P<dom>ngày {_M}(?! ?[-/.] ?[0-9]))"
        rf"){_ALONE}"
    )


_HINT = re.compile("[0-9]|quý|năm")
"""One of these is in every time."""
_AHEAD = 24
"""Characters that a time can have before the first of them: "sáu tháng đầu của năm" has 18."""

_RECURRING = {"dom": "day-of-month", "dolm": "day-of-last-month"}
_OWN_YEAR = re.compile(f"{_Y}$")
_PLURAL = {"quarters": "quarter", "months": "month", "years": "year"}


def find_times(text: str) -> list[Time]:
    """Return the times that a plain text names, in its order, whatever they mean there."""
    times: list[Time] = []
    hint = _HINT.search(text)
    if hint is None:
        return times
    # A lookbehind still sees what stands before the place where the search begins.
    for match in _time().finditer(text, max(0, hint.start() - _AHEAD)):
        unit = match.lastgroup or ""
        dated = _OWN_YEAR.search(match[0]) is not None
        if unit in _PLURAL:
            time = _range(match, _PLURAL[unit])
        else:
            unit = _RECURRING.get(unit, unit)
            time = Time(match.start(), match.end(), match[0], unit, dated)
        before = times[-1] if times else None
        if before is not None and _TO.fullmatch(text, before.end, time.start):
            if before.ends is None and time.ends is None:
                times[-1] = _joined(text, before, time)
                continue
        elif text.endswith("-", 0, time.start):
            continue
        times.append(time)
    return times


def _range(match: re.Match[str], unit: str) -> Time:
    """Return the two ends of a range whose unit, and year unless it is years, is said once."""
    first, last, *_ = numbers = _NUMBER.findall(match[0])
    of = f"/{numbers[-1]}" if len(numbers) == 3 else ""
    at, to = match.span()
    ends = (
        Time(at, to, first, unit, dated=not of),
        Time(at, to, last + of, unit, dated=True),
    )
    return Time(at, to, match[0], "range", True, ends)


def _joined(text: str, start: Time, end: Time) -> Time:
    whole = text[start.start : end.end]
    return Time(start.start, end.end, whole, "range", end.dated, (start, end))
