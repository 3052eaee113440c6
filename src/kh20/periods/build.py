"""Periods from the numbers that a text gives, with a sentence for each way to be impossible."""

from datetime import date

from kh20.periods.period import Period, PeriodError, days_in
from kh20.text.i18n import N_, _

EARLIEST, LATEST = 1900, 2999
"""The years that are read. Anything outside them in a plan is a slip of the finger."""


def year_of(digits: str, text: str) -> Period:
    """Return the year written as ``digits``. Raises PeriodError, quoting ``text``, out of range."""
    return Period.year(_year(digits, text))


def half_of(digits: str, half: int, text: str) -> Period:
    """Return a half-year. Raises PeriodError, quoting ``text``, if there is no such one."""
    year = _year(digits, text)
    _check(half, 2, text, N_("“{value}” is not a half-year: halves are 1 and 2"))
    return Period.half(year, half)


def quarter_of(digits: str, quarter: int, text: str) -> Period:
    """Return a quarter. Raises PeriodError, quoting ``text``, if there is no such one."""
    year = _year(digits, text)
    _check(quarter, 4, text, N_("“{value}” is not a quarter: quarters run from 1 to 4"))
    return Period.quarter(year, quarter)


def month_of(digits: str, month: int, text: str) -> Period:
    """Return a month. Raises PeriodError, quoting ``text``, if there is no such one."""
    year = _year(digits, text)
    _check(month, 12, text, N_("“{value}” is not a month: months run from 1 to 12"))
    return Period.month(year, month)


def week_of(digits: str, week: int, text: str) -> Period:
    """Return a week by ISO 8601. Raises PeriodError, quoting ``text``, if there is no such one."""
    year = int(_year(digits, text))
    weeks = date(year, 12, 28).isocalendar().week
    if not 1 <= week <= weeks:
        sentence = _("“{value}” is not a week: {year} has {weeks} weeks")
        raise PeriodError.quoting(text, sentence, year=year, weeks=weeks)
    return Period.week(year, week)


def day_of(digits: str, month: int, day: int, text: str) -> Period:
    """Return one day. Raises PeriodError, quoting ``text``, if the calendar does not have it."""
    year = _year(digits, text)
    _check(month, 12, text, N_("“{value}” is not a day: months run from 1 to 12"))
    days = days_in(year, month)
    if not 1 <= day <= days:
        sentence = _("“{value}” is not a day: {month} has {days} days")
        raise PeriodError.quoting(text, sentence, month=f"{year}-{month:02}", days=days)
    return Period.day(date(year, month, day))


def months_of(digits: str, count: int, at_start: bool, text: str) -> Period:
    """Return the first or the last ``count`` months of a year ("9 tháng đầu năm 2024").

    Raises PeriodError, quoting ``text``, if a year does not have that many months.
    """
    year = _year(digits, text)
    _check(count, 12, text, N_("“{value}” is not a part of a year: a year has 12 months"))
    first = 1 if at_start else 13 - count
    return Period.spanning(Period.month(year, first), Period.month(year, first + count - 1))


def range_of(start: Period, end: Period, text: str) -> Period:
    """Return the days from ``start`` to ``end``. Raises PeriodError if they run backwards."""
    if start.first > end.last:
        sentence = _("“{value}” runs backwards: {start} is after {end}")
        hint = _("write {range}").format(range=Period.spanning(end, start))
        raise PeriodError.quoting(text, sentence, hint, start=start, end=end)
    return Period.spanning(start, end)


def _year(digits: str, text: str) -> int:
    year = int(digits)
    if not EARLIEST <= year <= LATEST:
        sentence = _("“{value}” is out of range: years run from {earliest} to {latest}")
        raise PeriodError.quoting(text, sentence, earliest=EARLIEST, latest=LATEST)
    return year


def _check(number: int, last: int, text: str, sentence: str) -> None:
    if not 1 <= number <= last:
        raise PeriodError.quoting(text, _(sentence))
