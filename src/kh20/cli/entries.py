"""Entries of the log, worked out from what a person typed: obligation, turn, owner, part, day."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Literal, NamedTuple
from unicodedata import normalize

from kh20.agencies import owed_by
from kh20.cli.errors import UserError
from kh20.cli.meant import agency_named, find_task, name_and_id
from kh20.cli.plans import today
from kh20.cli.terminal import say
from kh20.cli.windows import typed_day, typed_period
from kh20.findings import Severity
from kh20.findings.codes import severity_of
from kh20.model import Plan, Recurrence, Task
from kh20.model.agency import successors_by
from kh20.model.owing import answerable, debtors_of
from kh20.obligations import Book, Status
from kh20.obligations.obligation import meant_among
from kh20.planfile.characters import check_characters
from kh20.planfile.log.append import EntryData, EntryValue
from kh20.text.i18n import _, ngettext
from kh20.text.marks import surplus_marks
from kh20.text.quoting import all_of, shown


class Event(NamedTuple):
    """What has happened to an obligation, as a person typed it; ``None`` is what was left out."""

    event: Literal["completed", "progress", "extended", "cancelled", "happened", "reopened"]
    task: str
    """The id, of a recurring duty with the turn behind an ``@``."""
    on: str | None
    """The day; today where it was left out."""
    agencies: Sequence[str] | None = None
    parts: Sequence[str] | None = None
    to: str | None = None
    document: str | None = None
    basis: str | None = None
    note: str | None = None
    percent: int | None = None
    whole: bool = False
    """Whether one document completes all shares."""
    all_shares: bool = False
    """Whether it is about all shares for which the agency answers."""


class _Subject(NamedTuple):
    """What an event is about, found in a plan."""

    plan: Plan
    task: Task
    turn: str | None
    on: date


def entries_of(event: Event, plan: Plan) -> list[EntryData]:
    """Return an event as the log of a plan has it, an entry for each share that it names.

    Text is put on one line and in composed letters. Raises :class:`UserError` where it is not clear
    what the event is about, and for characters that a plan may not hold.
    """
    task, turn = find_task(plan, event.task)
    whole = task.whole
    parts = [_part(text, whole) for text in event.parts or ()]
    if task.part is not None and not parts:
        parts = [task.part]
    if task.part is not None and parts != [task.part]:
        raise UserError(
            _("{id} is one part, and --part names another").format(id=task.id),
            _("name the whole, {id}, where several parts are meant").format(id=whole.id),
        )
    _demand_once("--part", parts)
    if event.all_shares and not event.agencies:
        raise UserError(
            _("--all-shares is about one body, and none is named"),
            _("add --agency NAME, or give --whole where one document completes all"),
        )
    event = event._replace(parts=parts)
    on = _day_of_event(plan, event.on)
    shares: list[tuple[_Subject, str | None, str | None]] = []
    for part in parts or (None,):
        # A part that is owed by itself may have owners and turns of its own.
        meant = whole if part is None else whole.concerned(part)[0]
        subject = _Subject(plan, meant, turn, on)
        _demand_clear(event, subject)
        agencies = [body for name in event.agencies or () for body in _bodies(name, subject, event)]
        _demand_once("--agency", agencies)
        shares += [(subject, agency, part) for agency in agencies or (None,)]
    order = {agency: None for _subject, agency, _part in shares}
    return [_entry(event, *share) for agency in order for share in shares if share[1] == agency]


def _demand_once(option: str, names: Sequence[str]) -> None:
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise UserError(_("{option}: {name} is named twice").format(option=option, name=twice))


def _entry(event: Event, subject: _Subject, agency: str | None, part: str | None) -> EntryData:
    texts = {"document": event.document, "basis": event.basis, "note": event.note}
    return {
        **named_entry(subject.task, subject.turn, subject.on, event.event),
        **({"agency": agency} if agency is not None else {}),
        **({"part": part} if part is not None else {}),
        **({"whole": True} if event.whole and _divided(subject) else {}),
        **({"to": _period(event.to, subject.plan)} if event.to is not None else {}),
        **{key: given(f"--{key}", text) for key, text in texts.items() if text is not None},
        **({"percent": event.percent} if event.percent is not None else {}),
        **recorded_today(subject.plan, subject.on),
    }


def _period(text: str, plan: Plan) -> str:
    return str(typed_period("--to", text, today(plan)))


def named_entry(task: Task, turn: str | None, on: date, event: str) -> dict[str, EntryValue]:
    """Return the keys with which every entry begins."""
    turns = {"for": given("ID", turn)} if turn is not None else {}
    return {"task": task.whole.id, "on": on, "event": event, **turns}


def recorded_today(plan: Plan, on: date) -> dict[str, EntryValue]:
    """Return the day of the recording as an entry has it, where it is not that of the event."""
    now = today(plan)
    return {"recorded": now} if now != on else {}


def _day_of_event(plan: Plan, text: str | None) -> date:
    now = today(plan)
    day = now if text is None else typed_day("--on", text, now)
    if day > now:
        raise UserError(
            _("--on: {day} is in the future").format(day=day),
            _("record what has happened; today is {day}").format(day=now),
        )
    return day


def _demand_clear(event: Event, subject: _Subject) -> None:
    """Raise :class:`UserError` where the turn or the share must be named and is not.

    A cancellation may lift a whole duty. A single completion can be taken back without its share.
    """
    match event.event:
        case "completed":
            _demand_turn(subject)
            _demand_share(event, subject)
        case "progress" | "extended":
            _demand_turn(subject)
        case "reopened":
            if not event.agencies and not event.parts and _several_completed(subject):
                _demand_share(event, subject)
        case "cancelled" | "happened":
            pass


def _demand_turn(subject: _Subject) -> None:
    plan, task, turn, on = subject
    recurring = [each for each in task.assigned if isinstance(each.due, Recurrence)]
    if recurring and task.divided:
        raise UserError(
            _("{id} has parts that recur, and each of their turns is recorded by itself").format(
                id=task.id
            ),
            _("name part and turn, such as {turns}").format(
                turns=all_of([f"{each.id}@{on.year}" for each in recurring])
            ),
        )
    if turn is None and recurring:
        standings = list(Book(plan, on).of(task))
        owed = [each for each in standings if not each.finished] or standings
        turns = ", ".join(each.id for each in owed[-3:]) or f"{task.id}@{on.year}"
        raise UserError(
            _("{id} recurs, and each of its turns is recorded by itself").format(id=task.id),
            _("name the turn behind an @, such as {turns}").format(turns=turns),
        )


def _demand_share(event: Event, subject: _Subject) -> None:
    plan, task = subject.plan, subject.task
    if event.whole:
        if event.agencies or event.parts:
            raise UserError(
                _("--whole is about all shares, and --agency or --part about one"),
                _("give one of them"),
            )
        return
    debtors = debtors_of(task, plan.agencies)
    if not event.agencies and debtors:
        message = _("in {id} each owner owes its own result")
        hint = _("add --agency NAME, or --whole where one document completes all: {owners}")
        if any(owner != body for owner, body in debtors):
            message = _("in {id} each member owes its own result")
            hint = _("add --agency NAME of a member, or --whole where one document completes all")
        raise UserError(message.format(id=task.id), hint.format(owners=_names(plan, task.owners)))
    if not event.parts and task.parts:
        raise UserError(
            _("{id} has parts that are completed one by one").format(id=task.id),
            _("add --part ID, or --whole where one document completes all: {parts}").format(
                parts=_parts(task)
            ),
        )


def _divided(subject: _Subject) -> bool:
    return bool(subject.task.parts or debtors_of(subject.task, subject.plan.agencies))


def _several_completed(subject: _Subject) -> bool:
    plan, task, turn, on = subject
    return any(
        len(standing.shares) - len(standing.missing) > 1
        for standing in Book(plan, on).of(task)
        if standing.obligation.turn == turn and standing.status is not Status.CANCELLED
    )


def _part(text: str, task: Task) -> str:
    """Return the id of a part. Raises :class:`UserError` where there is none of that id."""
    part = given("--part", text)
    if part not in [each.id for each in task.parts]:
        raise UserError(
            _("{id} has no part “{part}”").format(id=task.id, part=shown(part)),
            _("its parts are: {parts}").format(parts=_parts(task))
            if task.parts
            else _("its parts are: none"),
        )
    return part


def _bodies(name: str, subject: _Subject, event: Event) -> list[str]:
    """Return the ids under which an agency answers for the obligation, or may report on it.

    Raises :class:`UserError` where it does not, or where it is not clear for which share.
    """
    plan, task, _turn, on = subject
    agency = agency_named(name, plan, on, whole=True)
    reports = event.event == "progress"
    found = list(owed_by(plan, agency, on, partners=reports).get(task.id, ()))
    if agency in task.owners or agency in found:
        return _with_inherited(agency, found, subject, event)
    if len(found) == 1:
        bodies = answerable(task, plan.agencies)
        return [agency] if meant_among(bodies, agency, on, plan.agencies) else found
    if event.all_shares and found:
        return found
    official = plan.agencies[agency].name
    if found:
        message = ngettext(
            "{name} answers for {count} body named in {id} on {day}",
            "{name} answers for {count} bodies named in {id} on {day}",
            len(found),
        )
        hint = _("name the one that this is about, or add --all-shares: {owners}")
        raise UserError(
            message.format(name=official, count=len(found), id=task.id, day=on),
            hint.format(owners=_names(plan, found)),
        )
    raise UserError(
        _("{name} does not own {id}").format(name=official, id=task.id),
        _("its owners are: {owners}").format(owners=_names(plan, task.owners))
        if task.owners
        else _("its owners are: nobody"),
    )


def _with_inherited(
    agency: str, found: Sequence[str], subject: _Subject, event: Event
) -> list[str]:
    """Return an agency with a share of its own, and with all its shares those that it inherited.

    Without them a person is told of what is left.
    """
    plan, task, _turn, on = subject
    inherited = [
        body
        for body in found
        if body != agency and agency in successors_by(body, on, plan.agencies)
    ]
    if inherited and not event.all_shares:
        line = _("Note: {name} also answers in {id} for {others}; --all-shares includes them.")
        others = all_of([plan.agencies[body].name for body in inherited])
        say(line.format(name=plan.agencies[agency].name, id=task.id, others=others))
    return [agency, *(inherited if event.all_shares else ())]


def _names(plan: Plan, agencies: Iterable[str]) -> str:
    return ", ".join(name_and_id(plan, agency) for agency in agencies)


def _parts(task: Task) -> str:
    return ", ".join(f"{each.id} ({each.title})" for each in task.parts)


# What str.split() takes for white space holds control characters, which are not text.
_WHITE_SPACE = re.compile(r"[^\S\x0b\x0c\x1c-\x1f]+")


def given(option: str, text: str) -> str:
    """Return the text of an option as an entry holds it: on one line, in composed letters.

    Raises :class:`UserError` where it says nothing, and for characters that a plan may not hold.
    """
    line = _WHITE_SPACE.sub(" ", text).strip(" ")
    if not line:
        raise UserError(_("{option} is empty").format(option=option))
    try:
        line.encode()
    except UnicodeEncodeError:
        raise UserError(_("{option}: this is not UTF-8").format(option=option)) from None
    if not any(surplus_marks(line)):
        line = normalize("NFC", line)
    for found in check_characters(line):
        if severity_of(found.code) is Severity.ERROR:
            raise UserError(f"{option}: {found.message}", found.hint)
    return line
