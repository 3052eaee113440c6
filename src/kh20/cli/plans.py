"""Finding and opening the plan that a command is about."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kh20.cli.clock import now
from kh20.cli.errors import InvalidPlan, UserError
from kh20.cli.terminal import say
from kh20.model import Plan
from kh20.obligations import Book
from kh20.periods import PeriodError, parse_day
from kh20.periods.timezones import day_in_zone
from kh20.planfile import STDIN, Loaded, load
from kh20.planfile.packaged import FILE_NAME, packaged_plan
from kh20.text.i18n import _

PLAN_VARIABLE = "KH20_PLAN"


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
    def identity(self) -> dict[str, str]:
        """The plan as JSON documents name it."""
        return {"number": self.plan.document.number, "path": self.path}


def find_plan(given: str | None) -> str:
    """Return the path of the plan: the one given, else ``KH20_PLAN``, else the nearest, else ours.

    The nearest is the ``plan.yaml`` in the working directory or the closest folder above it.
    """
    if given is not None:
        return given
    chosen = os.environ.get(PLAN_VARIABLE)
    if chosen:
        return chosen
    try:
        here = Path.cwd()
    except OSError:
        return str(packaged_plan())
    for folder in (here, *here.parents):
        candidate = folder / FILE_NAME
        if candidate.is_file():
            return _shown(candidate, here)
    return str(packaged_plan())


def open_plan(given: str | None, as_of: str | None) -> Opened:
    """Load the plan of a query and open it on a day, today in the plan's time zone by default.

    Raises :class:`InvalidPlan` and :class:`UserError`.
    """
    path = find_plan(given)
    loaded = load_named(path)
    if not loaded.readable:
        raise UserError(loaded.findings[0].message, loaded.findings[0].hint)
    if loaded.plan is None or not loaded.valid:
        raise InvalidPlan(path, loaded.findings)
    day = _day(as_of) if as_of is not None else today(loaded.plan)
    issued = loaded.plan.document.issued
    if day < issued:
        say(
            _("On {day} the document had not been issued yet: it is of {issued}.").format(
                day=day, issued=issued
            )
        )
    return Opened(loaded.plan, Book(loaded.plan, day), path, loaded)


def load_named(path: str) -> Loaded:
    """Load a plan by its path; ``-`` reads standard input."""
    if path == STDIN:
        import sys

        if sys.stdin is None:
            raise UserError(_("standard input is closed, so no plan can be read from it"))
        return load(path, sys.stdin.buffer)
    return load(path)


def today(plan: Plan) -> date:
    """Return today where the plan is in force."""
    return day_in_zone(now(), plan.document.timezone)


def _day(text: str) -> date:
    try:
        return parse_day(text)
    except PeriodError as error:
        raise UserError(f"--as-of: {error}", error.hint) from None


def _shown(path: Path, here: Path) -> str:
    """Return a path as a person would write it: relative where that is shorter to read."""
    return path.name if path.parent == here else str(path)
