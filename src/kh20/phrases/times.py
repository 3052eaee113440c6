"""Times that a text names, from days to years, or counts from the signing of a document."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from kh20.periods import Period, parse_period
from kh20.periods.build import EARLIEST, LATEST
from kh20.phrases.lexicon import NUMBERS
from kh20.text.patterns import lazy_pattern

_Y = "(?:19|2[0-9])[0-9]{2}(?![0-9])"
_OF = f"(?: ?[-/] ?|,? (?:của )?năm | ){_Y}"
_D = "[0-9]{1,2}"
_M = "[0-9]{1,2}(?![0-9])"
_Q = "(?:iv|i{1,3}|[1-4])(?!\\w)"
_HALF = f"(?:(?:{_D}|ba|sáu|chín) tháng|nửa) (?:đầu|cuối)(?: của)? năm"
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


class Relative(NamedTuple):
    """A time counted from an event, at ``start`` to ``end`` of a plain text.

    ``within`` tells that the count is a time limit ("trong thời hạn 30 ngày kể từ ngày ký").
    ``period`` is the day counted to; None if the day of the event is not known.
    """

    start: int
    end: int
    within: bool
    period: Period | None


_time = lazy_pattern(
    rf"{_APART}(?:"
    rf"(?P<quarters>quý {_Q} ?- ?{_Q}{_OF})"
    rf"|(?P<months>tháng {_M} ?- ?{_M}{_OF})"
    rf"|(?P<years>(?:(?:giai đoạn|thời kỳ|các năm|năm) )?{_Y} ?- ?{_Y})"
    rf"|(?P<quarter>quý {_Q}(?:{_OF})?|q[1-4]/{_Y})"
    rf"|(?P<half>{_HALF}(?: {_Y}| nay)?)"
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

_relative = lazy_pattern(
    r"(?<!\w)(?:(?P<latest>(?:chậm|muộn) nhất(?: là)? )?"
    r"(?P<lead>trong (?:thời hạn |thời gian |vòng )?|sau )?"
    rf"(?P<count>[0-9]{{1,3}}|{'|'.join(NUMBERS)})(?: \(\w+\))? (?P<unit>ngày|tuần|tháng|năm)"
    r"(?P<working> làm việc)?,? )?"
    r"(?:kể )?từ ngày (?:được )?"
    r"(?:(?:(?P<signed>ký|ban hành)|đăng|công bố|có hiệu lực|nhận|tiếp nhận|thông qua|phê duyệt)"
    r"(?: ban hành)?(?!\w)|(?P<dated>(?=[0-9])))"
)


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


def find_relative(text: str, issued: date | None) -> Relative | None:
    """Return the first time in a plain text that is counted from an event, if there is one.

    Only the day of signing is known, as ``issued``; the first day counted is the day after it.
    Working days are not counted here: they depend on each year's decision on public holidays. Nor
    is a count from a day that the text gives: the day alone is a start, and no relative one.
    """
    found = _relative().finditer(text) if "từ ngày" in text else ()
    match = next((each for each in found if each["dated"] is None or each["count"]), None)
    if match is None:
        return None
    within = match["count"] is not None and (match["lead"] != "sau " or bool(match["latest"]))
    period = None
    if match["signed"] and issued is not None and not match["working"]:
        period = _counted(issued, match["count"], match["unit"])
    return Relative(match.start(), match.end(), within, period)


def _counted(issued: date, count: str | None, unit: str | None) -> Period | None:
    if count is None:
        return Period.day(issued)
    from dateutil.relativedelta import relativedelta

    number = NUMBERS.get(count) or int(count)
    span = {
        "ngày": relativedelta(days=number),
        "tuần": relativedelta(weeks=number),
        "tháng": relativedelta(months=number),
        "năm": relativedelta(years=number),
    }[unit or "ngày"]
    try:
        return Period.day(issued + span)
    except (OverflowError, ValueError):
        return None
