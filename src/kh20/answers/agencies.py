"""All agencies with their counts: owners."""

from __future__ import annotations

from kh20.answers.obligations import agency_text
from kh20.answers.page import Cell, Column, Grid, Page, caption
from kh20.answers.records import Record, agency_record
from kh20.answers.wording import STATUS_STYLE, count_cell
from kh20.obligations import Book, Status
from kh20.queries.agencies import AgencyCounts
from kh20.text.i18n import _, ngettext


def agencies_page(rows: list[AgencyCounts], book: Book) -> Page:
    """Show the agencies with what the document assigns to each by name."""
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
            Cell(agency_text(row.agency, book)),
            count_cell(row.owned),
            count_cell(row.overdue, STATUS_STYLE[Status.OVERDUE]),
            count_cell(row.open, STATUS_STYLE[Status.OPEN]),
            count_cell(row.partner),
            Cell(row.agency, "dim"),
        )
        for row in rows
    ]
    subject = ngettext("{count} agency", "{count} agencies", len(rows)).format(count=len(rows))
    note = _(
        "Counted is what the document assigns to each by name. “kh20 owner NAME” lists also what "
        "reaches an agency through the bodies that act for it, succession and collectives."
    )
    return Page(caption(book, subject), [("", Grid(columns, cells))], [note])


def agency_counts_record(row: AgencyCounts, book: Book) -> Record:
    """Return one agency with its counts, as JSON gives it."""
    return {
        **agency_record(row.agency, book),
        "owned": row.owned,
        "overdue": row.overdue,
        "open": row.open,
        "partner": row.partner,
    }
