"""kh20 due: what falls due in a period."""

from typing import Annotated

import typer

from kh20.answers.answer import Answer
from kh20.answers.obligations import due_answer
from kh20.cli.options import PeriodArgument
from kh20.cli.plans import Opened
from kh20.cli.query import query
from kh20.cli.windows import window_asked
from kh20.queries.deadlines import due_in
from kh20.text.i18n import _

EXAMPLES = (
    "kh20 due --quarter 2024Q2",
    'kh20 due "quý II/2024" --running',
    'kh20 due "tuần này"',
    "kh20 due --between 1/4/2024 30/6/2024 --format csv",
)
"""What its help shows."""


@query
def due(
    opened: Opened,
    period: PeriodArgument = None,
    quarter: Annotated[
        str | None, typer.Option("--quarter", metavar="2024Q2", help=_("A quarter."))
    ] = None,
    month: Annotated[
        str | None, typer.Option("--month", metavar="2024-06", help=_("A month."))
    ] = None,
    year: Annotated[str | None, typer.Option("--year", metavar="2024", help=_("A year."))] = None,
    between: Annotated[
        tuple[str, str] | None,
        typer.Option("--between", metavar="DAY DAY", help=_("From one day to another.")),
    ] = None,
    running: Annotated[
        bool, typer.Option("--running", help=_("List the duties that run in the period too."))
    ] = False,
) -> Answer:
    """List the obligations whose deadline falls in a period; without one, in this quarter."""
    window = window_asked(
        opened.as_of, period=period, quarter=quarter, month=month, year=year, between=between
    )
    return due_answer(opened.scope, due_in(opened.books, window), running=running)
