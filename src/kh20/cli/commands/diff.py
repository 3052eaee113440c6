"""kh20 diff: what changed between two versions of a plan, by meaning."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from kh20.answers.changes import Changes, Version
from kh20.cli.errors import ExitCode, UserError
from kh20.cli.options import NoColorOption
from kh20.cli.plans import load_named, plan_at_hand, plan_of, say_fallback
from kh20.cli.revisions import load_version
from kh20.cli.terminal import screen_of, write
from kh20.comparison import compare
from kh20.formats import write as formats
from kh20.formats.write import ChangesFormat
from kh20.planfile import STDIN
from kh20.planfile.decode import packaged_plan
from kh20.text.i18n import _


class FailOn(StrEnum):
    """Which changes make the command exit with 1."""

    WEAKENED = "weakened"
    ANY = "any"


EXAMPLES = (
    "kh20 diff HEAD",
    "kh20 diff HEAD:plan.yaml plan.yaml --format json",
)
"""What its help shows."""


def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar="OLD", help=_("A plan file, “-”, or a git revision such as main or HEAD~1.")
        ),
    ],
    new: Annotated[
        str | None,
        typer.Argument(metavar="NEW", help=_("The same; without it, the plan at hand.")),
    ] = None,
    plan: Annotated[
        str | None,
        typer.Option("--plan", metavar="PATH", help=_("The plan that revisions are looked up of.")),
    ] = None,
    fail_on: Annotated[
        FailOn | None, typer.Option("--fail-on", help=_("Exit with 1 on such a change."))
    ] = None,
    fmt: Annotated[
        ChangesFormat, typer.Option("--format", "-f", help=_("How to print the changes."))
    ] = ChangesFormat.TEXT,
    no_color: NoColorOption = False,
) -> None:
    """Name every change from one version of a plan to another; formatting is no change."""
    path = plan_at_hand(plan)
    if old == STDIN and (path if new is None else new) == STDIN:
        raise UserError(_("standard input can be one of the two versions, not both"))
    before = load_version(old, path)
    if new is not None:
        after = load_version(new, path)
    else:
        after = load_named(path if path is not None else str(packaged_plan()))
    old_plan, new_plan = plan_of(before, sound=True), plan_of(after, sound=True)
    if new is None and path is None:
        say_fallback(new_plan)
    changes = compare(old_plan, new_plan)
    answer = Changes(
        changes,
        Version(old_plan.document.number, before.path),
        Version(new_plan.document.number, after.path),
    )
    write(formats.write(answer, fmt, screen_of(sys.stdout, no_color=no_color)))
    found = len(changes) if fail_on is FailOn.ANY else answer.guarded
    if fail_on is not None and found:
        raise typer.Exit(ExitCode.FOUND)
