"""What the commands that write to the log have in common."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kh20.answers.one_obligation import change_text
from kh20.cli.errors import InvalidPlan, UserError
from kh20.cli.plans import find_plan
from kh20.cli.terminal import say, write
from kh20.model import Plan
from kh20.obligations import Book
from kh20.planfile import STDIN, load_bytes
from kh20.planfile.decode import Unreadable, read_plan_bytes
from kh20.planfile.log.append import Appended, append_entry
from kh20.planfile.log.entry import EntryData
from kh20.planfile.log.whole_file import CannotWrite, locked, replace_file
from kh20.planfile.packaged import packaged_plan
from kh20.text.i18n import _

Maker = Callable[[Plan], EntryData]
"""Words the entry for a plan that was just read; raises :class:`UserError` where it cannot."""


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

        What it changes is told once it is written.

        Raises :class:`UserError` and :class:`InvalidPlan`; then nothing has been written.
        """
        try:
            if self.dry_run:
                appended = self._appended(Path(self.path), make)
                self._show(appended)
                self._tell(appended)
                say(_("Dry run: nothing was written."))
                return
            with locked(Path(self.path)) as real:
                appended = self._appended(real, make)
                self._show(appended)
                replace_file(real, appended.data, appended.was)
            self._tell(appended)
        except CannotWrite as error:
            raise UserError(error.reason, error.hint) from None
        say(_("Written to {path}.").format(path=self.path))

    def _appended(self, real: Path, make: Maker) -> Appended:
        try:
            data = read_plan_bytes(real)
        except Unreadable as error:
            raise UserError(error.reason, error.hint) from None
        loaded = load_bytes(data, self.path)
        if loaded.plan is None or not loaded.valid:
            raise InvalidPlan(self.path, loaded.findings)
        appended = append_entry(loaded, data, make(loaded.plan))
        self._demand_valid(appended)
        self.before, self.after = loaded.plan, appended.loaded.plan
        return appended

    def _demand_valid(self, appended: Appended) -> None:
        if not appended.loaded.valid:
            errors = appended.loaded.errors
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

    def _tell(self, appended: Appended) -> None:
        """Say how the entry changes the state of what it is about."""
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
