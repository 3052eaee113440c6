"""Pairing of the agencies, obligations and parts of two versions of a plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kh20.model import Agency, Part, Plan, Task
from kh20.text.quoting import one_line

TaskKey = tuple[str, int]
"""The id of an obligation, and how many of that id came before it: none in a valid plan."""


class PlacedTask(NamedTuple):
    """An obligation and its place in the file, from 0."""

    position: int
    task: Task


class Identities(NamedTuple):
    """The names that the things of the old version have in the new one."""

    agencies: Mapping[str, str]
    """For each agency of both versions its short name in the old and in the new one."""
    defined: tuple[frozenset[str], frozenset[str]]
    """The short names that the old and the new version define."""
    tasks: Mapping[TaskKey, TaskKey]
    """For each obligation that both versions have, its key now."""
    before: Mapping[TaskKey, PlacedTask]
    after: Mapping[TaskKey, PlacedTask]

    def agency(self, old: str) -> str:
        """Return what an agency of the old version is called now.

        One that is gone keeps its short name, unless that is another body's now: then it has a
        hyphen in front, which no short name in a file has. A name that the old version did not
        define is taken to mean the body that the new one defines by it.
        """
        now = self.agencies.get(old)
        if now is not None:
            return now
        before, after = self.defined
        hijacked = old in after and (old in before or old in self.agencies.values())
        return f"-{old}" if hijacked else old

    def task_id(self, old: str) -> str:
        """Return the id that an obligation has now, or its old one where it is gone."""
        return self.tasks.get((old, 0), (old, 0))[0]


def identities(old: Plan, new: Plan) -> Identities:
    """Pair the agencies and the obligations of two versions."""
    before, after = dict(_keyed(old.tasks)), dict(_keyed(new.tasks))
    return Identities(
        _agencies(old.agencies, new.agencies),
        (frozenset(old.agencies), frozenset(new.agencies)),
        _tasks(before, after),
        before,
        after,
    )


def _keyed(tasks: Iterable[Task]) -> Iterator[tuple[TaskKey, PlacedTask]]:
    seen: Counter[str] = Counter()
    for position, task in enumerate(tasks):
        yield (task.id, seen[task.id]), PlacedTask(position, task)
        seen[task.id] += 1


def _agencies(old: Mapping[str, Agency], new: Mapping[str, Agency]) -> dict[str, str]:
    """Pair agencies by their names first: a short name that passes to another body is no bond."""
    named_before, named_after = _by_name(old), _by_name(new)
    now = {key: named_after[name] for name, key in named_before.items() if name in named_after}
    taken = set(now.values())
    return now | {key: key for key in old if key in new and key not in now and key not in taken}


def _by_name(agencies: Mapping[str, Agency]) -> dict[str, str]:
    """Return the short names by the official ones, without those that two agencies share."""
    count = Counter(one_line(agency.name) for agency in agencies.values())
    return {
        name: key for key, agency in agencies.items() if count[name := one_line(agency.name)] == 1
    }


def _tasks(
    before: Mapping[TaskKey, PlacedTask], after: Mapping[TaskKey, PlacedTask]
) -> dict[TaskKey, TaskKey]:
    """Pair obligations by id, and those that are left by their text: they were renumbered."""
    pairs = {key: key for key in before if key in after}
    gone: dict[str, list[TaskKey]] = {}
    for key, was in before.items():
        if key not in after:
            gone.setdefault(one_line(was.task.text), []).append(key)
    if gone:
        for key, now in after.items():
            same = gone.get(one_line(now.task.text)) if key not in before else None
            if same:
                pairs[same.pop(0)] = key
    return pairs


def renamed_parts(before: Sequence[Part], after: Sequence[Part]) -> dict[str, str]:
    """Return the new short names of parts that have another one now: the same title."""
    then, since = {part.id for part in before}, {part.id for part in after}
    come = {one_line(part.title): part.id for part in reversed(after) if part.id not in then}
    return {
        part.id: come.pop(title)
        for part in before
        if part.id not in since and (title := one_line(part.title)) in come
    }


def named(body: str, agencies: Mapping[str, Agency]) -> str:
    """Return a body as people know it: its name, with the short name of the file in brackets."""
    agency = agencies.get(body)
    return body if agency is None else f"{one_line(agency.name)} [{body}]"
