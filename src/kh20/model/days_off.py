"""Days off: the weekends and holidays of an authority, and the days that it works in exchange."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from kh20.periods import Period, parse_canonical

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True)
class DaysOff:
    """The days on which nothing can fall due, and that are no working days.

    These are Saturdays, Sundays and ``holidays``, less the weekend days that are worked in exchange
    for another one. Periods are given as such or in their canonical spelling.
    """

    holidays: tuple[Period | str, ...] = ()
    working_days: tuple[Period | str, ...] = ()

    def __or__(self, other: DaysOff) -> DaysOff:
        holidays = (*self.holidays, *other.holidays)
        return DaysOff(holidays, (*self.working_days, *other.working_days))

    @cached_property
    def listed(self) -> frozenset[date]:
        """The holidays, each day by itself."""
        return frozenset(_days(self.holidays))

    @cached_property
    def worked(self) -> frozenset[date]:
        """The weekend days that are worked, each by itself."""
        return frozenset(_days(self.working_days))

    def is_off(self, day: date) -> bool:
        """Tell whether a day is a day off."""
        return day not in self.worked and (day.weekday() >= _SATURDAY or day in self.listed)

    def next_working_day(self, day: date) -> date:
        """Return a day itself, or the first working day after it where it is a day off."""
        while self.is_off(day):
            day += _DAY
        return day

    def working_days_after(self, day: date, count: int) -> date:
        """Return the working day that is so many working days after a day, itself not counted."""
        while count:
            day += _DAY
            count -= not self.is_off(day)
        return day

    def years_unlisted(self, first: date, last: date) -> list[int]:
        """Return the years from one day to another of which no holiday is listed."""
        known = {day.year for day in self.listed}
        return [year for year in range(first.year, last.year + 1) if year not in known]


def _days(periods: Iterable[Period | str]) -> Iterator[date]:
    for given in periods:
        period = parse_canonical(given) if isinstance(given, str) else given
        day = period.first
        while day <= period.last:
            yield day
            day += _DAY
