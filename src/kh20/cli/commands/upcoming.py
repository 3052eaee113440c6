"""kh20 upcoming: what is due next."""

from __future__ import annotations

from typing import Annotated

import typer

from kh20.answers.obligations import list_page
from kh20.cli.answers import answer_tasks
from kh20.cli.options import AsOfOption, FormatOption, NoColorOption, OutputFormat, PlanOption
from kh20.cli.plans import open_plan
from kh20.cli.windows import last_day_within
from kh20.queries.deadlines import upcoming as upcoming_in
from kh20.text.i18n import _, ngettext

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
    found = upcoming_in(opened.book, until)
    ahead = _(", until {day}").format(day=until) if until is not None else ""
    subject = ngettext(
        "{count} obligation ahead{until}", "{count} obligations ahead{until}", len(found)
    ).format(count=len(found), until=ahead)
    answer_tasks(
        opened,
        found,
        fmt,
        page=lambda: list_page(found, opened.book, subject),
        more={"until": until.isoformat() if until is not None else None},
        nothing=_(
            "No deadline lies ahead as of {day}{until}. “kh20 overdue” lists what is past its "
            "deadline, “kh20 due --running” the running duties."
        ).format(day=opened.as_of, until=ahead),
        no_color=no_color,
    )
