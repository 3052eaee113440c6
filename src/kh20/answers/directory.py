"""The agencies that a plan can name: one of them whole, or those that live on a day."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kh20.answers.answer import Answer, Each, Scope
from kh20.answers.page import Cell, Column, Grid, Line, Page, Sheet
from kh20.answers.records import Record
from kh20.model import Agency, Successor
from kh20.model.fields import written_keys
from kh20.obligations import Book
from kh20.queries.directory import Known, Neighbours
from kh20.text.i18n import _, ngettext

SCHEMA = "kh20/agencies/1"
_FIELDS = ("id", "name", "abbr", "en", "aliases", "kind", "from", "until", "register", "unsure")


def directory_answer(scope: Scope, agencies: Sequence[Known], kind: str | None) -> Answer:
    """Answer which agencies live on the day, in the order of protocol."""
    count = len(agencies)
    subject = ngettext("{count} agency", "{count} agencies", count)
    if kind is not None:
        subject = ngettext(
            "{count} agency of the kind {kind}", "{count} agencies of the kind {kind}", count
        )
    columns = (
        Column(_("Agency"), wrap=True),
        Column(_("Abbreviation"), wrap=True),
        Column(_("Kind"), wrap=True, from_width=100),
        Column(_("Short name"), from_width=110),
    )
    rows = [
        (
            Cell(agency.name),
            Cell(agency.abbr or ""),
            Cell(", ".join(agency.kind)),
            Cell(key, "dim"),
        )
        for key, agency, _register in agencies
    ]
    notes = [_("“kh20 agencies NAME” shows one of them whole.")]
    notes += _register_notes(agencies)
    records = Each(_record, agencies)
    return Answer(
        Page(
            scope.caption(subject.format(count=count, kind=kind)),
            [Grid(columns, rows)],
            notes,
        ),
        scope.document(SCHEMA, agencies=records),
        records,
        _FIELDS,
        _("No agency lives on that day."),
    )


def agency_answer(scope: Scope, known: Known, near: Neighbours, book: Book) -> Answer:
    """Answer with all that is known of an agency."""
    record = {
        **_record(known),
        "predecessors": [
            {"id": other.key, "name": other.agency.name, **_step(step)}
            for other, step in near.predecessors
        ],
        "successors": [
            {"id": step.agency, "name": book.body(step.agency).name, **_step(step)}
            for step in known.agency.successor
        ],
        "acting": [{"id": other.key, "name": other.agency.name} for other in near.acting],
    }
    sheet = Sheet(scope.caption(known.agency.name), [*_lines(known, near, book)])
    return Answer(sheet, scope.document(SCHEMA, agencies=[record]), [record], _FIELDS)


def _lines(known: Known, near: Neighbours, book: Book) -> Iterator[Line]:
    key, agency, register = known
    yield Line(_("Short name"), key)
    texts = (
        (_("English"), agency.en),
        (_("Abbreviation"), agency.abbr),
        (_("Also called"), ", ".join(agency.aliases)),
        (_("Kind"), ", ".join(agency.kind)),
        (_("Life"), _life(agency)),
        (_("Set up by"), agency.basis),
    )
    yield from (Line(label, text) for label, text in texts if text)
    if agency.acts_for is not None:
        yield Line(_("Acts for"), book.body(agency.acts_for).name)
    yield from _labelled(_("Acting for it"), (other.agency.name for other in near.acting))
    yield from _labelled(
        _("Took over from"), (_passed(other.agency.name, step) for other, step in near.predecessors)
    )
    heirs = [_passed(book.body(step.agency).name, step) for step in agency.successor]
    if len(heirs) > 1:
        heirs.append(_("Its duties were divided: the subject decides who has which."))
    yield from _labelled(_("Passed on to"), heirs)
    if agency.collective:
        yield Line(_("Members"), _members(agency, book))
    if agency.source is not None:
        yield Line(_("Read in"), agency.source, "dim")
    if agency.unsure is not None:
        yield Line(_("Not sure"), agency.unsure, "yellow")
    if register is not None:
        yield Line(_("Register"), register.title, "dim")


def _labelled(label: str, texts: Iterable[str]) -> Iterator[Line]:
    for number, text in enumerate(texts):
        yield Line("" if number else label, text)


def _life(agency: Agency) -> str | None:
    if agency.from_ and agency.until:
        return _("from {first} to {last}").format(first=agency.from_, last=agency.until)
    if agency.from_:
        return _("from {first} on").format(first=agency.from_)
    return _("until {last}").format(last=agency.until) if agency.until else None


def _passed(name: str, step: Successor) -> str:
    return _("{name}, on {day} ({basis})").format(name=name, day=step.from_, basis=step.basis)


def _members(agency: Agency, book: Book) -> str:
    names = "; ".join(book.body(member).name for member in agency.members)
    if not names:
        return _("none is known")
    count = len(agency.members)
    issued = book.plan.document.issued
    if agency.closed:
        said = ngettext(
            "{count} on {day}, all there are: {names}",
            "{count} on {day}, all there are: {names}",
            count,
        )
    else:
        said = ngettext(
            "{count} known, and others: {names}", "{count} known, and others: {names}", count
        )
    return said.format(count=count, day=issued, names=names)


def _register_notes(agencies: Iterable[Known]) -> list[str]:
    titles = dict.fromkeys(known.register.title for known in agencies if known.register is not None)
    return [_("From the register {register}.").format(register=title) for title in titles]


def _record(known: Known) -> Record:
    key, agency, register = known
    return {
        "id": key,
        "name": agency.name,
        "abbr": agency.abbr,
        "en": agency.en,
        "aliases": list(agency.aliases),
        "kind": list(agency.kind),
        "precedence": agency.precedence,
        "from": _day(agency.from_),
        "until": _day(agency.until),
        "acts_for": agency.acts_for,
        "collective": agency.collective,
        "closed": agency.closed,
        "members": list(agency.members),
        "basis": agency.basis,
        "source": agency.source,
        "unsure": agency.unsure,
        "register": register.title if register is not None else None,
    }


def _step(step: Successor) -> dict[str, Any]:
    keys = written_keys(step)
    return {"from": keys["from"], "basis": keys["basis"]}


def _day(day: Any) -> str | None:
    return day.isoformat() if day is not None else None
