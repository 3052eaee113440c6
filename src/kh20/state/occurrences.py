"""The occurrences of a recurring duty, each an obligation of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from kh20.model import Recurrence, Task
from kh20.model.due import LAST_DAY, cut_off_days, months_between
from kh20.periods import Period
from kh20.state.obligation import Obligation

_CALENDAR = {"year": 12, "half-year": 6, "quarter": 3, "month": 1}


class _Turn(NamedTuple):
    period: Period
    label: str


def occurrences(task: Task, issued: date) -> Iterator[Obligation]:
    """Yield the occurrences of a recurring task in order, without end where none is stated.

    The first is the one of ``from``, else the first whose deadline is not before ``issued``, the
    day on which the document was issued. The task's due must be a :class:`Recurrence`.
    """
    due = task.due
    if not isinstance(due, Recurrence):
        raise TypeError(task.id)
    for turn in _turns(due, issued):
        if due.until is not None and turn.period.first > due.until.last:
            return
        deadlines = _deadlines(due, turn.period)
        for deadline in deadlines:
            if due.from_ is None and deadline < issued:
                continue
            label = (
                turn.label
                if len(deadlines) == 1
                else str(Period.month(deadline.year, deadline.month))
            )
            yield Obligation(task, turn.period.first, deadline, label)


def _turns(due: Recurrence, issued: date) -> Iterator[_Turn]:
    """Yield the stretches of the calendar that the duty comes in, one after the other."""
    from dateutil.rrule import MONTHLY, rrule

    months = months_between(due.every)
    calendar = due.every in _CALENDAR
    first = due.from_.first if due.from_ is not None else issued
    if calendar or due.from_ is None:
        # A named unit is the calendar's: the quarter is the quarter, whatever day it was asked on.
        unit = months if calendar else 1
        first = date(first.year, (first.month - 1) // unit * unit + 1, 1)
    # The 31st of a shorter month is its last day: take the last that exists of the 28th and on.
    days = range(min(28, first.day), first.day + 1)
    starts = rrule(
        MONTHLY,
        dtstart=datetime(first.year, first.month, first.day),
        interval=months,
        bymonthday=tuple(days),
        bysetpos=-1,
        until=datetime(2999, 12, 31),
    )
    start: date | None = None
    for moment in starts:
        following = moment.date()
        if start is not None:
            yield _turn(start, following, calendar)
        start = following


def _turn(start: date, following: date, calendar: bool) -> _Turn:
    period = Period(start, following - timedelta(days=1))
    if calendar:
        return _Turn(period, str(period))
    whole_years = period.first.month == 1 and period.first.day == 1 and period.unit != "half"
    if whole_years and period.last.month == 12:
        return _Turn(period, str(start.year))
    return _Turn(period, str(Period.month(start.year, start.month)))


def _deadlines(due: Recurrence, period: Period) -> list[date]:
    cut_offs = due.by or due.before or (LAST_DAY,)
    less = timedelta(days=1 if due.before else 0)
    found = (day for cut_off in cut_offs for day in cut_off_days(cut_off, period))
    return sorted(day - less for day in found)
