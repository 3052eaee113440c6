"""Involvement of an agency: the obligations that it owes or takes part in, and in what way."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kh20.agencies.ways import Link, Step, Ways, ways_to
from kh20.model import Agency, Plan, Task
from kh20.model.owing import debtors_of


class Role(StrEnum):
    """The part that a body named in an obligation has there."""

    OWNER = "owner"
    PARTNER = "partner"


class Relation(StrEnum):
    """The way in which an agency is concerned by an obligation.

    Owner and partner include what a body that acts for the agency owes or coordinates.
    """

    OWNER = "owner"
    SUCCESSOR = "successor"
    PARTNER = "partner"
    MEMBER = "member"


class Involvement(NamedTuple):
    """One way in which an agency is concerned by a task.

    ``body`` is the agency that the document names there, ``role`` what it does, and ``via`` the way
    from it to the agency asked for: empty where they are the same. Of a closed collective whose
    members owe each their own, ``share`` is the member that does; else it is the ``body``.
    """

    task: Task
    body: str
    role: Role
    relation: Relation
    via: tuple[Step, ...]
    share: str

    @property
    def owes(self) -> bool:
        """Whether the agency owes something there, and does not only take part."""
        as_member = self.relation is Relation.MEMBER and self.share == self.body
        return self.role is Role.OWNER and not as_member


def involvements(plan: Plan, agency: str, as_of: date) -> list[Involvement]:
    """Return everything that concerns an agency on a day: by relation, then in document order.

    An obligation that concerns it in two ways is given twice, but only once for all the
    collectives that it belongs to.
    """
    ways = ways_to(agency, as_of, plan.agencies)
    found: dict[tuple[str, Role, Relation, str | None], Involvement] = {}
    for task in plan.assigned:
        owing = _as_members(task, ways, plan.agencies)
        for member in sorted(owing, key=lambda member: len(ways[member])):
            way = (Step(owing[member], Link.COLLECTIVE), *ways[member])
            found[task.id, Role.OWNER, Relation.MEMBER, member] = Involvement(
                task, owing[member], Role.OWNER, Relation.MEMBER, way, member
            )
        shared = set(owing.values())
        for role, bodies in ((Role.OWNER, task.owners), (Role.PARTNER, task.partners)):
            reached = (body for body in bodies if body in ways and body not in shared)
            for body in sorted(reached, key=lambda body: len(ways[body])):
                relation = _relation(role, ways[body])
                whose = None if relation is Relation.MEMBER else body
                key = (task.id, role, relation, whose)
                involved = Involvement(task, body, role, relation, ways[body], body)
                found.setdefault(key, involved)
    order = list(Relation)
    return sorted(found.values(), key=lambda involvement: order.index(involvement.relation))


def _as_members(task: Task, ways: Ways, agencies: Mapping[str, Agency]) -> dict[str, str]:
    """Return the members for which an agency answers that owe a result of their own.

    With each goes the closed collective that the document names for it.
    """
    if task.responsibility != "each":
        return {}
    return {
        member: owner
        for owner, member in debtors_of(task, agencies)
        if owner != member and member in ways and not _over_collective(ways[member])
    }


def owed_by(
    plan: Plan, agency: str, as_of: date, *, partners: bool = False
) -> dict[str, tuple[str, ...]]:
    """Return the tasks that an agency owes on a day, by id, each with the owners through which.

    With ``partners`` these are also the tasks that it coordinates, with the partners.
    It answers for itself, for bodies that act for it, and for those that it succeeded by that day;
    for a collective that it belongs to only with a result of its own: then the member stands for
    the owner. Owners are in the order of the document.
    """
    ways = ways_to(agency, as_of, plan.agencies)
    owed: dict[str, tuple[str, ...]] = {}
    for task in plan.assigned:
        named = (*task.owners, *task.partners) if partners else task.owners
        reached = (body for body in named if body in ways)
        bodies = [body for body in reached if not _over_collective(ways[body])]
        bodies += _as_members(task, ways, plan.agencies)
        if bodies:
            owed[task.id] = tuple(bodies)
    return owed


def _over_collective(way: tuple[Step, ...]) -> bool:
    return any(step.link is Link.COLLECTIVE for step in way)


def _relation(role: Role, way: tuple[Step, ...]) -> Relation:
    if _over_collective(way):
        return Relation.MEMBER
    if any(step.link is Link.SUCCEEDED for step in way):
        return Relation.SUCCESSOR
    return Relation.OWNER if role is Role.OWNER else Relation.PARTNER
