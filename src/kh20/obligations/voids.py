"""Entries of the log that were taken back, because they were recorded by mistake."""

from collections.abc import Iterable
from typing import NamedTuple

from kh20.model import LogEntry, Voided

PlacedEvent = tuple[int, LogEntry]
"""An event, and its place in the log."""


class Voids(NamedTuple):
    """What the entries of a log take back, by places in the log.

    ``live`` are the entries that count: none that was taken back, none that takes back. ``by`` has
    for each entry that was taken back the one that does so. ``vain`` has the entries that take
    nothing back: with the one that had done so before, or ``None`` where there is none.
    """

    live: list[PlacedEvent]
    by: dict[int, int]
    vain: dict[int, int | None]


def voids_of(placed: Iterable[PlacedEvent]) -> Voids:
    """Find what is taken back in a log, given in the order of the file.

    Of several earlier entries that are alike it is the last one that still counts.
    """
    log = list(placed)
    if not any(isinstance(entry, Voided) for _place, entry in log):
        return Voids(log, {}, {})
    standing: dict[object, list[int]] = {}
    last: dict[object, int] = {}
    by: dict[int, int] = {}
    vain: dict[int, int | None] = {}
    for place, entry in log:
        alike = standing.setdefault(identity(entry), [])
        if not isinstance(entry, Voided):
            alike.append(place)
        elif alike:
            by[alike.pop()] = last[identity(entry)] = place
        else:
            vain[place] = last.get(identity(entry))
    left = (each for each in log if each[0] not in by)
    return Voids([each for each in left if not isinstance(each[1], Voided)], by, vain)


def identity(entry: LogEntry) -> object:
    """Return what an entry and the one that takes it back have in common."""
    event = entry.voids if isinstance(entry, Voided) else entry.event
    agency, part = getattr(entry, "agency", None), getattr(entry, "part", None)
    return entry.task, entry.for_, entry.on, event, agency, part
