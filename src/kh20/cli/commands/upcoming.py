"""kh20 upcoming: what is due next."""

from __future__ import annotations

from typing import Annotated

import typer

from kh20.answers.obligations import upcoming_answer
from kh20.cli.options import AsOfOption, FormatOption, NoColorOption, PlanOption
from kh20.cli.plans import open_plan
from kh20.cli.printing import print_answer
from kh20.cli.windows import last_day_within
from kh20.formats.write import OutputFormat
from kh20.queries.deadlines import upcoming as upcoming_in
from kh20.text.i18n import _

EXAMPLES = (
    "kh20 upcoming --within 90d",
    "kh20 upcoming --within 2w --as-of 2024-06-20",
)
"""What its help shows."""


def upcoming(
    within: Annotated[
        str | None,
        typer.Option("--within", metavar="90d", help=_("Only so far ahead: 90d, 12w, 3m, 1y.")),
    ] = None,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    fmt: FormatOption = OutputFormat.TABLE,
    no_color: NoColorOption = False,
) -> None:
    """List what is not completed and has its deadline ahead, the nearest first."""
    opened = open_plan(plan, as_of)
    until = last_day_within(opened.as_of, within) if within is not None else None
    found = upcoming_in(opened.books, until)
    print_answer(upcoming_answer(opened.scope, found, until), fmt, no_color=no_color)
