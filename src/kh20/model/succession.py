"""Successions: the body that answers for an agency's duties on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kh20.model import Agency, Successor


def successors_by(agency: str, day: date, agencies: Mapping[str, Agency]) -> tuple[str, ...]:
    """Return the bodies that an agency's duties have passed to by a day, the first heir first."""
    return tuple(step.agency for step in _passed_on(agency, day, agencies, {agency}))


def answering_on(agency: str, day: date, agencies: Mapping[str, Agency]) -> Successor | None:
    """Return the succession by which another body answers for an agency's duties on a day.

    That body is its ``agency``. Where the last of the agency's own heirs acts for a body that has
    passed its duties on, whoever has those answers: of a party committee whose ministry was merged,
    the ministry that received it. ``None`` where the agency answers itself.
    """
    last: Successor | None = None
    seen = {agency}
    current: str | None = agency
    while current is not None:
        for step in _passed_on(current, day, agencies, seen):
            last, current = step, step.agency
        body = agencies.get(current)
        principal = body.acts_for if body is not None else None
        current = None
        if principal is not None and principal not in seen:
            seen.add(principal)
            for step in _passed_on(principal, day, agencies, seen):
                last, current = step, step.agency
    return last


def _passed_on(
    agency: str, day: date, agencies: Mapping[str, Agency], seen: set[str]
) -> Iterator[Successor]:
    current = agencies.get(agency)
    while current is not None and current.successor is not None:
        step = current.successor
        if step.from_ > day or step.agency in seen:
            return
        seen.add(step.agency)
        yield step
        current = agencies.get(step.agency)
