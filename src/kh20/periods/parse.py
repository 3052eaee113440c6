"""Reading a period as a person types it or as plan.yaml has it."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from kh20.periods.build import range_of
from kh20.periods.counted import counted_from
from kh20.periods.period import Period, PeriodError
from kh20.periods.spellings import Form, fold, range_forms, read_canonical, single_forms
from kh20.text.i18n import _

MAX_LENGTH = 100
"""Characters; no spelling of a period comes near it."""


def parse_period(text: str, today: date | None = None) -> Period:
    """Return the period that ``text`` names, in any spelling that is read.

    Read are the canonical spellings, ``2024Q2``, ``Q2/2024``, ``6/2024``, ``30/6/2024``, the
    Vietnamese ones (``quý II/2024``, ``tháng 6 năm 2024``, ``6 tháng đầu năm 2024``) with or
    without diacritics and in any case, and ranges of them. ``2/2025`` is a month, never a quarter.
    A sentence *about* a period ("hoàn thành trong quý I/2024") is not read here. Given ``today``,
    what counts from it is read too (``tuần này``, ``quý sau``, ``last month``).

    Raises PeriodError, which says what is wrong, for everything else.
    """
    if len(text) > MAX_LENGTH:
        sentence = _("“{value}” is too long for a period: at most {count} characters")
        raise PeriodError.quoting(text, sentence, count=MAX_LENGTH)
    quoted = text.strip()
    folded = fold(text) if today is None else counted_from(today, fold(text))
    period = read_canonical(quoted) or _read(folded, quoted)
    if period is None:
        raise _not_a_period(folded, quoted)
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
        completed = _completed(fold(text)) if error.hint is not None else None
        if completed is not None:
            meant = in_plan(parse_period(completed.folded))
            raise PeriodError(str(error), completed.hint.format(period=meant)) from None
        if error.hint is None and _read_nothing(text):
            raise _not_canonical(text, hint=None) from None
        raise
    raise _not_canonical(text, hint=_("write {period}").format(period=in_plan(understood)))


def in_plan(period: Period) -> str:
    """Return a period as plan.yaml has it: a bare year would be a number there."""
    return f'"{period}"' if period.unit == "year" else str(period)


def parse_day(text: str, today: date | None = None) -> date:
    """Return the one day that ``text`` names; ``today`` is as for :func:`parse_period`.

    Raises PeriodError for anything longer than a day.
    """
    try:
        period = parse_period(text, today)
    except PeriodError as error:
        if error.hint is not None or not (
            _read_nothing(text) or re.fullmatch("[0-9]{8}", text.strip())
        ):
            raise
        hint = _("write it as 2024-06-30 or 30/6/2024")
        raise PeriodError.quoting(text.strip(), _("“{value}” is not a day"), hint) from None
    if period.first != period.last:
        hint = _("write {first} or {last}").format(first=period.first, last=period.last)
        raise PeriodError.quoting(text.strip(), _("“{value}” is more than one day"), hint)
    return period.first


def _read(folded: str, quoted: str) -> Period | None:
    if folded.startswith("tu "):
        return _read_range(folded[3:], quoted)
    return _read_single(folded, quoted) or _read_range(folded, quoted)


def _read_single(folded: str, quoted: str) -> Period | None:
    period = read_canonical(folded.upper()) if "/" not in folded else None
    return period or _read_form(single_forms(), folded, quoted)


def _read_range(folded: str, quoted: str) -> Period | None:
    period = _read_form(range_forms(), folded, quoted)
    if period is not None:
        return period
    for before, after in _splits(folded):
        start = _read_end(before, quoted)
        end = _read_end(after.removeprefix("het "), quoted) if start is not None else None
        if start is not None and end is not None:
            return range_of(start, end, quoted)
    return None


def _read_form(forms: Iterable[Form], folded: str, quoted: str) -> Period | None:
    for form in forms:
        period = form.read(folded, quoted)
        if period is not None:
            return period
    return None


def _read_end(folded: str, quoted: str) -> Period | None:
    for prefix in ("giai doan ", "cac nam "):
        folded = folded.removeprefix(prefix)
    return _read_single(folded, quoted)


def _splits(folded: str) -> Iterator[tuple[str, str]]:
    # The surest separators come first: a hyphen or slash also stands inside a date.
    for pattern in (" den ", " - ", "-", "/"):
        for match in re.finditer(pattern, folded):
            yield folded[: match.start()], folded[match.end() :]


def _not_a_period(folded: str, quoted: str) -> PeriodError:
    if re.fullmatch("[0-9]{1,3}|[0-9]{5,}", folded):
        sentence = _("“{value}” is not a year: years are written with four digits")
        return PeriodError.quoting(quoted, sentence)
    completed = _completed(folded)
    if completed is not None:
        kept = quoted[: len(quoted) - completed.replaced]
        hint = completed.hint.format(period=kept + completed.end)
        return PeriodError.quoting(quoted, completed.sentence, hint)
    sentence = _(
        "“{value}” is not a period: write 2024, 2024-H1, 2024-Q2, 2024-06, 2024-06-30, "
        "2024/2025, quý II/2024, tháng 6/2024 or 30/6/2024"
    )
    return PeriodError.quoting(quoted, sentence)


class _Completed(NamedTuple):
    """A text that is a period once its year is written out, and what is said of it."""

    folded: str
    end: str
    """What its last letters, as many as ``replaced``, are to be replaced by."""
    replaced: int
    sentence: str
    hint: str


def _completed(folded: str) -> _Completed | None:
    for joint in ("/2024", " 2024"):
        if _reads(folded + joint):
            hint = _("write {period}, with the year you mean")
            return _Completed(folded + joint, joint, 0, _("“{value}” names no year"), hint)
    short = re.fullmatch("(.*[-/ .])([0-9]{2})", folded)
    if short is not None and _reads(f"{short[1]}20{short[2]}"):
        sentence = _("“{value}” is not a period: years are written with four digits")
        year = f"20{short[2]}"
        return _Completed(short[1] + year, year, 2, sentence, _("write {period}"))
    return None


def _not_canonical(text: str, hint: str | None) -> PeriodError:
    sentence = _(
        "“{value}” is not how a plan spells a period: 2024, 2024-H1, 2024-Q2, 2024-06, "
        "2024-06-30, or two of them as 2024/2025"
    )
    return PeriodError.quoting(text, sentence, hint)


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
