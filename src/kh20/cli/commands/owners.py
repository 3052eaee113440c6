"""kh20 owners: all agencies with their counts."""

from __future__ import annotations

from kh20.answers.agencies import agencies_page, agency_counts_record
from kh20.cli.answers import answer, json_document
from kh20.cli.options import AsOfOption, FormatOption, NoColorOption, OutputFormat, PlanOption
from kh20.cli.plans import open_plan
from kh20.queries.agencies import agency_counts
from kh20.text.i18n import _

SCHEMA = "kh20/owners/1"

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
    rows = agency_counts(opened.book)
    records = [agency_counts_record(row, opened.book) for row in rows]
    answer(
        fmt,
        page=lambda: agencies_page(rows, opened.book),
        document=lambda: json_document(opened, SCHEMA, owners=records),
        records=lambda: records,
        fields=("id", "name", "owned", "overdue", "open", "partner", "now"),
        nothing=_("The plan names no agency."),
        no_color=no_color,
    )
