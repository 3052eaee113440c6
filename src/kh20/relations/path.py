"""The bodies through which an agency is concerned, and the way to each."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kh20.model import Agency


class Link(StrEnum):
    """How a body concerns the agency next to it on the way."""

    ACTS_FOR = "acts-for"
    SUCCEEDED = "succeeded-by"
    COLLECTIVE = "has-member"


class Step(NamedTuple):
    """One step from a body towards the agency that was asked for.

    ``agency`` is the body that the step leaves. ``since`` and ``basis`` are given for a succession.
    """

    agency: str
    link: Link
    since: date | None = None
    basis: str | None = None


_COST = {Link.ACTS_FOR: 1, Link.SUCCEEDED: 100, Link.COLLECTIVE: 10_000}


def ways_to(
    agency: str, as_of: date, agencies: Mapping[str, Agency]
) -> dict[str, tuple[Step, ...]]:
    """Return the bodies whose obligations concern an agency on a day, and the shortest way to each.

    The agency itself has the empty way. A way leads over bodies that act for the agency, bodies
    that it has succeeded, and collectives that it belongs to; a direct way is preferred to one
    over a succession, and both to one over a collective. From a collective only larger
    collectives are reached: who acts for a collective does not act for its members.
    """
    neighbours = _neighbours(as_of, agencies)
    best: dict[str, tuple[Step, ...]] = {}
    queue: list[tuple[int, int, str, tuple[Step, ...]]] = [(0, 0, agency, ())]
    order = 0
    while queue:
        cost, _order, body, way = heapq.heappop(queue)
        if body in best:
            continue
        best[body] = way
        through_collective = any(step.link is Link.COLLECTIVE for step in way)
        for step in neighbours.get(body, ()):
            if step.agency in best or (through_collective and step.link is Link.ACTS_FOR):
                continue
            order += 1
            heapq.heappush(queue, (cost + _COST[step.link], order, step.agency, (step, *way)))
    return best


def _neighbours(as_of: date, agencies: Mapping[str, Agency]) -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = {}
    for key, step in _links(as_of, agencies):
        found.setdefault(key, []).append(step)
    return found


def _links(as_of: date, agencies: Mapping[str, Agency]) -> Iterator[tuple[str, Step]]:
    for key, agency in agencies.items():
        if agency.acts_for is not None:
            yield agency.acts_for, Step(key, Link.ACTS_FOR)
        successor = agency.successor
        if successor is not None and successor.from_ <= as_of:
            yield successor.agency, Step(key, Link.SUCCEEDED, successor.from_, successor.basis)
        for member in agency.members:
            yield member, Step(key, Link.COLLECTIVE)
