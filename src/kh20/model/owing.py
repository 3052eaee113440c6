"""Who owes a task by itself: its owners, or the members of those that are closed collectives."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kh20.model.agency import Agency
from kh20.model.task import Task


class Debtor(NamedTuple):
    """A body that owes a result of its own, and the owner through which it does.

    The two are the same but for a member of a collective.
    """

    owner: str
    agency: str


def debtors_of(task: Task, agencies: Mapping[str, Agency]) -> tuple[Debtor, ...]:
    """Return who owes a result of its own; there are none where all owe one result jointly.

    The members of a closed collective do, each once, unless the document also names it by itself. A
    single owner that is no such collective owes the whole.
    """
    if task.responsibility != "each":
        return ()
    named = set(task.owners)
    found: dict[str, str] = {}
    for owner in task.owners:
        members = members_owing(owner, agencies) or (owner,)
        for body in members:
            if body == owner or body not in named:
                found.setdefault(body, owner)
    debtors = tuple(Debtor(owner, body) for body, owner in found.items())
    alone = len(debtors) == 1 and debtors[0].owner == debtors[0].agency
    return () if alone else debtors


def answerable(task: Task, agencies: Mapping[str, Agency]) -> tuple[str, ...]:
    """Return the bodies by which an event may name shares: the owners, and who owes by itself."""
    owing = (debtor.agency for debtor in debtors_of(task, agencies))
    return tuple(dict.fromkeys((*task.owners, *owing)))


def members_owing(collective: str, agencies: Mapping[str, Agency]) -> tuple[str, ...]:
    """Return the members of a closed collective, those of closed ones among them in their place."""
    return tuple(dict.fromkeys(_members(collective, agencies, {collective})))


def _members(collective: str, agencies: Mapping[str, Agency], seen: set[str]) -> Iterator[str]:
    agency = agencies.get(collective)
    if agency is None or not agency.closed:
        return
    for member in agency.members:
        if member in seen:
            continue
        seen.add(member)
        inner = tuple(_members(member, agencies, seen))
        yield from inner or (member,)
