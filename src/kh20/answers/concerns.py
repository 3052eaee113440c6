"""What concerns one agency: owner NAME."""

from __future__ import annotations

from collections import Counter

from kh20.agencies import Involvement, Link, Relation, Role, Step
from kh20.answers.missing import title_text
from kh20.answers.page import Cell, Column, Grid, Page, caption
from kh20.answers.wording import deadline_text, listed_state
from kh20.model import Agency, Successor
from kh20.obligations import Book
from kh20.queries.agencies import Concern
from kh20.text.i18n import _, ngettext


def concerns_page(concerns: list[Concern], agency: str, book: Book) -> Page:
    """Show everything that concerns an agency, by relation, with the way to it."""
    name = book.plan.agencies[agency].name
    ways = Counter(concern.standing.id for concern in concerns)
    subject = ngettext(
        "{count} obligation concerns {name}", "{count} obligations concern {name}", len(ways)
    ).format(count=len(ways), name=name)
    several = sum(count > 1 for count in ways.values())
    if several:
        subject += ngettext(
            ", {count} of them in several ways", ", {count} of them in several ways", several
        ).format(count=several)
    headings = {
        Relation.OWNER: _("Owes"),
        Relation.SUCCESSOR: _("Inherited by succession"),
        Relation.PARTNER: _("Takes part as partner"),
        Relation.MEMBER: _("Takes part as a member of a collective"),
    }
    grids = []
    for relation, heading in headings.items():
        of_relation = [item for item in concerns if item.involvement.relation is relation]
        grids.append((heading, _grid(of_relation, book)))
    return Page(caption(book, subject), grids, list(_notes(concerns, agency, book)))


def _grid(concerns: list[Concern], book: Book) -> Grid:
    through = any(concern.involvement.via for concern in concerns)
    columns = (
        Column(_("ID")),
        Column(_("Deadline")),
        Column(_("State")),
        *((Column(_("Through"), wrap=True),) if through else ()),
        Column(_("Obligation"), wrap=True),
    )
    return Grid(columns, [_row(concern, book, through=through) for concern in concerns])


def _row(concern: Concern, book: Book, *, through: bool) -> tuple[Cell, ...]:
    standing, involvement = concern.standing, concern.involvement
    return (
        Cell(standing.id, "bold"),
        Cell(deadline_text(standing.deadline)),
        listed_state(standing, concern.status),
        *((Cell(_through(involvement, book)),) if through else ()),
        Cell(title_text(standing, book)),
    )


def _through(involvement: Involvement, book: Book) -> str:
    way = way_text(involvement.via, book) or "–"
    as_partner = involvement.role is Role.PARTNER and involvement.relation is not Relation.PARTNER
    return _("{way} (as partner)").format(way=way) if as_partner else way


def way_text(via: tuple[Step, ...], book: Book) -> str:
    """Return the bodies between the one that the document names and the agency asked for."""
    return " → ".join(book.plan.agencies[step.agency].name for step in via)


def _notes(concerns: list[Concern], agency: str, book: Book) -> list[str]:
    """Say by which decisions the agency has what others had, and who has what it had itself."""
    agencies = book.plan.agencies
    notes: dict[str, None] = {}
    named: dict[str, None] = {}
    for concern in concerns:
        via = concern.involvement.via
        bodies = [*(step.agency for step in via), agency]
        for step, heir in zip(via, bodies[1:], strict=True):
            if step.link is Link.SUCCEEDED:
                notes[_succession(agencies[step.agency], agencies[heir], step)] = None
        named.update(dict.fromkeys(bodies))
    for body in [agency, *named]:
        succession = book.answering(body)
        if succession is not None and succession.agency != agency:
            notes[_passed_on(agencies[body], agencies[succession.agency], succession)] = None
    return list(notes)


def _succession(body: Agency, heir: Agency, step: Step) -> str:
    return _("From {body} to {heir} on {day} ({basis}).").format(
        body=body.name, heir=heir.name, day=step.since, basis=step.basis
    )


def _passed_on(body: Agency, heir: Agency, succession: Successor) -> str:
    return _("The duties of {name} passed to {heir} on {day} ({basis}).").format(
        name=body.name, heir=heir.name, day=succession.from_, basis=succession.basis
    )
