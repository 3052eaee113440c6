"""Periods from the numbers that a text gives, with a sentence for each way to be impossible."""

from __future__ import annotations

from datetime import date

from kh20.periods.period import Period, PeriodError, days_in
from kh20.text.i18n import _
from kh20.text.quoting import shown

EARLIEST, LATEST = 1900, 2999
"""The years that are read. Anything outside them in a plan is a slip of the finger."""


def _number_of_year(digits: str, text: str) -> int:
    year = int(digits)
    if not EARLIEST <= year <= LATEST:
        raise PeriodError(
            _("“{value}” is out of range: years run from {earliest} to {latest}").format(
                value=shown(text), earliest=EARLIEST, latest=LATEST
            )
        )
    return year


def year_of(digits: str, text: str) -> Period:
    """Return the year written as ``digits``. Raises PeriodError, quoting ``text``, out of range."""
    return Period.year(_number_of_year(digits, text))


def half_of(digits: str, half: int, text: str) -> Period:
    """Return a half-year. Raises PeriodError, quoting ``text``, if there is no such one."""
    year = _number_of_year(digits, text)
    if half not in (1, 2):
        raise PeriodError(
            _("“{value}” is not a half-year: halves are 1 and 2").format(value=shown(text))
        )
    return Period.half(year, half)


def quarter_of(digits: str, quarter: int, text: str) -> Period:
    """Return a quarter. Raises PeriodError, quoting ``text``, if there is no such one."""
    year = _number_of_year(digits, text)
    if not 1 <= quarter <= 4:
        raise PeriodError(
            _("“{value}” is not a quarter: quarters run from 1 to 4").format(value=shown(text))
        )
    return Period.quarter(year, quarter)


def month_of(digits: str, month: int, text: str) -> Period:
    """Return a month. Raises PeriodError, quoting ``text``, if there is no such one."""
    year = _number_of_year(digits, text)
    if not 1 <= month <= 12:
        raise PeriodError(
            _("“{value}” is not a month: months run from 1 to 12").format(value=shown(text))
        )
    return Period.month(year, month)


def day_of(digits: str, month: int, day: int, text: str) -> Period:
    """Return one day. Raises PeriodError, quoting ``text``, if the calendar does not have it."""
    year = _number_of_year(digits, text)
    if not 1 <= month <= 12:
        raise PeriodError(
            _("“{value}” is not a day: months run from 1 to 12").format(value=shown(text))
        )
    days = days_in(year, month)
    if not 1 <= day <= days:
        raise PeriodError(
            _("“{value}” is not a day: {month} has {days} days").format(
                value=shown(text), month=f"{year}-{month:02}", days=days
            )
        )
    return Period.day(date(year, month, day))


def months_of(digits: str, count: int, at_start: bool, text: str) -> Period:
    """Return the first or the last ``count`` months of a year ("9 tháng đầu năm 2024").

    Raises PeriodError, quoting ``text``, if a year does not have that many months.
    """
    year = _number_of_year(digits, text)
    if not 1 <= count <= 12:
        raise PeriodError(
            _("“{value}” is not a part of a year: a year has 12 months").format(value=shown(text))
        )
    if at_start:
        return Period.spanning(Period.month(year, 1), Period.month(year, count))
    return Period.spanning(Period.month(year, 13 - count), Period.month(year, 12))


def range_of(start: Period, end: Period, text: str) -> Period:
    """Return the days from ``start`` to ``end``. Raises PeriodError if they run backwards."""
    if start.first > end.last:
        raise PeriodError(
            _("“{value}” runs backwards: {start} is after {end}").format(
                value=shown(text), start=start, end=end
            ),
            hint=_("write {range}").format(range=Period.spanning(end, start)),
        )
    return Period.spanning(start, end)
