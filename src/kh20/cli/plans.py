"""Finding and opening of the plan, or the plans, that a command is about."""

import os
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kh20.answers.answer import Scope
from kh20.cli.clock import now
from kh20.cli.errors import InvalidPlan, UserError
from kh20.cli.terminal import say
from kh20.cli.windows import typed_day
from kh20.model import Plan
from kh20.obligations import Book
from kh20.periods.timezones import day_in_zone
from kh20.planfile import STDIN, Loaded, load
from kh20.planfile.decode import FILE_NAME, packaged_plan
from kh20.text.i18n import _

PLAN_VARIABLE = "KH20_PLAN"
_SUFFIX = ".plan.yaml"


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
    def scope(self) -> Scope:
        """What answers say of where they come from."""
        return Scope(self.plan.document.number, self.path, self.book.as_of)


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
    day = today(loaded.plan)
    if as_of is not None:
        day = typed_day("--as-of", as_of, day)
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


def _shown(path: Path, here: Path) -> str:
    """Return a path as a person would write it: relative where that is shorter to read."""
    return path.name if path.parent == here else str(path)


class Targets(NamedTuple):
    """The plan files among what was named, and why some of it holds none."""

    files: list[str]
    refusals: list[UserError]


def plan_files(paths: Iterable[str]) -> Targets:
    """Return the files to check, in the order given and within a folder by name.

    Each is there once, whatever it is called.
    Of a folder these are every ``plan.yaml`` and ``*.plan.yaml`` below it; hidden folders are left
    out. Raises :class:`UserError` where there is none at all.
    """
    found: dict[str, str] = {}
    refusals: list[UserError] = []
    for path in paths:
        # Path.is_dir takes an empty name for the working directory, and raises for a long one.
        if path == STDIN or not os.path.isdir(path):  # noqa: PTH112
            found.setdefault(_identity(path), path)
            continue
        below = list(_below(path))
        if not below:
            refusal = UserError(
                _("there is no plan below the folder “{path}”").format(path=path),
                _("plans are files named plan.yaml or NAME.plan.yaml"),
            )
            refusals.append(refusal)
        for file in below:
            found.setdefault(_identity(file), file)
    if refusals and not found:
        raise refusals[0]
    return Targets(list(found.values()), refusals)


def is_plan_name(name: str) -> bool:
    """Tell whether a file is a plan by its name."""
    return name == FILE_NAME or name.endswith(_SUFFIX)


def _identity(path: str) -> str:
    """Return what is the same for all paths of a file."""
    try:
        return path if path == STDIN else os.path.realpath(path)
    except (OSError, ValueError):
        return path


def _below(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if is_plan_name(name):
                yield os.path.normpath(os.path.join(here, name))  # noqa: PTH118 (text in, text out)
