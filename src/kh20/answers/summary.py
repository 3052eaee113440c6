"""The reporting grid: summary."""

from __future__ import annotations

from kh20.answers.obligations import agency_text
from kh20.answers.page import Cell, Column, Grid, Page, caption
from kh20.answers.records import Record, agency_record
from kh20.answers.wording import STATUS_STYLE, count_cell
from kh20.obligations import Book, Status
from kh20.queries.summary import Summary, SummaryRow
from kh20.text.i18n import _


def summary_page(summary: Summary, book: Book) -> Page:
    """Show the grid, with a line that adds it up and one that counts each obligation once."""
    heads = {
        Status.COMPLETED: (_("Completed in time"), _("In\ntime")),
        Status.COMPLETED_LATE: (_("Completed late"), _("Late")),
        Status.OPEN: (_("Open"), _("Open")),
        Status.OVERDUE: (_("Overdue"), _("Over-\ndue")),
        Status.RUNNING: (_("Running"), _("Run-\nning")),
        Status.NOT_STARTED: (_("Not started"), _("Not\nstarted")),
        Status.UNSCHEDULED: (_("No period"), _("No\nperiod")),
        Status.CANCELLED: (_("Cancelled"), _("Can-\ncelled")),
    }
    columns = (
        Column(_("Owner"), wrap=True),
        *(Column(head, align="right", stacked=stacked) for head, stacked in heads.values()),
        Column(_("All"), align="right"),
    )
    rows = [
        _row(row, agency_text(row.agency, book) if row.agency else _("nobody named"))
        for row in summary.rows
    ]
    rows.append(_row(summary.assignments, _("All of the above"), "bold"))
    rows.append(_row(summary.obligations, _("Obligations, each counted once"), "bold"))
    note = _(
        "An obligation with several owners counts for each of them; where each owes its own, "
        "the state of its own result counts. In time and late: completed."
    )
    return Page(
        caption(book, _("obligations by owner and state")), [("", Grid(columns, rows))], [note]
    )


def _row(row: SummaryRow, label: str, style: str = "") -> tuple[Cell, ...]:
    counts = (count_cell(row.counts[status], STATUS_STYLE[status]) for status in Status)
    return (Cell(label, style), *counts, Cell(str(row.total), "bold"))


def summary_record(row: SummaryRow, book: Book) -> Record:
    """Return one line of the grid, as JSON gives it."""
    counts = {status.value: row.counts[status] for status in Status}
    named = agency_record(row.agency, book) if row.agency else {"id": None, "name": None}
    return {**named, **counts, "total": row.total}
