"""kh20 owners: all agencies with their counts."""

from kh20.answers.agencies import agencies_answer
from kh20.answers.answer import Answer
from kh20.cli.plans import Opened
from kh20.cli.query import query
from kh20.queries.agencies import agency_counts

EXAMPLES = (
    "kh20 owners",
    "kh20 owners --format csv",
)
"""What its help shows."""


@query
def owners(opened: Opened) -> Answer:
    """List all agencies of the plan with what it assigns to each by name."""
    return agencies_answer(opened.scope, agency_counts(opened.books))
