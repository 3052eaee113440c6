"""Events of the log that cannot follow the ones before them (KH4xx)."""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from kh20.findings import Diagnostic, Place, Related
from kh20.model import (
    Cancelled,
    Completed,
    Extended,
    Happened,
    LogEntry,
    Recurrence,
    Reopened,
    Task,
    Term,
)
from kh20.obligations.course import Course
from kh20.obligations.obligation import of_task
from kh20.obligations.terms import dated
from kh20.obligations.turns import find_turn
from kh20.obligations.voids import PlacedEvent
from kh20.rules.draft import Draft
from kh20.rules.log_entries import finding
from kh20.text.i18n import _
from kh20.text.quoting import shown, some_of

_WITHOUT_EFFECT = frozenset({"KH405", "KH406", "KH408", "KH417"})
"""An event with one of these is left aside: the next one is judged as if it were not there."""


def possible_course(draft: Draft) -> Iterator[Diagnostic]:
    """KH404 to KH406, KH408, KH411 to KH414 and KH417: events that cannot follow others.

    They follow each other in the order of days and, within one, of the file.
    """
    written = {task.id: task for task in draft.tasks.values()}
    tasks: dict[str, Task] = {}
    events: dict[tuple[str, str | None], list[PlacedEvent]] = {}
    shared: dict[int, int] = {}
    for index, event in draft.counting.items():
        task = written.get(event.task)
        about = () if task is None else task.concerned(getattr(event, "part", None))
        for each in about:
            tasks[each.id] = each
            events.setdefault((each.id, event.for_), []).append((index, event))
        if len(about) > 1:
            shared[index] = len(about)
    against: dict[int, set[str]] = {}
    for task_id, found in _along_courses(draft, tasks, events):
        # What is about several parts is impossible where it is so for each of them.
        number = found.place.path[1]
        assert isinstance(number, int)
        against.setdefault(number, set()).add(task_id)
        if len(against[number]) >= shared.get(number, 1):
            yield found


def _along_courses(
    draft: Draft,
    tasks: Mapping[str, Task],
    events: Mapping[tuple[str, str | None], Sequence[PlacedEvent]],
) -> Iterator[tuple[str, Diagnostic]]:
    for (task_id, turn), own in events.items():
        task = tasks[task_id]
        found: Iterator[Diagnostic] = iter(())
        if not isinstance(task.due, Recurrence):
            once = dated(of_task(task), own, draft.days_off)
            found = _impossible(Course(once, draft.agencies), own)
        elif turn is None:
            found = _impossible_of_whole_duty(Course(of_task(task), draft.agencies), own)
        elif draft.document is not None:
            obligation = find_turn(task, draft.document.issued, turn)
            whole = events.get((task_id, None), [])
            if obligation is not None:
                found = _impossible(Course(obligation, draft.agencies), [*whole, *own])
        yield from ((task_id, each) for each in found)


def _by_day(events: Sequence[PlacedEvent]) -> Sequence[PlacedEvent]:
    return sorted(events, key=lambda placed: (placed[1].on, placed[0]))


def _impossible_of_whole_duty(
    course: Course, events: Sequence[PlacedEvent]
) -> Iterator[Diagnostic]:
    """Follow the events of a whole recurring duty, which can be lifted and taken up again."""
    for index, event in _by_day(events):
        if course.closed is not None and not isinstance(event, Reopened):
            yield _after_cancellation(index, event, course.closed)
        elif course.closed is None and isinstance(event, Reopened):
            yield _not_closed(index, event)
        course.take((index, event))


def _impossible(course: Course, events: Sequence[PlacedEvent]) -> Iterator[Diagnostic]:
    for index, event in _by_day(events):
        if not course.is_of_whole_duty(event):
            found = list(_objections(course, index, event))
            yield from found
            if any(each.code in _WITHOUT_EFFECT for each in found):
                continue
            if isinstance(event, Extended):
                course.extend(event)
        course.take((index, event))


def _objections(course: Course, index: int, event: LogEntry) -> Iterator[Diagnostic]:
    """Yield what speaks against an event as the next one of a course."""
    if course.closed is not None and not isinstance(event, Reopened):
        yield _after_cancellation(index, event, course.closed)
    elif isinstance(event, Completed):
        yield from _against_completion(course, index, event)
    elif isinstance(event, Extended):
        yield from _against_extension(course, index, event)
    elif isinstance(event, Cancelled):
        if event.part is not None and course.obligation.task.part is None:
            message = _("the part “{part}” of {id} is not owed by itself, and this lifts it alone")
            message = message.format(part=event.part, id=event.task)
            hint = _("take “part” out where the whole is lifted, else record it as progress")
            yield finding("KH412", (index, "part"), event, message, hint)
        elif course.completed_on is not None and not course.obligation.ongoing:
            yield _after_completion(course, index, event)
    elif isinstance(event, Happened):
        yield from _against_happening(course, index, event)
    elif isinstance(event, Reopened):
        yield from _against_reopening(course, index, event)


def _against_completion(course: Course, index: int, event: Completed) -> Iterator[Diagnostic]:
    task = course.obligation.task
    if event.whole and (event.agency is not None or event.part is not None):
        message = _("this says that the whole of {id} was completed, and names a share of it")
        hint = _("take “whole” out, or “agency” and “part”")
        yield finding("KH412", (index, "whole"), event, message.format(id=task.id), hint)
        return
    debtors = [share.agency for share in course.shares if share.agency is not None]
    if debtors and event.agency is None and not event.whole:
        message = _("in {id} each owner owes its own result, and this names none")
        hint = _("add “agency: …”, or “whole: true” where one document completes all: {owners}")
        hint = hint.format(owners=some_of(list(dict.fromkeys(debtors))))
        yield finding("KH406", (index, "event"), event, message.format(id=task.id), hint)
        return
    parts = task.whole.parts
    if parts and event.part is None and not event.whole:
        message = _("{id} has parts, and this names none")
        hint = _("add “part: …”: {parts}").format(parts=", ".join(part.id for part in parts))
        yield finding("KH406", (index, "event"), event, message.format(id=task.id), hint)
        return
    yield from _names_one_of_all(course, index, event)
    concerned = course.concerned(event)
    if concerned and all(course.shares[number].done for number in concerned):
        yield _again(index, event, course.completed_by[concerned[0]])


def _again(index: int, event: Completed, first: PlacedEvent | None) -> Diagnostic:
    assert first is not None
    proof = getattr(first[1], "document", None) or getattr(first[1], "note", None) or ""
    message = _("this was completed before, on {day} ({proof})")
    message = message.format(day=first[1].on, proof=shown(proof))
    hint = _(
        "where that entry is wrong, take it back first: kh20 undo {id}; where it was to be done "
        "again, record that it was reopened"
    )
    earlier = _see(_("completed here"), first)
    return finding("KH404", (index, "event"), event, message, hint.format(id=event.task), earlier)


def _against_extension(course: Course, index: int, event: Extended) -> Iterator[Diagnostic]:
    yield from _names_one_of_all(course, index, event)
    deadlines = [course.shares[number].deadline for number in course.concerned(event)]
    latest = max((day for day in deadlines if day is not None), default=None)
    since = course.obligation.since
    if course.deadline is None or (since is not None and event.on < since):
        message = _("{id} has no deadline that could be extended").format(id=event.task)
        hint = _("record the decision as progress")
        if isinstance(course.obligation.task.due, Term):
            message = _("{id} had no deadline on {day}: its event had not happened")
            message = message.format(id=event.task, day=event.on)
            hint = _("record the event first: kh20 happened {id} --on DAY --document …")
            hint = hint.format(id=event.task)
        yield finding("KH405", (index, "to"), event, message, hint)
    elif latest is not None and event.to.last <= latest:
        message = _("{to} ends on {day}, no later than the deadline in force, {deadline}").format(
            to=event.to, day=event.to.last, deadline=latest
        )
        hint = _("an extension moves the deadline later")
        yield finding("KH405", (index, "to"), event, message, hint)
    else:
        if course.completed_on is not None:
            yield _after_completion(course, index, event)
        if event.to.last < event.on:
            message = _("{to} was over when this was decided, on {day}")
            message = message.format(to=event.to, day=event.on)
            hint = _("check both days against the decision")
            yield finding("KH414", (index, "to"), event, message, hint)


def _against_happening(course: Course, index: int, event: Happened) -> Iterator[Diagnostic]:
    task = course.obligation.task
    earlier = next((each for each in course.history if isinstance(each, Happened)), None)
    if not isinstance(task.due, Term):
        message = _("the due of {id} is counted from no event").format(id=task.id)
        hint = _("record it as progress, or encode the due as “within” and “after”")
        yield finding("KH417", (index, "event"), event, message, hint)
    elif event.part is not None and task.part is None:
        message = _("the part “{part}” of {id} has no due of its own")
        message = message.format(part=event.part, id=event.task)
        yield finding("KH412", (index, "part"), event, message, _("take “part” out"))
    elif earlier is not None:
        message = _("the event of {id} is recorded before, on {day}")
        message = message.format(id=task.id, day=earlier.on)
        hint = _("where that entry is wrong, take it back first: kh20 undo {id}")
        yield finding("KH417", (index, "event"), event, message, hint.format(id=event.task))


def _against_reopening(course: Course, index: int, event: Reopened) -> Iterator[Diagnostic]:
    if course.closed is None:
        yield from _names_one_of_all(course, index, event)
        if not any(course.shares[number].done for number in course.concerned(event)):
            yield _not_closed(index, event)
    elif event.agency is not None or event.part is not None:
        message = _("{id} was cancelled as a whole, and this reopens a share of it")
        hint = _("take “agency” and “part” out where the whole is reopened")
        key = "agency" if event.agency is not None else "part"
        yield finding("KH412", (index, key), event, message.format(id=event.task), hint)


def _names_one_of_all(
    course: Course, index: int, event: Completed | Extended | Reopened
) -> Iterator[Diagnostic]:
    task = course.obligation.task
    divided = any(share.agency is not None for share in course.shares)
    if event.agency is not None and len(task.owners) > 1 and not divided:
        message = _("{id} is one result of all its owners, and this names one of them")
        hint = _("take “agency” out where the whole is meant, else record it as progress")
        yield finding("KH412", (index, "agency"), event, message.format(id=task.id), hint)


def _after_cancellation(index: int, event: LogEntry, cancelled: PlacedEvent) -> Diagnostic:
    message = _("{id} was cancelled before this").format(id=event.task)
    hint = _("reopen it first, with the decision that does")
    earlier = _see(_("cancelled here"), cancelled)
    return finding("KH408", (index, "event"), event, message, hint, earlier)


def _after_completion(course: Course, index: int, event: LogEntry) -> Diagnostic:
    message = _("{id} was completed before this").format(id=event.task)
    hint = _("reopen it first; where the completion is wrong, take it back: kh20 undo {id}")
    last = max((by for by in course.completed_by if by is not None), key=itemgetter(0))
    earlier, hint = _see(_("completed here"), last), hint.format(id=event.task)
    return finding("KH413", (index, "event"), event, message, hint, earlier)


def _not_closed(index: int, event: LogEntry) -> Diagnostic:
    message = _("{id} was neither completed nor cancelled before this").format(id=event.task)
    hint = _("check the obligation, the share and the day")
    return finding("KH411", (index, "event"), event, message, hint)


def _see(note: str, placed: PlacedEvent) -> tuple[Related, ...]:
    return (Related(note, Place(("log", placed[0], "event"))),)
