"""Salvage of the sound parts of data that is no plan, so that the rules can look at them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter

from kh20.agencies.register import NO_REGISTERS, Registers
from kh20.findings import Diagnostic, KeyPath
from kh20.model import Agency, Document, LogEntry, Task
from kh20.model.fields import Entity
from kh20.rules.draft import Draft

_NEUTRAL_TASK: dict[str, Any] = {"title": "…", "text": "…", "owners": [], "due": "none"}
"""What stands in for the keys of an obligation that are amiss: nothing that a rule objects to."""

_LEFT_OUT_TOO = {
    # A due without its text has nothing to agree with, and a text without its due lacks one.
    "due": "text",
    "text": "due",
    "collective": "members",
    "members": "closed",
}
_E = TypeVar("_E", bound=Entity)


def sound_parts(
    data: dict[str, Any], shape: Iterable[Diagnostic], registers: Registers = NO_REGISTERS
) -> Draft:
    """Gather what is sound of the data of a file, whose shape has the findings ``shape``."""
    wrong = _wrong_keys(shape)
    document, given = data.get("document"), data.get("agencies", {})
    tasks, log = data.get("tasks"), data.get("log", [])
    whole = isinstance(given, dict) and isinstance(tasks, list) and isinstance(log, list)
    if not isinstance(tasks, list):
        # Of entries about obligations that cannot be read nothing can be said.
        tasks = log = []
    if not isinstance(log, list):
        log = []
    entry: TypeAdapter[LogEntry] = TypeAdapter(LogEntry)
    amiss = {i: task for i, task in enumerate(tasks) if ("tasks", i) in wrong}
    entries = {i: value for i, value in enumerate(log) if ("log", i) not in wrong}
    has_document = isinstance(document, dict) and ("document",) not in wrong
    own, unsound = _agencies(given, wrong)
    return Draft.joined(
        own,
        registers,
        Document.model_validate(document) if has_document else None,
        {i: Task.model_validate(task) for i, task in enumerate(tasks) if i not in amiss},
        {i: entry.validate_python(value) for i, value in entries.items()},
        salvaged_tasks={
            i: salvaged
            for i, task in amiss.items()
            if (salvaged := _salvaged(Task, task, wrong[("tasks", i)], "id", _NEUTRAL_TASK))
        },
        unsound_agencies=unsound,
        unsound_tasks=frozenset(_ids(amiss.values())),
        agencies_known=isinstance(given, dict) and ("register",) not in wrong,
        whole=whole and not amiss and not unsound and len(entries) == len(log),
    )


def sound_register(
    data: dict[str, Any], shape: Iterable[Diagnostic], registers: Registers
) -> Draft:
    """Gather what is sound of a register file, which may refer to agencies of other registers."""
    own, unsound = _agencies(data.get("agencies", {}), _wrong_keys(shape))
    # Nothing in a register has to be referred to.
    return Draft.joined(own, registers, None, {}, {}, unsound_agencies=unsound, whole=False)


def _agencies(
    given: Any, wrong: Mapping[KeyPath, set[str | int]]
) -> tuple[dict[str, Agency], frozenset[str]]:
    """Return the agencies that are sound, at least in part, and those that have a fault."""
    if not isinstance(given, dict):
        return {}, frozenset()
    sound = {
        key: agency
        for key, value in given.items()
        if (agency := _salvaged(Agency, value, wrong.get(("agencies", key)), "name", {}))
    }
    return sound, frozenset(key for key in given if ("agencies", key) in wrong)


def _ids(tasks: Iterable[Any]) -> Iterator[str]:
    for task in tasks:
        if isinstance(task, dict) and isinstance(task.get("id"), str):
            yield task["id"]


def _wrong_keys(shape: Iterable[Diagnostic]) -> dict[KeyPath, set[str | int]]:
    """Return the keys with a fault of each section and item that has one; ``""`` is all of it."""
    wrong: dict[KeyPath, set[str | int]] = {}
    for diagnostic in shape:
        path = diagnostic.place.path
        for depth in (1, 2):
            wrong.setdefault(path[:depth], set()).update(path[depth : depth + 1] or ("",))
    return wrong


def _salvaged(
    kind: type[_E],
    value: Any,
    wrong: set[str | int] | None,
    named_by: str,
    neutral: Mapping[str, Any],
) -> _E | None:
    """Return an item with what is wrong in it left out; ``None`` where too much is."""
    if wrong is None:
        return kind.model_validate(value)
    if not isinstance(value, dict) or "" in wrong or named_by in wrong or named_by not in value:
        return None
    wrong = wrong | {key for key in neutral if key not in value}
    wrong |= {_LEFT_OUT_TOO[key] for key in wrong if key in _LEFT_OUT_TOO}
    return kind.model_validate(
        {**neutral, **{key: kept for key, kept in value.items() if key not in wrong}}
    )
