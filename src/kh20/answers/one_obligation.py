"""One obligation whole: show ID."""

from __future__ import annotations

from collections.abc import Sequence

from kh20.answers.page import caption
from kh20.answers.records import share_status
from kh20.answers.wording import STATUS_STYLE, due_words, share_note, status_cell, status_word
from kh20.model import Due, LogEntry, Recurrence, Task
from kh20.obligations import Book, Standing
from kh20.text.i18n import _, ngettext

Line = tuple[str, str, str]
"""A label, a text and its style; without a label the text goes on from the line before."""


def one_lines(standings: Sequence[Standing], book: Book, where: str) -> tuple[str, list[Line]]:
    """Return the heading of an obligation and everything that is known of it, in labelled lines.

    Of a recurring duty several turns may be given: the last is shown whole, the others by a line.
    """
    standing = standings[-1]
    task = standing.task
    lines: list[Line] = [(_("Text"), task.text, "")]
    lines += _who(standing, book)
    lines += _when(standing, book)
    lines += _turns(standings)
    lines += _parts(standing, book)
    lines += _history(standing, book)
    lines.append((_("Encoded at"), where, "dim"))
    return caption(book, f"{standing.id} · {task.title}"), lines


def _who(standing: Standing, book: Book) -> list[Line]:
    task = standing.task
    agencies = book.plan.agencies
    lines: list[Line] = []
    if not task.owners:
        lines.append((_("Owners"), _("the document names nobody"), "dim"))
    for label, bodies in ((_("Owners"), task.owners), (_("Partners"), task.partners)):
        for number, body in enumerate(bodies):
            lines.append((label if number == 0 else "", f"{agencies[body].name} [{body}]", ""))
            heir = book.answering(body)
            if heir is not None:
                text = _("now {heir}, from {day} ({basis})").format(
                    heir=agencies[heir.agency].name, day=heir.from_, basis=heir.basis
                )
                lines.append(("", f"→ {text}", "dim"))
    if len(task.owners) > 1:
        each = _("each owner owes its own result")
        joint = _("one result, owed jointly")
        lines.append((_("Responsibility"), each if task.responsibility == "each" else joint, ""))
    return lines


def _when(standing: Standing, book: Book) -> list[Line]:
    task = standing.task
    state = status_cell(standing)
    lines: list[Line] = []
    if task.due == "none":
        lines.append((_("Due"), _("the document states no period"), "dim"))
    else:
        lines.append((_("Stated"), f"“{task.due.stated}”", ""))
        lines.append((_("Means"), due_words(task), ""))
    due = task.due if isinstance(task.due, Due) else None
    if due is not None and due.start is not None:
        period = due.from_ or due.in_
        lines.append(
            (
                _("Start"),
                _("{day}, the first day of {period}").format(day=due.start, period=period),
                "",
            )
        )
    original = standing.obligation.deadline
    if due is not None and original is not None:
        lines.append((_("Deadline"), _deadline_words(due), ""))
    elif original is not None:
        lines.append((_("Deadline"), _turn_words(standing), ""))
    if standing.extensions:
        moved = (standing.deadline - original).days if standing.deadline and original else 0
        lines.append(
            (
                _("In force"),
                ngettext(
                    "{day}, extended {count} time, by {days} days",
                    "{day}, extended {count} times, by {days} days",
                    len(standing.extensions),
                ).format(day=standing.deadline, count=len(standing.extensions), days=moved),
                "",
            )
        )
    lines.append((_("State"), state.text, state.style))
    if standing.completed_on is not None:
        lines.append((_("Completed"), standing.completed_on.isoformat(), ""))
    return lines


def _turn_words(standing: Standing) -> str:
    return _("{day}, of the turn {turn}").format(
        day=standing.obligation.deadline, turn=standing.obligation.turn
    )


def _deadline_words(due: Due) -> str:
    if due.before is not None:
        return _("{day}, the day before {period}").format(day=due.deadline, period=due.before)
    return _("{day}, the last day of {period}").format(day=due.deadline, period=due.by or due.in_)


def _turns(standings: Sequence[Standing]) -> list[Line]:
    if len(standings) < 2:
        return []
    lines: list[Line] = []
    for number, standing in enumerate(standings):
        cell = status_cell(standing)
        text = f"{standing.id}  {standing.deadline}  {cell.text}"
        lines.append((_("Turns so far") if number == 0 else "", text, cell.style))
    return lines


def _parts(standing: Standing, book: Book) -> list[Line]:
    titles = {part.id: part.title for part in standing.task.parts}
    lines: list[Line] = []
    if len(standing.shares) < 2:
        return lines
    for number, share in enumerate(standing.shares):
        name = book.plan.agencies[share.agency].name if share.agency is not None else ""
        part = titles[share.part] + f" [{share.part}]" if share.part is not None else ""
        status = share_status(share, standing)
        done = f" ({share.done})" if share.done else ""
        text = f"{' · '.join(filter(None, (name, part)))}: {status_word(status)}{done}"
        lines.append((_("Counted by") if number == 0 else "", text, STATUS_STYLE[status]))
    return lines


def _history(standing: Standing, book: Book) -> list[Line]:
    lines = [
        (
            _("History"),
            _("{day}  issued ({number})").format(
                day=book.plan.document.issued, number=book.plan.document.number
            ),
            "",
        )
    ]
    lines += [("", f"{entry.on}  {event_words(entry, book)}", "") for entry in standing.history]
    return lines


def change_text(entry: LogEntry, before: Book, after: Book) -> list[str]:
    """Return how an entry changes the state of what it is about, a line for each obligation.

    Of an entry about a recurring duty as a whole, these are the turns so far that it changes, and a
    line on those to come.
    """
    task = next(task for task in after.plan.tasks if task.id == entry.task)
    whole = isinstance(task.due, Recurrence) and entry.for_ is None
    lines = []
    # Of a duty that was lifted, some turns are there in one of the two only.
    earlier = {standing.id: standing for standing in _concerned(entry, task, before)}
    for now in _concerned(entry, task, after):
        was = earlier.get(now.id, now)
        if whole and was.status is now.status:
            continue
        old, new = _state_words(was), _state_words(now)
        change = f"{old} → {new}" if old != new else new
        if was.deadline != now.deadline:
            change += _("; deadline {old} → {new}").format(old=was.deadline, new=now.deadline)
        lines.append(
            _("{id}: {change} (as of {day})").format(id=now.id, change=change, day=now.as_of)
        )
    if whole and after.lifted(task):
        lines.append(_("{id}: no turn to come is owed").format(id=task.id))
    elif whole:
        lines.append(_("{id}: the turns to come are owed again").format(id=task.id))
    return lines


def _concerned(entry: LogEntry, task: Task, book: Book) -> list[Standing]:
    if not isinstance(task.due, Recurrence) or entry.for_ is None:
        return list(book.of(task))
    turn = book.turn(task, entry.for_)
    return [book.standing(turn)] if turn is not None else []


def _state_words(standing: Standing) -> str:
    missing = share_note(standing)
    text = status_cell(standing).text
    return f"{text}, {missing}" if missing else text


def event_words(entry: LogEntry, book: Book) -> str:
    """Return an entry of the log in one line: what happened, to whose share, on what grounds."""
    word = {
        "completed": _("completed"),
        "progress": _("progress"),
        "extended": _("extended"),
        "cancelled": _("cancelled"),
        "reopened": _("reopened"),
    }[entry.event]
    said: list[str] = []
    agency = getattr(entry, "agency", None)
    if agency is not None:
        said.append(book.plan.agencies[agency].name)
    for key in ("part", "to", "percent", "document", "basis", "note"):
        value = getattr(entry, key, None)
        if value is not None:
            said.append(_FORMS[key].format(value))
    return f"{word}: {'; '.join(said)}" if said else word


_FORMS = {
    "part": "{}",
    "to": "→ {}",
    "percent": "{} %",
    "document": "{}",
    "basis": "{}",
    "note": "{}",
}
