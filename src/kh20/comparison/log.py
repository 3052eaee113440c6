"""The log of two versions of a plan: an append-only ledger only ever grows."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kh20.comparison.change import Change, Kind
from kh20.comparison.pairing import Identities, named, renamed_parts
from kh20.findings import KeyPath
from kh20.model import Agency, LogEntry, Plan
from kh20.model.fields import written_keys


class _Placed(NamedTuple):
    """An entry, its place in the file, and what it says in the names of the new version."""

    position: int
    entry: LogEntry
    said: tuple[tuple[str, str], ...]

    def of(self, *keys: str) -> Hashable:
        said = dict(self.said)
        return tuple(said.get(key) for key in keys)


def log_changes(old: Plan, new: Plan, known: Identities) -> Iterator[Change]:
    """Yield the entries that were changed, removed, added, or put in another order of one day.

    Entries of different days are taken in the order of days, so their order in the file is no
    change. An entry that went and one that came are one changed entry where both are about the
    same obligation, or say the same of two obligations.
    """
    before = _placed(old, _Names(old, new, known).now)
    after = _placed(new, written_keys)
    gone, kept = _difference(before, after)
    come, still = _difference(after, before)
    for was, now in _reordered(kept, still):
        yield _edit(Kind.LOG_REORDERED, was, now, old, new)
    for was, now in _pairs(gone, come):
        yield _edit(Kind.LOG_CHANGED, was, now, old, new)
    for was in gone:
        task, text = was.entry.task, entry_text(was.entry)
        places: tuple[KeyPath, KeyPath] = (("log", was.position), _nearest(was.position, new))
        yield Change(Kind.LOG_REMOVED, task, text, None, *places, task=task)
    for now in come:
        task, text = now.entry.task, entry_text(now.entry)
        places = (_nearest(now.position, old), ("log", now.position))
        yield Change(Kind.LOG_ADDED, task, None, text, *places, task=task)


class _Names:
    """The entries of the old version in the names of the new one."""

    def __init__(self, old: Plan, new: Plan, known: Identities) -> None:
        self.known = known
        after = {task.id: task for task in new.tasks}
        self.parts = {
            task.id: renamed_parts(task.parts, after[known.task_id(task.id)].parts)
            for task in old.tasks
            if task.parts and known.task_id(task.id) in after
        }

    def now(self, entry: LogEntry) -> dict[str, str]:
        given = written_keys(entry)
        given["task"] = self.known.task_id(entry.task)
        if "agency" in given:
            given["agency"] = self.known.agency(given["agency"])
        if "part" in given:
            parts = self.parts.get(entry.task, {})
            given["part"] = parts.get(given["part"], given["part"])
        return given


def _placed(plan: Plan, names: Callable[[LogEntry], dict[str, str]]) -> list[_Placed]:
    return [
        _Placed(position, entry, tuple(sorted(names(entry).items())))
        for position, entry in enumerate(plan.log)
    ]


def _difference(
    some: Sequence[_Placed], others: Sequence[_Placed]
) -> tuple[list[_Placed], list[_Placed]]:
    """Return the entries that the others have not, and those that they have."""
    counts: dict[object, int] = {}
    for placed in others:
        counts[placed.said] = counts.get(placed.said, 0) + 1
    left, kept = [], []
    for placed in some:
        if counts.get(placed.said, 0):
            counts[placed.said] -= 1
            kept.append(placed)
        else:
            left.append(placed)
    return left, kept


def _reordered(
    before: Sequence[_Placed], after: Sequence[_Placed]
) -> Iterator[tuple[_Placed, _Placed]]:
    """Yield the first of the entries of one day that follow each other otherwise now."""
    courses: list[dict[Hashable, list[_Placed]]] = [{}, {}]
    for course, entries in zip(courses, (before, after), strict=True):
        for placed in entries:
            course.setdefault(placed.of("task", "for", "on"), []).append(placed)
    for key, then in courses[0].items():
        since = courses[1][key]
        for was, now in zip(then, since, strict=True):
            if was.said != now.said:
                yield was, now
                break


def _pairs(gone: list[_Placed], come: list[_Placed]) -> list[tuple[_Placed, _Placed]]:
    """Take the entries that are likely one and the same, edited, out of both lists."""
    likeness: tuple[Callable[[_Placed], Hashable], ...] = (
        lambda placed: placed.of("task", "for", "event", "on"),
        lambda placed: placed.of("task", "event"),
        lambda placed: placed.of("task", "on"),
        # Only the obligation that it is about is another one.
        lambda placed: tuple(pair for pair in placed.said if pair[0] != "task"),
    )
    pairs = []
    for like in likeness:
        waiting: dict[Hashable, deque[_Placed]] = {}
        for now in come:
            waiting.setdefault(like(now), deque()).append(now)
        found = [(was, alike.popleft()) for was in gone if (alike := waiting.get(like(was)))]
        paired = {was.position for was, _now in found}, {now.position for _was, now in found}
        gone[:] = [was for was in gone if was.position not in paired[0]]
        come[:] = [now for now in come if now.position not in paired[1]]
        pairs += found
    return sorted(pairs, key=lambda pair: pair[1].position)


def _edit(kind: Kind, was: _Placed, now: _Placed, old: Plan, new: Plan) -> Change:
    then, since = was.entry.task, now.entry.task
    texts = entry_text(was.entry), entry_text(now.entry)
    if texts[0] == texts[1]:  # The short name of the agency is another body's now.
        texts = entry_text(was.entry, old.agencies), entry_text(now.entry, new.agencies)
    return Change(
        kind,
        since,
        texts[0],
        texts[1],
        ("log", was.position),
        ("log", now.position),
        task=since,
        formerly=then if then != since else None,
    )


def _nearest(position: int, plan: Plan) -> KeyPath:
    """Return the place in a log in which an entry is missing: that of the nearest one there."""
    return ("log", min(position, len(plan.log) - 1)) if plan.log else ("log",)


def entry_text(entry: LogEntry, agencies: Mapping[str, Agency] | None = None) -> str:
    """Return an entry on one line, in the keys of the plan file; with ``agencies``, their names."""
    given = written_keys(entry)
    if agencies is not None and "agency" in given:
        given["agency"] = named(given["agency"], agencies)
    first = [key for key in ("task", "for", "on", "event") if key in given]
    ordered = [*first, *(key for key in given if key not in first)]
    return ", ".join(f"{key}: {given[key]}" for key in ordered)
