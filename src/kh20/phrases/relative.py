"""Starts and deadlines counted from the day on which a document was signed or took effect."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from kh20.periods import Period


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
    return re.compile(
        r"(?<!\w)(?:(?P<within>trong (?:thời hạn|thời gian|vòng) |sau )?(?P<days>[0-9]{1,3})"
        r" ngày(?P<working> làm việc)?,? )?(?:kể )?từ ngày (?:được )?"
        r"(?:(?P<signed>ký|ban hành)|đăng|công bố|có hiệu lực|nhận|tiếp nhận|thông qua|phê duyệt)"
        r"(?: ban hành)?(?!\w)"
    )


def find_relative(text: str, issued: date | None) -> Relative | None:
    """Return the first time in a plain text that is counted from an event, if there is one.

    Only the day of signing is known, as ``issued``; the first day counted is the day after it.
    Working days are not counted here: they depend on each year's decision on public holidays.
    """
    match = _relative().search(text) if "từ ngày" in text else None
    if match is None:
        return None
    within = match["days"] is not None and match["within"] != "sau "
    period = None
    if match["signed"] and issued is not None and not match["working"]:
        days = timedelta(days=int(match["days"] or 0))
        if date.max - issued >= days:
            period = Period.day(issued + days)
    return Relative(match.start(), match.end(), within, period)
