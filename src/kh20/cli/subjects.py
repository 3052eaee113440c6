"""What an entry of the log is about, from what a person typed: obligation, turn, owner, day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from unicodedata import normalize

from kh20.agencies import owed_by
from kh20.cli.agency_names import agency_named
from kh20.cli.errors import UserError
from kh20.cli.plans import today
from kh20.cli.task_ids import find_task
from kh20.findings import Severity
from kh20.findings.catalogue import severity_of
from kh20.model import Plan, Recurrence
from kh20.obligations import Book, Status
from kh20.obligations.shares import counts_by_owner, owners_meant
from kh20.periods import PeriodError, parse_day
from kh20.planfile.characters import check_characters
from kh20.planfile.log.entry import EntryData, EntryValue
from kh20.text.i18n import _
from kh20.text.quoting import shown


class Subject:
    """The obligation that an entry is about, in a plan whose lock is held."""

    def __init__(self, plan: Plan, typed: str, on: str | None) -> None:
        self.plan = plan
        self.task, self.turn = find_task(plan, typed)
        self.on = _day_of_event(plan, on)

    def keys(self, event: str) -> dict[str, EntryValue]:
        """Return the keys with which every entry begins."""
        keys: dict[str, EntryValue] = {"task": self.task.id, "on": self.on, "event": event}
        if self.turn is not None:
            keys["for"] = _one_line("ID", self.turn)
        return keys

    def demand_turn(self) -> None:
        """Raise :class:`UserError` where the duty recurs and it is not said which turn is meant."""
        if self.turn is None and isinstance(self.task.due, Recurrence):
            standings = list(Book(self.plan, self.on).of(self.task))
            owed = [each for each in standings if not each.finished] or standings
            turns = ", ".join(each.id for each in owed[-3:]) or f"{self.task.id}@{self.on.year}"
            raise UserError(
                _("{id} recurs, and each of its turns is recorded by itself").format(
                    id=self.task.id
                ),
                _("name the turn behind an @, such as {turns}").format(turns=turns),
            )

    def demand_reopened_share(self, agency: str | None, part: str | None) -> None:
        """As :meth:`demand_share`, where several shares are completed and none is cancelled."""
        if agency is not None or part is not None:
            return
        for standing in Book(self.plan, self.on).of(self.task):
            if standing.obligation.turn == self.turn:
                done = len(standing.shares) - len(standing.missing)
                if standing.status is not Status.CANCELLED and done > 1:
                    self.demand_share(agency, part)

    def demand_share(self, agency: str | None, part: str | None) -> None:
        """Raise :class:`UserError` where a completion must name an owner or a part and does not."""
        if agency is None and counts_by_owner(self.task):
            owners = self._named(self.task.owners)
            raise UserError(
                _("in {id} each owner owes its own result").format(id=self.task.id),
                _("add --agency NAME: {owners}").format(owners=owners),
            )
        if part is None and self.task.parts:
            raise UserError(
                _("{id} has parts that are completed one by one").format(id=self.task.id),
                _("add --part ID: {parts}").format(parts=self._parts()),
            )

    def demand_part(self, part: str) -> None:
        """Raise :class:`UserError` where the obligation has no such part."""
        if part in [each.id for each in self.task.parts]:
            return
        raise UserError(
            _("{id} has no part “{part}”").format(id=self.task.id, part=shown(part)),
            _("its parts are: {parts}").format(parts=self._parts() or _("none")),
        )

    def _parts(self) -> str:
        return ", ".join(f"{each.id} ({each.title})" for each in self.task.parts)

    def owner(self, name: str) -> str:
        """Return the id under which an agency answers for the obligation.

        Raises :class:`UserError` where it does not.
        """
        agency = agency_named(name, self.plan, whole=True)
        agencies = self.plan.agencies
        if agency in self.task.owners:
            return agency
        found = owed_by(self.plan, agency, self.on).get(self.task.id, ())
        if len(found) == 1:
            return agency if owners_meant(self.task, agency, self.on, agencies) else found[0]
        if found:
            raise UserError(
                _("{name} answers for {count} owners of {id} on {day}").format(
                    name=agencies[agency].name, count=len(found), id=self.task.id, day=self.on
                ),
                _("name the one that this is about: {owners}").format(owners=self._named(found)),
            )
        raise UserError(
            _("{name} does not own {id}").format(name=agencies[agency].name, id=self.task.id),
            _("its owners are: {owners}").format(
                owners=self._named(self.task.owners) or _("nobody")
            ),
        )

    def _named(self, owners: Iterable[str]) -> str:
        return ", ".join(f"{self.plan.agencies[key].name} [{key}]" for key in owners)


def shared_keys(
    subject: Subject, event: str, *, agency: str | None = None, **more: EntryValue | None
) -> EntryData:
    """Return an entry: the keys of every entry, the owner it concerns, and what is given of more.

    Text is put on one line and in composed letters, as plan files have it. Raises
    :class:`UserError` for characters that a plan may not hold.
    """
    keys = subject.keys(event)
    if agency is not None:
        keys["agency"] = subject.owner(agency)
    for key, value in more.items():
        if isinstance(value, str):
            value = _one_line(f"--{key}", value)
            if not value:
                raise UserError(_("--{key} is empty").format(key=key))
        if key == "part" and value is not None:
            subject.demand_part(str(value))
        if value is not None:
            keys[key] = value
    return keys


# What str.split() takes for white space holds control characters, which are not text.
_WHITE_SPACE = re.compile(r"[^\S\x0b\x0c\x1c-\x1f]+")


def _one_line(option: str, text: str) -> str:
    line = normalize("NFC", _WHITE_SPACE.sub(" ", text).strip(" "))
    try:
        line.encode()
    except UnicodeEncodeError:
        raise UserError(_("{option}: this is not UTF-8").format(option=option)) from None
    for found in check_characters(line):
        if severity_of(found.code) is Severity.ERROR:
            raise UserError(f"{option}: {found.message}", found.hint)
    return line


def _day_of_event(plan: Plan, text: str | None) -> date:
    now = today(plan)
    if text is None:
        return now
    try:
        day = parse_day(text)
    except PeriodError as error:
        raise UserError(f"--on: {error}", error.hint) from None
    if day > now:
        raise UserError(
            _("--on: {day} is in the future").format(day=day),
            _("record what has happened; today is {day}").format(day=now),
        )
    return day
