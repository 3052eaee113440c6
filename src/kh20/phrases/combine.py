"""Combination of the times of a text, and of what they say, into one reading or none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from kh20.periods import Period
from kh20.phrases.counted import Relative
from kh20.phrases.intervals import UNSPECIFIED, Recurrence, cutoff
from kh20.phrases.mentions import Mention
from kh20.phrases.reading import Reading

Bound = tuple[Literal["from", "by", "in", "before"], Period]
"""One end of the time for the work, in the terms of :class:`Reading`."""


def combine(
    mentions: Sequence[Mention],
    recurrences: Sequence[Recurrence],
    relative: Relative | None,
    issued: date | None,
    *,
    ongoing: bool,
    substantially: bool,
) -> Reading | None:
    """Return the one reading that all of these agree on, or None.

    None too where anything about the time of the work stays in doubt: two different ends, a start
    after the end, a day that the calendar does not have, a date without a year that cannot take
    the year of ``issued``.
    """
    every = _every(mentions, recurrences)
    cutoffs: tuple[str, ...] | None = ()
    before: bool | None = None
    if every is not None:
        cutoffs, before = _cutoffs(mentions, every)
        mentions = [mention for mention in mentions if mention.time.dated]
    bounds = _bounds(mentions, issued)
    if bounds is None:
        return None
    if relative is not None and relative.period is not None:
        bounds.append(("by" if relative.within else "from", relative.period))
    elif relative is not None and relative.within:
        return None
    reading = _reading(bounds)
    if reading is None:
        return None
    if substantially and reading.in_ is not None:
        # What is completed in the main in a month is so by its end, wherever the verb stands.
        reading = reading._replace(by=reading.in_, in_=None)
    reading = Reading(
        by=reading.by,
        in_=reading.in_,
        before=reading.before,
        from_=reading.from_,
        ongoing=ongoing or any(mention.says == "onwards" for mention in mentions),
        substantially=substantially and bool(reading.by or reading.before),
        every=every,
        cutoffs=cutoffs or (),
        cutoffs_before=before,
        cutoffs_unread=cutoffs is None,
        bare=any(mention.says == "bare" for mention in mentions),
        relative=relative is not None and relative.period is None,
    )
    return None if reading == Reading() else reading


def _every(mentions: Sequence[Mention], recurrences: Sequence[Recurrence]) -> str | None:
    # The first interval named is the duty's own; "định kỳ hằng năm" names it with its second word.
    for recurrence in recurrences:
        if recurrence.every != UNSPECIFIED:
            return recurrence.every
    if recurrences:
        return UNSPECIFIED
    # One piece of work has one deadline: "trước ngày 15 tháng 6 và 01 tháng 12" is two a year.
    pair = any(
        mention.joined in ("và", "hoặc")
        and not mention.time.dated
        and mention.says in ("by", "in", "before")
        for mention in mentions
    )
    return "year" if pair and not any(mention.time.dated for mention in mentions) else None


_TIMES_A_YEAR = {"quarter": 4, "half-year": 2}


def _cutoffs(mentions: Sequence[Mention], every: str) -> tuple[tuple[str, ...] | None, bool | None]:
    """Return the days by which each turn is due, None where one is named that is none of them."""
    days: list[tuple[str, bool]] = []
    of_year = 0
    for mention in mentions:
        if mention.says in ("from", "unsure") or mention.time.dated:
            continue
        before = mention.says == "before"
        day = cutoff(mention.time, before=before)
        match mention.time.unit:
            case "day-of-month":
                fits = every == "month"
            case "day-of-last-month":
                fits = every in _TIMES_A_YEAR
            case _:
                fits = every != "month"
                of_year += 1
        if day is None or not fits:
            return None, None
        days.append((day, before))
    if of_year and of_year != _TIMES_A_YEAR.get(every, of_year):
        return None, None
    kinds = {before for _day, before in days}
    return tuple(day for day, _before in days), kinds.pop() if len(kinds) == 1 else None


def _bounds(mentions: Sequence[Mention], issued: date | None) -> list[Bound] | None:
    bounds: list[Bound] = []
    ahead = None
    for mention in reversed(mentions):
        if mention.says == "unsure":
            return None
        if mention.time.dated:
            span = mention.time.span(None)
            ahead = span[1] if span is not None else ahead
        elif ahead is not None and mention.says == "from":
            # "từ tháng 3 đến tháng 5/2025": the year is said once, for both ends.
            span = mention.time.span(ahead.last.year)
        else:
            span = mention.time.span(issued.year) if issued is not None else None
            if span is None or issued is None or span[1].last < issued:
                return None
        if span is None:
            return None
        bounds.extend(_said(mention, *span))
    return bounds[::-1]


def _said(mention: Mention, start: Period, end: Period) -> list[Bound]:
    match mention.says:
        case "from" | "onwards":
            return [("from", start)]
        case "span":
            return [("by", end), ("from", start)]
        case "before":
            return [("before", start)]
        case "in":
            return [("in", Period.spanning(start, end))]
        case _:
            return [("by", Period.spanning(start, end))]


def _reading(bounds: list[Bound]) -> Reading | None:
    starts = {period for field, period in bounds if field == "from"}
    ends = [
        Reading(
            by=period if field == "by" else None,
            in_=period if field == "in" else None,
            before=period if field == "before" else None,
        )
        for field, period in bounds
        if field != "from"
    ]
    if len(starts) > 1 or len({end.deadline for end in ends}) > 1:
        return None
    end = ends[0] if ends else Reading()
    start = starts.pop() if starts else None
    if start is not None and end.deadline is not None and start.first > end.deadline:
        return None
    return Reading(by=end.by, in_=end.in_, before=end.before, from_=start)
