"""kh20 owner: everything that an agency owes or takes part in."""

from __future__ import annotations

from kh20.answers.concerns import concerns_page
from kh20.answers.records import agency_record, concern_record
from kh20.cli.answers import TASK_FIELDS, answer, tasks_document
from kh20.cli.meant import agency_named
from kh20.cli.options import (
    AgencyArgument,
    AsOfOption,
    FormatOption,
    NoColorOption,
    OutputFormat,
    PlanOption,
)
from kh20.cli.plans import open_plan
from kh20.queries.agencies import concerns_of
from kh20.text.i18n import _

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
    agency = agency_named(name, opened.plan)
    found = concerns_of(opened.book, agency)
    answer(
        fmt,
        page=lambda: concerns_page(found, agency, opened.book),
        document=lambda: tasks_document(
            opened,
            (concern_record(item, opened.book) for item in found),
            agency=agency_record(agency, opened.book),
        ),
        records=lambda: (concern_record(item, opened.book) for item in found),
        fields=("id", "relation", "role", "own_status", "via", *TASK_FIELDS[1:]),
        nothing=_(
            "Nothing concerns {name} as of {day}. “kh20 owners” lists who owes something."
        ).format(name=opened.plan.agencies[agency].name, day=opened.as_of),
        no_color=no_color,
    )
