"""Entries of the log, worked out from what a person typed: obligation, turn, owner, part, day."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple
from unicodedata import normalize

from kh20.agencies import owed_by
from kh20.cli.errors import UserError
from kh20.cli.meant import agency_named, find_task, name_and_id
from kh20.cli.plans import today
from kh20.cli.windows import typed_day, typed_period
from kh20.findings import Severity
from kh20.findings.codes import severity_of
from kh20.model import Plan, Recurrence, Task
from kh20.obligations import Book, Status
from kh20.obligations.obligation import counts_by_owner, owners_meant
from kh20.planfile.characters import check_characters, surplus_marks
from kh20.planfile.log.append import EntryData, EntryValue
from kh20.text.i18n import _, ngettext
from kh20.text.quoting import shown


class Event(NamedTuple):
    """What has happened to an obligation, as a person typed it; ``None`` is what was left out."""

    event: Literal["completed", "progress", "extended", "cancelled", "reopened"]
    task: str
    """The id, of a recurring duty with the turn behind an ``@``."""
    on: str | None
    """The day; today where it was left out."""
    agency: str | None = None
    part: str | None = None
    to: str | None = None
    document: str | None = None
    basis: str | None = None
    note: str | None = None
    percent: int | None = None


def entry_of(event: Event, plan: Plan) -> EntryData:
    """Return an event as the log of a plan has it.

    Text is put on one line and in composed letters. Raises :class:`UserError` where it is not clear
    what the event is about, and for characters that a plan may not hold.
    """
    task, turn = find_task(plan, event.task)
    subject = _Subject(plan, task, turn, _day_of_event(plan, event.on))
    _demand_clear(event, subject)
    entry: dict[str, EntryValue] = {"task": task.id, "on": subject.on, "event": event.event}
    if turn is not None:
        entry["for"] = _one_line("ID", turn)
    if event.agency is not None:
        entry["agency"] = _owner(event.agency, subject)
    texts = {
        "part": event.part,
        "to": event.to and str(typed_period("--to", event.to, today(plan))),
        "document": event.document,
        "basis": event.basis,
        "note": event.note,
    }
    for key, text in texts.items():
        if text is None:
            continue
        entry[key] = line = _one_line(f"--{key}", text)
        if not line:
            raise UserError(_("--{key} is empty").format(key=key))
        if key == "part":
            _demand_part(line, task)
    if event.percent is not None:
        entry["percent"] = event.percent
    return entry


class _Subject(NamedTuple):
    """What an event is about, found in a plan."""

    plan: Plan
    task: Task
    turn: str | None
    on: date


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
            if event.agency is None and event.part is None and _several_completed(subject):
                _demand_share(event, subject)
        case "cancelled":
            pass


def _demand_turn(subject: _Subject) -> None:
    plan, task, turn, on = subject
    if turn is None and isinstance(task.due, Recurrence):
        standings = list(Book(plan, on).of(task))
        owed = [each for each in standings if not each.finished] or standings
        turns = ", ".join(each.id for each in owed[-3:]) or f"{task.id}@{on.year}"
        raise UserError(
            _("{id} recurs, and each of its turns is recorded by itself").format(id=task.id),
            _("name the turn behind an @, such as {turns}").format(turns=turns),
        )


def _demand_share(event: Event, subject: _Subject) -> None:
    plan, task = subject.plan, subject.task
    if event.agency is None and counts_by_owner(task):
        raise UserError(
            _("in {id} each owner owes its own result").format(id=task.id),
            _("add --agency NAME: {owners}").format(owners=_names(plan, task.owners)),
        )
    if event.part is None and task.parts:
        raise UserError(
            _("{id} has parts that are completed one by one").format(id=task.id),
            _("add --part ID: {parts}").format(parts=_parts(task)),
        )


def _several_completed(subject: _Subject) -> bool:
    plan, task, turn, on = subject
    return any(
        len(standing.shares) - len(standing.missing) > 1
        for standing in Book(plan, on).of(task)
        if standing.obligation.turn == turn and standing.status is not Status.CANCELLED
    )


def _demand_part(part: str, task: Task) -> None:
    if part not in [each.id for each in task.parts]:
        raise UserError(
            _("{id} has no part “{part}”").format(id=task.id, part=shown(part)),
            _("its parts are: {parts}").format(parts=_parts(task))
            if task.parts
            else _("its parts are: none"),
        )


def _owner(name: str, subject: _Subject) -> str:
    """Return the id under which an agency answers for the obligation.

    Raises :class:`UserError` where it does not.
    """
    plan, task, _turn, on = subject
    agency = agency_named(name, plan, whole=True)
    if agency in task.owners:
        return agency
    found = owed_by(plan, agency, on).get(task.id, ())
    if len(found) == 1:
        return agency if owners_meant(task, agency, on, plan.agencies) else found[0]
    official = plan.agencies[agency].name
    if found:
        message = ngettext(
            "{name} answers for {count} owner of {id} on {day}",
            "{name} answers for {count} owners of {id} on {day}",
            len(found),
        )
        raise UserError(
            message.format(name=official, count=len(found), id=task.id, day=on),
            _("name the one that this is about: {owners}").format(owners=_names(plan, found)),
        )
    raise UserError(
        _("{name} does not own {id}").format(name=official, id=task.id),
        _("its owners are: {owners}").format(owners=_names(plan, task.owners))
        if task.owners
        else _("its owners are: nobody"),
    )


def _names(plan: Plan, agencies: Iterable[str]) -> str:
    return ", ".join(name_and_id(plan, agency) for agency in agencies)


def _parts(task: Task) -> str:
    return ", ".join(f"{each.id} ({each.title})" for each in task.parts)


# What str.split() takes for white space holds control characters, which are not text.
_WHITE_SPACE = re.compile(r"[^\S\x0b\x0c\x1c-\x1f]+")


def _one_line(option: str, text: str) -> str:
    line = _WHITE_SPACE.sub(" ", text).strip(" ")
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
