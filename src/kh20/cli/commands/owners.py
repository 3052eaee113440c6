"""kh20 owners: all agencies with their counts."""

from __future__ import annotations

from kh20.answers.agencies import agencies_answer
from kh20.cli.options import AsOfOption, FormatOption, NoColorOption, PlanOption
from kh20.cli.plans import open_plan
from kh20.cli.printing import print_answer
from kh20.formats.write import OutputFormat
from kh20.queries.agencies import agency_counts

EXAMPLES = (
    "kh20 owners",
    "kh20 owners --format csv",
)
"""What its help shows."""


def owners(
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    fmt: FormatOption = OutputFormat.TABLE,
    no_color: NoColorOption = False,
) -> None:
    """List all agencies of the plan with what it assigns to each by name."""
    opened = open_plan(plan, as_of)
    answer = agencies_answer(opened.scope, agency_counts(opened.books))
    print_answer(answer, fmt, no_color=no_color)
