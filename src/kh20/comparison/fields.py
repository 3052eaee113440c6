"""What one obligation says in two versions of a plan, apart from its due."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kh20.comparison.change import Change
from kh20.comparison.kinds import Kind
from kh20.comparison.pairing import Identities, PlacedTask, named
from kh20.model import Part, Plan
from kh20.text.quoting import one_line

_OWNERS = (Kind.OWNER_REMOVED, Kind.OWNER_ADDED, Kind.OWNER_REPLACED)
_PARTNERS = (Kind.PARTNER_REMOVED, Kind.PARTNER_ADDED, Kind.PARTNER_REPLACED)


def field_changes(
    was: PlacedTask, now: PlacedTask, old: Plan, new: Plan, known: Identities
) -> Iterator[Change]:
    """Yield how the responsibility, the bodies, the parts and the texts changed."""
    before, after = was.task, now.task
    if before.responsibility != after.responsibility:
        kind = Kind.EACH_TO_JOINT if after.responsibility == "joint" else Kind.JOINT_TO_EACH
        key = ("responsibility",)
        yield _change(kind, was, now, before.responsibility, after.responsibility, key, key)
    yield from _bodies(was, now, "owners", _OWNERS, old, new, known)
    yield from _bodies(was, now, "partners", _PARTNERS, old, new, known)
    yield from _parts(was, now)
    for kind, field, then, since in (
        (Kind.TEXT_ALTERED, "text", one_line(before.text), one_line(after.text)),
        (Kind.TITLE_ALTERED, "title", one_line(before.title), one_line(after.title)),
    ):
        if then != since:
            yield _change(kind, was, now, then, since, (field,), (field,))


def _change(
    kind: Kind,
    was: PlacedTask,
    now: PlacedTask,
    old: str | None,
    new: str | None,
    old_key: tuple[str | int, ...],
    new_key: tuple[str | int, ...],
) -> Change:
    return Change(
        kind,
        now.task.id,
        old,
        new,
        ("tasks", was.position, *old_key),
        ("tasks", now.position, *new_key),
        task=now.task.id,
    )


def _bodies(
    was: PlacedTask,
    now: PlacedTask,
    key: str,
    kinds: tuple[Kind, Kind, Kind],
    old: Plan,
    new: Plan,
    known: Identities,
) -> Iterator[Change]:
    before: Sequence[str] = getattr(was.task, key)
    after: Sequence[str] = getattr(now.task, key)
    gone = [body for body in before if known.agency(body) not in after]
    kept = {known.agency(body) for body in before}
    come = [body for body in after if body not in kept]
    removed, added, replaced = kinds

    def places(bodies: Sequence[str], body: str | None) -> tuple[str | int, ...]:
        return (key,) if body is None else (key, bodies.index(body))

    # One body for another, in one edit, is a replacement; what is left over came or went.
    count = max(len(gone), len(come))
    for number in range(count):
        one = gone[number] if number < len(gone) else None
        other = come[number] if number < len(come) else None
        kind = removed if other is None else added if one is None else replaced
        yield _change(
            kind,
            was,
            now,
            None if one is None else named(one, old.agencies),
            None if other is None else named(other, new.agencies),
            places(before, one),
            places(after, other),
        )


def _parts(was: PlacedTask, now: PlacedTask) -> Iterator[Change]:
    """Yield the changes of parts, paired by their short names, then by their titles."""
    before = {part.id: (i, part) for i, part in enumerate(was.task.parts)}
    after = {part.id: (i, part) for i, part in enumerate(now.task.parts)}
    pairs = renamed_parts(was.task.parts, now.task.parts)
    for id_, (index, part) in before.items():
        here = after.get(pairs.get(id_, id_))
        if here is None:
            shown = f"{part.title} [{id_}]"
            kind = Kind.PART_REMOVED
            yield _change(kind, was, now, shown, None, ("parts", index), ("parts",))
            continue
        place, other = here
        if id_ != other.id:
            keys = ("parts", index, "id"), ("parts", place, "id")
            yield _change(Kind.PART_REKEYED, was, now, id_, other.id, *keys)
        then, since = one_line(part.title), one_line(other.title)
        if then != since:
            keys = ("parts", index, "title"), ("parts", place, "title")
            yield _change(Kind.PART_ALTERED, was, now, then, since, *keys)
    originals = {pairs.get(id_, id_) for id_ in before}
    for id_, (index, part) in after.items():
        if id_ not in originals:
            shown = f"{part.title} [{id_}]"
            kind = Kind.PART_ADDED
            yield _change(kind, was, now, None, shown, ("parts",), ("parts", index))


def renamed_parts(before: Sequence[Part], after: Sequence[Part]) -> dict[str, str]:
    """Return the new short names of parts that have another one now: the same title."""
    then, since = {part.id for part in before}, {part.id for part in after}
    come = {one_line(part.title): part.id for part in reversed(after) if part.id not in then}
    return {
        part.id: come.pop(title)
        for part in before
        if part.id not in since and (title := one_line(part.title)) in come
    }
