"""kh20 overdue: what is past its deadline."""

from typing import Annotated

import typer

from kh20.answers.obligations import overdue_answer
from kh20.cli.errors import ExitCode
from kh20.cli.plans import Opened
from kh20.cli.query import Reply, query
from kh20.queries.deadlines import overdue as overdue_in
from kh20.text.i18n import _

EXAMPLES = (
    "kh20 overdue",
    "kh20 overdue --as-of 2024-04-15",
    "kh20 overdue --fail --format json",
)
"""What its help shows."""


@query
def overdue(
    opened: Opened,
    fail: Annotated[
        bool, typer.Option("--fail", help=_("Exit with 1 if anything is overdue."))
    ] = False,
) -> Reply:
    """List what is past its deadline and not completed, the longest overdue first."""
    found = overdue_in(opened.books)
    code = ExitCode.FOUND if fail and found else ExitCode.FINE
    return Reply(overdue_answer(opened.scope, found), code)
