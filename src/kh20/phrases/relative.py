"""Times that a text counts from an event: the signing of the document, or one that it names."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kh20.periods import Period
from kh20.phrases.lexicon import NUMBERS
from kh20.text.patterns import lazy_pattern

_UNITS = {"ngày": "day", "tuần": "week", "tháng": "month", "năm": "year"}
_ANCHORS = ("từ ngày", "từ khi", "từ lúc", "từ thời điểm", "sau khi", "sau ngày")
_EVENTS = "đăng|công bố|có hiệu lực|nhận|tiếp nhận|thông qua|phê duyệt"

_relative = lazy_pattern(
    r"(?<!\w)(?:(?P<latest>(?:chậm|muộn) nhất(?: là)? |không quá |tối đa )?"
    r"(?P<lead>trong (?:thời hạn |thời gian |vòng )?(?:không quá |tối đa )?|sau )?"
    rf"(?:(?P<count>[0-9]{{1,3}}|{'|'.join(NUMBERS)})(?: \(\w+(?: \w+)?\))?"
    r"|(?:\w+ ){1,3}\((?P<digits>[0-9]{1,3})\)) (?P<unit>ngày|tuần|tháng|năm)"
    r"(?P<working> làm việc)?,? )?"
    r"(?:(?:tính |kể )?từ ngày (?:được )?"
    rf"(?:(?:(?P<signed>ký(?! (?:kết|hợp|hiệp|thỏa)(?!\w))|ban hành)|{_EVENTS})"
    r"(?: ban hành)?(?!\w)|(?P<dated>(?=[0-9])))"
    r"|(?P<event>(?:(?:tính |kể )?từ (?:ngày|khi|lúc|thời điểm)|sau (?:khi|ngày)) "
    r"[^,;.()|]{2,100}))"
)


class Relative(NamedTuple):
    """A time counted from an event, at ``start`` to ``end`` of a plain text.

    ``within`` is the length of a time limit, such as ``30 days`` ("trong thời hạn 30 ngày kể từ
    ngày ký"); None where the count sets none. ``period`` is the day counted to; None if the day of
    the event is not known.
    """

    start: int
    end: int
    within: str | None
    period: Period | None


def find_relative(text: str, issued: date | None) -> Relative | None:
    """Return the first time in a plain text that is counted from an event, if there is one.

    Only the day of signing is known, as ``issued``; the first day counted is the day after it.
    Working days are not counted here: they depend on each year's decision on public holidays. Nor
    is a count from a day that the text gives: the day alone is a start, and no relative one.
    """
    if not any(anchor in text for anchor in _ANCHORS):
        return None
    for match in _relative().finditer(text):
        number = match["digits"] or match["count"]
        if number is None and (match["dated"] is not None or match["event"]):
            continue
        within = None
        if number is not None and (match["lead"] != "sau " or match["latest"]):
            within = _length(number, match["unit"], working=bool(match["working"]))
        period = None
        if match["signed"] and issued is not None and not match["working"]:
            period = _counted(issued, number, match["unit"])
        return Relative(match.start(), len(match[0].rstrip()) + match.start(), within, period)
    return None


def _length(number: str, unit: str, *, working: bool) -> str:
    count = NUMBERS.get(number) or int(number)
    return f"{count} {'working ' if working else ''}{_UNITS[unit]}{'s' if count != 1 else ''}"


def _counted(issued: date, number: str | None, unit: str | None) -> Period | None:
    if number is None:
        return Period.day(issued)
    from dateutil.relativedelta import relativedelta

    count = NUMBERS.get(number) or int(number)
    span = {
        "ngày": relativedelta(days=count),
        "tuần": relativedelta(weeks=count),
        "tháng": relativedelta(months=count),
        "năm": relativedelta(years=count),
    }[unit or "ngày"]
    try:
        return Period.day(issued + span)
    except (OverflowError, ValueError):
        return None
