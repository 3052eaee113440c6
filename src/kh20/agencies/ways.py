"""The bodies through which an agency is concerned, and the way to each."""

import heapq
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kh20.model import Agency


class Link(StrEnum):
    """The relation of a body to the agency next to it on the way."""

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


_Cost = tuple[int, int, int]
"""The steps of a way by kind: over collectives, over successions, over bodies that act for."""

_COST: dict[Link, _Cost] = {
    Link.COLLECTIVE: (1, 0, 0),
    Link.SUCCEEDED: (0, 1, 0),
    Link.ACTS_FOR: (0, 0, 1),
}


class Ways:
    """The bodies whose obligations concern an agency, and the shortest way from each to it.

    The agency itself is among them, with the empty way.
    """

    def __init__(self, onwards: Mapping[str, tuple[Step, str] | None]) -> None:
        self._onwards = onwards
        self._built: dict[str, tuple[Step, ...]] = {}

    def __contains__(self, body: str) -> bool:
        return body in self._onwards

    def __getitem__(self, body: str) -> tuple[Step, ...]:
        if body not in self._built:
            way: list[Step] = []
            onward = self._onwards[body]
            while onward is not None:
                step, following = onward
                way.append(step)
                onward = self._onwards[following]
            self._built[body] = tuple(way)
        return self._built[body]


def ways_to(agency: str, as_of: date, agencies: Mapping[str, Agency]) -> Ways:
    """Return the bodies whose obligations concern an agency on a day, and the way from each.

    A way leads over bodies that act for the agency, bodies that it has succeeded, and collectives
    that it belongs to; a direct way is preferred to one over a succession, and both to one over a
    collective. From a collective only larger collectives are reached: who acts for a collective
    does not act for its members.
    """
    neighbours = _neighbours(as_of, agencies)
    onwards: dict[str, tuple[Step, str] | None] = {}
    queue: list[tuple[_Cost, int, str, tuple[Step, str] | None]] = [((0, 0, 0), 0, agency, None)]
    order = 0
    while queue:
        cost, _order, body, onward = heapq.heappop(queue)
        if body in onwards:
            continue
        onwards[body] = onward
        for step in neighbours.get(body, ()):
            if step.agency in onwards or (cost[0] and step.link is Link.ACTS_FOR):
                continue
            order += 1
            more = _COST[step.link]
            total = (cost[0] + more[0], cost[1] + more[1], cost[2] + more[2])
            heapq.heappush(queue, (total, order, step.agency, (step, body)))
    return Ways(onwards)


def _neighbours(as_of: date, agencies: Mapping[str, Agency]) -> Mapping[str, list[Step]]:
    """Return the steps that lead to each agency from the bodies next to it."""
    found: defaultdict[str, list[Step]] = defaultdict(list)
    for key, agency in agencies.items():
        if agency.acts_for is not None:
            found[agency.acts_for].append(Step(key, Link.ACTS_FOR))
        for heir in agency.successor:
            if heir.from_ <= as_of:
                found[heir.agency].append(Step(key, Link.SUCCEEDED, heir.from_, heir.basis))
        for member in agency.members:
            found[member].append(Step(key, Link.COLLECTIVE))
    return found
