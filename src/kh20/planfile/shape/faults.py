"""Translation of pydantic's errors into findings on shape (KH1xx, KH310 and KH407)."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kh20.findings import Diagnostic, KeyPath, Place
from kh20.periods import PeriodError
from kh20.planfile.shape.bare_due import due_hint
from kh20.planfile.shape.messages import (
    Wanted,
    choices,
    name_of,
    not_allowed,
    not_as_written,
    wrong_kind,
)
from kh20.planfile.shape.unknown_keys import EVENTS, unknown_key
from kh20.text.i18n import N_, _
from kh20.text.quoting import shown
from kh20.text.suggestions import did_you_mean

_KINDS: dict[str, Wanted] = {
    "string_type": "text",
    "tuple_type": "list",
    "list_type": "list",
    "dict_type": "mapping",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "bool_type": "flag",
    "int_type": "number",
    "int_parsing": "number",
}
_NEEDED = {
    "basis": N_("give the deciding document as “basis: …”"),
    "note": N_("say how far the work is as “note: …”"),
    "to": N_("give the period by whose end it is now due, as “to: 2024-Q3”"),
}
"""The hint to what an event needs and an entry has not."""
_FOR_ALL_EVENTS = ("task", "on", "event")


def agencies_called(data: Any) -> dict[str, str | None]:
    """Return the short names of agencies by each name in lower case; ``None`` for one of several.

    The data need not be a plan, and a file can have a wrong name in every line: only whole names
    are looked up, and none is weighed as :class:`~kh20.text.name_index.NameIndex` does for the one
    name that a person types.
    """
    agencies = data.get("agencies") if isinstance(data, dict) else None
    called: dict[str, str | None] = {}
    for key, agency in agencies.items() if isinstance(agencies, dict) else ():
        for name in _names(agency):
            folded = name.strip().casefold()
            called[folded] = key if called.get(folded, key) == key else None
    return called


def _names(agency: Any) -> list[str]:
    if not isinstance(agency, dict):
        return []
    aliases = agency.get("aliases")
    names = [agency.get("name"), agency.get("en"), *(aliases if isinstance(aliases, list) else ())]
    return [name for name in names if isinstance(name, str)]


def shape_diagnostics(error: ValidationError, data: Any) -> list[Diagnostic]:
    """Return a diagnostic for each thing that keeps ``data`` from being a plan."""
    found: dict[tuple[KeyPath, str], Diagnostic] = {}
    misspelt: set[KeyPath] = set()
    called = agencies_called(data)
    for detail in error.errors(include_url=False):
        path, value = _in_data(detail, data)
        if detail["type"] == "extra_forbidden":
            diagnostic, meant = unknown_key(path, data, task_id(path, data))
            if meant is not None:
                misspelt.add((*path[:-1], meant))
        else:
            diagnostic = _diagnostic(detail, path, value, data, called)
        found.setdefault((path, diagnostic.code), diagnostic)
    # A key that is only misspelt is not missing as well.
    return [
        diagnostic
        for (path, code), diagnostic in found.items()
        if code not in ("KH101", "KH407") or path not in misspelt
    ]


def left_blank(path: KeyPath, data: Any) -> Diagnostic:
    """Return the finding on an optional key without a value, which the models read as left out."""
    message = _("“{name}” is empty").format(name=name_of(path))
    hint = _("fill it in, or leave the key out")
    return Diagnostic("KH103", message, Place(path), hint, task=task_id(path, data))


def task_id(path: KeyPath, data: Any) -> str | None:
    """Return the id of the obligation that a path leads into, where it has one."""
    if len(path) < 2 or path[0] not in ("tasks", "log"):
        return None
    try:
        item = data[path[0]][path[1]]
        value = item["id" if path[0] == "tasks" else "task"]
    except (KeyError, IndexError, TypeError):
        return None
    return value if isinstance(value, str) else None


def _in_data(detail: ErrorDetails, data: Any) -> tuple[KeyPath, Any]:
    """Return the path in the data: pydantic's own also names branches of unions, and keys."""
    location = list(detail["loc"])
    if len(location) > 3 and location[0] == "tasks" and location[2] == "due":
        del location[3]
    if len(location) > 2 and location[0] == "log":
        del location[2]
    if location[-1:] == ["[key]"]:
        del location[-1]
    node = data
    path: list[str | int] = []
    for step in location:
        if isinstance(step, int) and not isinstance(node, list):
            continue  # A single value, of which the model makes a list of one.
        path.append(step)
        if not (isinstance(node, dict | list) and _has(node, step)):
            return tuple(path), None
        node = node[step]  # type: ignore[index]
    return tuple(path), node


def _has(node: dict[str, Any] | list[Any], step: str | int) -> bool:
    if isinstance(node, list):
        return isinstance(step, int) and step < len(node)
    return step in node


def _diagnostic(
    detail: ErrorDetails, path: KeyPath, value: Any, data: Any, called: dict[str, str | None]
) -> Diagnostic:
    kind = detail["type"]
    task = task_id(path, data)
    context = detail.get("ctx", {})
    on_key = detail["loc"][-1:] == ("[key]",)

    def found(code: str, message: str, hint: str | None = None) -> Diagnostic:
        return Diagnostic(code, message, Place(path, on_key=on_key), hint, task=task)

    if kind == "missing":
        return _missing(path, task)
    if kind in _KINDS:
        return found("KH103", *wrong_kind(path, _KINDS[kind], value))
    if kind in {"union_tag_not_found", "union_tag_invalid"}:
        return _untagged(path, value, task, data)
    if kind == "literal_error":
        return found("KH104", *not_allowed(path, value, str(context.get("expected", ""))))
    if kind == "string_pattern_mismatch":
        written = str(path[-1] if on_key else value)
        message, hint = not_as_written(path, written)
        meant = called.get(written.strip().casefold())
        if meant is not None and not on_key and _names_agency(path):
            hint = did_you_mean([shown(meant)]) or hint
        return found("KH105", message, hint)
    if kind in {"string_too_long", "too_long"}:
        message = _("“{name}” has {length} characters, at most {limit} are allowed")
        length = len(str(path[-1] if on_key else value))
        limit = context.get("max_length")
        return found(
            "KH106",
            message.format(name=name_of(path), length=length, limit=limit),
            _("shorten it by {count}").format(count=length - int(limit or 0)),
        )
    if kind in {"greater_than_equal", "less_than_equal"}:
        return found("KH104", _("{value} is outside 0 to 100").format(value=value))
    reason = context.get("error")
    if isinstance(reason, PeriodError):
        return found("KH310", str(reason), reason.hint)
    if isinstance(reason, ValueError):
        return found(
            "KH106",
            _("“{name}”: {reason}").format(name=name_of(path), reason=reason),
            _("say something, or leave the key out where it is optional"),
        )
    return found("KH103", f"{name_of(path)}: {detail['msg']}")


def _names_agency(path: KeyPath) -> bool:
    """Tell whether a value is the short name of an agency that stands elsewhere."""
    places = {"owners", "partners", "members", "acts_for", "agency"}
    return not places.isdisjoint(path)


def missing_agencies(data: dict[str, Any]) -> list[Diagnostic]:
    """Return the finding on a plan that neither defines agencies nor names a register."""
    return [] if {"agencies", "register"} & data.keys() else [_missing(("agencies",), None)]


def _missing(path: KeyPath, task: str | None) -> Diagnostic:
    *parent, key = path
    place, name = Place(path, absent=True), name_of(path[:-1])
    hint: str | None = None
    if path[0] == "log" and key not in _FOR_ALL_EVENTS:
        message = _("this entry has no “{key}”, which its event needs").format(key=key)
        hint = _(_NEEDED.get(str(key), N_("give it as “{key}: …”"))).format(key=key)
        return Diagnostic("KH407", message, place, hint, task=task)
    if key == "due":
        hint = _("write “due: none” where the document states no period")
    elif key == "owners":
        hint = _("write “owners: []” where the document names nobody")
    elif path == ("agencies",):
        hint = _("define the agencies, or name a register that has them: “register: vn”")
    if not parent:
        message = _("the file has no key “{key}”").format(key=key)
    elif len(parent) == 2 and parent[0] == "tasks" and task is None:
        message = _("this obligation has no key “{key}”").format(key=key)
    elif len(parent) == 2 and parent[0] == "tasks":
        message = _("obligation {id} has no key “{key}”").format(id=shown(task), key=key)
    elif isinstance(parent[-1], int):
        message = _("this entry of “{name}” has no key “{key}”").format(name=name, key=key)
    else:
        message = _("“{name}” has no key “{key}”").format(name=name, key=key)
    return Diagnostic("KH101", message, place, hint, task=task)


def _untagged(path: KeyPath, value: Any, task: str | None, data: Any) -> Diagnostic:
    """Return the finding on a value that is none of the kinds that can stand in its place."""
    if path[0] != "log":
        message, _hint = wrong_kind(("due",), "due", value)
        document = data.get("document")
        issued = document.get("issued") if isinstance(document, dict) else None
        hint = due_hint(value, data[path[0]][path[1]], issued)
        return Diagnostic("KH103", message, Place(path), hint, task=task)
    if "event" not in value:
        return _missing((*path, "event"), task)
    given = value["event"]
    message, _hint = wrong_kind(("event",), "event", given)
    hint = choices(given, EVENTS)
    return Diagnostic("KH104", message, Place((*path, "event")), hint, task=task)
