"""The obligations of two versions of a plan, paired by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kh20.comparison.change import Change, Kind
from kh20.comparison.dues import due_changes
from kh20.diagnostics import KeyPath
from kh20.model import Plan, Task


class _Placed(NamedTuple):
    position: int
    task: Task

    @property
    def path(self) -> KeyPath:
        return ("tasks", self.position)


def task_changes(old: Plan, new: Plan, renamed: Mapping[str, str]) -> Iterator[Change]:
    """Yield the changes of obligations, in the order of the new version, then what is gone.

    ``renamed`` gives the new short names of agencies that have another one now.
    """
    before = {task.id: _Placed(i, task) for i, task in enumerate(old.tasks)}
    after = {task.id: _Placed(i, task) for i, task in enumerate(new.tasks)}
    renumbered = _renumbered(before, after)
    for id_, now in after.items():
        was = before.get(renumbered.get(id_, id_))
        if was is None:
            yield Change(
                Kind.TASK_ADDED,
                id_,
                None,
                now.task.title,
                _place_of_missing(after, id_, before),
                (*now.path, "id"),
                task=id_,
            )
            continue
        if id_ in renumbered:
            yield Change(
                Kind.TASK_RENUMBERED,
                id_,
                was.task.id,
                id_,
                (*was.path, "id"),
                (*now.path, "id"),
                task=id_,
            )
        yield from _fields(was, now, renamed, old, new)
    gone = set(before) - set(after) - set(renumbered.values())
    for id_, was in before.items():
        if id_ in gone:
            yield Change(
                Kind.TASK_REMOVED,
                id_,
                was.task.title,
                None,
                (*was.path, "id"),
                _place_of_missing(before, id_, after),
                task=id_,
            )


def _renumbered(before: Mapping[str, _Placed], after: Mapping[str, _Placed]) -> dict[str, str]:
    """Return the old ids of obligations that have another one now: the same text elsewhere."""
    gone: dict[str, list[str]] = {}
    for id_, was in before.items():
        if id_ not in after:
            gone.setdefault(_one_line(was.task.text), []).append(id_)
    found = {}
    for id_, now in after.items():
        same = gone.get(_one_line(now.task.text))
        if id_ not in before and same:
            found[id_] = same.pop(0)
    return found


def _place_of_missing(
    there: Mapping[str, _Placed], id_: str, here: Mapping[str, _Placed]
) -> KeyPath:
    """Return where an obligation would stand: at the next one that both versions have."""
    ids = list(there)
    for following in ids[ids.index(id_) + 1 :]:
        if following in here:
            return (*here[following].path, "id")
    for earlier in reversed(ids[: ids.index(id_)]):
        if earlier in here:
            return (*here[earlier].path, "id")
    return ("tasks",)


def _fields(
    was: _Placed, now: _Placed, renamed: Mapping[str, str], old: Plan, new: Plan
) -> Iterator[Change]:
    before, after = was.task, now.task
    yield from due_changes(before, after, was.path, now.path, new.document.issued)
    if before.responsibility != after.responsibility:
        kind = Kind.EACH_TO_JOINT if after.responsibility == "joint" else Kind.JOINT_TO_EACH
        yield _change(kind, was, now, before.responsibility, after.responsibility, "responsibility")
    kinds = (Kind.OWNER_REMOVED, Kind.OWNER_ADDED, Kind.OWNER_REPLACED)
    yield from _bodies(was, now, "owners", kinds, renamed, old, new)
    kinds = (Kind.PARTNER_REMOVED, Kind.PARTNER_ADDED, Kind.PARTNER_REPLACED)
    yield from _bodies(was, now, "partners", kinds, renamed, old, new)
    yield from _parts(was, now)
    if _one_line(before.text) != _one_line(after.text):
        yield _change(
            Kind.TEXT_ALTERED, was, now, _one_line(before.text), _one_line(after.text), "text"
        )
    if _one_line(before.title) != _one_line(after.title):
        yield _change(
            Kind.TITLE_ALTERED, was, now, _one_line(before.title), _one_line(after.title), "title"
        )


def _change(
    kind: Kind, was: _Placed, now: _Placed, old: str | None, new: str | None, *key: str | int
) -> Change:
    return Change(
        kind, now.task.id, old, new, (*was.path, *key), (*now.path, *key), task=now.task.id
    )


def _bodies(
    was: _Placed,
    now: _Placed,
    key: str,
    kinds: tuple[Kind, Kind, Kind],
    renamed: Mapping[str, str],
    old: Plan,
    new: Plan,
) -> Iterator[Change]:
    before: Sequence[str] = getattr(was.task, key)
    after: Sequence[str] = getattr(now.task, key)
    gone = [body for body in before if renamed.get(body, body) not in after]
    come = [body for body in after if body not in {renamed.get(each, each) for each in before}]
    removed, added, replaced = kinds
    # One body for another, in one edit, is a replacement; what is left over came or went.
    for one, other in zip(gone, come, strict=False):
        yield Change(
            replaced,
            now.task.id,
            _named(one, old),
            _named(other, new),
            (*was.path, key, before.index(one)),
            (*now.path, key, after.index(other)),
            task=now.task.id,
        )
    for body in gone[len(come) :]:
        yield Change(
            removed,
            now.task.id,
            _named(body, old),
            None,
            (*was.path, key, before.index(body)),
            (*now.path, key),
            task=now.task.id,
        )
    for body in come[len(gone) :]:
        yield Change(
            added,
            now.task.id,
            None,
            _named(body, new),
            (*was.path, key),
            (*now.path, key, after.index(body)),
            task=now.task.id,
        )


def _parts(was: _Placed, now: _Placed) -> Iterator[Change]:
    before = {part.id: (i, part) for i, part in enumerate(was.task.parts)}
    after = {part.id: (i, part) for i, part in enumerate(now.task.parts)}
    for id_, (index, part) in before.items():
        if id_ not in after:
            yield Change(
                Kind.PART_REMOVED,
                now.task.id,
                f"{part.title} [{id_}]",
                None,
                (*was.path, "parts", index),
                (*now.path, "parts"),
                task=now.task.id,
            )
        elif after[id_][1].title != part.title:
            place = after[id_][0]
            yield Change(
                Kind.PART_ALTERED,
                now.task.id,
                part.title,
                after[id_][1].title,
                (*was.path, "parts", index, "title"),
                (*now.path, "parts", place, "title"),
                task=now.task.id,
            )
    for id_, (index, part) in after.items():
        if id_ not in before:
            yield Change(
                Kind.PART_ADDED,
                now.task.id,
                None,
                f"{part.title} [{id_}]",
                (*was.path, "parts"),
                (*now.path, "parts", index),
                task=now.task.id,
            )


def _named(body: str, plan: Plan) -> str:
    agency = plan.agencies.get(body)
    return f"{agency.name} [{body}]" if agency is not None else body


def _one_line(text: str) -> str:
    return " ".join(text.split())
