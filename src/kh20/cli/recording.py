"""What the commands that write to the log have in common."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from unicodedata import normalize

from kh20.cli.agency_names import agency_named
from kh20.cli.errors import InvalidPlan, UserError
from kh20.cli.plans import find_plan, today
from kh20.cli.task_ids import find_task
from kh20.cli.terminal import say, write
from kh20.diagnostics import Severity
from kh20.diagnostics.catalogue import severity_of
from kh20.i18n import _
from kh20.ledger.append import Appended, append_entry
from kh20.ledger.entry import EntryData, EntryValue
from kh20.ledger.replace import CannotWrite, locked, replace_file
from kh20.loader import STDIN, errors_of, load_bytes
from kh20.model import Plan, Recurrence
from kh20.packaged import packaged_plan
from kh20.periods import PeriodError, parse_day
from kh20.render.views.one import change_text
from kh20.source.characters import check_characters
from kh20.source.reading import Unreadable, read_plan_bytes
from kh20.state import Book
from kh20.state.share import counts_by_owner, owners_meant

Maker = Callable[[Plan], EntryData]
"""Words the entry for a plan that was just read; raises :class:`UserError` where it cannot."""


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

    def demand_share(self, agency: str | None, part: str | None) -> None:
        """Raise :class:`UserError` where a completion must name an owner or a part and does not."""
        agencies = self.plan.agencies
        if agency is None and counts_by_owner(self.task):
            owners = ", ".join(f"{agencies[key].name} [{key}]" for key in self.task.owners)
            raise UserError(
                _("in {id} each owner owes its own result").format(id=self.task.id),
                _("add --agency NAME: {owners}").format(owners=owners),
            )
        if part is None and self.task.parts:
            parts = ", ".join(f"{each.id} ({each.title})" for each in self.task.parts)
            raise UserError(
                _("{id} has parts that are completed one by one").format(id=self.task.id),
                _("add --part ID: {parts}").format(parts=parts),
            )

    def owner(self, name: str) -> str:
        """Return the id under which an agency answers for the obligation.

        Raises :class:`UserError` where it does not.
        """
        agency = agency_named(name, self.plan, whole=True)
        agencies = self.plan.agencies
        if owners_meant(self.task, agency, self.on, agencies):
            return agency
        acting = [
            key
            for key, body in agencies.items()
            if body.acts_for == agency and owners_meant(self.task, key, self.on, agencies)
        ]
        owning = [key for key in acting if key in self.task.owners]
        if len(owning or acting) == 1:
            return (owning or acting)[0]
        owners = ", ".join(f"{agencies[key].name} [{key}]" for key in self.task.owners)
        raise UserError(
            _("{name} does not own {id}").format(name=agencies[agency].name, id=self.task.id),
            _("its owners are: {owners}").format(owners=owners or _("nobody")),
        )


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
        if value is not None and value != "":
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


class Recorder:
    """Writes one entry to the log of a plan file, or shows what it would write."""

    def __init__(self, given: str | None, *, dry_run: bool) -> None:
        self.path = find_plan(given)
        self.dry_run = dry_run
        self.before: Plan | None = None
        self.after: Plan | None = None
        _refuse_unwritable(self.path)

    def record(self, make: Maker) -> None:
        """Open the plan under its lock, let ``make`` word the entry, show it, and write it.

        Raises :class:`UserError` and :class:`InvalidPlan`; then nothing has been written.
        """
        try:
            if self.dry_run:
                self._show(self._appended(Path(self.path), make))
                say(_("Dry run: nothing was written."))
                return
            with locked(Path(self.path)) as real:
                appended = self._appended(real, make)
                self._show(appended)
                replace_file(real, appended.data, appended.was)
        except CannotWrite as error:
            raise UserError(error.reason, error.hint) from None
        say(_("Written to {path}.").format(path=self.path))

    def _appended(self, real: Path, make: Maker) -> Appended:
        try:
            data = read_plan_bytes(real)
        except Unreadable as error:
            raise UserError(error.reason, error.hint) from None
        loaded = load_bytes(data, self.path)
        if loaded.plan is None:
            raise InvalidPlan(self.path, loaded.findings)
        appended = append_entry(loaded, data, make(loaded.plan))
        self._demand_valid(appended)
        self.before, self.after = loaded.plan, appended.loaded.plan
        return appended

    def _demand_valid(self, appended: Appended) -> None:
        if appended.loaded.plan is None:
            errors = errors_of(appended.loaded.findings)
            message = "; ".join(dict.fromkeys(finding.message for finding in errors))
            hint = next((finding.hint for finding in errors if finding.hint), None)
            raise UserError(
                _("this cannot be recorded: {reason}").format(reason=message or "?"), hint
            )
        if not appended.faithful:
            raise UserError(
                _("the log of “{path}” is written in a way that kh20 cannot add to").format(
                    path=self.path
                ),
                _("write it as a block list, one “- task: …” below the other"),
            )

    def _show(self, appended: Appended) -> None:
        write(_("To the log of {path}:").format(path=self.path) + "\n\n")
        write("".join(f"  + {line}\n" for line in appended.lines) + "\n")
        if self.before is None or self.after is None:
            return
        entry = self.after.log[-1]
        before, after = Book(self.before, entry.on), Book(self.after, entry.on)
        for line in change_text(entry, before, after):
            write(line + "\n")
        new = ("log", len(self.after.log) - 1)
        for finding in appended.loaded.findings:
            if finding.key_path[:2] == new:
                say(_("Note: {message} ({code}).").format(**finding._asdict()))


def _refuse_unwritable(path: str) -> None:
    if path == STDIN:
        raise UserError(
            _("standard input cannot be written to"), _("name the plan file with --plan")
        )
    ours = packaged_plan()
    try:
        is_ours = Path(path).samefile(ours)
    except (OSError, ValueError):
        is_ours = False
    if is_ours:
        raise UserError(
            _("the plan that comes with kh20 is never written to"),
            _("run “kh20 init” to start a plan of your own from it"),
        )


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
