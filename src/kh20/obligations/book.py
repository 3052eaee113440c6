"""A plan opened on a day: the standing of every obligation, from the tasks and the log."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from kh20.model import Agency, Due, LogEntry, Plan, Recurrence, Successor, Task, Term, Voided
from kh20.model.agency import answering_on
from kh20.obligations.course import Course
from kh20.obligations.obligation import Obligation, of_task, shares_of
from kh20.obligations.standing import Standing, Status, completion
from kh20.obligations.terms import dated
from kh20.obligations.turns import find_turn, turns_of
from kh20.obligations.voids import PlacedEvent, voids_of
from kh20.periods import Period


class Body(NamedTuple):
    """An agency on the day of a book. ``key`` is its short name in the plan."""

    book: Book
    key: str

    @property
    def agency(self) -> Agency:
        """What the plan says of it."""
        return self.book.plan.agencies[self.key]

    @property
    def name(self) -> str:
        """The official name in Vietnamese."""
        return self.agency.name

    @property
    def successions(self) -> tuple[Successor, ...]:
        """The decisions by which other bodies answer for it, the main one first.

        There are none where it answers itself, and several where its duties were split.
        """
        return self.book.answering(self.key)

    @property
    def heirs(self) -> tuple[Body, ...]:
        """The bodies that have its duties, the main one first; none where it answers itself."""
        return tuple(Body(self.book, succession.agency) for succession in self.successions)

    @property
    def now(self) -> Body:
        """The body that answers for it: itself, or the main one of those that have its duties."""
        return next(iter(self.heirs), self)


class Book:
    """A plan opened on a day: every obligation with its standing then.

    Only what had happened by that day counts, in the order of days and, within one, of the file.
    """

    def __init__(self, plan: Plan, as_of: date) -> None:
        self.plan = plan
        self.as_of = as_of
        self._events: dict[tuple[str, str | None], list[PlacedEvent]] = {}
        """The events of each obligation, each with its place in the order of all."""
        self._named_turns: dict[str, dict[str, None]] = {}
        self._answering: dict[str, tuple[Successor, ...]] = {}
        self._struck: dict[tuple[str, str | None], list[tuple[LogEntry, Voided]]] = {}
        """What was recorded of each obligation by mistake, with the entry that takes it back."""
        self._divided = {} if plan.assigned is plan.tasks else _divided(plan)
        for place, entry in enumerate(self._known()):
            for task in self._about(entry):
                self._events.setdefault((task, entry.for_), []).append((place, entry))
                if entry.for_ is not None:
                    self._named_turns.setdefault(task, {})[entry.for_] = None

    def _known(self) -> list[LogEntry]:
        """Return what counts by the day of the book; what was taken back never counted."""
        log = self.plan.log
        voids = voids_of(enumerate(log))
        for place, by in sorted(voids.by.items()):
            entry, voided = log[place], log[by]
            if entry.on <= self.as_of and isinstance(voided, Voided):
                for task in self._about(entry):
                    self._struck.setdefault((task, entry.for_), []).append((entry, voided))
        known = (entry for _place, entry in voids.live if entry.on <= self.as_of)
        return sorted(known, key=lambda entry: entry.on)

    def _about(self, entry: LogEntry) -> Sequence[str]:
        """Return the ids of what an entry is about, of all that is owed by itself."""
        task = self._divided.get(entry.task)
        if task is None:
            return (entry.task,)
        return [assigned.id for assigned in task.concerned(getattr(entry, "part", None))]

    def body(self, agency: str) -> Body:
        """Return an agency of the plan as it is on the day of the book."""
        return Body(self, agency)

    def answering(self, agency: str) -> tuple[Successor, ...]:
        """Return by which successions others answer for an agency on the day of the book."""
        if agency not in self._answering:
            self._answering[agency] = answering_on(agency, self.as_of, self.plan.agencies)
        return self._answering[agency]

    def standings(self, until: date | None = None) -> Iterator[Standing]:
        """Yield every obligation, in document order.

        Of a recurring duty these are the turns that have begun by the day of the book, or by
        ``until`` where that is later, and those that the log names. What would have begun after
        the whole duty was lifted is owed by nobody and is left out.
        """
        for task in self.plan.assigned:
            yield from self.of(task, until)

    def of(self, task: Task, until: date | None = None) -> Iterator[Standing]:
        """Yield the standings of one task, as :meth:`standings` does of all."""
        return self._between(task, None, max(self.as_of, until or self.as_of))

    def of_window(self, task: Task, window: Period) -> Iterator[Standing]:
        """Yield the standings of one task whose deadline in force may fall into a window.

        Of a recurring duty these are the turns of the window, and those that the log names: only
        they can have been extended into it.
        """
        return self._between(task, window.first, window.last)

    def _between(self, task: Task, first: date | None, last: date) -> Iterator[Standing]:
        if not isinstance(task.due, Recurrence):
            yield self.standing(of_task(task))
            return
        named = self._named_turns.get(task.id, {})
        lifted = self.lifted_on(task)
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

    def lifted_on(self, task: Task) -> date | None:
        """Return the day on which a whole recurring duty was lifted; ``None`` where it is not."""
        if not isinstance(task.due, Recurrence):
            return None
        events = self._events.get((task.id, None), [])
        course = Course.after(of_task(task), events, self.plan.agencies)
        return course.cancelled[1].on if course.cancelled is not None else None

    def standing(self, obligation: Obligation) -> Standing:
        """Return how an obligation stands on the day of the book."""
        key = (obligation.task.id, obligation.turn)
        events, struck = self._events.get(key, []), tuple(self._struck.get(key, ()))
        if obligation.turn is not None:
            whole = self._events.get((obligation.task.id, None), [])
            events = sorted([*whole, *events], key=itemgetter(0)) if whole else events
        obligation = dated(obligation, events, self.plan.days_off)
        if not events:
            # Most obligations of most plans: nothing has happened to them yet.
            shares = shares_of(obligation, self.plan.agencies)
            status = status_on(obligation, self.as_of)
            return Standing(obligation, self, status, obligation.deadline, shares, (), None, struck)
        course = Course.after(obligation, events, self.plan.agencies)
        deadline, completed_on = course.deadline, course.completed_on
        if course.closed is not None:
            status = Status.CANCELLED
        elif completed_on is not None:
            status = completion(course.shares)
        else:
            status = status_on(obligation._replace(deadline=deadline), self.as_of)
        shares, history = tuple(course.shares), tuple(course.history)
        return Standing(obligation, self, status, deadline, shares, history, completed_on, struck)


def _divided(plan: Plan) -> dict[str, Task]:
    """Return the tasks of which some part is owed by itself, by their ids."""
    return {task.id: task for task in plan.tasks if task.divided}


def status_on(obligation: Obligation, day: date) -> Status:
    """Return the state on a day of an obligation of which nothing is completed or cancelled."""
    if obligation.deadline is not None and day > obligation.deadline:
        return Status.OVERDUE
    if obligation.start is not None and day < obligation.start:
        return Status.NOT_STARTED
    if obligation.deadline is not None:
        return Status.OPEN
    match obligation.task.due:
        case Due():
            return Status.RUNNING
        case Term():
            return Status.AWAITING_EVENT
        case _:
            return Status.UNSCHEDULED
