"""Recording of one event in the log of a plan file, or a show of what would be written."""

from contextlib import nullcontext
from pathlib import Path
from typing import NamedTuple

from kh20.answers.one_obligation import change_text
from kh20.cli.entries import Event, entry_of
from kh20.cli.errors import InvalidPlan, UserError
from kh20.cli.plans import plan_at_hand, say_near_misses
from kh20.cli.terminal import say, write
from kh20.model import Plan
from kh20.obligations import Book
from kh20.planfile import STDIN, load_bytes
from kh20.planfile.decode import Unreadable, packaged_plan, read_plan_bytes
from kh20.planfile.log.append import Appended, append_entry
from kh20.planfile.log.whole_file import CannotWrite, locked, replace_file, signals_deferred
from kh20.text.i18n import _
from kh20.text.quoting import printable


class _Addition(NamedTuple):
    """An entry at the end of a log, with the plan without it and with it."""

    appended: Appended
    before: Plan
    after: Plan


def record(event: Event, given: str | None, *, dry_run: bool) -> None:
    """Add an event to the log of the plan that is ``given``, or of the plan at hand.

    The entry is shown before it is written, and what it changes is told afterwards. Raises
    :class:`UserError` and :class:`InvalidPlan`; then nothing has been written.
    """
    path = plan_at_hand(given)
    if path is None:
        say_near_misses()
        path = str(packaged_plan())
    _refuse_unwritable(path)
    lock = nullcontext(Path(path)) if dry_run else locked(Path(path))
    try:
        with lock as real, signals_deferred():
            addition = _add(event, real, path)
            _show(addition.appended, path)
            if not dry_run:
                replace_file(real, addition.appended.data, addition.appended.was)
            _tell(addition)
            if dry_run:
                say(_("Dry run: nothing was written."))
            else:
                say(_("Written to {path}.").format(path=printable(path)))
    except CannotWrite as error:
        raise UserError(error.reason, error.hint) from None


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


def _add(event: Event, real: Path, path: str) -> _Addition:
    """Read the plan and add the event to its text; nothing is written yet."""
    try:
        data = read_plan_bytes(real)
    except Unreadable as error:
        raise UserError(error.reason, error.hint) from None
    loaded = load_bytes(data, path)
    if loaded.plan is None or not loaded.valid:
        raise InvalidPlan(path, loaded.findings)
    appended = append_entry(loaded, data, entry_of(event, loaded.plan))
    after = appended.loaded.plan
    if after is None or not appended.loaded.valid:
        raise _not_valid(appended)
    if not appended.faithful:
        raise UserError(
            _("the log of “{path}” is written in a way that kh20 cannot add to").format(path=path),
            _("write it as a block list, one “- task: …” below the other"),
        )
    return _Addition(appended, loaded.plan, after)


def _not_valid(appended: Appended) -> UserError:
    errors = appended.loaded.errors
    reason = "; ".join(dict.fromkeys(finding.message for finding in errors))
    hint = next((finding.hint for finding in errors if finding.hint), None)
    return UserError(_("this cannot be recorded: {reason}").format(reason=reason), hint)


def _show(appended: Appended, path: str) -> None:
    heading = _("To the log of {path}:").format(path=printable(path))
    lines = "".join(f"  + {line}\n" for line in appended.lines)
    write(f"{heading}\n\n{lines}\n")


def _tell(addition: _Addition) -> None:
    """Say how the entry changes the state of what it is about, and what is remarkable in it."""
    log = addition.after.log
    before, after = (Book(plan, log[-1].on) for plan in (addition.before, addition.after))
    for line in change_text(log[-1], before, after):
        write(f"{line}\n")
    for finding in addition.appended.loaded.findings:
        if finding.key_path[:2] == ("log", len(log) - 1):
            say(_("Note: {message} ({code}).").format(**finding._asdict()))
