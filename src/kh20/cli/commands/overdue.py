"""kh20 overdue: what is past its deadline."""

from __future__ import annotations

from typing import Annotated

import typer

from kh20.answers.obligations import overdue_answer
from kh20.cli.errors import ExitCode
from kh20.cli.options import AsOfOption, FormatOption, NoColorOption, PlanOption
from kh20.cli.plans import open_plan
from kh20.cli.printing import print_answer
from kh20.formats.write import OutputFormat
from kh20.queries.deadlines import overdue as overdue_in
from kh20.text.i18n import _

EXAMPLES = (
    "kh20 overdue",
    "kh20 overdue --as-of 2024-04-15",
    "kh20 overdue --fail --format json",
)
"""What its help shows."""


def overdue(
    fail: Annotated[
        bool, typer.Option("--fail", help=_("Exit with 1 if anything is overdue."))
    ] = False,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    fmt: FormatOption = OutputFormat.TABLE,
    no_color: NoColorOption = False,
) -> None:
    """List what is past its deadline and not completed, the longest overdue first."""
    opened = open_plan(plan, as_of)
    found = overdue_in(opened.books)
    print_answer(overdue_answer(opened.scope, found), fmt, no_color=no_color)
    if fail and found:
        raise typer.Exit(ExitCode.FOUND)
