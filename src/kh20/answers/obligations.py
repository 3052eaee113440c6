"""Lists of obligations: due, overdue, upcoming, list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kh20.answers.missing import title_text
from kh20.answers.page import Cell, Column, Grid, Page, caption
from kh20.answers.wording import deadline_text, listed_state
from kh20.model import Task
from kh20.obligations import Book, Standing, Status
from kh20.periods import Period
from kh20.queries.deadlines import DueIn
from kh20.text.i18n import _, ngettext


def obligations_grid(
    standings: Iterable[Standing], book: Book, own: Mapping[str, Status] | None = None
) -> Grid:
    """Return obligations as a table: what, when, how it stands, who.

    ``own`` are the states, by id, of what one owner owes itself; they are shown instead.
    """
    columns = (
        Column(_("ID")),
        Column(_("Deadline")),
        Column(_("State")),
        Column(_("Obligation"), wrap=True),
        Column(_("Owners"), wrap=True),
    )
    return Grid(
        columns, [_row(standing, book, (own or {}).get(standing.id)) for standing in standings]
    )


def _row(standing: Standing, book: Book, own: Status | None) -> tuple[Cell, ...]:
    return (
        Cell(standing.id, "bold"),
        Cell(deadline_text(standing.deadline)),
        listed_state(standing, own),
        Cell(title_text(standing, book)),
        Cell(owners_text(standing.task, book)),
    )


def owners_text(task: Task, book: Book) -> str:
    """Return the owners of a task by name, each with the body that has its duties now."""
    return "; ".join(agency_text(owner, book) for owner in task.owners) or _("nobody named")


def agency_text(agency: str, book: Book) -> str:
    """Return an agency by name, with the body that has its duties on the day of the book."""
    name = book.plan.agencies[agency].name
    heir = book.answering(agency)
    return name if heir is None else f"{name} → {book.plan.agencies[heir.agency].name}"


def due_page(found: DueIn, book: Book, *, running: bool) -> Page:
    """Show what falls due in a window, with a line on the duties that run in it."""
    count = len(found.due)
    subject = ngettext(
        "{count} obligation due in {window}", "{count} obligations due in {window}", count
    ).format(count=count, window=window_text(found.window))
    grids = [("", obligations_grid(found.due, book))]
    if running:
        grids.append((_("Running from a stated start"), obligations_grid(found.started, book)))
        grids.append((_("Standing duties"), obligations_grid(found.standing, book)))
    notes = [running_line(found, listed=running)]
    if found.moved:
        notes.insert(0, moved_line(found.moved))
    return Page(caption(book, subject), grids, notes)


def moved_line(moved: Iterable[Standing]) -> str:
    """Say what would have been due in the window but for a decision, and when it is due now."""
    each = (_("{id}, now {deadline}").format(id=item.id, deadline=item.deadline) for item in moved)
    return _("Moved out of this period by a decision: {moved}.").format(moved="; ".join(each))


def running_line(found: DueIn, *, listed: bool) -> str:
    """Say how many duties run in the window beside what falls due in it."""
    if not found.started and not found.standing:
        return _("No duty runs in this period.")
    started = ngettext(
        "{count} duty with a stated start", "{count} duties with a stated start", len(found.started)
    ).format(count=len(found.started))
    ids = ", ".join(item.id for item in found.standing[:12])
    more = ", …" if len(found.standing) > 12 else ""
    standing = ngettext("{count} standing duty", "{count} standing duties", len(found.standing))
    standing = standing.format(count=len(found.standing)) + (f" ({ids}{more})" if ids else "")
    line = _("Running in this period: {started}, and {standing}.").format(
        started=started, standing=standing
    )
    return line if listed else line + " " + _("--running lists them.")


def list_page(
    standings: list[Standing], book: Book, subject: str, own: Mapping[str, Status] | None = None
) -> Page:
    """Show obligations under a caption; ``own`` is as for :func:`obligations_grid`."""
    return Page(caption(book, subject), [("", obligations_grid(standings, book, own))], [])


def window_text(window: Period) -> str:
    """Return a window with its name and its days."""
    if window.unit == "day":
        return str(window)
    return f"{window} ({window.first} – {window.last})"
