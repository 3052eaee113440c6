"""Duties that come round: every year, twice a year, by the 20th of each month."""

import re
from typing import NamedTuple

from kh20.phrases.lexicon import NUMBERS
from kh20.phrases.plain import plain
from kh20.phrases.times import Time
from kh20.phrases.years import next_turn
from kh20.text.patterns import lazy_pattern

UNSPECIFIED = "unspecified"
"""The interval of a duty of which the text only says that it recurs."""

_MONTHS = {"năm": 12, "quý": 3, "tháng": 1}

_N = f"[0-9]{{1,2}}|{'|'.join(NUMBERS)}"
_UNIT = "năm|quý|tháng|tuần"

_WORDS = ("định kỳ", "hằng ", "hàng ", "mỗi ", "lần", "báo cáo ")
"""One of these is in every text that recurs but for what follows a day of the year."""


class Recurrence(NamedTuple):
    """A statement, at ``start`` to ``end`` of a plain text, that something comes round.

    ``every`` is as in :class:`kh20.phrases.Reading`.
    """

    start: int
    end: int
    every: str


_recurrence = lazy_pattern(
    r"(?<!\w)(?:"
    rf"(?:(?<!ngân )(?<!khách )(?<!mặt )(?<!bán )(?<!mua )(?<!nhà )(?<!đơn )(?<!cửa )hàng"
    rf"|hằng|mỗi) (?P<each>{_UNIT})(?! [0-9]{{4}})(?: (?P<often>{_N}) lần)?"
    rf"|(?P<count>{_N}) (?P<unit>{_UNIT})(?: ?/ ?| )(?:(?:một|0?1) )?lần"
    rf"|(?P<times>{_N}) lần(?: ?/ ?| (?:(?:trong|mỗi|trên|một|0?1) )+)(?P<per>{_UNIT})"
    rf"|(?<!không )định kỳ(?:(?: (?:theo|ít nhất|tối thiểu))*"
    rf" (?:(?P<number>{_N}) )?(?P<span>{_UNIT})(?! [0-9]))?"
    rf"|báo cáo (?:(?P<months>{_N}) (?P<term>tháng)(?! đầu| cuối)|(?P<report>năm|quý))(?! [0-9i])"
    r")(?!\w)"
)


_named = lazy_pattern(
    r"(?<!\w)(?:(?:từ |dự toán |quyết toán )ngân sách"
    r"|ngân sách (?:nhà nước|địa phương|trung ương)|dự toán|phụ cấp|cây|thu nhập"
    r"|kế hoạch(?: công tác| ngân sách| tài chính| đầu tư công)?"
    r"|kế hoạch (?:[^;.()]{0,40} )?(?:5 năm|trung hạn|dài hạn)(?: và|,)"
    r"|chương trình công tác|nghỉ phép|nghỉ) $"
)
"""Match what has "hằng năm" in its name: a budget, a plan, a crop."""

_UNITS = {
    "each": "often", "per": "times", "unit": "count", "span": "number", "term": "months",
    "report": "months",
}  # fmt: skip
"""The groups that name a unit of time, each with the group of the number that goes with it."""


def find_recurrences(text: str, times: list[Time]) -> list[Recurrence]:
    """Return what a plain text says about coming round, in its order.

    ``times`` are the times named in it: "trước ngày 31 tháng 01 năm sau" recurs by what follows
    the day.
    """
    found = []
    if any(word in text for word in _WORDS):
        found = [
            Recurrence(match.start(), match.end(), _interval(match))
            for match in _recurrence().finditer(text)
            if match["each"] is None or not _named().search(text, 0, match.start())
        ]
    for time in times:
        if time.text.endswith("quý"):
            found.append(Recurrence(time.start, time.end, "quarter"))
        match = None if time.dated else next_turn().match(text, time.end)
        if match is not None and match.lastgroup is not None:
            found.append(Recurrence(match.start(), match.end(), match.lastgroup))
    return sorted(found)


_WEEKDAYS = {
    "hai": "monday", "2": "monday", "ba": "tuesday", "3": "tuesday", "tư": "wednesday",
    "4": "wednesday", "năm": "thursday", "5": "thursday", "sáu": "friday", "6": "friday",
    "bảy": "saturday", "7": "saturday",
}  # fmt: skip

_weekday = lazy_pattern(
    r"(?P<before>(?<!\w)trước (?:[^,;.]{0,20} )?)?(?<!\w)"
    rf"(?:thứ (?P<day>{'|'.join(_WEEKDAYS)})|(?P<sunday>chủ nhật))(?!\w)"
)


def find_weekdays(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the days of the week that a plain text names, and whether it is due before them."""
    found = list(_weekday().finditer(text))
    days = ("sunday" if match["sunday"] else _WEEKDAYS[match["day"]] for match in found)
    return tuple(dict.fromkeys(days)), any(match["before"] for match in found)


def recurs(text: str) -> bool:
    """Tell whether a text, which need not be plain, says anywhere that something comes round."""
    return bool(find_recurrences(plain(text), []))


def _interval(match: re.Match[str]) -> str:
    group = next((group for group in _UNITS if match[group]), None)
    if group is None:
        return UNSPECIFIED
    number = match[_UNITS[group]]
    count = 1 if number is None else NUMBERS.get(number) or int(number)
    return (_share if group in ("each", "per") else _every)(count, match[group])


def _every(count: int, unit: str) -> str:
    if count == 0:
        return UNSPECIFIED
    if unit == "tuần":
        return "week" if count == 1 else f"{count} weeks"
    months = count * _MONTHS[unit]
    named = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}.get(months)
    if named is not None:
        return named
    return f"{months} months" if months % 12 else f"{months // 12} years"


def _share(times: int, unit: str) -> str:
    # Twice a year is taken as once in each half; three times a quarter as once a month.
    if times <= 1:
        return _every(times, unit)
    months = _MONTHS.get(unit, 0)
    return _every(months // times, "tháng") if months % times == 0 else UNSPECIFIED


def cutoff(time: Time, before: bool) -> str | None:
    """Return the day of the year or month by which a recurring duty is due, as the text names it.

    A month or quarter stands for its last day, or for its first if the text says ``before`` it.
    None for a time that is no such day. The 29th of February is not a day of every year.
    """
    if time.unit in ("day-of-month", "day-of-last-month"):
        day = int(time.text.split()[1])
        return f"{day:02}" if 1 <= day <= 31 else None
    period = time.period(2023)
    if time.dated or period is None:
        return None
    return (period.first if before else period.last).strftime("%m-%d")
