"""Everything that concerns one agency: owner NAME."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from kh20.agencies import Involvement, Link, Relation, Role
from kh20.answers.answer import Answer, Each, Scope
from kh20.answers.obligations import title_text
from kh20.answers.page import Cell, Column, Grid, Page
from kh20.answers.records import TASK_FIELDS, TASKS_SCHEMA, body_record, concern_record
from kh20.answers.wording import deadline_text, listed_state
from kh20.obligations import Body, Book
from kh20.queries.agencies import Concern
from kh20.text.i18n import _, ngettext

_FIELDS = ("id", "relation", "role", "owes", "own_status", "via", *TASK_FIELDS[1:])


def concerns_answer(scope: Scope, body: Body, concerns: Sequence[Concern]) -> Answer:
    """Answer what concerns an agency, by relation, with the way to it."""
    records = Each(concern_record, concerns)
    return Answer(
        _page(scope, body, concerns),
        scope.document(TASKS_SCHEMA, agency=body_record(body), tasks=records),
        records,
        _FIELDS,
        _("Nothing concerns {name} as of {day}. “kh20 owners” lists who owes something.").format(
            name=body.name, day=scope.as_of
        ),
    )


def _page(scope: Scope, body: Body, concerns: Sequence[Concern]) -> Page:
    ways = Counter(concern.standing.id for concern in concerns)
    several = sum(count > 1 for count in ways.values())
    if several:
        subject = ngettext(
            "{count} obligation concerns {name}, {several} of them in several ways",
            "{count} obligations concern {name}, {several} of them in several ways",
            len(ways),
        )
    else:
        subject = ngettext(
            "{count} obligation concerns {name}", "{count} obligations concern {name}", len(ways)
        )
    headings: list[tuple[str, Callable[[Involvement], bool]]] = [
        (_("Owes"), lambda part: part.relation is Relation.OWNER),
        (
            _("Owes as a member of a collective"),
            lambda part: part.relation is Relation.MEMBER and part.owes,
        ),
        (_("Inherited by succession"), lambda part: part.relation is Relation.SUCCESSOR),
        (_("Takes part as partner"), lambda part: part.relation is Relation.PARTNER),
        (
            _("Takes part as a member of a collective"),
            lambda part: part.relation is Relation.MEMBER and not part.owes,
        ),
    ]
    grids = [
        _grid([item for item in concerns if belongs(item.involvement)])._replace(heading=heading)
        for heading, belongs in headings
    ]
    said = subject.format(count=len(ways), name=body.name, several=several)
    return Page(scope.caption(said), grids, list(dict.fromkeys(_notes(body, concerns))))


def _grid(concerns: Sequence[Concern]) -> Grid:
    through = any(concern.involvement.via for concern in concerns)
    columns = (
        Column(_("ID")),
        Column(_("Deadline")),
        Column(_("State")),
        *((Column(_("Through"), wrap=True),) if through else ()),
        Column(_("Obligation"), wrap=True),
    )
    return Grid(columns, [_row(concern, through=through) for concern in concerns])


def _row(concern: Concern, *, through: bool) -> tuple[Cell, ...]:
    standing, own = concern.standing, concern.own
    return (
        Cell(standing.id, "bold"),
        Cell(deadline_text(own.deadline)),
        listed_state(own),
        *((Cell(_through(concern.involvement, standing.book)),) if through else ()),
        Cell(title_text(standing)),
    )


def _through(involvement: Involvement, book: Book) -> str:
    """Return the bodies between the one that the document names and the agency asked for."""
    way = " → ".join(book.body(step.agency).name for step in involvement.via) or "–"
    as_partner = involvement.role is Role.PARTNER and involvement.relation is not Relation.PARTNER
    return _("{way} (as partner)").format(way=way) if as_partner else way


def _notes(body: Body, concerns: Sequence[Concern]) -> Iterator[str]:
    """Yield by which decisions the agency has what others had, and who has what it had itself."""
    named: dict[Body, None] = {body: None}
    for concern in concerns:
        via = concern.involvement.via
        bodies = [*(body.book.body(step.agency) for step in via), body]
        for step, former, heir in zip(via, bodies, bodies[1:], strict=False):
            if step.link is Link.SUCCEEDED:
                yield _("From {body} to {heir} on {day} ({basis}).").format(
                    body=former.name, heir=heir.name, day=step.since, basis=step.basis
                )
        named.update(dict.fromkeys(bodies))
    for each in named:
        if body in each.heirs:
            continue
        for heir, succession in zip(each.heirs, each.successions, strict=True):
            yield _("The duties of {name} passed to {heir} on {day} ({basis}).").format(
                name=each.name, heir=heir.name, day=succession.from_, basis=succession.basis
            )
