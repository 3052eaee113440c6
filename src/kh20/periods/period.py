"""A stretch of days of the calendar, both ends included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kh20.text.quoting import shown

Unit = Literal["year", "half", "quarter", "month", "week", "day", "range"]
"""What a period is exactly one of; ``range`` is any other stretch of days."""

_MONTHS_IN: dict[Unit, int] = {"year": 12, "half": 6, "quarter": 3, "month": 1}


class PeriodError(ValueError):
    """A text does not name a period. ``str()`` is one sentence for a person and quotes the text.

    ``hint`` is what to write instead, where that is known; it is not part of ``str()``.
    """

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Keep the sentence ``message`` and, where there is one, the ``hint`` that fixes it."""
        super().__init__(message)
        self.hint = hint

    @classmethod
    def quoting(
        cls, text: str, sentence: str, hint: str | None = None, **values: object
    ) -> PeriodError:
        """Return the error that says a translated ``sentence`` of ``text``, its ``{value}``."""
        return cls(sentence.format(value=shown(text), **values), hint)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The days from ``first`` to ``last``, both included; ordered by first, then by last day.

    Not a moment and not a length: "2024-Q2" is 1 April to 30 June 2024. Where a period stands for
    a deadline, the deadline is its ``last`` day. Raises ValueError if ``first`` is after ``last``.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it starts."""
        if self.first > self.last:
            raise ValueError(f"a period cannot run backwards: {self.first} is after {self.last}")

    @classmethod
    def year(cls, year: int) -> Period:
        """Return a calendar year. Raises ValueError for a year that dates do not have."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def half(cls, year: int, half: int) -> Period:
        """Return half-year 1 or 2 of a year. Raises ValueError for any other number."""
        return cls._of_months(year, half, 6)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Period:
        """Return quarter 1 to 4 of a year. Raises ValueError for any other number."""
        return cls._of_months(year, quarter, 3)

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """Return month 1 to 12 of a year. Raises ValueError for any other number."""
        return cls._of_months(year, month, 1)

    @classmethod
    def week(cls, year: int, week: int) -> Period:
        """Return a week of a year by ISO 8601, from Monday to Sunday.

        Raises ValueError for a week that the year has not.
        """
        monday = date.fromisocalendar(year, week, 1)
        return cls(monday, monday + timedelta(days=6))

    @classmethod
    def day(cls, day: date) -> Period:
        """Return the period that is one day."""
        return cls(day, day)

    @classmethod
    def spanning(cls, start: Period, end: Period) -> Period:
        """Return the days from the first of ``start`` to the last of ``end``.

        Raises ValueError if ``end`` is over before ``start`` begins.
        """
        return cls(start.first, end.last)

    @classmethod
    def _of_months(cls, year: int, number: int, months: int) -> Period:
        final = number * months
        if not 1 <= number <= 12 // months:
            raise ValueError(f"{number} is not from 1 to {12 // months}")
        last_day = days_in(year, final)
        return cls(date(year, final - months + 1, 1), date(year, final, last_day))

    @property
    def unit(self) -> Unit:
        """The largest unit that this period exactly is; ``range`` if it is none of them."""
        if self.first == self.last:
            return "day"
        if (self.last - self.first).days == 6 and self.first.weekday() == 0:
            return "week"
        if self.first.year == self.last.year:
            length = self.last.month - self.first.month + 1
            for unit, months in _MONTHS_IN.items():
                if length == months and self._starts(months) and self._ends(months):
                    return unit
        return "range"

    def _starts(self, months: int) -> bool:
        return self.first.day == 1 and self.first.month % months == 1 % months

    def _ends(self, months: int) -> bool:
        last = self.last
        return last.month % months == 0 and last.day == days_in(last.year, last.month)

    def __str__(self) -> str:
        """Return the canonical spelling, the only one that plan.yaml has for this period.

        A range is written with the largest unit that fits both ends: ``2024/2025``,
        ``2024-03/2024-05``, ``2024-03-05/2024-06-30``.
        """
        unit = self.unit
        if unit != "range":
            return _spelling(self.first, unit)
        for end, months in _MONTHS_IN.items():
            if self._starts(months) and self._ends(months):
                return f"{_spelling(self.first, end)}/{_spelling(self.last, end)}"
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def contains(self, day: date) -> bool:
        """Tell whether ``day`` is one of the days of this period."""
        return self.first <= day <= self.last

    def overlaps(self, other: Period) -> bool:
        """Tell whether this period and ``other`` have at least one day in common."""
        return self.first <= other.last and other.first <= self.last


def days_in(year: int, month: int) -> int:
    """Return how many days month 1 to 12 of a year has."""
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def _spelling(day: date, unit: Unit) -> str:
    match unit:
        case "year":
            return f"{day.year:04}"
        case "half":
            return f"{day.year:04}-H{(day.month + 5) // 6}"
        case "quarter":
            return f"{day.year:04}-Q{(day.month + 2) // 3}"
        case "month":
            return f"{day.year:04}-{day.month:02}"
        case "week":
            year, week, _weekday = day.isocalendar()
            return f"{year:04}-W{week:02}"
        case _:
            return day.isoformat()
