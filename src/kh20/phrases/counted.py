"""Starts and deadlines counted from the day on which a document was signed or took effect."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from kh20.periods import Period
from kh20.phrases.lexicon import NUMBERS


class Relative(NamedTuple):
    """A time counted from an event, at ``start`` to ``end`` of a plain text.

    ``within`` tells that the count is a time limit ("trong thời hạn 30 ngày kể từ ngày ký").
    ``period`` is the day counted to; None if the day of the event is not known.
    """

    start: int
    end: int
    within: bool
    period: Period | None


@cache
def _relative() -> re.Pattern[str]:
    number = "|".join(["[0-9]{1,3}", *NUMBERS])
    event = "đăng|công bố|có hiệu lực|nhận|tiếp nhận|thông qua|phê duyệt"
    return re.compile(
        r"(?<!\w)(?:(?P<latest>(?:chậm|muộn) nhất(?: là)? )?"
        r"(?P<lead>trong (?:thời hạn |thời gian |vòng )?|sau )?"
        rf"(?P<count>{number})(?: \(\w+\))? (?P<unit>ngày|tuần|tháng|năm)"
        r"(?P<working> làm việc)?,? )?"
        r"(?:kể )?từ ngày (?:được )?"
        rf"(?:(?:(?P<signed>ký|ban hành)|{event})(?: ban hành)?(?!\w)|(?P<dated>(?=[0-9])))"
    )


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
