"""The reporting grid: summary."""

from collections.abc import Iterable

from kh20.answers.answer import Answer, Scope
from kh20.answers.obligations import body_text
from kh20.answers.page import Cell, Column, Grid, Page
from kh20.answers.records import Record, body_record
from kh20.answers.wording import STATUS_STYLE, count_cell
from kh20.obligations import Status
from kh20.queries.agencies import Summary, SummaryRow
from kh20.text.i18n import _

SCHEMA = "kh20/summary/1"
_FIELDS = ("id", "name", *(status.value for status in Status), "total", "now")


def summary_answer(scope: Scope, summary: Summary) -> Answer:
    """Answer with the grid, a line that adds it up and one that counts each obligation once."""
    rows = [_record(row) for row in summary.rows]
    assignments, obligations = _record(summary.assignments), _record(summary.obligations)
    note = _(
        "An obligation with several owners counts for each of them; where each owes its own, "
        "the state of its own result counts. In time and late: completed."
    )
    return Answer(
        Page(
            scope.caption(_("obligations by owner and state")),
            [_grid(summary)],
            [note, *scope.unrecorded],
        ),
        scope.document(SCHEMA, rows=rows, assignments=assignments, obligations=obligations),
        [*rows, {**assignments, "id": "*assignments"}, {**obligations, "id": "*obligations"}],
        _FIELDS,
        _("The plan has no obligation."),
    )


def _grid(summary: Summary) -> Grid:
    heads = {
        Status.COMPLETED: (_("Completed in time"), _("In\ntime")),
        Status.COMPLETED_LATE: (_("Completed late"), _("Late")),
        Status.OPEN: (_("Open"), _("Open")),
        Status.OVERDUE: (_("Overdue"), _("Over-\ndue")),
        Status.RUNNING: (_("Running"), _("Run-\nning")),
        Status.NOT_STARTED: (_("Not started"), _("Not\nstarted")),
        Status.AWAITING_EVENT: (_("Awaiting its event"), _("Awaits\nevent")),
        Status.UNSCHEDULED: (_("No period"), _("No\nperiod")),
        Status.CANCELLED: (_("Cancelled"), _("Can-\ncelled")),
    }
    if not summary.obligations.counts[Status.AWAITING_EVENT]:  # Few plans have any.
        del heads[Status.AWAITING_EVENT]
    columns = (
        Column(_("Owner"), wrap=True),
        *(Column(head, align="right", stacked=stacked) for head, stacked in heads.values()),
        Column(_("All"), align="right"),
    )
    rows = [
        _row(row, heads, body_text(row.body) if row.body else _("nobody named"))
        for row in summary.rows
    ]
    rows.append(_row(summary.assignments, heads, _("All of the above"), "bold"))
    rows.append(_row(summary.obligations, heads, _("Obligations, each counted once"), "bold"))
    return Grid(columns, rows)


def _row(row: SummaryRow, shown: Iterable[Status], label: str, style: str = "") -> tuple[Cell, ...]:
    counts = (count_cell(row.counts[status], STATUS_STYLE[status]) for status in shown)
    return (Cell(label, style), *counts, Cell(str(row.total), "bold"))


def _record(row: SummaryRow) -> Record:
    counts = {status.value: row.counts[status] for status in Status}
    named = body_record(row.body) if row.body else {"id": None, "name": None}
    return {**named, **counts, "total": row.total}
