"""kh20 owner, owners, summary: what agencies owe, one by one and counted."""

from kh20.answers.agencies import agencies_answer
from kh20.answers.answer import Answer
from kh20.answers.concerns import concerns_answer
from kh20.answers.summary import summary_answer
from kh20.cli.options import AgencyArgument
from kh20.cli.plans import Opened
from kh20.cli.query import query
from kh20.queries.agencies import agency_counts, concerns_of, summarise

EXAMPLES = {
    "owner": ('kh20 owner "Bộ Nội vụ"', "kh20 owner BTC --as-of 2024-06-01"),
    "owners": ("kh20 owners", "kh20 owners --format csv"),
    "summary": ("kh20 summary", "kh20 summary --as-of 2024-06-30 --format md"),
}
"""What the help of each command shows."""


@query
def owner(opened: Opened, name: AgencyArgument) -> Answer:
    """List what an agency owes, inherited, coordinates, and owes as a member of a collective."""
    opened, body = opened.named(name)
    return concerns_answer(opened.scope, body, concerns_of([body]))


@query
def owners(opened: Opened) -> Answer:
    """List all agencies of the plan with what it assigns to each by name."""
    return agencies_answer(opened.scope, agency_counts(opened.books))


@query
def summary(opened: Opened) -> Answer:
    """Count the obligations by owner and state, as the follow-up reports do."""
    return summary_answer(opened.scope, summarise(opened.books))
