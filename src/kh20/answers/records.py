"""Obligations as plain data: the fields of JSON, and the columns of CSV and TSV."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kh20.agencies import Step
from kh20.model import Agency, Due, LogEntry, Plan, Task
from kh20.model.fields import Entity
from kh20.obligations import Book, Share, Standing, Status
from kh20.queries.agencies import Concern

Record = dict[str, Any]


def task_record(standing: Standing, book: Book) -> Record:
    """Return an obligation with its state, as JSON gives it. Days are ISO dates."""
    task = standing.task
    return {
        "id": standing.id,
        "section": task.section,
        "title": task.title,
        "text": task.text,
        "owners": [agency_record(owner, book) for owner in task.owners],
        "partners": [agency_record(partner, book) for partner in task.partners],
        "responsibility": task.responsibility,
        "parts": [{"id": part.id, "title": part.title} for part in task.parts],
        "due": due_record(task),
        "start": _day(standing.start),
        "deadline": _day(standing.deadline),
        "original_deadline": _day(standing.obligation.deadline),
        "ongoing": standing.obligation.ongoing,
        "substantially": isinstance(task.due, Due) and task.due.substantially,
        "status": standing.status.value,
        "days_overdue": standing.days_overdue,
        "days_left": standing.days_left,
        "completed_on": _day(standing.completed_on),
        "extensions": len(standing.extensions),
        "owing": owing_records(standing, book),
        "shares": [share_record(share, standing, book.plan) for share in _divided(standing)],
    }


def concern_record(concern: Concern, book: Book) -> Record:
    """Return an obligation as it concerns an agency: with the relation and the way to it."""
    involvement = concern.involvement
    record = task_record(concern.standing, book)
    record["relation"] = involvement.relation.value
    record["role"] = involvement.role.value
    record["own_status"] = concern.status.value
    record["via"] = [step_record(step, book.plan.agencies) for step in involvement.via]
    return record


def step_record(step: Step, agencies: Mapping[str, Agency]) -> Record:
    """Return one step of the way from a named body to the agency that was asked for."""
    record: Record = {
        "id": step.agency,
        "name": agencies[step.agency].name,
        "link": step.link.value,
    }
    if step.since is not None:
        record["from"] = step.since.isoformat()
        record["basis"] = step.basis
    return record


def agency_record(agency: str, book: Book) -> Record:
    """Return an agency, and the body that has its duties on the day of the book if another."""
    record: Record = {"id": agency, "name": book.plan.agencies[agency].name}
    heir = book.answering(agency)
    if heir is not None:
        record["now"] = {
            "id": heir.agency,
            "name": book.plan.agencies[heir.agency].name,
            "from": heir.from_.isoformat(),
            "basis": heir.basis,
        }
    return record


def owing_records(standing: Standing, book: Book) -> list[Record]:
    """Return the bodies to write to: those that answer on that day for what is still owed."""
    if standing.finished:
        return []
    agencies = book.plan.agencies
    found: dict[str, Record] = {}
    for owner in standing.owing:
        heir = book.answering(owner)
        body = owner if heir is None else heir.agency
        found[body] = {"id": body, "name": agencies[body].name}
    return list(found.values())


def share_record(share: Share, standing: Standing, plan: Plan) -> Record:
    """Return one owner's own result, or one part, and when it was completed."""
    return {
        "agency": share.agency,
        "part": share.part,
        "status": share_status(share, standing).value,
        "completed_on": _day(share.done),
    }


def share_status(share: Share, standing: Standing) -> Status:
    """Return the state of one share of an obligation."""
    if share.done is None:
        return standing.status
    return Status.COMPLETED_LATE if share.late else Status.COMPLETED


def due_record(task: Task) -> Record | None:
    """Return a due as the plan file gives it, without the keys that say nothing."""
    if task.due == "none":
        return None
    return _given(task.due)


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


def _given(entity: Entity) -> Record:
    """Return the keys of a part of the plan file that say something, with their YAML names."""
    record: Record = {}
    for name, field in type(entity).model_fields.items():
        value = getattr(entity, name)
        if value != field.default:
            record[field.alias or name] = _plain(value)
    return record


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
    return _given(entry)
