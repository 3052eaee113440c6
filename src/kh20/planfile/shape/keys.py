"""Which keys may stand at a place of a plan, for the hints to a misspelt one."""

from __future__ import annotations

from functools import cache
from typing import Any

from kh20.findings import KeyPath
from kh20.model import (
    Agency,
    Cancelled,
    Completed,
    Document,
    Due,
    Extended,
    Part,
    Plan,
    Progress,
    Recurrence,
    Reopened,
    Successor,
    Task,
)
from kh20.model.fields import Entity

EVENTS: dict[str, type[Entity]] = {
    "completed": Completed,
    "progress": Progress,
    "extended": Extended,
    "cancelled": Cancelled,
    "reopened": Reopened,
}
"""The entries of the log, by their event."""


def allowed_keys(path: KeyPath, data: Any) -> tuple[str, ...]:
    """Return the keys of the entity at a path of the data; none where no entity belongs there."""
    entity = _entity(path, _value(path, data))
    return () if entity is None else _keys(entity)


@cache
def _keys(entity: type[Entity]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in entity.model_fields.items())


def _value(path: KeyPath, data: Any) -> Any:
    for step in path:
        data = data[step]
    return data


def _entity(path: KeyPath, value: Any) -> type[Entity] | None:
    match path:
        case ():
            return Plan
        case ("document",):
            return Document
        case ("agencies", _):
            return Agency
        case ("agencies", _, "successor"):
            return Successor
        case ("tasks", _):
            return Task
        case ("tasks", _, "parts", _):
            return Part
        case ("tasks", _, "due"):
            return Recurrence if "every" in value else Due
        case ("log", _):
            return EVENTS.get(str(value.get("event")))
    return None
