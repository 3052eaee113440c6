"""The course of each obligation in the log: events that can follow the ones before them (KH4xx)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kh20.findings import Diagnostic, Place, Related
from kh20.model import Cancelled, Completed, Extended, LogEntry, Recurrence, Reopened, Task
from kh20.obligations.obligation import Obligation, of_task
from kh20.obligations.shares import Share, counts_by_owner, owners_meant, shares_of
from kh20.obligations.turns import find_turn
from kh20.rules.draft import Draft
from kh20.rules.log_entries import finding
from kh20.text.i18n import _

_Entries = Sequence[tuple[int, LogEntry]]


def possible_course(draft: Draft) -> Iterator[Diagnostic]:
    """KH404 to KH406, KH408 and KH411 to KH414: events that cannot follow the ones before them.

    They follow each other in the order of days and, within one, of the file.
    """
    tasks = {task.id: task for task in draft.tasks.values()}
    courses: dict[tuple[str, str | None], list[tuple[int, LogEntry]]] = {}
    for index, entry in draft.log.items():
        courses.setdefault((entry.task, entry.for_), []).append((index, entry))
    for (task_id, turn), entries in courses.items():
        task = tasks.get(task_id)
        if task is None:
            continue
        if not isinstance(task.due, Recurrence):
            yield from _Course(draft, of_task(task)).check(_by_day(entries))
        elif turn is None:
            yield from _of_whole_duty(entries)
        elif draft.document is not None:
            found = find_turn(task, draft.document.issued, turn)
            whole = courses.get((task_id, None), [])
            if found is not None:
                yield from _Course(draft, found).check(_by_day([*whole, *entries]))


def _by_day(entries: _Entries) -> _Entries:
    return sorted(entries, key=lambda item: (item[1].on, item[0]))


def _of_whole_duty(entries: _Entries) -> Iterator[Diagnostic]:
    """Follow the events of a whole recurring duty, which can be lifted and taken up again."""
    lifted: int | None = None
    for index, entry in _by_day(entries):
        if isinstance(entry, Reopened):
            if lifted is None:
                yield _not_closed(index, entry)
            lifted = None
        elif lifted is not None:
            yield _after_cancellation(index, entry, lifted)
        elif isinstance(entry, Cancelled):
            lifted = index


def _after_cancellation(index: int, entry: LogEntry, cancelled: int) -> Diagnostic:
    return finding(
        "KH408",
        _("{id} was cancelled before this").format(id=entry.task),
        ("log", index, "event"),
        entry,
        _("reopen it first, with the decision that does"),
        (Related(_("cancelled here"), Place(("log", cancelled, "event"))),),
    )


def _not_closed(index: int, entry: LogEntry) -> Diagnostic:
    return finding(
        "KH411",
        _("{id} was neither completed nor cancelled before this").format(id=entry.task),
        ("log", index, "event"),
        entry,
        _("take it out, or check the date"),
    )


class _Course:
    """The events of one obligation, followed one after the other."""

    def __init__(self, draft: Draft, obligation: Obligation) -> None:
        self.draft = draft
        self.obligation = obligation
        self.task: Task = obligation.task
        self.deadline: date | None = obligation.deadline
        self.cancelled: int | None = None
        self.lifted: int | None = None
        """Where the whole recurring duty was cancelled, this turn of it with it."""
        self.done: dict[Share, int] = {}
        self.shares = shares_of(obligation.task)

    def check(self, entries: _Entries) -> Iterator[Diagnostic]:
        """Yield what cannot have happened as the entries tell it."""
        for index, entry in entries:
            closed = self.cancelled if self.cancelled is not None else self.lifted
            if self.obligation.turn is not None and entry.for_ is None:
                self._whole_duty(index, entry)
            elif closed is not None and not isinstance(entry, Reopened):
                yield _after_cancellation(index, entry, closed)
            elif isinstance(entry, Completed):
                yield from self._complete(index, entry)
            elif isinstance(entry, Extended):
                yield from self._extend(index, entry)
            elif isinstance(entry, Cancelled):
                if self._completed and not self.obligation.ongoing:
                    yield self._after_completion(index, entry)
                self.cancelled = index
            elif isinstance(entry, Reopened):
                yield from self._reopen(index, entry)

    def _whole_duty(self, index: int, entry: LogEntry) -> None:
        # A turn whose deadline was past by then is still owed, and what is completed stays so.
        if isinstance(entry, Cancelled):
            past = self.deadline is not None and entry.on > self.deadline
            if self.lifted is None and not past and len(self.done) < len(self.shares):
                self.lifted = index
        elif isinstance(entry, Reopened):
            self.lifted = None

    @property
    def _completed(self) -> bool:
        return len(self.done) == len(self.shares)

    def _after_completion(self, index: int, entry: LogEntry) -> Diagnostic:
        return finding(
            "KH413",
            _("{id} was completed before this").format(id=self.task.id),
            ("log", index, "event"),
            entry,
            _("take it out, or reopen the obligation first"),
            (Related(_("completed here"), Place(("log", max(self.done.values()), "event"))),),
        )

    def _names_one_of_all(self, index: int, entry: Completed | Reopened) -> Iterator[Diagnostic]:
        if entry.agency is None or counts_by_owner(self.task) or len(self.task.owners) < 2:
            return
        yield finding(
            "KH412",
            _("{id} is one result of all its owners, and this names one of them").format(
                id=self.task.id
            ),
            ("log", index, "agency"),
            entry,
            _("take “agency” out where the whole is meant, else record it as progress"),
        )

    def _concerned(self, entry: Completed | Reopened) -> list[Share]:
        owners: tuple[str | None, ...] = (None,)
        if entry.agency is not None:
            owners = owners_meant(self.task, entry.agency, entry.on, self.draft.agencies)
        return [
            share
            for share in self.shares
            if any(share.concerns(owner, entry.part) for owner in owners)
        ]

    def _complete(self, index: int, entry: Completed) -> Iterator[Diagnostic]:
        if counts_by_owner(self.task) and entry.agency is None:
            yield finding(
                "KH406",
                _("in {id} each owner owes its own result, and this names none").format(
                    id=self.task.id
                ),
                ("log", index, "event"),
                entry,
                _("add “agency: …”: {owners}").format(owners=", ".join(self.task.owners)),
            )
            return
        if self.task.parts and entry.part is None:
            parts = ", ".join(part.id for part in self.task.parts)
            yield finding(
                "KH406",
                _("{id} has parts, and this names none").format(id=self.task.id),
                ("log", index, "event"),
                entry,
                _("add “part: …”: {parts}").format(parts=parts),
            )
            return
        yield from self._names_one_of_all(index, entry)
        concerned = self._concerned(entry)
        fresh = [share for share in concerned if share not in self.done]
        if concerned and not fresh:
            yield finding(
                "KH404",
                _("this was completed before"),
                ("log", index, "event"),
                entry,
                _("take one of the two out, or reopen it between them"),
                (Related(_("completed here"), Place(("log", self.done[concerned[0]], "event"))),),
            )
        for share in fresh:
            self.done[share] = index

    def _extend(self, index: int, entry: Extended) -> Iterator[Diagnostic]:
        if self.obligation.deadline is None:
            yield finding(
                "KH405",
                _("{id} has no deadline that could be extended").format(id=self.task.id),
                ("log", index, "to"),
                entry,
                _("record the decision as progress"),
            )
            return
        if self.deadline is not None and entry.to.last <= self.deadline:
            yield finding(
                "KH405",
                _("{to} ends on {day}, no later than the deadline in force, {deadline}").format(
                    to=entry.to, day=entry.to.last, deadline=self.deadline
                ),
                ("log", index, "to"),
                entry,
                _("an extension moves the deadline later"),
            )
            return
        if self._completed:
            yield self._after_completion(index, entry)
        if entry.to.last < entry.on:
            yield finding(
                "KH414",
                _("{to} was over when this was decided, on {day}").format(
                    to=entry.to, day=entry.on
                ),
                ("log", index, "to"),
                entry,
                _("check both days against the decision"),
            )
        self.deadline = entry.to.last

    def _reopen(self, index: int, entry: Reopened) -> Iterator[Diagnostic]:
        if self.cancelled is not None or self.lifted is not None:
            if entry.agency is not None or entry.part is not None:
                yield finding(
                    "KH412",
                    _("{id} was cancelled as a whole, and this reopens a share of it").format(
                        id=self.task.id
                    ),
                    ("log", index, "agency" if entry.agency is not None else "part"),
                    entry,
                    _("take “agency” and “part” out where the whole is reopened"),
                )
            self.cancelled = self.lifted = None
            return
        yield from self._names_one_of_all(index, entry)
        undone = [share for share in self._concerned(entry) if share in self.done]
        if not undone:
            yield _not_closed(index, entry)
        for share in undone:
            del self.done[share]
