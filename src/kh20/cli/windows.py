"""The window of time that a command is asked about, from the options that name one."""

from __future__ import annotations

from datetime import date

from kh20.cli.errors import UserError
from kh20.periods import Period, PeriodError, parse_day, parse_period
from kh20.text.i18n import _
from kh20.text.quoting import shown

_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}


def window_asked(
    as_of: date,
    *,
    period: str | None,
    quarter: str | None,
    month: str | None,
    year: str | None,
    between: tuple[str, str] | None,
) -> Period:
    """Return the one window that is named; the quarter of ``as_of`` where none is.

    Raises :class:`UserError` for two windows at once, and for what is not a period.
    """
    given = {
        "PERIOD": period,
        "--quarter": quarter,
        "--month": month,
        "--year": year,
        "--between": between,
    }
    named = [name for name, value in given.items() if value is not None]
    if len(named) > 1:
        raise UserError(
            _("{one} and {other} both name a window").format(one=named[0], other=named[1]),
            _("give one of them"),
        )
    if between is not None:
        return _between(*between)
    if quarter is not None:
        return _of_unit("--quarter", quarter, "quarter")
    if month is not None:
        return _of_unit("--month", month, "month")
    if year is not None:
        return _of_unit("--year", year, "year")
    if period is not None:
        return _parsed("PERIOD", period)
    return Period.quarter(as_of.year, (as_of.month - 1) // 3 + 1)


def last_day_within(as_of: date, span: str) -> date:
    """Return the last day of a span that begins on ``as_of``: ``90d``, ``12w``, ``3m``, ``1y``.

    Raises :class:`UserError`.
    """
    text = span.strip().lower()
    unit = _UNITS.get(text[-1:], "days")
    number = text[:-1] if text[-1:] in _UNITS else text
    if not (number.isascii() and number.isdigit()) or len(number) > 6:
        raise UserError(
            _("--within: “{span}” is not a span of time").format(span=span),
            _("write days, weeks, months or years: 90d, 12w, 3m, 1y"),
        )
    from dateutil.relativedelta import relativedelta

    try:
        return as_of + relativedelta(**{unit: int(number)})  # type: ignore[arg-type]
    except (OverflowError, ValueError):
        raise UserError(
            _("--within: “{span}” reaches past the end of the calendar").format(span=span)
        ) from None


def _between(first: str, last: str) -> Period:
    days = []
    for text in (first, last):
        try:
            days.append(parse_day(text))
        except PeriodError as error:
            raise UserError(f"--between: {error}", error.hint) from None
    if days[0] > days[1]:
        raise UserError(
            _("--between: {last} is before {first}").format(first=days[0], last=days[1]),
            _("give the earlier day first"),
        )
    return Period(*days)


def _of_unit(option: str, text: str, unit: str) -> Period:
    name = {"quarter": _("a quarter"), "month": _("a month"), "year": _("a year")}[unit]
    example = {"quarter": "2024Q2", "month": "2024-06", "year": "2024"}[unit]
    try:
        period = parse_period(text)
    except PeriodError as error:
        if unit == "year" or not text.strip().isdigit():
            raise UserError(f"{option}: {error}", error.hint) from None
        period = None  # Of a bare number a person is not told that it is no year.
    if period is None or period.unit != unit:
        raise UserError(
            _("{option}: “{text}” is not {name}").format(
                option=option, text=shown(text), name=name
            ),
            _("write it as {example}; any period can be given without an option").format(
                example=example
            ),
        )
    return period


def _parsed(option: str, text: str) -> Period:
    try:
        return parse_period(text)
    except PeriodError as error:
        raise UserError(f"{option}: {error}", error.hint) from None
