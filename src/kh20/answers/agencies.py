"""All agencies with their counts: owners."""

from collections.abc import Sequence

from kh20.answers.answer import Answer, Scope
from kh20.answers.obligations import body_text
from kh20.answers.page import Cell, Column, Grid, Page
from kh20.answers.records import Record, body_record
from kh20.answers.wording import STATUS_STYLE, count_cell
from kh20.obligations import Status
from kh20.queries.agencies import AgencyCounts
from kh20.text.i18n import _, ngettext

SCHEMA = "kh20/owners/1"
_FIELDS = ("id", "name", "owned", "overdue", "open", "partner", "now")


def agencies_answer(scope: Scope, rows: Sequence[AgencyCounts]) -> Answer:
    """Answer which agencies there are, with what the document assigns to each by name."""
    subject = ngettext("{count} agency", "{count} agencies", len(rows)).format(count=len(rows))
    note = _(
        "Counted is what the document assigns to each by name. “kh20 owner NAME” lists also what "
        "reaches an agency through the bodies that act for it, succession and collectives."
    )
    records = [_record(row) for row in rows]
    return Answer(
        Page(scope.caption(subject), [_grid(rows)], [note]),
        scope.document(SCHEMA, owners=records),
        records,
        _FIELDS,
        _("The plan names no agency."),
    )


def _grid(rows: Sequence[AgencyCounts]) -> Grid:
    columns = (
        Column(_("Agency"), wrap=True),
        Column(_("Owns"), align="right"),
        Column(_("Overdue"), align="right"),
        Column(_("Open"), align="right"),
        Column(_("Partner"), align="right"),
        Column(_("Short name"), from_width=110),
    )
    cells = [
        (
            Cell(body_text(row.body)),
            count_cell(row.owned),
            count_cell(row.overdue, STATUS_STYLE[Status.OVERDUE]),
            count_cell(row.open, STATUS_STYLE[Status.OPEN]),
            count_cell(row.partner),
            Cell(row.body.key, "dim"),
        )
        for row in rows
    ]
    return Grid(columns, cells)


def _record(row: AgencyCounts) -> Record:
    return {
        **body_record(row.body),
        "owned": row.owned,
        "overdue": row.overdue,
        "open": row.open,
        "partner": row.partner,
    }
