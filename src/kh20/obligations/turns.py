"""The turns of a recurring duty, each an obligation of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kh20.model import Recurrence, Task
from kh20.model.due import (
    CALENDAR_UNITS,
    LAST_DAY,
    last_days_in_time,
    months_between,
    weeks_between,
)
from kh20.obligations.obligation import Obligation
from kh20.periods import Period, PeriodError, parse_canonical

_LAST_YEAR = 3100
"""The end of time: past the last year that a period can name."""

_BLOCK = 12
"""How many periods are worked out together; many duties of a plan come in the same ones."""


class Schedule(NamedTuple):
    """All that the turns of a duty depend on; the keys are those of its due."""

    every: str
    by: tuple[str, ...] | None
    before: tuple[str, ...] | None
    from_: Period | None
    until: Period | None
    issued: date

    @classmethod
    def of(cls, due: Recurrence, issued: date) -> Schedule:
        """Return the schedule of a due in a document that was issued on a day."""
        return cls(due.every, due.by, due.before, due.from_, due.until, issued)

    @property
    def begin(self) -> date:
        """The first day that can be a deadline."""
        return self.from_.first if self.from_ is not None else self.issued

    @property
    def end(self) -> date:
        """The last day that can be a deadline."""
        return self.until.last if self.until is not None else date.max

    @property
    def first_day(self) -> date:
        """The day on which the first turn begins."""
        first = self.begin
        if weeks_between(self.every):
            return first - timedelta(days=first.weekday())
        if self.every in CALENDAR_UNITS or self.from_ is None:
            # A named unit is the calendar's: the quarter is the quarter, whatever day it is in.
            unit = CALENDAR_UNITS.get(self.every, 1)
            first = date(first.year, (first.month - 1) // unit * unit + 1, 1)
        return first


def turns_of(task: Task, issued: date, since: date | None = None) -> Iterator[Obligation]:
    """Yield the turns of a recurring task in order, without end where none is stated.

    The first is the first whose deadline is not before ``from`` or, where that is not stated, not
    before ``issued``, the day on which the document was issued; the last the last whose deadline is
    not after ``until``. Those whose turn is over before ``since`` may be left out. The task's due
    must be a :class:`Recurrence`.
    """
    due = task.due
    if not isinstance(due, Recurrence):
        raise TypeError(task.id)
    schedule = Schedule.of(due, issued)
    number = 0
    if since is not None:
        first = schedule.first_day
        weeks = weeks_between(due.every)
        if weeks:
            passed = (since - first).days // (7 * weeks)
        else:
            months = (since.year - first.year) * 12 + since.month - first.month
            passed = months // months_between(due.every)
        number = max(0, passed - 1) // _BLOCK
    while (block := _block(schedule, number)) is not None:
        for start, deadline, label in block:
            yield Obligation(task, start, deadline, label)
        number += 1


@lru_cache(maxsize=4096)
def _block(schedule: Schedule, number: int) -> tuple[tuple[date, date, str], ...] | None:
    """Return start, deadline and name of the turns in some periods; ``None`` after the last."""
    begin, end = schedule.begin, schedule.end
    in_time = [each for each in periods_of(schedule, number * _BLOCK, _BLOCK) if each.first <= end]
    found = []
    for period in in_time:
        start = period.first if schedule.from_ is None else max(period.first, begin)
        deadlines = deadlines_in(schedule, period)
        for deadline, label in zip(deadlines, _labels(schedule, period, deadlines), strict=True):
            if begin <= deadline <= end:
                found.append((start, deadline, label))
    return tuple(found) if in_time else None


def find_turn(task: Task, issued: date, label: str) -> Obligation | None:
    """Return the turn of a recurring task that a label names, if there is one."""
    try:
        named = parse_canonical(label)
    except PeriodError:
        return None
    for found in turns_of(task, issued, named.first):
        if found.turn == label:
            return found
        if found.start is not None and found.start > named.last:
            return None
    return None


def periods_of(schedule: Schedule, skip: int, count: int) -> Iterator[Period]:
    """Yield some of the periods that a duty comes in, one after the other.

    The first ``skip`` of them are left out. Up to ``count`` are given, fewer at the end of time.
    """
    from dateutil.rrule import MONTHLY, rrule

    if weeks := weeks_between(schedule.every):
        yield from _weeks_of(schedule, weeks, skip, count)
        return
    first, interval = schedule.first_day, months_between(schedule.every)
    month = first.year * 12 + first.month - 1 + skip * interval
    if month // 12 > _LAST_YEAR:
        return
    # The 31st of a shorter month is its last day: take the last that exists of the 28th and on.
    days = (first.day,) if first.day <= 28 else tuple(range(28, first.day + 1))
    starts = rrule(
        MONTHLY,
        dtstart=datetime(month // 12, month % 12 + 1, 1),
        interval=interval,
        bymonthday=days,
        bysetpos=None if len(days) == 1 else -1,
        count=count + 1,
    )
    for start, following in pairwise(starts):
        yield Period(start.date(), following.date() - timedelta(days=1))


def _weeks_of(schedule: Schedule, weeks: int, skip: int, count: int) -> Iterator[Period]:
    length = timedelta(weeks=weeks)
    for number in range(skip, skip + count):
        start = schedule.first_day + number * length
        if start.year > _LAST_YEAR:
            return
        yield Period(start, start + length - timedelta(days=1))


def deadlines_in(schedule: Schedule, period: Period) -> list[date]:
    """Return the last days in time in one period, in order, each once."""
    return sorted(
        {
            day
            for cut_off in schedule.before or schedule.by or (LAST_DAY,)
            for day in last_days_in_time(cut_off, period, before=bool(schedule.before))
        }
    )


def _labels(schedule: Schedule, period: Period, deadlines: list[date]) -> list[str]:
    """Name the deadlines in a period: a single one by the period, else by their months or days."""
    if len(deadlines) == 1:
        return [_label(schedule, period)]
    months = [str(Period.month(day.year, day.month)) for day in deadlines]
    if period.first.day == 1 and len(set(months)) == len(months):
        return months
    return [day.isoformat() for day in deadlines]


def _label(schedule: Schedule, period: Period) -> str:
    if weeks_between(schedule.every):
        return str(Period(period.first, period.first + timedelta(days=6)))
    if schedule.every in CALENDAR_UNITS:
        return str(period)
    if (period.first.month, period.first.day, period.last.month, period.last.day) == (1, 1, 12, 31):
        return str(period.first.year)
    return str(Period.month(period.first.year, period.first.month))
