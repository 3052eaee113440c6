"""Replaying the log: from the signed tasks and the events up to a day to the state on that day."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter

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
    Successor,
    Task,
)
from kh20.model.succession import answering_on
from kh20.obligations.obligation import Obligation, of_task
from kh20.obligations.shares import Share, owners_meant, shares_of
from kh20.obligations.standing import Standing, Status
from kh20.obligations.turns import find_turn, turns_of
from kh20.periods import Period


class Book:
    """A plan opened on a day: every obligation with its standing then.

    Only what had happened by that day counts, in the order of days and, within one, of the file.
    """

    def __init__(self, plan: Plan, as_of: date) -> None:
        self.plan = plan
        self.as_of = as_of
        self._events: dict[tuple[str, str | None], list[tuple[int, LogEntry]]] = {}
        """The events of each obligation, each with its place in the order of all."""
        self._turns: dict[str, dict[str, None]] = {}
        self._answering: dict[str, Successor | None] = {}
        known = (entry for entry in plan.log if entry.on <= as_of)
        for place, entry in enumerate(sorted(known, key=lambda entry: entry.on)):
            self._events.setdefault((entry.task, entry.for_), []).append((place, entry))
            if entry.for_ is not None:
                self._turns.setdefault(entry.task, {})[entry.for_] = None

    def answering(self, agency: str) -> Successor | None:
        """Return the succession by which another body answers for an agency on the day of the book.

        ``None`` where the agency answers itself.
        """
        if agency not in self._answering:
            self._answering[agency] = answering_on(agency, self.as_of, self.plan.agencies)
        return self._answering[agency]

    def standings(self, until: date | None = None) -> Iterator[Standing]:
        """Yield every obligation, in document order.

        Of a recurring duty these are the turns that have begun by the day of the book, or by
        ``until`` where that is later, and those that the log names. What would have begun after
        the whole duty was lifted is owed by nobody and is left out.
        """
        for task in self.plan.tasks:
            yield from self.of(task, until)

    def of(self, task: Task, until: date | None = None) -> Iterator[Standing]:
        """Yield the standings of one task, as :meth:`standings` does of all."""
        if not isinstance(task.due, Recurrence):
            yield self.standing(of_task(task))
            return
        last = max(self.as_of, until or self.as_of)
        yield from self._turns_between(task, None, last)

    def of_window(self, task: Task, window: Period) -> Iterator[Standing]:
        """Yield the standings of one task whose deadline in force may fall into a window.

        Of a recurring duty these are the turns of the window, and those that the log names: only
        they can have been extended into it.
        """
        if not isinstance(task.due, Recurrence):
            yield self.standing(of_task(task))
            return
        yield from self._turns_between(task, window.first, window.last)

    def _turns_between(self, task: Task, first: date | None, last: date) -> Iterator[Standing]:
        named = self._turns.get(task.id, {})
        lifted = self._lifted_on(task)
        seen = set()
        for obligation in self.turns(task, first):
            start = obligation.start
            if start is not None and start > last:
                break
            seen.add(obligation.turn)
            if start is None or lifted is None or start <= lifted or obligation.turn in named:
                yield self.standing(obligation)
        for label in named:
            further = None if label in seen else self.turn(task, label)
            if further is not None:
                yield self.standing(further)

    def turns(self, task: Task, since: date | None = None) -> Iterator[Obligation]:
        """Yield the turns of a recurring task, past and to come, without end.

        Those whose turn is over before ``since`` may be left out.
        """
        return turns_of(task, self.plan.document.issued, since)

    def turn(self, task: Task, label: str) -> Obligation | None:
        """Return the turn of a recurring task that a label names, if there is one."""
        return find_turn(task, self.plan.document.issued, label)

    def lifted(self, task: Task) -> bool:
        """Tell whether a recurring duty as a whole is cancelled on the day of the book."""
        return isinstance(task.due, Recurrence) and self._lifted_on(task) is not None

    def _lifted_on(self, task: Task) -> date | None:
        """Return the day on which a whole recurring duty was lifted; ``None`` where it is not."""
        lifted = None
        for _place, event in self._events.get((task.id, None), ()):
            if isinstance(event, Cancelled):
                lifted = event.on if lifted is None else lifted
            elif isinstance(event, Reopened):
                lifted = None
        return lifted

    def standing(self, obligation: Obligation) -> Standing:
        """Return how an obligation stands on the day of the book."""
        events = self._events.get((obligation.task.id, obligation.turn), [])
        if obligation.turn is not None:
            whole = self._events.get((obligation.task.id, None), [])
            events = sorted([*whole, *events], key=itemgetter(0)) if whole else events
        if not events:
            # Most obligations of most plans: nothing has happened to them yet.
            shares, status = shares_of(obligation.task), status_on(obligation, self.as_of)
            return Standing(obligation, self.as_of, status, obligation.deadline, shares)
        replay = _Replay(obligation, self.plan.agencies)
        return replay.run([event for _place, event in events], self.as_of)


def status_on(obligation: Obligation, day: date) -> Status:
    """Return the state on a day of an obligation of which nothing is completed or cancelled."""
    if obligation.deadline is not None and day > obligation.deadline:
        return Status.OVERDUE
    if obligation.start is not None and day < obligation.start:
        return Status.NOT_STARTED
    if obligation.deadline is not None:
        return Status.OPEN
    return Status.RUNNING if isinstance(obligation.task.due, Due) else Status.UNSCHEDULED


class _Replay:
    """One obligation, followed from the document through its events."""

    def __init__(self, obligation: Obligation, agencies: Mapping[str, Agency]) -> None:
        self.obligation = obligation
        self.agencies = agencies
        self.shares = shares_of(obligation.task)
        self.extensions: Sequence[Extended] = ()
        self.cancelled = False
        self.lifted = False
        """Whether the whole recurring duty was cancelled, this turn with it."""

    def run(self, events: Sequence[LogEntry], as_of: date) -> Standing:
        self.extensions = [event for event in events if isinstance(event, Extended)]
        history = []
        for event in events:
            if self.obligation.turn is None or event.for_ is not None:
                self._own(event)
            elif not self._whole(event):
                continue
            history.append(event)
        deadline = self._deadline_on(as_of)
        days = [share.done for share in self.shares]
        completed_on = max(day for day in days if day) if all(days) else None
        status = self._status(deadline, as_of)
        return Standing(
            self.obligation, as_of, status, deadline, self.shares, tuple(history), completed_on
        )

    def _deadline_on(self, day: date) -> date | None:
        """Return the deadline in force on a day: a decision holds from the day it is made on."""
        decided = bisect_right(self.extensions, day, key=lambda extension: extension.on)
        return self.extensions[decided - 1].to.last if decided else self.obligation.deadline

    def _own(self, event: LogEntry) -> None:
        if isinstance(event, Cancelled):
            self.cancelled = True
        elif isinstance(event, Completed):
            deadline = self._deadline_on(event.on)
            self._mark(event, event.on, deadline is not None and event.on > deadline)
        elif isinstance(event, Reopened):
            if self.cancelled or self.lifted:
                self.cancelled = self.lifted = False
            else:
                self._mark(event, None)

    def _whole(self, event: LogEntry) -> bool:
        """Take an event of the whole recurring duty; tell whether it changes this turn.

        A duty that is lifted is still owed for the turns whose deadline was past by then, and what
        was completed stays so.
        """
        if isinstance(event, Cancelled):
            deadline = self._deadline_on(event.on)
            past = deadline is not None and event.on > deadline
            if past or all(share.done for share in self.shares):
                return False
            self.lifted = True
            return True
        was, self.lifted = self.lifted, self.lifted and not isinstance(event, Reopened)
        return was != self.lifted

    def _mark(self, event: Completed | Reopened, day: date | None, late: bool = False) -> None:
        owners: tuple[str | None, ...] = (None,)
        if event.agency is not None:
            owners = owners_meant(self.obligation.task, event.agency, event.on, self.agencies)

        def marked(share: Share) -> Share:
            if not any(share.concerns(owner, event.part) for owner in owners):
                return share
            if day is not None and share.done is not None:
                return share
            return share._replace(done=day, late=late)

        self.shares = tuple(marked(share) for share in self.shares)

    def _status(self, deadline: date | None, as_of: date) -> Status:
        if self.cancelled or self.lifted:
            return Status.CANCELLED
        if all(share.done for share in self.shares):
            late = any(share.late for share in self.shares)
            return Status.COMPLETED_LATE if late else Status.COMPLETED
        return status_on(self.obligation._replace(deadline=deadline), as_of)
