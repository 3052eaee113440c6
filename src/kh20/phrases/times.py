"""Times that a text names, from days to years."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from kh20.periods import Period, parse_period
from kh20.periods.build import EARLIEST, LATEST
from kh20.phrases.years import NAMED_YEAR, OF_YEAR, YEAR, year_behind
from kh20.text.patterns import lazy_pattern

_D = "[0-9]{1,2}"
_M = "[0-9]{1,2}(?![0-9])"
_Q = "(?:iv|i{1,3}|[1-4])(?!\\w)"
_HALF = f"(?:(?:{_D}|ba|sáu|chín) tháng|nửa) (?:đầu|cuối)(?: của)? năm"
_APART = r"(?<![\w/.,])"
_AND = "(?: ?- ?|, ?(?:và )?| và )"
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
    the year, for a range that of its last end. ``later`` is by how many years it is later than the
    year lent to it, where the text says so ("năm tới"). ``unread`` tells that a year stands by it
    that cannot be read, or cannot be told to be its own: it has no period then.
    """

    start: int
    end: int
    text: str
    unit: str
    dated: bool
    ends: tuple[Time, Time] | None = None
    later: int | None = None
    unread: bool = False

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
        first = start._single(last.last.year if start.later is None else year)
        return None if first is None or first.first > last.last else (first, last)

    def _single(self, year: int | None) -> Period | None:
        if self.unread or self.unit in _RECURRING.values() or (year is None and not self.dated):
            return None
        numbers = [_ROMAN.get(number) or int(number) for number in _NUMBER.findall(self.text)]
        if not self.dated and year is not None:
            numbers.append(year + (self.later or 0))
        if not EARLIEST <= numbers[-1] <= LATEST:
            return None
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
            half, year_word, _year = self.text.partition(" năm")
            return parse_period(f"{half}{year_word} {numbers[-1]}")
        except ValueError:
            return None


_time = lazy_pattern(
    rf"{_APART}(?:"
    rf"(?P<quarters>quý {_Q}(?:{_AND}(?:quý )?{_Q})+{OF_YEAR})"
    rf"|(?P<months>tháng (?:{_M}(?:{_AND}(?:tháng )?{_M})+{OF_YEAR}|{_D}-{_M}))"
    rf"|(?P<days>(?:ngày )?{_D} ?- ?{_D}/{_D}/{YEAR})"
    rf"|(?P<years>(?:(?:giai đoạn|thời kỳ|các năm|năm) )?{YEAR} ?- ?{YEAR})"
    rf"|(?P<quarter>quý {_Q}(?:{OF_YEAR})?|q[1-4]/{YEAR})"
    rf"|(?P<half>{_HALF}(?:{OF_YEAR}|{YEAR})?)"
    rf"|(?P<day>(?:ngày )?{_D}(?P<by>[-/.]){_D}(?P=by){YEAR}"
    rf"|(?:ngày )?{_D}[-/.]{_M}{NAMED_YEAR}|ngày {_D}/{_M}(?:{OF_YEAR}|(?!/))"
    rf"|ngày {_D} tháng {_M}(?:{OF_YEAR})?|{_D} tháng {_M}{OF_YEAR}"
    rf"|(?:(?<=và )|(?<=hoặc ))(?:{_D} tháng {_M}(?! lần)|{_D}/{_M}{_ENDS})"
    rf"|(?<=trước ){_D}/{_M}(?:{OF_YEAR}|{_ENDS})|(?<=[0-9], ){_D}/{_M}(?= và |{_ENDS}))"
    rf"|(?P<month>tháng {_M}(?:{OF_YEAR})?(?! lần)|t?{_D}/{YEAR}|{_D}[.]{YEAR}(?= ?(?:$|[;:()|])))"
    rf"|(?P<year>(?:năm |giai đoạn )?{YEAR}|năm nay)"
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
_YEARLESS = frozenset({*_RECURRING, "year"})
_OWN_YEAR = re.compile(rf"{YEAR} ?[)\]]?$")
_PLURAL = {"quarters": "quarter", "months": "month", "years": "year", "days": "day"}


def find_times(text: str) -> list[Time]:
    """Return the times that a plain text names, in its order, whatever they mean there."""
    times: list[Time] = []
    hint = _HINT.search(text)
    if hint is None:
        return times
    # A lookbehind still sees what stands before the place where the search begins.
    for match in _time().finditer(text, max(0, hint.start() - _AHEAD)):
        before = times[-1] if times else None
        if before is not None and match.start() < before.end:
            continue  # It is what stands there for the year of the time before it.
        time = _time_of(text, match)
        if before is not None and _TO.fullmatch(text, before.end, time.start):
            if before.ends is None and time.ends is None:
                times[-1] = _joined(text, before, time)
                continue
        elif text.endswith("-", 0, time.start):
            continue
        times.append(time)
    return times


def _time_of(text: str, match: re.Match[str]) -> Time:
    unit = match.lastgroup or ""
    at, end = match.span()
    time = Time(at, end, match[0], _RECURRING.get(unit, unit), bool(_OWN_YEAR.search(match[0])))
    behind = None if time.dated or unit in _YEARLESS else year_behind(text, end)
    if behind is not None:
        end, later = behind
        time = time._replace(end=end, text=text[at:end], later=later)
        time = time._replace(dated=later is None, unread=later is None)
    return _range(time, match[0], _PLURAL[unit]) if unit in _PLURAL else time


def _range(whole: Time, written: str, unit: str) -> Time:
    """Return a range with its two ends, whose unit, and year unless it is years, is said once."""
    first, last, *_ = numbers = _NUMBER.findall(written)
    of = f"/{numbers[-1]}" if len(numbers) == 3 else ""
    if unit == "day":
        first, last, of = f"{first}/{numbers[2]}", "/".join(numbers[1:]), ""
    elif len(numbers) > 3:
        *_, last, year = numbers
        of = f"/{year}"
    ends = (
        whole._replace(text=first, unit=unit, dated=unit == "year"),
        whole._replace(text=last + of, unit=unit),
    )
    return whole._replace(unit="range", ends=ends)


def _joined(text: str, start: Time, end: Time) -> Time:
    whole = text[start.start : end.end]
    unread = start.unread or end.unread
    ends = (start, end)
    return Time(start.start, end.end, whole, "range", end.dated or unread, ends, end.later, unread)
