"""Lists of obligations: due, overdue, upcoming, list."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from kh20.answers.answer import Answer, Each, Scope
from kh20.answers.page import Cell, Column, Grid, Page
from kh20.answers.records import TASK_FIELDS, TASKS_SCHEMA, Record, task_record
from kh20.answers.wording import deadline_text, listed_state, share_note, status_word
from kh20.obligations import Body, Standing
from kh20.periods import Period
from kh20.queries.deadlines import DueIn
from kh20.queries.listing import Conditions, Match
from kh20.text.i18n import _, ngettext
from kh20.text.quoting import any_of

_MOST_MISSING = 8
"""How many missing shares a list names."""

_MOST_NAMED = 12
"""How many ongoing duties a note names before it leaves the rest to the list."""


def due_answer(scope: Scope, found: DueIn, *, running: bool) -> Answer:
    """Answer what falls due in a window; with ``running`` the running duties are listed too."""
    window = window_text(found.window)
    subject = ngettext(
        "{count} obligation due in {window}", "{count} obligations due in {window}", len(found.due)
    ).format(count=len(found.due), window=window)
    grids = [obligations_grid(found.due)]
    if running:
        started = obligations_grid(found.started)._replace(heading=_("Running from a stated start"))
        ongoing = obligations_grid(found.ongoing)._replace(heading=_("Ongoing duties"))
        grids += [started, ongoing]
    notes = [running_line(found, listed=running)]
    if found.moved:
        notes.insert(0, moved_line(found.moved))
    more = {
        "window": {
            "period": str(found.window),
            "first": found.window.first.isoformat(),
            "last": found.window.last.isoformat(),
        },
        "running": {
            "started": [item.id for item in found.started],
            "standing": [item.id for item in found.ongoing],
        },
        "moved": [item.id for item in found.moved],
    }
    nothing = _("Nothing falls due in {window}. “kh20 upcoming” lists what is due next.")
    listed = [*found.due, *found.started, *found.ongoing] if running else found.due
    page = Page(scope.caption(subject), grids, notes)
    return _answer(scope, listed, page, nothing.format(window=window), more)


def overdue_answer(scope: Scope, found: Sequence[Standing]) -> Answer:
    """Answer what is past its deadline."""
    subject = ngettext(
        "{count} obligation is overdue", "{count} obligations are overdue", len(found)
    ).format(count=len(found))
    nothing = _("Nothing is overdue as of {day}. “kh20 upcoming” lists what is due next.")
    page = _page(scope, found, subject)._replace(notes=scope.unrecorded if found else ())
    return _answer(scope, found, page, nothing.format(day=scope.as_of))


def upcoming_answer(scope: Scope, found: Sequence[Standing], until: date | None) -> Answer:
    """Answer what is due next, up to a day where one was given."""
    if until is None:
        subject = ngettext("{count} obligation ahead", "{count} obligations ahead", len(found))
        nothing = _(
            "No deadline lies ahead as of {day}. “kh20 overdue” lists what is past its deadline, "
            "“kh20 due --running” the running duties."
        )
    else:
        subject = ngettext(
            "{count} obligation ahead, until {until}",
            "{count} obligations ahead, until {until}",
            len(found),
        )
        nothing = _(
            "No deadline lies ahead as of {day}, until {until}. “kh20 overdue” lists what is past "
            "its deadline, “kh20 due --running” the running duties."
        )
    return _answer(
        scope,
        found,
        _page(scope, found, subject.format(count=len(found), until=until)),
        nothing.format(day=scope.as_of, until=until),
        {"until": until.isoformat() if until is not None else None},
    )


def listing_answer(
    scope: Scope, matches: Sequence[Match], conditions: Conditions, owner: Body | None
) -> Answer:
    """Answer which obligations meet conditions; with an owner, by the state of its own share."""
    found = [match.standing for match in matches]
    own = {match.standing.id: match.own for match in matches} if owner else None
    wanted = _conditions_said(conditions, owner)
    count = ngettext("{count} obligation", "{count} obligations", len(found))
    subject = ", ".join([count.format(count=len(found)), *wanted])
    nothing = _("The plan has no obligation.")
    if wanted:
        nothing = _(
            "No obligation meets the conditions as of {day}: {conditions}. "
            "Leave one out, or “kh20 list” for all."
        ).format(day=scope.as_of, conditions=", ".join(wanted))
    return _answer(scope, found, _page(scope, found, subject, own), nothing, own=own)


def _conditions_said(conditions: Conditions, owner: Body | None) -> list[str]:
    said = []
    if conditions.statuses:
        states = [status_word(state) for state in dict.fromkeys(conditions.statuses)]
        said.append(_("state {states}").format(states=any_of(states)))
    if conditions.section is not None:
        said.append(_("section {section}").format(section=conditions.section))
    if owner is not None:
        said.append(_("owner {owner}").format(owner=owner.name))
    if conditions.product is not None:
        said.append(_("product “{words}”").format(words=conditions.product))
    if conditions.words is not None:
        said.append(_("with “{words}”").format(words=conditions.words))
    return said


def _answer(
    scope: Scope,
    listed: Sequence[Standing],
    page: Page,
    nothing: str,
    more: Mapping[str, Any] | None = None,
    own: Mapping[str, Standing] | None = None,
) -> Answer:
    """Answer with a list of obligations; ``more`` are the keys of JSON that only this list has.

    ``own`` is how what one owner owes itself stands, by the ids of the obligations.
    """

    def record(standing: Standing) -> Record:
        record = task_record(standing)
        if own is not None:
            record["own_status"] = own[standing.id].status.value
        return record

    records = Each(record, listed)
    fields = TASK_FIELDS if own is None else ("id", "own_status", *TASK_FIELDS[1:])
    document = scope.document(TASKS_SCHEMA, **(more or {}), tasks=records)
    return Answer(page, document, records, fields, nothing)


def _page(
    scope: Scope,
    found: Sequence[Standing],
    subject: str,
    own: Mapping[str, Standing] | None = None,
) -> Page:
    return Page(scope.caption(subject), [obligations_grid(found, own)])


def obligations_grid(
    standings: Sequence[Standing], own: Mapping[str, Standing] | None = None
) -> Grid:
    """Return obligations as a table: what, when, how it stands, who.

    ``own`` is how, by id, what one owner owes itself stands; that is shown instead.
    """

    def row(standing: Standing) -> tuple[Cell, ...]:
        shown = own[standing.id] if own is not None else standing
        task = standing.task
        return (
            Cell(standing.id, "bold"),
            Cell(deadline_text(shown.deadline)),
            listed_state(shown),
            Cell(title_text(standing)),
            Cell("; ".join(map(body_text, standing.owners)) or _("nobody named")),
            *((Cell(task.product or ""),) if products else ()),
        )

    products = any(standing.task.product is not None for standing in standings)

    columns = (
        Column(_("ID")),
        Column(_("Deadline")),
        Column(_("State")),
        Column(_("Obligation"), wrap=True),
        Column(_("Owners"), wrap=True),
        *((Column(_("Product"), wrap=True, from_width=100),) if products else ()),
    )
    return Grid(columns, Each(row, standings))


def body_text(body: Body) -> str:
    """Return an agency by name, with the bodies that have its duties on the day of the book."""
    heirs = [
        heir.name
        if heir.name != body.name
        else _("{name} of {year}").format(name=heir.name, year=succession.from_.year)
        for heir, succession in zip(body.heirs, body.successions, strict=True)
    ]
    return f"{body.name} → {any_of(heirs)}" if heirs else body.name


def title_text(standing: Standing) -> str:
    """Return the title of an obligation, behind its label in the document where it has one.

    Where some of it has been completed, what has not stands behind it.
    """
    missing, label = missing_text(standing), standing.task.label
    title = standing.task.title if label is None else f"{label}: {standing.task.title}"
    return f"{title} ({missing})" if missing else title


def missing_text(standing: Standing) -> str:
    """Return how many owners or parts are missing, and which; empty where none has completed yet.

    Where both count, the parts stand behind the owner that owes them. Too many to be named are only
    counted; “kh20 show” names them.
    """
    note = share_note(standing)
    if not note or len(standing.missing) > _MOST_MISSING:
        return note
    titles = {part.id: part.title for part in standing.task.parts}
    owed: dict[str, list[str]] = {}
    for share in standing.missing:
        owner = standing.book.body(share.agency).name if share.agency is not None else ""
        owed.setdefault(owner, []).extend(titles[part] for part in (share.part,) if part)
    names = (": ".join(filter(None, (owner, ", ".join(parts)))) for owner, parts in owed.items())
    return f"{note}: {'; '.join(names)}"


def moved_line(moved: Iterable[Standing]) -> str:
    """Say what would have been due in the window but for a decision, and when it is due now."""
    each = (_("{id}, now {deadline}").format(id=item.id, deadline=item.deadline) for item in moved)
    return _("Moved out of this period by a decision: {moved}.").format(moved="; ".join(each))


def running_line(found: DueIn, *, listed: bool) -> str:
    """Say how many duties run in the window beside what falls due in it."""
    if not found.started and not found.ongoing:
        return _("No duty runs in this period.")
    named = [item.id for item in found.ongoing[:_MOST_NAMED]]
    named += ["…"] if len(found.ongoing) > _MOST_NAMED else []
    if named:
        line = _(
            "Running in this period: {started} with a stated start, {ongoing} ongoing ({ids})."
        )
    else:
        line = _("Running in this period: {started} with a stated start.")
    line = line.format(started=len(found.started), ongoing=len(found.ongoing), ids=", ".join(named))
    return line if listed else f"{line} {_('--running lists them.')}"


def window_text(window: Period) -> str:
    """Return a window with its name and its days."""
    if window.unit == "day":
        return str(window)
    return f"{window} ({window.first} – {window.last})"
