"""A due that is written as a bare phrase or period: the hint that encodes it."""

from contextlib import suppress
from datetime import date
from typing import Any

from kh20.model import Due, Recurrence
from kh20.periods import Period, PeriodError, in_plan, parse_period
from kh20.phrases import Reading, find_phrases, read_phrase
from kh20.planfile.yaml.scalars import spelt
from kh20.rules.agreement import can_be_encoded, disagreement, meant_by
from kh20.text.i18n import _

_LONGEST = 60
"""Characters of a phrase that a hint repeats; a longer one would be cut, and not to be copied."""


def due_hint(written: Any, task: Any, issued: str | None) -> str:
    """Return the hint to what is written for the due of an obligation, with the data of that.

    Where the obligation's text says so in more words, these are the phrase to be stated.
    """
    said = _said(str(written), task.get("text"), _day(issued)) if _is_short(written) else None
    if said is not None:
        stated, reading = said
        keys = _encoded(reading)
        kind = Recurrence if "every" in keys else Due
        if disagreement(kind.model_validate({**keys, "stated": stated}), reading) is None:
            spelt_keys = [f"{key}: {_spelt(value)}" for key, value in keys.items()]
            stated = stated if stated == "…" else spelt(stated)
            return _("write {due}").format(due=f"{{{', '.join(spelt_keys)}, stated: {stated}}}")
    return _("write {by: 2024-Q1, stated: …}, or “due: none” where no period is stated")


def _is_short(written: Any) -> bool:
    is_scalar = isinstance(written, str | int) and not isinstance(written, bool)
    return is_scalar and len(str(written)) <= _LONGEST


def _day(issued: str | None) -> date | None:
    with suppress(TypeError, ValueError):
        return date.fromisoformat(issued or "")
    return None


def _said(written: str, text: Any, issued: date | None) -> tuple[str, Reading] | None:
    """Return the phrase that is to be stated, and how it is read."""
    stated, own = written, read_phrase(written, issued=issued)
    with suppress(PeriodError):
        period = parse_period(written)
        if own is None or written == str(period):
            stated, own = "…", Reading(by=period)
    if own is None:
        return None
    for found in find_phrases(text, issued=issued) if isinstance(text, str) else ():
        if len(found.phrase) <= _LONGEST and _says(found.reading, own):
            return found.phrase, found.reading
    return stated, own


def _says(reading: Reading, own: Reading) -> bool:
    """Tell whether a reading says all that another does of a time, and perhaps more."""
    of_reading, of_own = (
        {each.by, each.in_, each.before, each.from_} - {None} | {each.every} | {each.ongoing}
        for each in (reading, own)
    )
    return of_own - {None, False} <= of_reading


def _encoded(reading: Reading) -> dict[str, Any]:
    """Return the keys that encode a reading, each with its value."""
    if reading.every is None or not can_be_encoded(reading.every):
        return meant_by(reading._replace(ongoing=reading.ongoing or reading.every is not None))
    keys: dict[str, Any] = {"every": reading.every}
    if reading.cutoffs:
        keys["before" if reading.cutoffs_before else "by"] = reading.cutoffs
    if reading.from_ is not None:
        keys |= {"from": reading.from_} | ({"until": reading.by} if reading.by else {})
    return keys


def _spelt(value: Any) -> str:
    if isinstance(value, tuple):
        days = ", ".join(map(spelt, value))
        return f"[{days}]" if value[1:] else days
    return in_plan(value) if isinstance(value, Period) else "true" if value is True else str(value)
