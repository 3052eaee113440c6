"""One obligation whole: show ID."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from kh20.answers.answer import Answer, Scope
from kh20.answers.page import Cell, Line, Sheet
from kh20.answers.records import (
    TASK_FIELDS,
    TASKS_SCHEMA,
    entry_record,
    task_record,
)
from kh20.answers.wording import (
    STATUS_STYLE,
    deadline_text,
    due_words,
    share_note,
    status_cell,
    status_word,
)
from kh20.model import Due, LogEntry, Recurrence, Task, Term, Voided
from kh20.obligations import Body, Book, Share, Standing
from kh20.obligations.terms import end_before_moving
from kh20.obligations.voids import voids_of
from kh20.text.i18n import _, ngettext
from kh20.text.quoting import all_of


def obligation_answer(scope: Scope, standings: Sequence[Standing], where: str, line: int) -> Answer:
    """Answer with all that is known of an obligation; of a recurring duty, of its turns.

    ``where`` says where it is encoded, ``line`` in which line of that file.
    """
    records = [
        {
            **task_record(turn),
            "line": line,
            "history": [entry_record(entry) for entry in turn.history],
            "voided": [
                {**entry_record(entry), "voided": entry_record(voided)}
                for entry, voided in turn.struck
            ],
        }
        for turn in standings
    ]
    document = scope.document(TASKS_SCHEMA, tasks=records)
    return Answer(_sheet(scope, standings, where), document, records, TASK_FIELDS)


def _sheet(scope: Scope, standings: Sequence[Standing], where: str) -> Sheet:
    """Return what is known in labelled lines; of several turns the last is shown whole."""
    standing = standings[-1]
    if standing.task.whole.divided and len({each.task.id for each in standings}) > 1:
        return _sheet_of_parts(scope, standings, where)
    lines = [
        *_where_it_stands(standing),
        Line(_("Text"), standing.task.text),
        *_who(standing),
        *_what(standing.task),
        *_when(standing),
        *_turns(standings),
        *_parts(standing),
        *_history(standing),
        Line(_("Encoded at"), where, "dim"),
    ]
    return Sheet(scope.caption(f"{standing.id} · {standing.task.title}"), lines)


def _sheet_of_parts(scope: Scope, standings: Sequence[Standing], where: str) -> Sheet:
    """Return an obligation that is owed by its parts: what is common, then each of them."""
    first, whole = standings[0], standings[0].task.whole
    lines = [
        *_where_it_stands(first),
        Line(_("Text"), whole.text),
        *_labelled(_("Partners"), (cell for body in first.partners for cell in _body(body))),
        *_what(whole),
    ]
    for standing in standings:
        lines += [
            Line(_("Part"), f"{standing.id} · {standing.task.title}"),
            *_who(standing, partners=False),
            *_when(standing),
            *_parts(standing),
            *_history(standing),
        ]
    lines.append(Line(_("Encoded at"), where, "dim"))
    return Sheet(scope.caption(f"{whole.id} · {whole.title}"), lines)


def _where_it_stands(standing: Standing) -> Iterator[Line]:
    if standing.task.label is not None:
        yield Line(_("Label"), standing.task.label)
    headings = standing.book.plan.headings_of(standing.task.id)
    yield from _labelled(_("Under"), (Cell(heading) for heading in headings))


def _what(task: Task) -> Iterator[Line]:
    if task.product is not None:
        yield Line(_("Product"), task.product)
    if task.submit_to is not None:
        yield Line(_("Submitted to"), task.submit_to)


def _who(standing: Standing, *, partners: bool = True) -> Iterator[Line]:
    if not standing.owners:
        yield Line(_("Owners"), _("the document names nobody"), "dim")
    yield from _labelled(_("Owners"), (cell for body in standing.owners for cell in _body(body)))
    if partners:
        cells = (cell for body in standing.partners for cell in _body(body))
        yield from _labelled(_("Partners"), cells)
    if len(standing.owners) > 1:
        each = standing.task.responsibility == "each"
        yield Line(
            _("Responsibility"),
            _("each owner owes its own result") if each else _("one result, owed jointly"),
        )


def _body(body: Body) -> Iterator[Cell]:
    yield Cell(f"{body.name} [{body.key}]")
    split = len(body.heirs) > 1
    for heir, succession in zip(body.heirs, body.successions, strict=True):
        text = _("now {heir}, from {day} ({basis})")
        if split:
            text = _("now, by subject, {heir}, from {day} ({basis})")
        text = text.format(heir=heir.name, day=succession.from_, basis=succession.basis)
        yield Cell(f"→ {text}", "dim")


def _when(standing: Standing) -> Iterator[Line]:
    task = standing.task
    if task.due == "none":
        yield Line(_("Due"), _("the document states no period"), "dim")
    else:
        yield Line(_("Stated"), f"“{task.due.stated}”")
        yield Line(_("Means"), due_words(task))
    due = task.due if isinstance(task.due, Due) else None
    if due is not None and due.start is not None:
        start = _("{day}, the first day of {period}")
        yield Line(_("Start"), start.format(day=due.start, period=due.from_ or due.in_))
    original = standing.obligation.deadline
    if isinstance(task.due, Term):
        yield from _counted(standing, task.due)
    elif original is not None:
        words = _deadline_words(due) if due is not None else _turn_words(standing)
        yield Line(_("Deadline"), words)
    if standing.deadline and original and standing.deadline != original:
        count = len(standing.extensions)
        moved = (standing.deadline - original).days
        in_force = ngettext(
            "{day}, extended {count} time, by {days} days",
            "{day}, extended {count} times, by {days} days",
            count,
        )
        yield Line(_("In force"), in_force.format(day=standing.deadline, count=count, days=moved))
    state = status_cell(standing)
    yield Line(_("State"), state.text, state.style)
    if standing.completed_on is not None:
        yield Line(_("Completed"), standing.completed_on.isoformat())


def _counted(standing: Standing, term: Term) -> Iterator[Line]:
    """Yield the deadline of a term, and with which days off it was counted."""
    obligation, days_off = standing.obligation, standing.book.plan.days_off
    if obligation.since is None:
        hint = _("open until the event is recorded: kh20 happened {id} --on DAY --document …")
        yield Line(_("Deadline"), hint.format(id=standing.id), "dim")
        return
    words = _("{day}, {time} after {since}, that day not counted")
    end = end_before_moving(term, obligation.since, days_off)
    if end != obligation.deadline:
        words = _("{day}, the working day after {end}, which is {time} after {since}")
    words = words.format(day=obligation.deadline, time=term.within, since=obligation.since, end=end)
    yield Line(_("Deadline"), words)
    last = obligation.deadline or end
    unlisted = days_off.years_unlisted(obligation.since, last)
    off = sum(obligation.since < day <= last for day in days_off.listed)
    words = ngettext(
        "without Saturdays and Sundays, and {count} listed day off",
        "without Saturdays and Sundays, and {count} listed days off",
        off,
    ).format(count=off)
    if term.length[1] != "working day":
        words = _("it cannot end on a Saturday, a Sunday or a listed day off")
    if unlisted:
        words = _("{how}; of {years} no day off is listed, so check the day").format(
            how=words, years=all_of(list(map(str, unlisted)))
        )
    yield Line(_("Counted"), words)


def _turn_words(standing: Standing) -> str:
    return _("{day}, of the turn {turn}").format(
        day=standing.obligation.deadline, turn=standing.obligation.turn
    )


def _deadline_words(due: Due) -> str:
    if due.before is not None:
        return _("{day}, the day before {period}").format(day=due.deadline, period=due.before)
    return _("{day}, the last day of {period}").format(day=due.deadline, period=due.by or due.in_)


def _turns(standings: Sequence[Standing]) -> Iterator[Line]:
    if len(standings) < 2:
        return
    cells = ((standing, status_cell(standing)) for standing in standings)
    yield from _labelled(
        _("Turns so far"),
        (
            Cell(f"{standing.id}  {standing.deadline}  {cell.text}", cell.style)
            for standing, cell in cells
        ),
    )


def _parts(standing: Standing) -> Iterator[Line]:
    if len(standing.shares) > 1:
        titles = {part.id: part.title for part in standing.task.parts}
        shares = (_share(share, standing, titles) for share in standing.shares)
        yield from _labelled(_("Counted by"), shares)


def _share(share: Share, standing: Standing, titles: Mapping[str, str]) -> Cell:
    name = standing.book.body(share.agency).name if share.agency is not None else ""
    part = titles[share.part] + f" [{share.part}]" if share.part is not None else ""
    status = standing.status_of(share)
    text = f"{' · '.join(filter(None, (name, part)))}: {status_word(status)}"
    if share.done:
        text += f" ({share.done})"
    elif share.deadline != standing.deadline:
        text = _("{share}, deadline {day}").format(share=text, day=share.deadline)
    return Cell(text, STATUS_STYLE[status])


def _history(standing: Standing) -> Iterator[Line]:
    document = standing.book.plan.document
    issued = _("{day}  issued ({number})").format(day=document.issued, number=document.number)
    told = [(entry.on, event_words(entry, standing.book), "") for entry in standing.history]
    for note in standing.task.corrections:
        told.append((note.on, _("text corrected: {reason}").format(reason=note.reason), ""))
    for entry, voided in standing.struck:
        words = _("voided, {event} (taken back: {note})").format(
            event=event_words(entry, standing.book), note=voided.note
        )
        told.append((entry.on, words, "dim strike"))
    told.sort(key=itemgetter(0))
    since = (Cell(f"{day}  {words}", style) for day, words, style in told)
    yield from _labelled(_("History"), [Cell(issued), *since])


def recorded_lines(entries: Sequence[LogEntry], before: Book, after: Book) -> list[Line]:
    """Return what some entries on one task are about, and how they change its state.

    The day is that of the books. Of an entry about a recurring duty as a whole, these are the
    turns so far that it changes, and a line on those to come.
    """
    entry = entries[0]
    about = _about(entries, after)
    task = about[0] if len(about) == 1 else _task_of(entry, after)
    id_ = task.id if entry.for_ is None else f"{task.id}@{entry.for_}"
    lines = [Line(_("Obligation"), f"{id_} · {task.title}")]
    named = dict.fromkeys(getattr(each, "agency", None) for each in entries)
    owners = dict.fromkeys(owner for each in about for owner in each.owners)
    keys = [key for key in named if key is not None] or owners
    lines += _labelled(_("Owners"), (Cell(f"{after.body(key).name} [{key}]") for key in keys))
    parts = dict.fromkeys(getattr(each, "part", None) for each in entries)
    titles = (Cell(part.title) for part in task.parts if part.id in parts)
    lines += _labelled(_("Parts"), titles)
    if isinstance(entry, Voided):
        lines.append(Line(_("Taken back"), taken_back_words(after)))
    lines += _labelled(_("State"), map(Cell, _changed(entries, before, after)))
    return lines


def taken_back_words(book: Book) -> str:
    """Return the entry that the last one of the log takes back, with its day."""
    log = book.plan.log
    by = voids_of(enumerate(log)).by
    entry = next(log[place] for place, last in by.items() if last == len(log) - 1)
    return f"{entry.on} {event_words(entry, book)}"


def _labelled(label: str, cells: Iterable[Cell]) -> Iterator[Line]:
    """Yield lines of which the first has the label."""
    for number, (text, style) in enumerate(cells):
        yield Line("" if number else label, text, style)


def _changed(entries: Sequence[LogEntry], before: Book, after: Book) -> Iterator[str]:
    about = _about(entries, after)
    recurring = [task for task in about if isinstance(task.due, Recurrence)]
    whole = bool(recurring) and entries[0].for_ is None
    several = whole or len(about) > 1
    # Of a duty that was lifted, some turns are there in one of the two only.
    earlier = {standing.id: standing for standing in concerned_by(entries, before)}
    for now in concerned_by(entries, after):
        was = earlier.get(now.id, now)
        if whole and was.status is now.status:
            continue
        old, new = _state_words(was), _state_words(now)
        change = f"{old} → {new}" if old != new else new
        line = _("{change} (as of {day})")
        if was.deadline != now.deadline:
            line = _("{change}; deadline {then} → {since} (as of {day})")
        change = f"{now.id}: {change}" if several else change
        then, since = deadline_text(was.deadline), deadline_text(now.deadline)
        yield line.format(change=change, day=now.as_of, then=then, since=since)
    for task in recurring if whole else ():
        if after.lifted_on(task) is not None:
            yield _("{id}: no turn to come is owed").format(id=task.id)
        else:
            yield _("{id}: the turns to come are owed again").format(id=task.id)


def concerned_by(entries: Sequence[LogEntry], book: Book) -> list[Standing]:
    """Return the obligations that entries on one task, or one of its turns, are about."""
    turn = entries[0].for_
    return [standing for part in _about(entries, book) for standing in _of(part, turn, book)]


def _of(task: Task, turn: str | None, book: Book) -> list[Standing]:
    if not isinstance(task.due, Recurrence) or turn is None:
        return list(book.of(task))
    found = book.turn(task, turn)
    return [book.standing(found)] if found is not None else []


def _task_of(entry: LogEntry, book: Book) -> Task:
    return next(task for task in book.plan.tasks if task.id == entry.task)


def _about(entries: Sequence[LogEntry], book: Book) -> Sequence[Task]:
    """Return what entries on one task are about, of all that is owed by itself."""
    task = _task_of(entries[0], book)
    found = {
        assigned.id: assigned
        for entry in entries
        for assigned in task.concerned(getattr(entry, "part", None))
    }
    return list(found.values())


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
        "happened": _("the event happened"),
        "reopened": _("reopened"),
        "voided": _("voided"),
    }[entry.event]
    said: list[str] = []
    agency = getattr(entry, "agency", None)
    if agency is not None:
        said.append(book.body(agency).name)
    if getattr(entry, "whole", False):
        said.append(_("all shares"))
    for key, form in _FORMS.items():
        value = getattr(entry, key, None)
        if value is not None:
            said.append(form.format(value))
    return f"{word}: {'; '.join(said)}" if said else word


_FORMS = {
    "part": "{}",
    "to": "→ {}",
    "percent": "{} %",
    "document": "{}",
    "basis": "{}",
    "note": "{}",
}
