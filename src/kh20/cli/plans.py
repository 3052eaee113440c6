"""Finding and opening of the plan that a command is about."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from kh20.agencies.register import Registers, with_registers
from kh20.answers.answer import Scope
from kh20.cli.clock import now
from kh20.cli.errors import InvalidPlan, UserError
from kh20.cli.meant import agency_named
from kh20.cli.plan_files import near_misses
from kh20.cli.terminal import say
from kh20.cli.windows import typed_day
from kh20.model import Plan
from kh20.obligations import Body, Book
from kh20.periods.timezones import day_in_zone
from kh20.planfile import STDIN, Loaded, load
from kh20.planfile.decode import FILE_NAME, is_packaged, packaged_plan
from kh20.text.i18n import _
from kh20.text.quoting import any_of, shown

PLAN_VARIABLE = "KH20_PLAN"
_NAMED = 3
"""How many files that may be plans are named at most."""


class Opened(NamedTuple):
    """A valid plan opened on a day, and where it was read from."""

    plan: Plan
    book: Book
    path: str
    loaded: Loaded

    @property
    def as_of(self) -> date:
        """The day that the answers are about."""
        return self.book.as_of

    @property
    def books(self) -> tuple[Book, ...]:
        """The books that queries are asked of."""
        return (self.book,)

    @property
    def registers(self) -> Registers:
        """The registers that the plan names."""
        return self.loaded.registers

    def with_registers(self, registers: Registers) -> "Opened":
        """Return the plan opened with other registers."""
        return self._replace(loaded=replace(self.loaded, registers=registers))

    def named(self, query: str) -> tuple["Opened", Body]:
        """Return the agency that was typed, and the plan opened with it.

        An agency that only the register knows concerns nothing, but it is one. Raises
        :class:`UserError`.
        """
        agency = agency_named(query, self.plan, self.as_of, self.registers)
        opened = self
        if agency not in self.plan.agencies:
            plan = with_registers(self.plan, self.registers, agency)
            opened = self._replace(plan=plan, book=Book(plan, self.as_of))
        return opened, opened.book.body(agency)

    @property
    def scope(self) -> Scope:
        """What answers say of where they come from."""
        return Scope(self.plan.document.number, self.path, self.book.as_of, is_packaged(self.path))


def plan_at_hand(given: str | None = None) -> str | None:
    """Return the path of the plan: the one given, else ``KH20_PLAN``, else the nearest, if any."""
    return given if given is not None else os.environ.get(PLAN_VARIABLE) or nearest_plan()


def nearest_plan() -> str | None:
    """Return the path of the ``plan.yaml`` in the working directory or the closest above it."""
    try:
        here = Path.cwd()
    except OSError:
        return None
    for folder in (here, *here.parents):
        candidate = folder / FILE_NAME
        # A link that leads nowhere is told when it is read, and not passed over.
        if os.path.lexists(candidate) and not os.path.isdir(candidate):  # noqa: PTH112
            return _shown(candidate, here)
    return None


def no_plan() -> UserError:
    """Return the error of a command that demands a plan, and there is none."""
    missed = near_misses()
    hint = _("name a plan or a folder, as in “kh20 check PATH”; “kh20 init” starts a plan")
    if missed:
        hint = _(
            "only plan.yaml is found by itself; to check {files}, name it: kh20 check {first}"
        ).format(files=_any_named(missed), first=quote(missed[0]))
    return UserError(_("there is no plan.yaml here or above"), hint)


def say_near_misses() -> None:
    """Say which files here may be plans and are not called as the one that is found by itself."""
    missed = near_misses()
    if missed:
        line = _("Only plan.yaml is found by itself; to read {files}, name it: --plan {first}")
        say(line.format(files=_any_named(missed), first=quote(missed[0])))


def say_fallback(plan: Plan) -> None:
    """Say that the packaged plan answers, for there is none at hand."""
    line = _(
        "There is no plan.yaml here or above, so this is about {number}, the plan that comes with "
        "kh20. “kh20 init” starts one of your own; --plan names another."
    )
    say(line.format(number=shown(plan.document.number)))
    say_near_misses()


def open_plan(given: str | None, as_of: str | None) -> Opened:
    """Load the plan of a query and open it on a day, today in the plan's time zone by default.

    Raises :class:`InvalidPlan` and :class:`UserError`.
    """
    at_hand = plan_at_hand(given)
    path = str(packaged_plan()) if at_hand is None else at_hand
    loaded = load_named(path, warn=False)
    if not loaded.readable:
        raise UserError(loaded.findings[0].message, loaded.findings[0].hint)
    plan = plan_of(loaded)
    if at_hand is None:
        say_fallback(plan)
    day = today(plan)
    if as_of is not None:
        day = typed_day("--as-of", as_of, day)
    issued = plan.document.issued
    if day < issued:
        say(
            _("On {day} the document had not been issued yet: it is of {issued}.").format(
                day=day, issued=issued
            )
        )
    return Opened(plan, Book(plan, day), path, loaded)


def plan_of(loaded: Loaded, *, sound: bool = False) -> Plan:
    """Return the plan of a file; ``sound`` is enough where a rule may find fault with it.

    Raises :class:`InvalidPlan`, and :class:`UserError` where the file is a register.
    """
    if loaded.register is not None:
        raise UserError(
            _("“{path}” is a register of agencies, not a plan").format(path=shown(loaded.path)),
            _("name a plan that uses it; “kh20 check {path}” checks the register").format(
                path=quote(loaded.path)
            ),
        )
    if loaded.plan is None or not (sound or loaded.valid):
        raise InvalidPlan(loaded.path, loaded.findings)
    return loaded.plan


def load_named(path: str, *, warn: bool = True) -> Loaded:
    """Load a plan by its path; ``-`` reads standard input. ``warn`` is that of :func:`load`."""
    if path == STDIN:
        import sys

        if sys.stdin is None:
            raise UserError(_("standard input is closed, so no plan can be read from it"))
        return load(path, sys.stdin.buffer, warn=warn)
    return load(path, warn=warn)


def today(plan: Plan) -> date:
    """Return today where the plan is in force."""
    return day_in_zone(now(), plan.document.timezone)


def _shown(path: Path, here: Path) -> str:
    """Return a path as a person would write it: relative where that is shorter to read."""
    return path.name if path.parent == here else str(path)


def _any_named(files: list[str]) -> str:
    return any_of([f"“{shown(file)}”" for file in files[:_NAMED]])
