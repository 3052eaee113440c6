"""Pairing of the agencies, obligations and parts of two versions of a plan."""

from collections import Counter, deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kh20.comparison.change import Change, Kind
from kh20.findings import KeyPath
from kh20.model import Agency, Part, Plan, Task
from kh20.text.quoting import one_line

TaskKey = tuple[str, int]
"""The id of an obligation, and how many of that id came before it: none in a valid plan."""


class PlacedTask(NamedTuple):
    """An obligation, its place in the file, from 0, and the day of issue of the document."""

    position: int
    task: Task
    issued: date
    part: int | None = None
    """The place of the part among those of the obligation, where this is one of them."""

    @property
    def path(self) -> KeyPath:
        """The key path of what is placed."""
        part = () if self.part is None else ("parts", self.part)
        return ("tasks", self.position, *part)


class TaskPair(NamedTuple):
    """One obligation in both versions."""

    was: PlacedTask
    now: PlacedTask

    def change(
        self,
        kind: Kind,
        old: str | None,
        new: str | None,
        key: KeyPath,
        new_key: KeyPath | None = None,
    ) -> Change:
        """Return a change of a value; ``new_key`` is its key now, where that is another one."""
        was, now = self
        return Change(
            kind,
            now.task.id,
            old,
            new,
            (*was.path, *key),
            (*now.path, *(key if new_key is None else new_key)),
            task=now.task.id,
            formerly=was.task.id if was.task.id != now.task.id else None,
        )


class Pairing(NamedTuple):
    """Two versions of a plan, and the names that the things of the old one have in the new one."""

    old: Plan
    new: Plan
    agencies: Mapping[str, str]
    """For each agency of both versions its short name in the old and in the new one."""
    tasks: Mapping[TaskKey, TaskKey]
    """For each obligation that both versions have, its key now."""
    parts: Mapping[TaskKey, Mapping[str, str]]
    """For each of these, the short names of the parts that have another one now."""
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
        defined = old in self.old.agencies or old in self.agencies.values()
        hijacked = old in self.new.agencies and defined
        return f"-{old}" if hijacked else old

    def task_id(self, old: str) -> str:
        """Return the id that an obligation has now, or its old one where it is gone."""
        return self.tasks.get((old, 0), (old, 0))[0]

    def part(self, task: str, old: str) -> str:
        """Return what a part of an obligation of the old version is called now."""
        return self.parts.get((task, 0), {}).get(old, old)


def paired(old: Plan, new: Plan) -> Pairing:
    """Pair the agencies, the obligations and their parts of two versions."""
    before, after = dict(_keyed(old)), dict(_keyed(new))
    tasks = _tasks(before, after)
    parts = {
        was: _renamed_parts(before[was].task.parts, after[now].task.parts)
        for was, now in tasks.items()
        if before[was].task.parts
    }
    agencies = _agencies(old.agencies, new.agencies)
    return Pairing(old, new, agencies, tasks, parts, before, after)


def _keyed(plan: Plan) -> Iterator[tuple[TaskKey, PlacedTask]]:
    seen: Counter[str] = Counter()
    for position, task in enumerate(plan.tasks):
        yield (task.id, seen[task.id]), PlacedTask(position, task, plan.document.issued)
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
    """Pair obligations by id and text, else by text alone: they were renumbered; else by id."""
    texts = {key: one_line(now.task.text) for key, now in after.items()}
    pairs, gone = {}, dict[str, deque[TaskKey]]()
    for key, was in before.items():
        text = one_line(was.task.text)
        if texts.get(key) == text:
            pairs[key] = key
        else:
            gone.setdefault(text, deque()).append(key)
    if gone:
        taken = set(pairs.values())
        for key, text in texts.items():
            if key not in taken and gone.get(text):
                pairs[gone[text].popleft()] = key
        taken = set(pairs.values())
        left = (key for keys in gone.values() for key in keys)
        pairs.update((key, key) for key in left if key in after and key not in taken)
    return pairs


def _renamed_parts(before: Sequence[Part], after: Sequence[Part]) -> dict[str, str]:
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
