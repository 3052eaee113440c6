"""kh20 upcoming: what is due next."""

from typing import Annotated

import typer

from kh20.answers.answer import Answer
from kh20.answers.obligations import upcoming_answer
from kh20.cli.plans import Opened
from kh20.cli.query import query
from kh20.cli.windows import last_day_within
from kh20.queries.deadlines import upcoming as upcoming_in
from kh20.text.i18n import _

EXAMPLES = (
    "kh20 upcoming --within 90d",
    "kh20 upcoming --within 2w --as-of 2024-06-20",
)
"""What its help shows."""


@query
def upcoming(
    opened: Opened,
    within: Annotated[
        str | None,
        typer.Option("--within", metavar="90d", help=_("Only so far ahead: 90d, 12w, 3m, 1y.")),
    ] = None,
) -> Answer:
    """List what is not completed and has its deadline ahead, the nearest first."""
    until = last_day_within(opened.as_of, within) if within is not None else None
    found = upcoming_in(opened.books, until)
    return upcoming_answer(opened.scope, found, until)
