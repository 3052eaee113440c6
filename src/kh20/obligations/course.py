"""The course of one obligation: its state, carried from event to event."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date

from kh20.model import Agency, Cancelled, Completed, Extended, LogEntry, Reopened
from kh20.model.owing import answerable
from kh20.obligations.obligation import (
    Obligation,
    all_done_on,
    deadline_of,
    meant_among,
    shares_of,
)
from kh20.obligations.voids import PlacedEvent


class Course:
    """One obligation, followed from the document through its events, in the order of days.

    It follows whatever is told, possible or not. ``cancelled`` is the event that lifted the
    obligation by itself, ``lifted`` the one that lifted the whole recurring duty, this turn with
    it. ``completed_by`` has the event that completed each share, for those that are done;
    ``history`` the events that belong to the obligation.
    """

    def __init__(self, obligation: Obligation, agencies: Mapping[str, Agency]) -> None:
        self.obligation = obligation
        self.shares = list(shares_of(obligation, agencies))
        self.completed_by: list[PlacedEvent | None] = [None] * len(self.shares)
        self.cancelled: PlacedEvent | None = None
        self.lifted: PlacedEvent | None = None
        self.history: list[LogEntry] = []
        self._agencies = agencies
        self._extensions: list[list[Extended]] = [[] for _share in self.shares]
        """The decisions that gave each share more time."""

    @classmethod
    def after(
        cls, obligation: Obligation, events: Sequence[PlacedEvent], agencies: Mapping[str, Agency]
    ) -> Course:
        """Return the course of an obligation after some events."""
        course = cls(obligation, agencies)
        for _place, event in events:
            if isinstance(event, Extended):
                course.extend(event)
        for placed in events:
            course.take(placed)
        return course

    @property
    def closed(self) -> PlacedEvent | None:
        """The event by which nothing is owed any more; ``None`` while it is not cancelled."""
        return self.cancelled or self.lifted

    @property
    def deadline(self) -> date | None:
        """The deadline in force after the extensions so far."""
        return deadline_of(self.shares)

    @property
    def completed_on(self) -> date | None:
        """The day on which the last share was completed; ``None`` while one is not."""
        return all_done_on(self.shares)

    def extend(self, extension: Extended) -> None:
        """Move the deadline of the shares concerned from the day of a decision on, included.

        So what is completed on that day is in time even where the log has the completion first, if
        the extension is made known before it is taken.
        """
        for number in self.concerned(extension):
            self._extensions[number].append(extension)
            share = self.shares[number]
            self.shares[number] = share._replace(deadline=extension.to.last)

    def take(self, placed: PlacedEvent) -> None:
        """Take the next event. What an extension does has to be made known by :meth:`extend`.

        An event of the whole recurring duty belongs to the history only where it changes this turn.
        """
        event = placed[1]
        if self.is_of_whole_duty(event):
            self._take_of_whole_duty(placed)
            return
        self.history.append(event)
        if isinstance(event, Completed):
            for number in self.concerned(event):
                share = self.shares[number]
                if share.done is None:
                    late = self._is_late(number, event.on)
                    self.shares[number] = share._replace(done=event.on, late=late)
                    self.completed_by[number] = placed
        elif isinstance(event, Cancelled):
            self.cancelled = self.cancelled or placed
        elif isinstance(event, Reopened):
            if self.closed is not None:
                self.cancelled = self.lifted = None
            else:
                for number in self.concerned(event):
                    self.shares[number] = self.shares[number]._replace(done=None, late=False)

    def is_of_whole_duty(self, event: LogEntry) -> bool:
        """Tell whether an event is about all the turns of which the obligation is one."""
        return self.obligation.turn is not None and event.for_ is None

    def concerned(self, event: Completed | Extended | Reopened) -> Sequence[int]:
        """Return which shares an event is about, by their numbers."""
        if event.agency is None and event.part is None:
            return range(len(self.shares))
        meant: tuple[str | None, ...] = (None,)
        if event.agency is not None:
            bodies = answerable(self.obligation.task, self._agencies)
            meant = meant_among(bodies, event.agency, event.on, self._agencies)
        return [
            number
            for number, share in enumerate(self.shares)
            if any(share.concerns(body, event.part) for body in meant)
        ]

    def _is_late(self, number: int, day: date) -> bool:
        """Tell whether a day is after the deadline of a share that was in force on it."""
        extensions = self._extensions[number]
        decided = bisect_right(extensions, day, key=lambda extension: extension.on)
        deadline = extensions[decided - 1].to.last if decided else self.obligation.deadline
        return deadline is not None and day > deadline

    def _take_of_whole_duty(self, placed: PlacedEvent) -> None:
        event = placed[1]
        if isinstance(event, Cancelled):
            # A turn whose deadline was past by then is still owed; what is completed stays so.
            owed = [number for number, share in enumerate(self.shares) if share.done is None]
            if not owed or any(self._is_late(number, event.on) for number in owed):
                return
            self.lifted = self.lifted or placed
        elif isinstance(event, Reopened) and self.lifted is not None:
            self.lifted = None
        else:
            return
        self.history.append(event)
