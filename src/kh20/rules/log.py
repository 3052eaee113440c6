"""The log: entries that speak of what the plan has, in an order that can have happened (KH4xx).

Whether a day lies in the future is not asked here: a check never looks at the clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from kh20.diagnostics import Diagnostic, KeyPath, Place, Related
from kh20.i18n import _
from kh20.model import (
    Cancelled,
    Completed,
    Extended,
    LogEntry,
    Progress,
    Recurrence,
    Reopened,
    Task,
)
from kh20.model.draft import Draft
from kh20.names import closest
from kh20.rules.references import did_you_mean_agency
from kh20.state.obligation import of_task
from kh20.state.occurrences import occurrences
from kh20.state.share import Share, counts_by_owner, owners_meant, shares_of

_Entries = list[tuple[int, LogEntry]]


def known_subjects(draft: Draft) -> Iterator[Diagnostic]:
    """KH401, KH402 and KH410: an entry about a task, agency, part or turn that there is not."""
    tasks = {task.id: task for task in draft.tasks.values()}
    for index, entry in draft.log.items():
        task = tasks.get(entry.task)
        if task is None:
            if entry.task not in draft.unsound_tasks:
                close = closest(entry.task, tasks)
                hint = _("did you mean {ids}?").format(ids=_(" or ").join(close)) if close else None
                yield _finding(
                    "KH401",
                    _("there is no obligation {id}").format(id=entry.task),
                    ("log", index, "task"),
                    entry,
                    hint,
                )
            continue
        if isinstance(entry, Completed | Progress | Reopened):
            yield from _known_share(draft, index, entry, task)
        yield from _known_turn(draft, index, entry, task)


def _known_share(
    draft: Draft, index: int, entry: Completed | Progress | Reopened, task: Task
) -> Iterator[Diagnostic]:
    agency, part = entry.agency, entry.part
    if agency is not None and not draft.knows_agency(agency):
        yield _finding(
            "KH402",
            _("there is no agency “{agency}”").format(agency=agency),
            ("log", index, "agency"),
            entry,
            did_you_mean_agency(draft, agency),
        )
    elif agency is not None and not owners_meant(task, agency, entry.on, draft.agencies):
        yield _finding(
            "KH402",
            _("{agency} does not own {id}, and had not taken over from an owner by {day}").format(
                agency=agency, id=task.id, day=entry.on
            ),
            ("log", index, "agency"),
            entry,
            _("the owners are: {owners}").format(owners=", ".join(task.owners) or _("nobody")),
        )
    parts = [each.id for each in task.parts]
    if part is not None and part not in parts:
        close = closest(part, parts)
        yield _finding(
            "KH402",
            _("{id} has no part “{part}”").format(id=task.id, part=part),
            ("log", index, "part"),
            entry,
            _("did you mean {ids}?").format(ids=close[0])
            if close
            else _("its parts are: {parts}").format(parts=", ".join(parts) or _("none")),
        )


def _known_turn(draft: Draft, index: int, entry: LogEntry, task: Task) -> Iterator[Diagnostic]:
    if not isinstance(task.due, Recurrence):
        if entry.for_ is not None:
            yield _finding(
                "KH410",
                _("{id} does not recur, so it has no turn “{turn}”").format(
                    id=task.id, turn=entry.for_
                ),
                ("log", index, "for"),
                entry,
                _("take “for” out"),
            )
        return
    if entry.for_ is None:
        if isinstance(entry, Completed | Extended):
            yield _finding(
                "KH410",
                _("{id} recurs, and this entry does not say which turn it is about").format(
                    id=task.id
                ),
                ("log", index, "task"),
                entry,
                _("add the turn, such as “for: {turn}”").format(
                    turn=next(iter(turns_of(draft, task)), "2025")
                ),
            )
        return
    turns = turns_of(draft, task)
    if entry.for_ not in turns:
        close = closest(entry.for_, turns)
        yield _finding(
            "KH410",
            _("{id} has no turn “{turn}”").format(id=task.id, turn=entry.for_),
            ("log", index, "for"),
            entry,
            _("did you mean {ids}?").format(ids=_(" or ").join(close))
            if close
            else _("its turns are: {turns}, …").format(turns=", ".join(turns[:4])),
        )


def turns_of(draft: Draft, task: Task) -> list[str]:
    """Return the names of the turns of a recurring task, at most some hundred years of them."""
    if draft.document is None:
        return []
    found = islice(occurrences(task, draft.document.issued), 1300)
    return [turn.occurrence for turn in found if turn.occurrence is not None]


def dates(draft: Draft) -> Iterator[Diagnostic]:
    """KH403 and KH409: an entry dated before the document, or standing after a later one."""
    latest: tuple[date, int] | None = None
    for index, entry in draft.log.items():
        path: KeyPath = ("log", index, "on")
        if draft.document is not None and entry.on < draft.document.issued:
            yield _finding(
                "KH403",
                _("{day} is before the document was issued, on {issued}").format(
                    day=entry.on, issued=draft.document.issued
                ),
                path,
                entry,
                _("check the year"),
            )
        if latest is not None and entry.on < latest[0]:
            yield _finding(
                "KH409",
                _("the entry of {day} stands after one of {later}").format(
                    day=entry.on, later=latest[0]
                ),
                path,
                entry,
                _("keep the entries in the order of days"),
                (Related(_("the later one is here"), Place(("log", latest[1], "on"))),),
            )
        else:
            latest = (entry.on, index)


def grounds(draft: Draft) -> Iterator[Diagnostic]:
    """KH407: a completion without evidence, a reopening without a reason."""
    for index, entry in draft.log.items():
        if isinstance(entry, Completed) and not (entry.document or entry.note):
            yield _finding(
                "KH407",
                _("nothing proves this completion"),
                ("log", index, "event"),
                entry,
                _("add “document: …”, or “note: …” where no document does"),
            )
        if isinstance(entry, Reopened) and not (entry.basis or entry.note):
            yield _finding(
                "KH407",
                _("nothing says why this was reopened"),
                ("log", index, "event"),
                entry,
                _("add “basis: …” or “note: …”"),
            )


def possible_course(draft: Draft) -> Iterator[Diagnostic]:
    """KH404, KH405, KH406, KH408 and KH411: events that cannot follow the ones before them."""
    tasks = {task.id: task for task in draft.tasks.values()}
    courses: dict[tuple[str, str | None], _Entries] = {}
    for index, entry in sorted(draft.log.items(), key=lambda item: item[1].on):
        courses.setdefault((entry.task, entry.for_), []).append((index, entry))
    for (task_id, turn), entries in courses.items():
        task = tasks.get(task_id)
        if task is not None:
            yield from _Course(draft, task, turn).check(entries)


class _Course:
    """The events of one obligation, followed one after the other."""

    def __init__(self, draft: Draft, task: Task, turn: str | None) -> None:
        self.draft = draft
        self.task = task
        self.deadline, self.deadline_from = self._first_deadline(turn), None
        self.dated = self.deadline is not None
        self.cancelled: int | None = None
        self.done: dict[Share, int] = {}
        self.shares = shares_of(task)
        self.whole_duty = isinstance(task.due, Recurrence) and turn is None

    def _first_deadline(self, turn: str | None) -> date | None:
        if not isinstance(self.task.due, Recurrence):
            return of_task(self.task).deadline
        if turn is None or self.draft.document is None:
            return None
        found = islice(occurrences(self.task, self.draft.document.issued), 1300)
        return next((each.deadline for each in found if each.occurrence == turn), None)

    def check(self, entries: _Entries) -> Iterator[Diagnostic]:
        for index, entry in entries:
            if self.cancelled is not None and not isinstance(entry, Reopened):
                yield self._after_cancellation(index, entry)
            elif isinstance(entry, Completed):
                yield from self._complete(index, entry)
            elif isinstance(entry, Extended):
                yield from self._extend(index, entry)
            elif isinstance(entry, Cancelled):
                self.cancelled = index
            elif isinstance(entry, Reopened):
                yield from self._reopen(index, entry)

    def _after_cancellation(self, index: int, entry: LogEntry) -> Diagnostic:
        return _finding(
            "KH408",
            _("{id} was cancelled before this").format(id=self.task.id),
            ("log", index, "event"),
            entry,
            _("reopen it first, with the decision that does"),
            (Related(_("cancelled here"), Place(("log", self.cancelled or 0, "event"))),),
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
        if self.whole_duty:
            return  # Which turn is missing: KH410 says so.
        if counts_by_owner(self.task) and entry.agency is None:
            yield _finding(
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
            yield _finding(
                "KH406",
                _("{id} has parts, and this names none").format(id=self.task.id),
                ("log", index, "event"),
                entry,
                _("add “part: …”: {parts}").format(parts=parts),
            )
            return
        concerned = self._concerned(entry)
        fresh = [share for share in concerned if share not in self.done]
        if concerned and not fresh:
            yield _finding(
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
        if self.whole_duty:
            return
        if not self.dated:
            yield _finding(
                "KH405",
                _("{id} has no deadline that could be extended").format(id=self.task.id),
                ("log", index, "to"),
                entry,
                _("record the decision as progress"),
            )
            return
        if self.deadline is not None and entry.to.last <= self.deadline:
            yield _finding(
                "KH405",
                _("{to} ends on {day}, no later than the deadline in force, {deadline}").format(
                    to=entry.to, day=entry.to.last, deadline=self.deadline
                ),
                ("log", index, "to"),
                entry,
                _("an extension moves the deadline later"),
            )
            return
        self.deadline = entry.to.last

    def _reopen(self, index: int, entry: Reopened) -> Iterator[Diagnostic]:
        if self.cancelled is not None:
            self.cancelled = None
            return
        undone = [share for share in self._concerned(entry) if share in self.done]
        if not undone and not self.whole_duty:
            yield _finding(
                "KH411",
                _("{id} was neither completed nor cancelled before this").format(id=self.task.id),
                ("log", index, "event"),
                entry,
                _("take it out, or check the date"),
            )
        for share in undone:
            del self.done[share]


def _finding(
    code: str,
    message: str,
    path: KeyPath,
    entry: LogEntry,
    hint: str | None,
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    return Diagnostic(code, message, Place(path), hint, related, task=entry.task)
