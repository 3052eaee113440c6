"""Reading a period as a person types it or as plan.yaml has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from kh20.periods.build import range_of
from kh20.periods.canonical import read_canonical
from kh20.periods.forms import fold, range_forms, single_forms
from kh20.periods.period import Period, PeriodError
from kh20.text.i18n import _
from kh20.text.quoting import shown

MAX_LENGTH = 100
"""Characters; no spelling of a period comes near it."""


def parse_period(text: str) -> Period:
    """Return the period that ``text`` names, in any spelling that is read.

    Read are the canonical spellings, ``2024Q2``, ``Q2/2024``, ``6/2024``, ``30/6/2024``, the
    Vietnamese ones (``quý II/2024``, ``tháng 6 năm 2024``, ``6 tháng đầu năm 2024``) with or
    without diacritics and in any case, and ranges of them. ``2/2025`` is a month, never a quarter.
    A sentence *about* a period ("hoàn thành trong quý I/2024") is not read here.

    Raises PeriodError, which says what is wrong, for everything else.
    """
    if len(text) > MAX_LENGTH:
        raise PeriodError(
            _("“{value}” is too long for a period: at most {count} characters").format(
                value=shown(text), count=MAX_LENGTH
            )
        )
    quoted = text.strip()
    period = read_canonical(quoted)
    if period is None:
        period = _read(fold(text), quoted)
    if period is None:
        raise _not_a_period(fold(text), quoted)
    return period


def parse_canonical(text: str) -> Period:
    """Return the period that ``text`` spells in the canonical way, as plan.yaml must.

    Raises PeriodError for every other text; where it is another spelling of a period, the error's
    ``hint`` gives the canonical one.
    """
    period = read_canonical(text)
    if period is not None:
        return period
    try:
        understood = parse_period(text)
    except PeriodError as error:
        if error.hint is None and _read_nothing(text):
            raise _not_canonical(text, hint=None) from None
        raise
    raise _not_canonical(text, hint=_("write {period}").format(period=understood))


def parse_day(text: str) -> date:
    """Return the one day that ``text`` names. Raises PeriodError for anything longer than a day."""
    try:
        period = parse_period(text)
    except PeriodError as error:
        if error.hint is not None or not (
            _read_nothing(text) or re.fullmatch("[0-9]{8}", text.strip())
        ):
            raise
        raise PeriodError(
            _("“{value}” is not a day").format(value=shown(text.strip())),
            hint=_("write it as 2024-06-30 or 30/6/2024"),
        ) from None
    if period.first != period.last:
        raise PeriodError(
            _("“{value}” is more than one day").format(value=shown(text.strip())),
            hint=_("write {first} or {last}").format(first=period.first, last=period.last),
        )
    return period.first


def _read(folded: str, quoted: str) -> Period | None:
    if folded.startswith("tu "):
        return _read_range(folded[3:], quoted)
    return _read_single(folded, quoted) or _read_range(folded, quoted)


def _read_single(folded: str, quoted: str) -> Period | None:
    if "/" not in folded:
        period = read_canonical(folded.upper())
        if period is not None:
            return period
    for pattern, build in single_forms():
        match = pattern.fullmatch(folded)
        if match is not None:
            return build(match, quoted)
    return None


def _read_range(folded: str, quoted: str) -> Period | None:
    for pattern, build in range_forms():
        match = pattern.fullmatch(folded)
        if match is not None:
            return build(match, quoted)
    for before, after in _splits(folded):
        start = _read_end(before, quoted)
        end = _read_end(after.removeprefix("het "), quoted) if start is not None else None
        if start is not None and end is not None:
            return range_of(start, end, quoted)
    return None


def _read_end(folded: str, quoted: str) -> Period | None:
    for prefix in ("giai doan ", "cac nam "):
        folded = folded.removeprefix(prefix)
    return _read_single(folded, quoted)


def _splits(folded: str) -> Iterator[tuple[str, str]]:
    # The surest separators come first: a hyphen or slash also stands inside a date.
    for pattern in (" den ", " ?– ?", " - ", "-", "/"):
        for match in re.finditer(pattern, folded):
            yield folded[: match.start()], folded[match.end() :]


def _not_a_period(folded: str, quoted: str) -> PeriodError:
    if re.fullmatch("[0-9]{1,3}|[0-9]{5,}", folded):
        return PeriodError(
            _("“{value}” is not a year: years are written with four digits").format(
                value=shown(quoted)
            )
        )
    for joint in ("/2024", " 2024"):
        if _reads(folded + joint):
            return PeriodError(
                _("“{value}” names no year").format(value=shown(quoted)),
                hint=_("write {period}, with the year you mean").format(period=quoted + joint),
            )
    short = re.fullmatch("(.*[-/ .])([0-9]{2})", folded)
    if short is not None and _reads(f"{short[1]}20{short[2]}"):
        return PeriodError(
            _("“{value}” is not a period: years are written with four digits").format(
                value=shown(quoted)
            ),
            hint=_("write {period}").format(period=f"{quoted[:-2]}20{quoted[-2:]}"),
        )
    return PeriodError(
        _(
            "“{value}” is not a period: write 2024, 2024-H1, 2024-Q2, 2024-06, 2024-06-30, "
            "2024/2025, quý II/2024, tháng 6/2024 or 30/6/2024"
        ).format(value=shown(quoted))
    )


def _not_canonical(text: str, hint: str | None) -> PeriodError:
    return PeriodError(
        _(
            "“{value}” is not how a plan spells a period: 2024, 2024-H1, 2024-Q2, 2024-06, "
            "2024-06-30, or two of them as 2024/2025"
        ).format(value=shown(text)),
        hint=hint,
    )


def _read_nothing(text: str) -> bool:
    # True for a text that resembles no spelling at all: one that does has a sentence of its own.
    if len(text) > MAX_LENGTH:
        return False
    with suppress(PeriodError):
        return _read(fold(text), text) is None
    return False


def _reads(folded: str) -> bool:
    with suppress(PeriodError):
        return _read_single(folded, folded) is not None
    return False
