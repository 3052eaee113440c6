"""Reading a phrase of a document that says when something is due."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from kh20.periods import Period
from kh20.phrases.intervals import UNSPECIFIED, Recurrence, cutoff, find_recurrences, find_weekdays
from kh20.phrases.leads import clauses
from kh20.phrases.lexicon import find_ongoing, find_substantially
from kh20.phrases.mentions import Mention, find_mentions
from kh20.phrases.plain import plain
from kh20.phrases.reading import Reading
from kh20.phrases.relative import Relative, find_relative
from kh20.phrases.times import Time

MAX_LENGTH = 1000
"""Characters; a longer text is no phrase and is not read."""

_TIMES_A_YEAR = {"quarter": 4, "half-year": 2}


def read_phrase(phrase: str, *, issued: date | None = None) -> Reading | None:
    """Return what a phrase says about the time of some work, or None.

    ``phrase`` is a part of a sentence of an official Vietnamese document, or one or more cells of
    a table with ``|`` between them. ``issued`` is the day on which the document was signed: a date
    without a year takes its year, and "kể từ ngày ký" is that day.

    None means that the phrase states no time for any work, or that it is not certain which: the
    date of a cited document, a year in a title, words that are not known, two deadlines, a day
    that the calendar does not have. No date is ever guessed.
    """
    return _read_phrase(phrase, issued) if len(phrase) <= MAX_LENGTH else None


@lru_cache(maxsize=4096)
def _read_phrase(phrase: str, issued: date | None) -> Reading | None:
    readings = {_read(cell.strip(), issued) for cell in plain(phrase).split("|")} - {None}
    return readings.pop() if len(readings) == 1 else None


def _read(text: str, issued: date | None) -> Reading | None:
    mentions, others = find_mentions(text)
    # A period alone is a deadline where the phrase begins with it ("Quý II/2025; cập nhật định
    # kỳ"); in brackets after other words it may date anything ("Luật Kiến trúc (năm 2019)").
    following = [*clauses(text, [*others, *(mention.time for mention in mentions)])]
    first = next((clause for clause in following if clause.body < clause.end), None)
    kept = [mention for mention in mentions if mention.says != "bare" or mention.clause == first]
    if _years_ahead(text, mentions, others):
        return None
    alone = len(kept) == len(mentions) and not others
    if not alone and any(mention.says == "bare" for mention in kept):
        return None
    reading = combine(
        kept,
        find_recurrences(text, [mention.time for mention in kept]),
        find_relative(text, issued),
        issued,
        ongoing=bool(find_ongoing(text)),
        substantially=bool(find_substantially(text)),
        milestones=True,
    )
    if reading is not None and issued is not None and reading.every is None:
        past = reading.deadline
        if past is not None and past < issued and not reading.ongoing:
            return None  # It was over before the document: what was, and not what is to be done.
    if reading is not None and reading.kind == "ongoing":
        bodies = {clause.body for clause in following}
        if any(time.start in bodies for time in others):
            return None  # What is said begins with a time that is not understood.
    if reading is not None and reading.every and not all(time.dated for time in others):
        return reading._replace(cutoffs=(), cutoffs_before=None, cutoffs_unread=True)
    if reading is not None and reading.every and reading.every.endswith(("week", "weeks")):
        days, before = find_weekdays(text)
        return reading._replace(cutoffs=days, cutoffs_before=before if days else None)
    return reading


def _years_ahead(text: str, mentions: list[Mention], others: list[Time]) -> bool:
    """Tell whether a year stands right before a time that has none: "năm 2025: trong quý III"."""
    years = [each for each in (*others, *(m.time for m in mentions)) if each.unit == "year"]
    return any(
        not mention.time.dated and not text[year.end : mention.start].strip(" ,:;.-()")
        for mention in mentions
        for year in years
        if year.dated and year.end <= mention.start
    )


def combine(
    mentions: Sequence[Mention],
    recurrences: Sequence[Recurrence] = (),
    relative: Relative | None = None,
    issued: date | None = None,
    *,
    ongoing: bool = False,
    substantially: bool = False,
    milestones: bool = False,
) -> Reading | None:
    """Return the one reading that all that a text says agrees on, or None.

    Of several ends that follow each other the last one counts, with ``milestones``.

    None too where anything about the time of the work stays in doubt: two different ends, a start
    after the end, a day that the calendar does not have, a date without a year that cannot take
    the year of ``issued``.
    """
    every = _every(mentions, recurrences)
    cutoffs: tuple[str, ...] | None = ()
    before: bool | None = None
    once = None
    if every is not None:
        ends = {mention.time.end for mention in mentions}
        if recurrences and all(recurrence.start in ends for recurrence in recurrences):
            # "trước ngày 31/01 năm sau" may be of each year, or of the one after the document.
            once = combine(mentions, (), relative, issued, substantially=substantially)
        cutoffs, before = _cutoffs(mentions, every)
        mentions = [mention for mention in mentions if mention.time.dated]
    bounds = _bounds(mentions, issued)
    if bounds is None:
        return None
    if relative is not None and relative.period is not None:
        day = relative.period
        bounds.append(Reading(by=day) if relative.within else Reading(from_=day))
    elif relative is not None and relative.within and (bounds or every):
        return None
    within = relative.within if relative is not None else None
    if milestones and not any(each.role == "to" or each.joined == "hoặc" for each in mentions):
        bounds = _last_milestone(bounds)
    reading = _between(bounds)
    if reading is None:
        return None
    if substantially and reading.in_ is not None:
        # What is completed in the main in a month is so by its end, wherever the verb stands.
        reading = reading._replace(by=reading.in_, in_=None)
    reading = reading._replace(
        ongoing=ongoing or any(mention.says == "onwards" for mention in mentions),
        substantially=substantially and bool(reading.by or reading.before),
        every=every,
        cutoffs=cutoffs or (),
        cutoffs_before=before,
        cutoffs_unread=cutoffs is None,
        bare=any(mention.says == "bare" for mention in mentions),
        relative=relative is not None and relative.period is None,
        within=within if reading.deadline is None else None,
        counted=within if reading.deadline is not None else None,
        once=once,
    )
    return None if reading == Reading() else reading


def _every(mentions: Sequence[Mention], recurrences: Sequence[Recurrence]) -> str | None:
    # The first interval named is the duty's own; "định kỳ hằng năm" names it with its second word.
    named = [recurrence.every for recurrence in recurrences]
    if named:
        return next((every for every in named if every != UNSPECIFIED), UNSPECIFIED)
    # One piece of work has one deadline: "trước ngày 15 tháng 6 và 01 tháng 12" is two a year.
    pair = any(
        mention.joined in ("và", "hoặc") and mention.says in ("by", "in", "before")
        for mention in mentions
    )
    return "year" if pair and not any(mention.time.dated for mention in mentions) else None


def _cutoffs(mentions: Sequence[Mention], every: str) -> tuple[tuple[str, ...] | None, bool | None]:
    """Return the days by which each turn is due, None where one is named that is none of them."""
    days: list[str] = []
    kinds: set[bool] = set()
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
        days.append(day)
        kinds.add(before)
    if of_year and of_year != _TIMES_A_YEAR.get(every, of_year):
        return None, None
    return tuple(days), kinds.pop() if len(kinds) == 1 else None


def _bounds(mentions: Sequence[Mention], issued: date | None) -> list[Reading] | None:
    """Return what each mention says of the start or the end of the work; None where one cannot."""
    bounds: list[Reading] = []
    ahead = None
    for mention in reversed(mentions):
        if mention.says == "unsure":
            return None
        if mention.time.dated:
            span = mention.time.span(issued.year if issued is not None else None)
            ahead = span[1] if span is not None else ahead
        elif ahead is not None and mention.says == "from" and mention.time.later is None:
            # "từ tháng 3 đến tháng 5/2025": the year is said once, for both ends.
            span = mention.time.span(ahead.last.year)
        else:
            span = mention.time.span(issued.year) if issued is not None else None
            if span is None or issued is None or span[1].last < issued:
                return None
            ahead = span[1] if mention.time.later is not None else ahead
        if span is None:
            return None
        bounds.extend(_said(mention, *span))
    return bounds[::-1]


def _said(mention: Mention, start: Period, end: Period) -> list[Reading]:
    match mention.says:
        case "from" | "onwards":
            return [Reading(from_=start)]
        case "span":
            return [Reading(by=end), Reading(from_=start)]
        case "before":
            return [Reading(before=start)]
        case "in":
            return [Reading(in_=Period.spanning(start, end))]
        case _:
            return [Reading(by=Period.spanning(start, end))]


def _last_milestone(bounds: list[Reading]) -> list[Reading]:
    """Return the last of several ends that follow each other, if they are all that is said.

    "Sơ kết vào năm 2028 và tổng kết vào năm 2030" is over with the last of them.
    """
    ends = [bound.deadline for bound in bounds]
    days = [end for end in ends if end is not None]
    if len(days) < len(ends) or any(one > other for one, other in pairwise(days)):
        return bounds
    return bounds[-1:] if len(set(days)) > 1 else bounds


def _between(bounds: Sequence[Reading]) -> Reading | None:
    """Return the one start and the one end among some bounds; None where they do not agree."""
    starts = {bound.from_ for bound in bounds if bound.from_ is not None}
    ends = [bound for bound in bounds if bound.deadline is not None]
    if len(starts) > 1 or len({end.deadline for end in ends}) > 1:
        return None
    end = ends[0] if ends else Reading()
    start = starts.pop() if starts else None
    if start is not None and end.deadline is not None and start.first > end.deadline:
        return None
    return end._replace(from_=start)
