"""The obligations of two versions of a plan: added, removed, renumbered, and altered ones."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from kh20.comparison.change import Change, Effect, Kind
from kh20.comparison.corrections import only_a_slip
from kh20.comparison.dues import due_changes
from kh20.comparison.pairing import Pairing, PlacedTask, TaskKey, TaskPair, named
from kh20.findings import KeyPath
from kh20.model import Part
from kh20.model.fields import written
from kh20.phrases import read_phrase
from kh20.rules.agreement import disagreement
from kh20.text.quoting import one_line

_OWNERS = (Kind.OWNER_REMOVED, Kind.OWNER_ADDED, Kind.OWNER_REPLACED)
_DETAILS = ("product", "submit_to", "label")
"""What the document states beside who and when."""
_PARTNERS = (Kind.PARTNER_REMOVED, Kind.PARTNER_ADDED, Kind.PARTNER_REPLACED)


def task_changes(pairing: Pairing) -> Iterator[Change]:
    """Yield the changes of obligations, in the order of the new version, then what is gone."""
    before, after = pairing.before, pairing.after
    originals = {now: was for was, now in pairing.tasks.items()}
    names = _names(pairing)
    places = _places_of_missing(after, before, originals)
    for key, now in after.items():
        was_key = originals.get(key)
        if was_key is None:
            id_, title = now.task.id, now.task.title
            here = ("tasks", now.position, "id")
            yield Change(Kind.TASK_ADDED, id_, None, title, places[key], here, task=id_)
        else:
            pair = TaskPair(before[was_key], now)
            yield from _changes(pair, pairing, pairing.parts.get(was_key, {}))
            yield from _texts(pair, names)
    places = _places_of_missing(before, after, pairing.tasks)
    for key, was in before.items():
        if key not in pairing.tasks:
            id_, title = was.task.id, was.task.title
            there = ("tasks", was.position, "id")
            yield Change(Kind.TASK_REMOVED, id_, title, None, there, places[key], task=id_)


def _changes(pair: TaskPair, pairing: Pairing, renamed: Mapping[str, str]) -> Iterator[Change]:
    was, now = pair.was.task, pair.now.task
    if was.id != now.id:
        yield pair.change(Kind.TASK_RENUMBERED, was.id, now.id, ("id",))
    dues = [] if _due_only_of_parts(pair) else list(due_changes(pair))
    corrects = bool(dues) and _is_correction(pair)
    for change in dues:
        yield replace(change, effect_known=Effect.CORRECTS) if corrects else change
    if was.responsibility != now.responsibility:
        kind = Kind.EACH_TO_JOINT if now.responsibility == "joint" else Kind.JOINT_TO_EACH
        yield pair.change(kind, was.responsibility, now.responsibility, ("responsibility",))
    yield from _bodies(pair, pairing, "owners", was.owners, now.owners, _OWNERS)
    yield from _bodies(pair, pairing, "partners", was.partners, now.partners, _PARTNERS)
    yield from _parts(pair, pairing, renamed)
    for key in _DETAILS:
        before, after = getattr(was, key), getattr(now, key)
        what = detail_kind(before, after)
        if what is not None:
            held, holds = ((key,) if each is not None else ("id",) for each in (before, after))
            yield pair.change(what, _detail(key, before), _detail(key, after), held, holds)


def _detail(key: str, value: str | None) -> str | None:
    return None if value is None else f"{key}: {one_line(value)}"


def detail_kind(before: str | None, after: str | None) -> Kind | None:
    """Return what became of something that the document states; ``None`` where it is the same."""
    if before is None or after is None:
        gone = Kind.DETAIL_REMOVED if after is None else Kind.DETAIL_ADDED
        return None if before is after else gone
    return Kind.DETAIL_ALTERED if one_line(before) != one_line(after) else None


def _texts(pair: TaskPair, names: frozenset[str]) -> Iterator[Change]:
    """Yield the changes of text and title; ``names`` are those of the bodies of both versions."""
    was, now = pair.was.task, pair.now.task
    noted = set(now.corrections) - set(was.corrections)
    for change in _text(pair, Kind.TEXT_ALTERED, was.text, now.text, ("text",)):
        copied = any(one_line(note.was) == one_line(was.text) for note in noted)
        slip = copied and only_a_slip(was.text, now.text, names)
        yield replace(change, effect_known=Effect.CORRECTS) if slip else change
    yield from _corrections(pair)
    yield from _accepted(pair)
    yield from _text(pair, Kind.TITLE_ALTERED, was.title, now.title, ("title",))


def _bodies(
    pair: TaskPair,
    pairing: Pairing,
    key: str,
    before: Sequence[str],
    after: Sequence[str],
    kinds: tuple[Kind, Kind, Kind],
) -> Iterator[Change]:
    removed, added, replaced = kinds
    gone = [body for body in before if pairing.agency(body) not in after]
    kept = {pairing.agency(body) for body in before}
    come = [body for body in after if body not in kept]
    # One body for another, in one edit, is a replacement; what is left over came or went.
    for one, other in zip_longest(gone, come):
        yield pair.change(
            removed if other is None else added if one is None else replaced,
            None if one is None else named(one, pairing.old.agencies),
            None if other is None else named(other, pairing.new.agencies),
            (key,) if one is None else (key, before.index(one)),
            (key,) if other is None else (key, after.index(other)),
        )


def _due_only_of_parts(pair: TaskPair) -> bool:
    """Tell whether the due of the whole is that of none of its parts, then or now.

    How the dues of its parts changed is then all that is to be said.
    """
    parts = [version.task.parts for version in pair]
    return all(parts) and any(all(part.due is not None for part in each) for each in parts)


def _parts(pair: TaskPair, pairing: Pairing, renamed: Mapping[str, str]) -> Iterator[Change]:
    """Yield the changes of parts, paired by their short names, then by their titles."""
    before, after = (
        {part.id: (place, part) for place, part in enumerate(version.task.parts)}
        for version in pair
    )
    for index, part in before.values():
        here: KeyPath = ("parts", index)
        now = after.get(renamed.get(part.id, part.id))
        if now is None:
            yield pair.change(Kind.PART_REMOVED, _shown(part), None, here, ("parts",))
            continue
        there, other = ("parts", now[0]), now[1]
        if part.id != other.id:
            keys = (*here, "id"), (*there, "id")
            yield pair.change(Kind.PART_REKEYED, part.id, other.id, *keys)
        keys = (*here, "title"), (*there, "title")
        yield from _text(pair, Kind.PART_ALTERED, part.title, other.title, *keys)
        yield from _part(pair, pairing, (index, part), now)
    originals = {renamed.get(id_, id_) for id_ in before}
    for index, part in after.values():
        if part.id not in originals:
            yield pair.change(Kind.PART_ADDED, None, _shown(part), ("parts",), ("parts", index))


def _part(
    pair: TaskPair, pairing: Pairing, was: tuple[int, Part], now: tuple[int, Part]
) -> Iterator[Change]:
    """Yield the changes of due and owners of a part; what it does not say is as for the whole."""
    then, since = (
        version._replace(task=version.task.as_part(part), part=place)
        for version, (place, part) in zip(pair, (was, now), strict=True)
    )
    both = TaskPair(then, since)
    if was[1].due is not None or now[1].due is not None:
        dues = list(due_changes(both))
        corrects = bool(dues) and _is_correction(both)
        for change in dues:
            yield replace(change, effect_known=Effect.CORRECTS) if corrects else change
    if was[1].owners is not None or now[1].owners is not None:
        before, after = then.task.owners, since.task.owners
        yield from _bodies(both, pairing, "owners", before, after, _OWNERS)


def _accepted(pair: TaskPair) -> Iterator[Change]:
    was, now = pair.was.task.accepted, pair.now.task.accepted
    key: KeyPath = ("accepted",)
    for index, each in enumerate(was):
        if each not in now:
            said = f"{each.code}: {each.reason}"
            yield pair.change(Kind.ACCEPTED_REMOVED, said, None, (*key, index), _held(key, now))
    for index, each in enumerate(now):
        if each not in was:
            said = f"{each.code}: {each.reason}"
            yield pair.change(Kind.ACCEPTED_ADDED, None, said, _held(key, was), (*key, index))


def _corrections(pair: TaskPair) -> Iterator[Change]:
    was, now = pair.was.task.corrections, pair.now.task.corrections
    key: KeyPath = ("corrections",)
    before, after = set(was), set(now)
    for index, note in enumerate(was):
        if note not in after:
            here = (*key, index)
            yield pair.change(Kind.CORRECTION_REMOVED, note.reason, None, here, _held(key, now))
    for index, note in enumerate(now):
        if note not in before:
            here = (*key, index)
            yield pair.change(Kind.CORRECTION_ADDED, None, note.reason, _held(key, was), here)


def _held(key: KeyPath, held: Sequence[object]) -> KeyPath:
    """Return the key where something is missing: its list, or the obligation without one."""
    return key if held else ("id",)


def _names(pairing: Pairing) -> frozenset[str]:
    """Return the names by which the agencies of both versions go."""
    return frozenset(
        name
        for plan in (pairing.old, pairing.new)
        for agency in plan.agencies.values()
        for name in agency.names
    )


def _text(
    pair: TaskPair, kind: Kind, old: str, new: str, key: KeyPath, new_key: KeyPath | None = None
) -> Iterator[Change]:
    if one_line(old) != one_line(new):
        yield pair.change(kind, one_line(old), one_line(new), key, new_key)


def _shown(part: Part) -> str:
    said = f"{part.title} [{part.id}]"
    if part.owners:
        said += f", owners: {', '.join(part.owners)}"
    if part.due is not None:
        said += f", due: {part.due if part.due == 'none' else written(part.due)}"
    return said


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


def _is_correction(pair: TaskPair) -> bool:
    """Tell whether an edit of a due corrects a slip of the encoding, which the text proves.

    The new due agrees with the unchanged text then, and the old one did not. An old phrase that
    could not be read proves nothing against the old due, so a change of it is no correction.
    """
    was, now = pair
    if one_line(was.task.text) != one_line(now.task.text):
        return False
    return _agrees(was) is False and _agrees(now) is True


def _agrees(placed: PlacedTask) -> bool | None:
    """Tell whether the text bears out a due; ``None`` where it cannot be told."""
    due = placed.task.due
    if due == "none" or one_line(due.stated) not in one_line(placed.task.text):
        return False
    reading = read_phrase(due.stated, issued=placed.issued)
    return None if reading is None else disagreement(due, reading) is None
