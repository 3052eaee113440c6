"""kh20 owner: everything that an agency owes or takes part in."""

from kh20.answers.answer import Answer
from kh20.answers.concerns import concerns_answer
from kh20.cli.meant import agency_named
from kh20.cli.options import AgencyArgument
from kh20.cli.plans import Opened
from kh20.cli.query import query
from kh20.queries.agencies import concerns_of

EXAMPLES = (
    'kh20 owner "Bộ Nội vụ"',
    "kh20 owner BTC --as-of 2024-06-01",
)
"""What its help shows."""


@query
def owner(opened: Opened, name: AgencyArgument) -> Answer:
    """List what an agency owes, inherited, coordinates, and owes as a member of a collective."""
    body = opened.book.body(agency_named(name, opened.plan))
    return concerns_answer(opened.scope, body, concerns_of([body]))
