"""Findings on keys that the plan format does not have, and the keys that it has there (KH102)."""

from functools import cache, reduce
from operator import getitem
from typing import Any

from kh20.findings import Diagnostic, KeyPath, Place
from kh20.model import (
    Accepted,
    Agency,
    Cancelled,
    Completed,
    Correction,
    Document,
    Due,
    Extended,
    Happened,
    Part,
    Plan,
    Progress,
    Recurrence,
    RegisterFile,
    Reopened,
    Successor,
    Task,
    Term,
)
from kh20.model.fields import Entity
from kh20.text.i18n import _
from kh20.text.quoting import shown
from kh20.text.suggestions import closest, did_you_mean

EVENTS: dict[str, type[Entity]] = {
    "completed": Completed,
    "progress": Progress,
    "extended": Extended,
    "cancelled": Cancelled,
    "happened": Happened,
    "reopened": Reopened,
}
"""The entries of the log, by their event."""


def is_register(data: Any) -> bool:
    """Tell whether data is a register, or meant as one, and not a plan."""
    is_version = isinstance(data, dict) and isinstance(data.get("register"), int)
    return is_version and not {"tasks", "format", "document"} & data.keys()


def unknown_key(path: KeyPath, data: Any, task: str | None) -> tuple[Diagnostic, str | None]:
    """Return the finding on a key that does not exist, and the key that was likely meant."""
    *parent, key = path
    holder: Any = reduce(getitem, parent, data)
    entity = _entity(tuple(parent), holder) if parent else _whole(data)
    allowed = () if entity is None else _keys(entity)
    likely = ("on",) if str(key).lower() == "true" else closest(str(key), allowed)
    meant = next((each for each in likely if each in allowed), None)  # YAML 1.1 reads on as true.
    hint = None if meant is None else did_you_mean([f"“{meant}”"])
    if hint is None and holder[key] is None and " " in str(key):
        # What stands behind a comma in braces is the next key.
        hint = _("if it belongs to the text before the comma, put all of that text in quotes")
    elif hint is None:
        hint = _("the keys here are: {keys}").format(keys=", ".join(allowed))
    message = _("there is no key “{key}” here").format(key=shown(key))
    return Diagnostic("KH102", message, Place(path, on_key=True), hint, task=task), meant


@cache
def _keys(entity: type[Entity]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in entity.model_fields.items())


def _whole(data: Any) -> type[Entity]:
    return RegisterFile if is_register(data) else Plan


def _entity(path: KeyPath, value: Any) -> type[Entity] | None:
    match path:
        case ("document",):
            return Document
        case ("agencies", _):
            return Agency
        case ("agencies", _, "successor") | ("agencies", _, "successor", _):
            return Successor
        case ("tasks", _):
            return Task
        case ("tasks", _, "parts", _):
            return Part
        case ("tasks", _, "corrections", _):
            return Correction
        case ("tasks", _, "accepted", _):
            return Accepted
        case ("tasks", _, "due") | ("tasks", _, "parts", _, "due"):
            return Term if "within" in value else Recurrence if "every" in value else Due
        case ("log", _):
            return EVENTS.get(str(value.get("event")))
    return None
