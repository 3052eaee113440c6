"""Obligations as plain data: the fields of JSON, and the columns of CSV and TSV."""

from typing import Any

from kh20.agencies import Step
from kh20.model import Due, LogEntry, Part
from kh20.model.due import DueValue
from kh20.model.fields import Entity
from kh20.obligations import Body, Book, Share, Standing
from kh20.queries.agencies import Concern

Record = dict[str, Any]

TASKS_SCHEMA = "kh20/tasks/1"
TASK_FIELDS = (
    "id",
    "section",
    "title",
    "owners",
    "partners",
    "responsibility",
    "due",
    "stated",
    "start",
    "deadline",
    "original_deadline",
    "ongoing",
    "substantially",
    "status",
    "days_overdue",
    "days_left",
    "completed_on",
    "extensions",
    "owing",
    "label",
    "headings",
    "product",
    "submit_to",
    "part",
    "happened_on",
    "text",
)
"""The columns of CSV and TSV, the long text last."""


def task_record(standing: Standing) -> Record:
    """Return an obligation with its state, as JSON gives it. Days are ISO dates."""
    task = standing.task
    return {
        "id": standing.id,
        "section": task.section,
        "title": task.title,
        "text": task.text,
        "owners": [body_record(owner) for owner in standing.owners],
        "partners": [body_record(partner) for partner in standing.partners],
        "responsibility": task.responsibility,
        "part": task.part,
        "parts": [_part_record(part, standing.book) for part in task.parts],
        "due": due_record(task.due),
        "start": _day(standing.start),
        "deadline": _day(standing.deadline),
        "original_deadline": _day(standing.obligation.deadline),
        "happened_on": _day(standing.obligation.since),
        "ongoing": standing.obligation.ongoing,
        "substantially": isinstance(task.due, Due) and task.due.substantially,
        "status": standing.status.value,
        "days_overdue": standing.days_overdue,
        "days_left": standing.days_left,
        "completed_on": _day(standing.completed_on),
        "extensions": len(standing.extensions),
        "owing": owing_records(standing),
        "label": task.label,
        "headings": list(standing.book.plan.headings_of(task.id)),
        "product": task.product,
        "submit_to": task.submit_to,
        "shares": [share_record(share, standing) for share in _divided(standing)],
    }


def _part_record(part: Part, book: Book) -> Record:
    """Return a part; what it does not say by itself, which is as for the whole, is ``None``."""
    owners = [body_record(book.body(owner)) for owner in part.owners] if part.owners else None
    due = due_record(part.due) if part.due is not None else None
    return {"id": part.id, "title": part.title, "owners": owners, "due": due}


def concern_record(concern: Concern) -> Record:
    """Return an obligation as it concerns an agency: with the relation and the way to it."""
    involvement = concern.involvement
    record = task_record(concern.standing)
    record["relation"] = involvement.relation.value
    record["role"] = involvement.role.value
    record["owes"] = involvement.owes
    record["own_status"] = concern.own.status.value
    record["via"] = [step_record(step, concern.standing.book) for step in involvement.via]
    return record


def step_record(step: Step, book: Book) -> Record:
    """Return one step of the way from a named body to the agency that was asked for."""
    record: Record = {
        "id": step.agency,
        "name": book.body(step.agency).name,
        "link": step.link.value,
    }
    if step.since is not None:
        record["from"] = step.since.isoformat()
        record["basis"] = step.basis
    return record


def body_record(body: Body) -> Record:
    """Return an agency, and the body that has its duties on the day of the book if another.

    Of a body that was split this is the main one; ``or`` are the others, for the subject decides.
    """
    record: Record = {"id": body.key, "name": body.name}
    heirs = [
        {
            "id": heir.key,
            "name": heir.name,
            "from": succession.from_.isoformat(),
            "basis": succession.basis,
        }
        for heir, succession in zip(body.heirs, body.successions, strict=True)
    ]
    if heirs:
        record["now"] = heirs[0]
    if heirs[1:]:
        record["or"] = heirs[1:]
    return record


def owing_records(standing: Standing) -> list[Record]:
    """Return the bodies to write to: those that answer on that day for what is still owed."""
    if standing.finished:
        return []
    bodies = dict.fromkeys(standing.book.body(owner).now for owner in standing.owing)
    return [{"id": body.key, "name": body.name} for body in bodies]


def share_record(share: Share, standing: Standing) -> Record:
    """Return one body's own result, or one part, and when it was completed."""
    return {
        "agency": share.agency,
        "owner": share.owner,
        "part": share.part,
        "status": standing.status_of(share).value,
        "deadline": _day(share.deadline),
        "completed_on": _day(share.done),
    }


def due_record(due: DueValue) -> Record | None:
    """Return a due as the plan file gives it, without the keys that say nothing."""
    return None if due == "none" else _written(due)


def flat(record: Record) -> dict[str, str]:
    """Return a record as one row of text: names in one cell, booleans as true and false.

    The stated phrase of a due gets a column of its own, since a phrase holds commas and colons.
    """
    row = {key: _cell(value) for key, value in record.items() if key not in _NOT_FLAT}
    if "due" in record:
        due = dict(record["due"] or {})
        row["stated"] = due.pop("stated", "")
        row["due"] = _cell(due)
    return row


_NOT_FLAT = frozenset({"shares", "parts"})


def _divided(standing: Standing) -> tuple[Share, ...]:
    return standing.shares if len(standing.shares) > 1 else ()


def _written(entity: Entity) -> Record:
    return {key: _plain(value) for key, value in entity.given().items()}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [str(item) for item in value]
    return value if isinstance(value, int | str) else str(value)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(_cell(item) for item in value)
    if isinstance(value, dict) and "name" in value:
        since = f" ({value['from']}, {value['basis']})" if "basis" in value else ""
        return f"{value['name']}{since}"
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_cell(item)}" for key, item in value.items())
    return str(value)


def _day(day: Any) -> str | None:
    return day.isoformat() if day is not None else None


def entry_record(entry: LogEntry) -> Record:
    """Return an entry of the log as the plan file gives it."""
    return _written(entry)
