"""Standing of an obligation on a day: its state, its deadline then, and what led to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from kh20.model import Extended, LogEntry, Task, Voided
from kh20.obligations.obligation import Obligation, Share, all_done_on, deadline_of
from kh20.periods import Period

if TYPE_CHECKING:
    from kh20.obligations.book import Body, Book


class Status(StrEnum):
    """The states that the Government's follow-up reports count, and those beside them."""

    COMPLETED = "completed"
    COMPLETED_LATE = "completed-late"
    OPEN = "open"
    OVERDUE = "overdue"
    RUNNING = "running"
    NOT_STARTED = "not-started"
    AWAITING_EVENT = "awaiting-event"
    UNSCHEDULED = "unscheduled"
    CANCELLED = "cancelled"


FINISHED = frozenset({Status.COMPLETED, Status.COMPLETED_LATE, Status.CANCELLED})
"""The states in which nothing is owed any more."""


def completion(shares: Iterable[Share]) -> Status:
    """Return the state of shares that are all completed."""
    late = any(share.late for share in shares)
    return Status.COMPLETED_LATE if late else Status.COMPLETED


class Standing(NamedTuple):
    """An obligation as it stands on the day of a book, from what was known then.

    ``deadline`` is the one in force on that day, after the extensions known by then: where they
    differ, the earliest of the shares that are missing. The signed document's own is
    ``obligation.deadline``. ``struck`` are entries that were taken back, each with the one that
    did so; they count for nothing.
    """

    obligation: Obligation
    book: Book
    status: Status
    deadline: date | None
    shares: tuple[Share, ...]
    history: tuple[LogEntry, ...] = ()
    completed_on: date | None = None
    struck: tuple[tuple[LogEntry, Voided], ...] = ()

    @property
    def as_of(self) -> date:
        """The day of the book."""
        return self.book.as_of

    @property
    def id(self) -> str:
        """The id of the obligation."""
        return self.obligation.id

    @property
    def task(self) -> Task:
        """The task that the obligation comes from."""
        return self.obligation.task

    @property
    def owners(self) -> tuple[Body, ...]:
        """The bodies that the document names as responsible."""
        return tuple(self.book.body(owner) for owner in self.task.owners)

    @property
    def partners(self) -> tuple[Body, ...]:
        """The bodies that the document names as coordinating."""
        return tuple(self.book.body(partner) for partner in self.task.partners)

    @property
    def start(self) -> date | None:
        """The first day of the work; ``None`` where not stated."""
        return self.obligation.start

    @property
    def finished(self) -> bool:
        """Whether nothing is owed any more."""
        return self.status in FINISHED

    @property
    def days_overdue(self) -> int | None:
        """Whole days since the deadline; ``None`` unless it is overdue."""
        if self.status is not Status.OVERDUE or self.deadline is None:
            return None
        return (self.as_of - self.deadline).days

    @property
    def days_left(self) -> int | None:
        """Whole days until the deadline, 0 on the day itself; ``None`` where none is ahead."""
        if self.finished or self.deadline is None or self.as_of > self.deadline:
            return None
        return (self.deadline - self.as_of).days

    @property
    def extensions(self) -> tuple[Extended, ...]:
        """The decisions that moved the deadline, in order."""
        return tuple(entry for entry in self.history if isinstance(entry, Extended))

    @property
    def missing(self) -> tuple[Share, ...]:
        """The shares that are not completed."""
        return tuple(share for share in self.shares if share.done is None)

    @property
    def owing(self) -> tuple[str, ...]:
        """The bodies that have not completed what they owe, as the document has them.

        These are owners, or the members of those that are closed collectives.
        """
        bodies = {share.agency: None for share in self.missing}
        return self.task.owners if None in bodies else tuple(filter(None, bodies))

    def runs_during(self, window: Period) -> bool:
        """Tell whether it is a running duty on some day of a window.

        A duty with a deadline and “ongoing” runs from the day after that deadline.
        """
        if not self.obligation.ongoing or self.status is Status.CANCELLED:
            return False
        if self.deadline is not None:
            return self.deadline < window.last
        if self.completed_on is not None and self.completed_on < window.first:
            return False
        return self.start is None or self.start <= window.last

    def status_of(self, share: Share) -> Status:
        """Return the state of one of the shares."""
        if share.done is not None:
            return completion([share])
        if self.status is Status.OVERDUE and share.deadline and self.as_of <= share.deadline:
            return Status.OPEN
        return self.status

    def of_body(self, body: str) -> Standing:
        """Return how what a body owes by itself stands; where the result is joint, the whole.

        The body is an owner, or a member of one that is a closed collective.
        """
        own = [share for share in self.shares if share.is_of(body)]
        if not own or len(own) == len(self.shares) or self.status is Status.CANCELLED:
            return self
        return self._of(own)

    def _of(self, shares: Sequence[Share]) -> Standing:
        """Return the standing as if these shares were all of it."""
        completed_on = all_done_on(shares)
        owed = [self.status_of(share) for share in shares if share.done is None]
        status = Status.OVERDUE if Status.OVERDUE in owed else next(iter(owed), completion(shares))
        return self._replace(
            shares=tuple(shares),
            status=status,
            deadline=deadline_of(shares),
            completed_on=completed_on,
        )
