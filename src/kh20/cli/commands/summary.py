"""kh20 summary: the reporting grid."""

from __future__ import annotations

from kh20.answers.summary import summary_page, summary_record
from kh20.cli.answers import answer, json_document
from kh20.cli.options import AsOfOption, FormatOption, NoColorOption, OutputFormat, PlanOption
from kh20.cli.plans import open_plan
from kh20.obligations import Status
from kh20.queries.summary import summarise
from kh20.text.i18n import _

SCHEMA = "kh20/summary/1"

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
    found = summarise(opened.book)
    rows = [summary_record(row, opened.book) for row in found.rows]
    assignments = summary_record(found.assignments, opened.book)
    obligations = summary_record(found.obligations, opened.book)
    answer(
        fmt,
        page=lambda: summary_page(found, opened.book),
        document=lambda: json_document(
            opened, SCHEMA, rows=rows, assignments=assignments, obligations=obligations
        ),
        records=lambda: [
            *rows,
            {**assignments, "id": "*assignments"},
            {**obligations, "id": "*obligations"},
        ],
        fields=("id", "name", *(status.value for status in Status), "total", "now"),
        nothing=_("The plan has no obligation."),
        no_color=no_color,
    )
