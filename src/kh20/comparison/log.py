"""The log of two versions of a plan: an append-only ledger only ever grows."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kh20.comparison.change import Change, Kind
from kh20.comparison.pairing import Pairing, named
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


def log_changes(pairing: Pairing) -> Iterator[Change]:
    """Yield the entries that were changed, removed, added, or put in another order of one day.

    Entries of different days are taken in the order of days, so their order in the file is no
    change. An entry that went and one that came are one changed entry where both are about the
    same obligation, or say the same of two obligations.
    """
    old, new = pairing.old, pairing.new
    before = _placed(old, lambda entry: _said_now(entry, pairing))
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


def _said_now(entry: LogEntry, pairing: Pairing) -> dict[str, str]:
    """Return what an entry of the old version says, in the names of the new one."""
    given = written_keys(entry)
    given["task"] = pairing.task_id(entry.task)
    if "agency" in given:
        given["agency"] = pairing.agency(given["agency"])
    if "part" in given:
        given["part"] = pairing.part(entry.task, given["part"])
    return given


def _placed(plan: Plan, names: Callable[[LogEntry], dict[str, str]]) -> list[_Placed]:
    return [
        _Placed(position, entry, tuple(sorted(names(entry).items())))
        for position, entry in enumerate(plan.log)
    ]


def _difference(
    some: Sequence[_Placed], others: Sequence[_Placed]
) -> tuple[list[_Placed], list[_Placed]]:
    """Split entries in two: those that only this side has, and those that both have."""
    counts = Counter(placed.said for placed in others)
    left, kept = [], []
    for placed in some:
        if counts[placed.said]:
            counts[placed.said] -= 1
            kept.append(placed)
        else:
            left.append(placed)
    return left, kept


def _reordered(
    before: Sequence[_Placed], after: Sequence[_Placed]
) -> Iterator[tuple[_Placed, _Placed]]:
    """Yield the first of the entries of one day that follow each other otherwise now."""
    then, since = (
        _alike(entries, lambda placed: placed.of("task", "for", "on"))
        for entries in (before, after)
    )
    for key, entries in then.items():
        for was, now in zip(entries, since[key], strict=True):
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
        waiting = _alike(come, like)
        found = [(was, alike.popleft()) for was in gone if (alike := waiting.get(like(was)))]
        paired = {was.position for was, _now in found}, {now.position for _was, now in found}
        gone[:] = [was for was in gone if was.position not in paired[0]]
        come[:] = [now for now in come if now.position not in paired[1]]
        pairs += found
    return sorted(pairs, key=lambda pair: pair[1].position)


def _alike(
    entries: Iterable[_Placed], like: Callable[[_Placed], Hashable]
) -> Mapping[Hashable, deque[_Placed]]:
    """Group entries by what ``like`` says of them, in their order."""
    found: defaultdict[Hashable, deque[_Placed]] = defaultdict(deque)
    for placed in entries:
        found[like(placed)].append(placed)
    return found


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
