"""Days, periods, spans and windows of time, from the text of the options that name them."""

from datetime import date

from kh20.cli.errors import UserError
from kh20.periods import Period, PeriodError, parse_day, parse_period
from kh20.text.i18n import N_, _
from kh20.text.look_alikes import plain_characters
from kh20.text.quoting import shown
from kh20.text.suggestions import did_you_mean

_SPANS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
_OF_ONE_UNIT = {
    "--quarter": ("quarter", "2024Q2", N_("--quarter: “{text}” is not a quarter")),
    "--month": ("month", "2024-06", N_("--month: “{text}” is not a month")),
    "--year": ("year", "2024", N_("--year: “{text}” is not a year")),
}
"""By option: the unit that its periods have, an example, and what is said of another period."""


def typed_day(option: str, text: str, today: date) -> date:
    """Return the day that is the value of an option, which may count from ``today`` (“hôm qua”).

    Raises :class:`UserError` that names the option.
    """
    try:
        return parse_day(text, today)
    except PeriodError as error:
        raise UserError(f"{option}: {error}", error.hint) from None


def typed_period(option: str, text: str, today: date) -> Period:
    """Return the period that is the value of an option, as :func:`typed_day` does a day."""
    try:
        return parse_period(text, today)
    except PeriodError as error:
        raise UserError(f"{option}: {error}", error.hint) from None


def window_asked(
    as_of: date,
    *,
    period: str | None,
    quarter: str | None,
    month: str | None,
    year: str | None,
    between: tuple[str, str] | None,
) -> Period:
    """Return the one window that is named, from ``as_of`` if it counts from a day (“tuần này”).

    It is the quarter of ``as_of`` where none is named.
    Raises :class:`UserError` for two windows at once, and for what is not a period.
    """
    of_one_unit = {"--quarter": quarter, "--month": month, "--year": year}
    given = {"PERIOD": period, **of_one_unit, "--between": between}
    named = [name for name, value in given.items() if value is not None]
    if len(named) > 1:
        raise UserError(
            _("{one} and {other} both name a window").format(one=named[0], other=named[1]),
            _torn(named, of_one_unit, period) or _("give one of them"),
        )
    if between is not None:
        return _between(*between, as_of)
    for option, text in of_one_unit.items():
        if text is not None:
            return _of_one_unit(option, text, as_of)
    if period is not None:
        return typed_period("PERIOD", period, as_of)
    return Period.quarter(as_of.year, (as_of.month - 1) // 3 + 1)


def _torn(named: list[str], typed: dict[str, str | None], rest: str | None) -> str | None:
    """Ask whether a period was meant of which only the first word is the value of the option."""
    *_other, option = named
    text = f"{typed.get(option)} {rest}"
    try:
        parse_period(text)
    except PeriodError:
        return None
    return did_you_mean([f'{option} "{text}"'])


def last_day_within(as_of: date, span: str) -> date:
    """Return the last day of a span that begins on ``as_of``: ``90d``, ``12w``, ``3m``, ``1y``.

    Raises :class:`UserError`.
    """
    text = plain_characters(span).strip().lower()
    unit = _SPANS.get(text[-1:], "days")
    number = text[:-1] if text[-1:] in _SPANS else text
    if not (number.isascii() and number.isdigit()) or len(number) > 6:
        raise UserError(
            _("--within: “{span}” is not a span of time").format(span=shown(span)),
            _("write days, weeks, months or years: 90d, 12w, 3m, 1y"),
        )
    from dateutil.relativedelta import relativedelta

    try:
        return as_of + relativedelta(**{unit: int(number)})  # type: ignore[arg-type]
    except (OverflowError, ValueError):
        raise UserError(
            _("--within: “{span}” reaches past the end of the calendar").format(span=shown(span))
        ) from None


def _between(first: str, last: str, as_of: date) -> Period:
    begin, end = (typed_day("--between", text, as_of) for text in (first, last))
    if begin > end:
        raise UserError(
            _("--between: {last} is before {first}").format(first=begin, last=end),
            _("give the earlier day first"),
        )
    return Period(begin, end)


def _of_one_unit(option: str, text: str, as_of: date) -> Period:
    unit, example, not_of_unit = _OF_ONE_UNIT[option]
    period = None
    try:
        period = typed_period(option, text, as_of)
    except UserError:
        # Of a bare number as a quarter or a month, a person is not told that it is no year.
        if unit == "year" or not text.strip().isdigit():
            raise
    if period is None or period.unit != unit:
        raise UserError(
            _(not_of_unit).format(text=shown(text)),
            _("write it as {example}; any period can be given without an option").format(
                example=example
            ),
        )
    return period
