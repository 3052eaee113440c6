"""kh20 summary: the reporting grid."""

from kh20.answers.answer import Answer
from kh20.answers.summary import summary_answer
from kh20.cli.plans import Opened
from kh20.cli.query import query
from kh20.queries.agencies import summarise

EXAMPLES = (
    "kh20 summary",
    "kh20 summary --as-of 2024-06-30 --format md",
)
"""What its help shows."""


@query
def summary(opened: Opened) -> Answer:
    """Count the obligations by owner and state, as the follow-up reports do."""
    return summary_answer(opened.scope, summarise(opened.books))
