"""The obligations of two versions of a plan: which came, which went, which were renumbered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kh20.comparison.change import Change
from kh20.comparison.correction import is_correction
from kh20.comparison.dues import due_changes
from kh20.comparison.fields import field_changes
from kh20.comparison.kinds import Effect, Kind
from kh20.comparison.pairing import Identities, PlacedTask, TaskKey
from kh20.findings import KeyPath
from kh20.model import Plan


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
            yield from _pair_changes(known.before[was_key], now, old, new, known)
    places = _places_of_missing(known.before, known.after, known.tasks)
    for key, was in known.before.items():
        if key not in known.tasks:
            id_, title = was.task.id, was.task.title
            there = ("tasks", was.position, "id")
            yield Change(Kind.TASK_REMOVED, id_, title, None, there, places[key], task=id_)


def _pair_changes(
    was: PlacedTask, now: PlacedTask, old: Plan, new: Plan, known: Identities
) -> Iterator[Change]:
    old_path, new_path = ("tasks", was.position), ("tasks", now.position)
    issued = (old.document.issued, new.document.issued)
    changes: list[Change] = []
    if was.task.id != now.task.id:
        changes.append(
            Change(
                Kind.TASK_RENUMBERED,
                now.task.id,
                was.task.id,
                now.task.id,
                (*old_path, "id"),
                (*new_path, "id"),
                task=now.task.id,
            )
        )
    dues = list(due_changes(was.task, now.task, old_path, new_path, issued))
    if dues and is_correction(was.task, now.task, issued):
        dues = [replace(change, effect_known=Effect.CORRECTS) for change in dues]
    changes += dues
    changes += field_changes(was, now, old, new, known)
    for change in changes:
        yield replace(change, formerly=was.task.id) if was.task.id != now.task.id else change


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
