"""kh20 summary: the reporting grid."""

from __future__ import annotations

from kh20.answers.summary import summary_answer
from kh20.cli.options import AsOfOption, FormatOption, NoColorOption, PlanOption
from kh20.cli.plans import open_plan
from kh20.cli.printing import print_answer
from kh20.formats.write import OutputFormat
from kh20.queries.summary import summarise

EXAMPLES = (
    "kh20 summary",
    "kh20 summary --as-of 2024-06-30 --format md",
)
"""What its help shows."""


def summary(
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    fmt: FormatOption = OutputFormat.TABLE,
    no_color: NoColorOption = False,
) -> None:
    """Count the obligations by owner and state, as the follow-up reports do."""
    opened = open_plan(plan, as_of)
    answer = summary_answer(opened.scope, summarise(opened.books))
    print_answer(answer, fmt, no_color=no_color)
