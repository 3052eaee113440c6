"""Recording of an event in the log of a plan file, or a show of what would be written."""

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kh20.answers.one_obligation import recorded_lines, taken_back_words
from kh20.cli.doubts import doubts, remarks
from kh20.cli.entries import Event, entries_of
from kh20.cli.errors import UserError
from kh20.cli.plans import plan_at_hand, plan_of, say_near_misses, today
from kh20.cli.terminal import can_ask, confirmed, say, screen_of, write
from kh20.cli.undoing import Undo, voiding_entry
from kh20.findings import Finding
from kh20.formats.lines import fitted, labelled
from kh20.model import LogEntry, Plan
from kh20.obligations import Book
from kh20.planfile import STDIN, Loaded, load_bytes
from kh20.planfile.decode import Unreadable, is_packaged, packaged_plan, read_plan_bytes
from kh20.planfile.log.append import Appended, EntryData, append_entry
from kh20.planfile.log.whole_file import CannotWrite, locked, replace_file, signals_deferred
from kh20.text.i18n import _
from kh20.text.quoting import all_of, printable


class _Addition(NamedTuple):
    """Entries at the end of a log: the file, and the plan without them and with them.

    The two books are of the day of the entries.
    """

    was: bytes
    data: bytes
    lines: Sequence[str]
    loaded: Loaded
    entries: Sequence[LogEntry]
    before: Book
    after: Book

    @property
    def today(self) -> date:
        """Today where the plan is in force."""
        return today(self.after.plan)


def record(event: Event | Undo, given: str | None, *, dry_run: bool, yes: bool) -> None:
    """Add an event to the log of the plan that is ``given``, or of the plan at hand.

    What is added, and what it changes, is shown before it is written. What is doubtful is asked
    about, unless ``yes``. Raises :class:`UserError` and :class:`InvalidPlan`; then nothing has been
    written.
    """
    path = plan_at_hand(given)
    if path is None:
        say_near_misses()
        path = str(packaged_plan())
    _refuse_unwritable(path)
    lock = nullcontext(Path(path)) if dry_run else locked(Path(path))
    try:
        with lock as real:
            addition = _add(event, real, path)
            doubtful = [] if yes or dry_run else _doubts(event, addition)
            if doubtful and not can_ask():
                raise UserError(
                    _("this is to be asked, and there is no terminal to ask on: {doubts}").format(
                        doubts=" ".join(doubtful)
                    ),
                    _("nothing was recorded; where it is right, add --yes"),
                )
            _show(addition, path)
            if dry_run:
                say(_("Dry run: nothing was written."))
                return
            if doubtful and not confirmed(" ".join([*doubtful, _("Record it?")])):
                raise UserError(_("nothing was recorded"))
            with signals_deferred():
                replace_file(real, addition.data, addition.was)
                say(_("Written to {path}.").format(path=printable(path)))
    except CannotWrite as error:
        raise UserError(error.reason, error.hint) from None


def _refuse_unwritable(path: str) -> None:
    if path == STDIN:
        raise UserError(
            _("standard input cannot be written to"), _("name the plan file with --plan")
        )
    if is_packaged(path):
        raise UserError(
            _("the plan that comes with kh20 is never written to"),
            _("run “kh20 init” to start a plan of your own from it"),
        )


def _add(event: Event | Undo, real: Path, path: str) -> _Addition:
    """Read the plan and add the event to its text; nothing is written yet."""
    try:
        was = read_plan_bytes(real)
    except Unreadable as error:
        raise UserError(error.reason, error.hint) from None
    loaded = load_bytes(was, path)
    plan = plan_of(loaded)
    data, lines = was, list[str]()
    for entry in _entries(event, plan):
        appended = append_entry(loaded, data, entry)
        if not appended.loaded.valid:
            raise _not_valid(appended)
        if not appended.faithful:
            raise UserError(
                _("the log of “{path}” is written in a way that kh20 cannot add to").format(
                    path=path
                ),
                _("write it as a block list, one “- task: …” below the other"),
            )
        loaded, data = appended.loaded, appended.data
        lines += appended.lines
    assert loaded.plan is not None
    entries = loaded.plan.log[len(plan.log) :]
    before, after = (Book(each, entries[0].on) for each in (plan, loaded.plan))
    return _Addition(was, data, lines, loaded, entries, before, after)


def _entries(event: Event | Undo, plan: Plan) -> list[EntryData]:
    return [voiding_entry(event, plan)] if isinstance(event, Undo) else entries_of(event, plan)


def _not_valid(appended: Appended) -> UserError:
    errors = appended.loaded.errors
    reason = "; ".join(dict.fromkeys(map(_with_lines, errors)))
    hint = next((finding.hint for finding in errors if finding.hint), None)
    return UserError(_("this cannot be recorded: {reason}").format(reason=reason), hint)


def _with_lines(finding: Finding) -> str:
    """Return a message with the lines of what else it names."""
    lines = [str(reference.region.line) for reference in finding.references]
    if not lines:
        return finding.message
    return _("{message}: see line {lines}").format(message=finding.message, lines=all_of(lines))


def _show(addition: _Addition, path: str) -> None:
    """Show the entries, what they are about and change, and what is remarkable in them."""
    heading = _("To the log of {path}:").format(path=printable(path))
    added = "".join(f"  + {line}\n" for line in addition.lines)
    screen = screen_of(sys.stdout)
    about = recorded_lines(addition.entries, addition.before, addition.after)
    write(fitted(f"{heading}\n\n{added}\n", screen) + labelled(about, screen))
    logs = (len(book.plan.log) for book in (addition.before, addition.after))
    new = {("log", place) for place in range(*logs)}
    for finding in addition.loaded.findings:
        if finding.key_path[:2] in new:
            say(_("Note: {message} ({code}).").format(**finding._asdict()))
    for remark in remarks(addition.entries, addition.after.plan, addition.today):
        say(_("Note: {remark}").format(remark=remark))


def _doubts(event: Event | Undo, addition: _Addition) -> list[str]:
    found = list(doubts(addition.entries, addition.after, addition.today))
    if isinstance(event, Undo) and event.task is None:
        entry = f"{addition.entries[0].task}: {taken_back_words(addition.after)}"
        found.append(_("This takes back the last entry, {entry}.").format(entry=entry))
    return found
