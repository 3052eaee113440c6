"""Replaying the log: from the signed tasks and the events up to a day to the state on that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from kh20.model import (
    Agency,
    Cancelled,
    Completed,
    Due,
    Extended,
    LogEntry,
    Plan,
    Recurrence,
    Reopened,
    Task,
)
from kh20.state.obligation import Obligation, of_task
from kh20.state.occurrences import occurrences
from kh20.state.share import Share, owners_meant, shares_of
from kh20.state.standing import Standing, Status


class Book:
    """A plan opened on a day: every obligation with its standing then.

    Only what had happened by that day counts, in the order of days and, within one, of the file.
    """

    def __init__(self, plan: Plan, as_of: date) -> None:
        self.plan = plan
        self.as_of = as_of
        self._events: dict[tuple[str, str | None], list[LogEntry]] = {}
        known = (entry for entry in plan.log if entry.on <= as_of)
        for entry in sorted(known, key=lambda entry: entry.on):
            self._events.setdefault((entry.task, entry.for_), []).append(entry)

    def standings(self, until: date | None = None) -> Iterator[Standing]:
        """Yield every obligation, in document order.

        Of a recurring duty these are the occurrences that have begun by the day of the book, or by
        ``until`` where that is later.
        """
        for task in self.plan.tasks:
            yield from self.of(task, until)

    def of(self, task: Task, until: date | None = None) -> Iterator[Standing]:
        """Yield the standings of one task, as :meth:`standings` does of all."""
        if not isinstance(task.due, Recurrence):
            yield self.standing(of_task(task))
            return
        last = max(self.as_of, until or self.as_of)
        for occurrence in self.occurrences(task):
            if occurrence.start is not None and occurrence.start > last:
                return
            yield self.standing(occurrence)

    def occurrences(self, task: Task) -> Iterator[Obligation]:
        """Yield the occurrences of a recurring task, past and to come, without end."""
        return occurrences(task, self.plan.document.issued)

    def standing(self, obligation: Obligation) -> Standing:
        """Return how an obligation stands on the day of the book."""
        events = self._events.get((obligation.task.id, obligation.occurrence), [])
        if obligation.occurrence is not None:
            whole = self._events.get((obligation.task.id, None), ())
            lifted = [entry for entry in whole if _concerns(entry, obligation)]
            events = sorted([*events, *lifted], key=lambda entry: entry.on)
        return _replay(obligation, events, self.as_of, self.plan.agencies)


def _concerns(entry: LogEntry, occurrence: Obligation) -> bool:
    """Tell whether an event of a whole recurring duty changes one of its occurrences.

    A duty that is lifted is still owed for the turns whose deadline was past by then.
    """
    return occurrence.deadline is None or entry.on <= occurrence.deadline


def _replay(
    obligation: Obligation,
    events: Iterable[LogEntry],
    as_of: date,
    agencies: Mapping[str, Agency],
) -> Standing:
    shares = shares_of(obligation.task)
    deadline, cancelled = obligation.deadline, False
    for event in events:
        if isinstance(event, Extended):
            deadline = event.to.last
        elif isinstance(event, Cancelled):
            cancelled = True
        elif isinstance(event, Completed):
            late = deadline is not None and event.on > deadline
            shares = _mark(shares, event, obligation.task, agencies, event.on, late)
        elif isinstance(event, Reopened):
            if cancelled:
                cancelled = False
            else:
                shares = _mark(shares, event, obligation.task, agencies, None, late=False)
    days = [share.done for share in shares]
    completed_on = max(day for day in days if day) if all(days) else None
    return Standing(
        obligation,
        as_of,
        _status(obligation, shares, deadline, cancelled, as_of),
        deadline,
        shares,
        tuple(events),
        completed_on,
    )


def _mark(
    shares: tuple[Share, ...],
    event: Completed | Reopened,
    task: Task,
    agencies: Mapping[str, Agency],
    day: date | None,
    late: bool,
) -> tuple[Share, ...]:
    owners: tuple[str | None, ...] = (None,)
    if event.agency is not None:
        owners = owners_meant(task, event.agency, event.on, agencies)

    def marked(share: Share) -> Share:
        if not any(share.concerns(owner, event.part) for owner in owners):
            return share
        if day is not None and share.done is not None:
            return share
        return replace(share, done=day, late=late)

    return tuple(marked(share) for share in shares)


def _status(
    obligation: Obligation,
    shares: tuple[Share, ...],
    deadline: date | None,
    cancelled: bool,
    as_of: date,
) -> Status:
    if cancelled:
        return Status.CANCELLED
    if all(share.done for share in shares):
        late = any(share.late for share in shares)
        return Status.COMPLETED_LATE if late else Status.COMPLETED
    if deadline is not None and as_of > deadline:
        return Status.OVERDUE
    if obligation.start is not None and as_of < obligation.start:
        return Status.NOT_STARTED
    if deadline is not None:
        return Status.OPEN
    due = obligation.task.due
    return Status.RUNNING if isinstance(due, Due) else Status.UNSCHEDULED
