"""kh20 owner: everything that an agency owes or takes part in."""

from __future__ import annotations

from kh20.answers.concerns import concerns_answer
from kh20.cli.meant import agency_named
from kh20.cli.options import AgencyArgument, AsOfOption, FormatOption, NoColorOption, PlanOption
from kh20.cli.plans import open_plan
from kh20.cli.printing import print_answer
from kh20.formats.write import OutputFormat
from kh20.queries.agencies import concerns_of

EXAMPLES = (
    'kh20 owner "Bộ Nội vụ"',
    "kh20 owner BTC --as-of 2024-06-01",
)
"""What its help shows."""


def owner(
    name: AgencyArgument,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    fmt: FormatOption = OutputFormat.TABLE,
    no_color: NoColorOption = False,
) -> None:
    """List what an agency owes, inherited, coordinates, and owes as a member of a collective."""
    opened = open_plan(plan, as_of)
    body = opened.book.body(agency_named(name, opened.plan))
    answer = concerns_answer(opened.scope, body, concerns_of([body]))
    print_answer(answer, fmt, no_color=no_color)
