"""The obligations of two versions of a plan: added, removed, renumbered, and altered ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from kh20.comparison.change import Change, Effect, Kind
from kh20.comparison.dues import due_changes
from kh20.comparison.pairing import Identities, PlacedTask, TaskKey, named, renamed_parts
from kh20.findings import KeyPath
from kh20.model import Part, Plan, Task
from kh20.phrases import read_phrase
from kh20.rules.agreement import disagreement
from kh20.text.quoting import one_line

_OWNERS = (Kind.OWNER_REMOVED, Kind.OWNER_ADDED, Kind.OWNER_REPLACED)
_PARTNERS = (Kind.PARTNER_REMOVED, Kind.PARTNER_ADDED, Kind.PARTNER_REPLACED)


def task_changes(old: Plan, new: Plan, known: Identities) -> Iterator[Change]:
    """Yield the changes of obligations, in the order of the new version, then what is gone."""
    originals = {now: was for was, now in known.tasks.items()}
    places = _places_of_missing(known.after, known.before, originals)
    for key, now in known.after.items():
        was_key = originals.get(key)
        if was_key is None:
            id_, title = now.task.id, now.task.title
            here = ("tasks", now.position, "id")
            yield Change(Kind.TASK_ADDED, id_, None, title, places[key], here, task=id_)
        else:
            yield from _Pair(known.before[was_key], now, old, new, known).changes()
    places = _places_of_missing(known.before, known.after, known.tasks)
    for key, was in known.before.items():
        if key not in known.tasks:
            id_, title = was.task.id, was.task.title
            there = ("tasks", was.position, "id")
            yield Change(Kind.TASK_REMOVED, id_, title, None, there, places[key], task=id_)


class _Pair(NamedTuple):
    """One obligation in both versions."""

    was: PlacedTask
    now: PlacedTask
    old: Plan
    new: Plan
    known: Identities

    def changes(self) -> Iterator[Change]:
        was, now = self.was.task, self.now.task
        if was.id == now.id:
            yield from self._changes()
            return
        renumbered = self._change(Kind.TASK_RENUMBERED, was.id, now.id, ("id",), ("id",))
        for change in (renumbered, *self._changes()):
            yield replace(change, formerly=was.id)

    def _changes(self) -> Iterator[Change]:
        was, now = self.was.task, self.now.task
        yield from self._dues()
        if was.responsibility != now.responsibility:
            kind = Kind.EACH_TO_JOINT if now.responsibility == "joint" else Kind.JOINT_TO_EACH
            key = ("responsibility",)
            yield self._change(kind, was.responsibility, now.responsibility, key, key)
        yield from self._bodies("owners", was.owners, now.owners, _OWNERS)
        yield from self._bodies("partners", was.partners, now.partners, _PARTNERS)
        yield from self._parts()
        yield from self._text(Kind.TEXT_ALTERED, was.text, now.text, ("text",), ("text",))
        yield from self._text(Kind.TITLE_ALTERED, was.title, now.title, ("title",), ("title",))

    def _dues(self) -> Iterator[Change]:
        was, now = self.was.task, self.now.task
        issued = (self.old.document.issued, self.new.document.issued)
        paths = ("tasks", self.was.position), ("tasks", self.now.position)
        changes = list(due_changes(was, now, *paths, issued))
        corrects = bool(changes) and _is_correction(was, now, issued)
        for change in changes:
            yield replace(change, effect_known=Effect.CORRECTS) if corrects else change

    def _bodies(
        self, key: str, before: Sequence[str], after: Sequence[str], kinds: tuple[Kind, Kind, Kind]
    ) -> Iterator[Change]:
        removed, added, replaced = kinds
        gone = [body for body in before if self.known.agency(body) not in after]
        kept = {self.known.agency(body) for body in before}
        come = [body for body in after if body not in kept]
        # One body for another, in one edit, is a replacement; what is left over came or went.
        for one, other in zip_longest(gone, come):
            yield self._change(
                removed if other is None else added if one is None else replaced,
                None if one is None else named(one, self.old.agencies),
                None if other is None else named(other, self.new.agencies),
                (key,) if one is None else (key, before.index(one)),
                (key,) if other is None else (key, after.index(other)),
            )

    def _parts(self) -> Iterator[Change]:
        """Yield the changes of parts, paired by their short names, then by their titles."""
        before, after = (
            {part.id: (place, part) for place, part in enumerate(version.task.parts)}
            for version in (self.was, self.now)
        )
        renamed = renamed_parts(self.was.task.parts, self.now.task.parts)
        for index, part in before.values():
            here: KeyPath = ("parts", index)
            pair = after.get(renamed.get(part.id, part.id), None)
            if pair is None:
                yield self._change(Kind.PART_REMOVED, _shown(part), None, here, ("parts",))
                continue
            there, other = ("parts", pair[0]), pair[1]
            if part.id != other.id:
                keys = (*here, "id"), (*there, "id")
                yield self._change(Kind.PART_REKEYED, part.id, other.id, *keys)
            keys = (*here, "title"), (*there, "title")
            yield from self._text(Kind.PART_ALTERED, part.title, other.title, *keys)
        originals = {renamed.get(id_, id_) for id_ in before}
        for index, part in after.values():
            if part.id not in originals:
                here = ("parts", index)
                yield self._change(Kind.PART_ADDED, None, _shown(part), ("parts",), here)

    def _text(
        self, kind: Kind, old: str, new: str, old_key: KeyPath, new_key: KeyPath
    ) -> Iterator[Change]:
        if one_line(old) != one_line(new):
            yield self._change(kind, one_line(old), one_line(new), old_key, new_key)

    def _change(
        self, kind: Kind, old: str | None, new: str | None, old_key: KeyPath, new_key: KeyPath
    ) -> Change:
        return Change(
            kind,
            self.now.task.id,
            old,
            new,
            ("tasks", self.was.position, *old_key),
            ("tasks", self.now.position, *new_key),
            task=self.now.task.id,
        )


def _shown(part: Part) -> str:
    return f"{part.title} [{part.id}]"


def _places_of_missing(
    there: Mapping[TaskKey, PlacedTask],
    here: Mapping[TaskKey, PlacedTask],
    pairs: Mapping[TaskKey, TaskKey],
) -> dict[TaskKey, KeyPath]:
    """Return where each obligation that is only there would stand here.

    That is at the next one that both versions have, else at the last one before it.
    """
    places: dict[TaskKey, KeyPath] = {}
    waiting: list[TaskKey] = []
    last: KeyPath = ("tasks",)
    for key in there:
        pair = pairs.get(key)
        if pair is None:
            waiting.append(key)
            continue
        last = ("tasks", here[pair].position, "id")
        places.update(dict.fromkeys(waiting, last))
        waiting = []
    places.update(dict.fromkeys(waiting, last))
    return places


def _is_correction(was: Task, now: Task, issued: tuple[date, date]) -> bool:
    """Tell whether an edit of a due corrects a slip of the encoding, which the text proves.

    The new due agrees with the unchanged text then, and the old one did not. ``issued`` is
    the day of the document in both versions. An old phrase that could not be read proves nothing
    against the old due, so a change of it is no correction.
    """
    if one_line(was.text) != one_line(now.text):
        return False
    return _agrees(was, issued[0]) is False and _agrees(now, issued[1]) is True


def _agrees(task: Task, issued: date) -> bool | None:
    """Tell whether the text bears out a due; ``None`` where it cannot be told."""
    due = task.due
    if due == "none" or one_line(due.stated) not in one_line(task.text):
        return False
    reading = read_phrase(due.stated, issued=issued)
    return None if reading is None else disagreement(due, reading) is None
