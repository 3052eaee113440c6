"""The log of two versions of a plan: an append-only ledger only ever grows."""

from __future__ import annotations

from collections.abc import Iterator

from kh20.comparison.change import Change, Kind
from kh20.diagnostics import KeyPath
from kh20.model import LogEntry, Plan

_Placed = tuple[int, LogEntry]


def log_changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Yield the entries that were changed, removed and added; a mere change of order is none.

    An entry that went and one that came are one changed entry where both are about the same
    obligation, or stand in the same place.
    """
    gone, come = _difference(old.log, new.log), _difference(new.log, old.log)
    for was in gone:
        now = _successor_of(was, come)
        if now is None:
            yield Change(
                Kind.LOG_REMOVED,
                was[1].task,
                entry_text(was[1]),
                None,
                ("log", was[0]),
                _place(was[0], new),
                task=was[1].task,
            )
            continue
        come.remove(now)
        yield Change(
            Kind.LOG_CHANGED,
            was[1].task,
            entry_text(was[1]),
            entry_text(now[1]),
            ("log", was[0]),
            ("log", now[0]),
            task=was[1].task,
        )
    for index, entry in come:
        yield Change(
            Kind.LOG_ADDED,
            entry.task,
            None,
            entry_text(entry),
            _place(index, old),
            ("log", index),
            task=entry.task,
        )


def _difference(some: tuple[LogEntry, ...], others: tuple[LogEntry, ...]) -> list[_Placed]:
    counts: dict[str, int] = {}
    for entry in others:
        text = entry_text(entry)
        counts[text] = counts.get(text, 0) + 1
    left: list[_Placed] = []
    for index, entry in enumerate(some):
        text = entry_text(entry)
        if counts.get(text, 0):
            counts[text] -= 1
        else:
            left.append((index, entry))
    return left


def _successor_of(was: _Placed, come: list[_Placed]) -> _Placed | None:
    def alike(now: _Placed) -> bool:
        return now[1].task == was[1].task and (
            now[1].event == was[1].event or now[1].on == was[1].on
        )

    return next((now for now in come if alike(now)), None) or next(
        (now for now in come if now[0] == was[0]), None
    )


def _place(index: int, plan: Plan) -> KeyPath:
    return ("log", min(index, len(plan.log) - 1)) if plan.log else ("log",)


def entry_text(entry: LogEntry) -> str:
    """Return an entry on one line, in the keys of the plan file."""
    given = entry.model_dump(by_alias=True, exclude_none=True)
    first = ("task", "for", "on", "event")
    ordered = [*(key for key in first if key in given), *(key for key in given if key not in first)]
    return ", ".join(f"{key}: {given[key]}" for key in ordered)
