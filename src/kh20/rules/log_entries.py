"""Entries of the log by themselves: their subjects, days and grounds (KH4xx).

Whether a day lies in the future is not asked here: a check never looks at the clock.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import islice

from kh20.findings import Diagnostic, Place, Related
from kh20.model import (
    Cancelled,
    Completed,
    Extended,
    Happened,
    LogEntry,
    Progress,
    Recurrence,
    Reopened,
    Task,
    Voided,
)
from kh20.model.owing import answerable, debtors_of
from kh20.obligations.obligation import meant_among
from kh20.obligations.turns import find_turn, turns_of
from kh20.obligations.voids import voids_of
from kh20.rules.draft import Draft
from kh20.rules.identity import did_you_mean_agency
from kh20.text.i18n import _
from kh20.text.quoting import all_of, shown
from kh20.text.suggestions import closest, did_you_mean

_SUGGESTIONS = 100
"""How many unknown obligations get a suggestion: to compare them with all takes its time."""


def known_subjects(draft: Draft) -> Iterator[Diagnostic]:
    """KH401, KH402 and KH410: an entry about a task, agency, part or turn that there is not."""
    tasks = {task.id: task for task in draft.tasks.values()}
    assigned: dict[str, Task] = {}
    has_turn = cache(lambda task_id, turn: _has_turn(draft, assigned[task_id], turn))
    unknown: dict[str, str | None] = {}
    for index, entry in draft.log.items():
        task = tasks.get(entry.task)
        if task is not None:
            if not isinstance(entry, Voided):
                yield from _known_part(index, entry, task)
            about = task.concerned(getattr(entry, "part", None)) or (task,)
            assigned.update((each.id, each) for each in about)
            if isinstance(entry, Completed | Progress | Extended | Reopened):
                yield from _known_agency(draft, index, entry, about)
            if not isinstance(entry, Voided):  # It repeats what another entry says.
                found = (_known_turn(draft, index, entry, each, has_turn) for each in about)
                yield from next((list(each) for each in found), ())
        elif entry.task not in draft.unsound_tasks:
            if entry.task not in unknown:
                few = len(unknown) < _SUGGESTIONS
                unknown[entry.task] = did_you_mean(closest(entry.task, tasks)) if few else None
            message = _("there is no obligation {id}").format(id=entry.task)
            yield finding("KH401", (index, "task"), entry, message, unknown[entry.task])


def _known_agency(
    draft: Draft,
    index: int,
    entry: Completed | Progress | Extended | Reopened,
    about: Sequence[Task],
) -> Iterator[Diagnostic]:
    agency, task = entry.agency, about[0].whole
    if agency is not None and not draft.knows_agency(agency):
        message = _("there is no agency “{agency}”").format(agency=agency)
        hint = did_you_mean_agency(draft, agency)
        yield finding("KH402", (index, "agency"), entry, message, hint)
    elif (
        agency is not None
        and not draft.unsound_agencies  # One of them may well have handed over to this one.
        and not any(
            meant_among(_concerned(draft, entry, each), agency, entry.on, draft.agencies)
            for each in about
        )
    ):
        message = _("{agency} does not own {id}, and had not taken over from an owner by {day}")
        message = message.format(agency=agency, id=task.id, day=entry.on)
        owners = dict.fromkeys(owner for each in about for owner in each.owners)
        hint = _("the owners are: {owners}").format(owners=", ".join(owners))
        debtors = (debtor for each in about for debtor in debtors_of(each, draft.agencies))
        members = [body for owner, body in debtors if owner != body]
        if members:
            hint = did_you_mean(closest(agency, members)) or hint
        elif not owners:
            hint = _("the owners are: nobody")
        yield finding("KH402", (index, "agency"), entry, message, hint)


def _known_part(
    index: int,
    entry: Completed | Progress | Extended | Cancelled | Happened | Reopened,
    task: Task,
) -> Iterator[Diagnostic]:
    part = entry.part
    parts = [each.id for each in task.parts]
    if part is not None and part not in parts:
        message = _("{id} has no part “{part}”").format(id=task.id, part=part)
        hint = _("its parts are: {parts}").format(parts=", ".join(parts))
        if not parts:
            hint = _("its parts are: none")
        hint = did_you_mean(closest(part, parts)) or hint
        yield finding("KH402", (index, "part"), entry, message, hint)


def _concerned(draft: Draft, entry: LogEntry, task: Task) -> Sequence[str]:
    """Return the bodies that an entry may name: a partner reports, and completes nothing."""
    partners = task.partners if isinstance(entry, Progress) else ()
    return (*answerable(task, draft.agencies), *partners)


def _known_turn(
    draft: Draft, index: int, entry: LogEntry, task: Task, has_turn: Callable[[str, str], bool]
) -> Iterator[Diagnostic]:
    turn = entry.for_
    if not isinstance(task.due, Recurrence):
        if turn is not None:
            message = _("{id} does not recur, so it has no turn “{turn}”")
            message = message.format(id=task.id, turn=shown(turn))
            yield finding("KH410", (index, "for"), entry, message, _("take “for” out"))
    elif turn is None:
        # A duty can be lifted as a whole, and then taken up again; all else happens to a turn.
        if not isinstance(entry, Cancelled | Reopened):
            first = next(iter(_first_turns(draft, task, 1)), "2025-H1")
            message = _("{id} recurs, and this entry does not say which turn it is about")
            hint = _("add the turn, such as “for: {turn}”").format(turn=_in_plan(first))
            yield finding("KH410", (index, "task"), entry, message.format(id=task.id), hint)
    elif not has_turn(task.id, turn):
        some = _first_turns(draft, task, 20)
        message = _("{id} has no turn “{turn}”").format(id=task.id, turn=shown(turn))
        hint = _("its turns are: {turns}, …").format(turns=", ".join(map(_in_plan, some[:4])))
        hint = did_you_mean([*map(_in_plan, closest(turn, some))]) or hint
        yield finding("KH410", (index, "for"), entry, message, hint)


def _in_plan(turn: str) -> str:
    """Return the name of a turn as plan.yaml has it: a bare year would be a number there."""
    return f'"{turn}"' if turn.isdigit() else turn


def _has_turn(draft: Draft, task: Task, turn: str) -> bool:
    return draft.issued is None or find_turn(task, draft.issued, turn) is not None


def _first_turns(draft: Draft, task: Task, count: int) -> list[str]:
    if draft.issued is None:
        return []
    found = islice(turns_of(task, draft.issued), count)
    return [turn.turn for turn in found if turn.turn is not None]


def dates(draft: Draft) -> Iterator[Diagnostic]:
    """KH403, KH409 and KH416: entries before the document, after a later one, or told too early."""
    issued = draft.issued or date.min
    latest: tuple[date, int] | None = None
    for index, entry in draft.log.items():
        if entry.on < issued:
            message = _("{day} is before the document was issued, on {issued}")
            message = message.format(day=entry.on, issued=issued)
            yield finding("KH403", (index, "on"), entry, message, _("check the year"))
        if latest is not None and entry.on < latest[0] and entry.recorded is None:
            message = _("the entry of {day} stands after one of {later}")
            message = message.format(day=entry.on, later=latest[0])
            hint = _("check the date; of an entry that was recorded late, “recorded” says so")
            later = (Related(_("the later one is here"), Place(("log", latest[1], "on"))),)
            yield finding("KH409", (index, "on"), entry, message, hint, later)
        elif latest is None or entry.on >= latest[0]:
            latest = (entry.on, index)
        if entry.recorded is not None and entry.recorded < entry.on:
            message = _("it was recorded on {recorded}, before it happened, on {day}")
            message = message.format(recorded=entry.recorded, day=entry.on)
            yield finding("KH416", (index, "recorded"), entry, message, _("check both days"))


def grounds(draft: Draft) -> Iterator[Diagnostic]:
    """KH407: a completion or an event without evidence, a reopening without a reason."""
    for index, entry in draft.log.items():
        if isinstance(entry, Happened) and not (entry.document or entry.note):
            message = _("nothing proves that this happened")
            hint = _("add “document: …”, or “note: …” where no document does")
            yield finding("KH407", (index, "event"), entry, message, hint)
        if isinstance(entry, Completed) and not (entry.document or entry.note):
            message = _("nothing proves this completion")
            hint = _("add “document: …”, or “note: …” where no document does")
            yield finding("KH407", (index, "event"), entry, message, hint)
        if isinstance(entry, Reopened) and not (entry.basis or entry.note):
            message = _("nothing says why this was reopened")
            hint = _("add “basis: …” or “note: …”")
            yield finding("KH407", (index, "event"), entry, message, hint)


def taken_back(draft: Draft) -> Iterator[Diagnostic]:
    """KH415: an entry that takes back one that there is not, or that was taken back before."""
    known: dict[tuple[str, str], list[date]] = {}
    for entry in draft.log.values():
        known.setdefault((entry.task, entry.event), []).append(entry.on)
    for index, before in voids_of(draft.log.items()).vain.items() if draft.whole else ():
        entry = draft.log[index]
        assert isinstance(entry, Voided)
        related: tuple[Related, ...] = ()
        if before is not None:
            message = _("that entry was taken back before")
            related = (Related(_("taken back here"), Place(("log", before, "voids"))),)
            hint = _("one of the two is enough")
        else:
            message = _("no entry before this says that {id} was {event} on {day}")
            hint = _("an entry is repeated with its day, its turn, its agency and its part")
            days = known.get((entry.task, entry.voids))
            if days:
                hint = _("that of {id} is recorded on {days}").format(
                    id=entry.task, days=all_of([str(day) for day in days[-4:]])
                )
            message = message.format(id=entry.task, event=entry.voids, day=entry.on)
        yield finding("KH415", (index, "voids"), entry, message, hint, related)


def finding(
    code: str,
    below: tuple[int, str],
    entry: LogEntry,
    message: str,
    hint: str | None,
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """Return a diagnostic about an entry: ``below`` is its place in the log, and a key of it."""
    return Diagnostic(code, message, Place(("log", *below)), hint, related, task=entry.task)
