"""Agreement of an encoded due with the reading of its phrase."""

import re
from datetime import date
from typing import Any, NamedTuple

from kh20.model import Recurrence, Term
from kh20.model.due import EVERY, LAST_DAY, StatedDue, days_between
from kh20.model.fields import written
from kh20.periods import Period
from kh20.phrases import Reading
from kh20.text.i18n import _

_Keys = dict[str, Any]
"""Keys of a due, as they would be encoded, each with its value."""


class Disagreement(NamedTuple):
    """A phrase that means one thing, a due that says another, and the key at which they part."""

    key: str
    meant: str
    given: str


def encoded(due: StatedDue) -> _Keys:
    """Return the keys of a due that say when, in the order of the format."""
    return {key: value for key, value in due.given().items() if key != "stated"}


def disagreement(due: StatedDue, reading: Reading) -> Disagreement | None:
    """Return how an encoded due and the reading of its phrase differ; ``None`` where they agree."""
    if isinstance(due, Term):
        if reading.within == due.within or (reading.counted and reading.counted == due.within):
            return None
        given = {"within": due.within}
        return Disagreement("within", _written(meant_by(reading)), _written(given))
    if isinstance(due, Recurrence):
        return _recurrence(due, reading)
    if reading.once is not None:
        reading = reading.once
    if reading.every is not None:
        if not due.ongoing or can_be_encoded(reading.every):
            return Disagreement("by", _written({"every": reading.every}), _written(encoded(due)))
        # The format has no word for how often, so that it goes on is all that can be encoded.
        reading = reading._replace(ongoing=True)
    meant = meant_by(reading)
    given = encoded(due)
    in_period = (due.start, due.deadline)
    same = _by_day(meant) == _by_day(given)
    if same or _same_by_convention(meant, given, reading, in_period):
        return None
    keys = [key for key in given if meant.get(key) != given[key]]
    return Disagreement(keys[0] if keys else "stated", _written(meant), _written(given))


def meant_by(reading: Reading) -> _Keys:
    """Return the keys of a due that does not recur, as a reading means them."""
    values = {
        "by": reading.by,
        "in": reading.in_,
        "before": reading.before,
        "from": reading.from_,
        "within": reading.within,
        "substantially": reading.substantially,
        "ongoing": reading.ongoing,
    }
    return {key: value for key, value in values.items() if value}


def _by_day(keys: _Keys) -> _Keys:
    """Return the keys with “by” for “in” where that is one day, of which both say the same."""
    period = keys.get("in")
    if not isinstance(period, Period) or period.unit != "day":
        return keys
    return {"by": period, **{key: value for key, value in keys.items() if key != "in"}}


def _same_by_convention(
    meant: _Keys, given: _Keys, reading: Reading, in_period: tuple[date | None, date | None]
) -> bool:
    if reading.bare and "by" in meant:
        # A period alone ("Quý II/2025" in a table) does not say whether work fills or ends it.
        meant = {"in" if key == "by" else key: value for key, value in meant.items()}
        if meant == given:
            return True
    if "in" in given:
        # “Năm 2026”, the year from its first day to its last, is what “in” says of a period.
        given = {key: value for key, value in given.items() if key != "in"}
        flags = {key: value for key, value in meant.items() if value is True}
        return given == flags and in_period == (reading.start, reading.deadline)
    if "from" in meant and "by" not in meant and "before" not in meant:
        # A start without an end is a running duty, whether or not “ongoing” says so again.
        return {**meant, "ongoing": True} == {**given, "ongoing": True}
    return False


def can_be_encoded(every: str) -> bool:
    """Tell whether the format has a word for how often; where it has none, ongoing stands in."""
    return re.fullmatch(EVERY, every) is not None


def _recurrence(due: Recurrence, reading: Reading) -> Disagreement | None:
    given = encoded(due)
    if reading.bare and due.until is None:
        both = {**meant_by(reading), "every": reading.every or "unspecified"}
        return Disagreement("every", _written(both), _written(given))
    if reading.every is None:
        return Disagreement("every", _written(meant_by(reading)), _written(given))
    meant: _Keys = {"every": reading.every}
    if reading.cutoffs:
        before = bool(due.before) if reading.cutoffs_before is None else reading.cutoffs_before
        meant["before" if before else "by"] = reading.cutoffs
    if reading.from_ is not None:
        meant["from"] = reading.from_
    if reading.by is not None and (reading.from_ is not None or due.until is not None):
        meant["until"] = reading.by
    wrong: list[str] = [key for key in ("by", "before") if key in given and key not in meant]
    if not reading.cutoffs and (reading.cutoffs_unread or _at_the_end(due)):
        wrong = []
    wrong += [key for key in meant if key != "every" and meant[key] != given.get(key)]
    if not _as_often(reading.every, due.every):
        wrong = ["every"]
    if not wrong:
        return None
    return Disagreement(wrong[0], _written(meant), _written(given))


def _as_often(stated: str, every: str) -> bool:
    if stated == "unspecified":
        return True
    return can_be_encoded(stated) and days_between(stated) == days_between(every)


def _at_the_end(due: Recurrence) -> bool:
    """Tell whether each turn is due at its end, which a phrase need not say."""
    return {*(due.by or ()), *(due.before or ())} <= {LAST_DAY}


def _written(keys: _Keys) -> str:
    return written(keys) or _("no period")
