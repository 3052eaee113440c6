"""Salvage of the sound parts of data that is no plan, so that the rules can look at them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter

from kh20.findings import Diagnostic
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
}
_E = TypeVar("_E", bound=Entity)


def sound_parts(data: dict[str, Any], shape: Iterable[Diagnostic]) -> Draft:
    """Gather what is sound of the data of a file, whose shape has the findings ``shape``."""
    faults = _Faults(shape)
    document, given = data.get("document"), data.get("agencies")
    agencies = given if isinstance(given, dict) else {}
    tasks, log = data.get("tasks"), data.get("log", [])
    whole = isinstance(given, dict) and isinstance(tasks, list) and isinstance(log, list)
    if not isinstance(tasks, list):
        # Of entries about obligations that cannot be read nothing can be said.
        tasks = log = []
    if not isinstance(log, list):
        log = []
    entry: TypeAdapter[LogEntry] = TypeAdapter(LogEntry)
    amiss = {i: task for i, task in enumerate(tasks) if faults.inside("tasks", i)}
    unsound = {key for key in agencies if faults.inside("agencies", key)}
    wrong_entries = {i for i in range(len(log)) if faults.inside("log", i)}
    return Draft(
        document=Document.model_validate(document) if faults.spare("document", document) else None,
        agencies={
            key: agency
            for key, value in agencies.items()
            if (agency := faults.salvaged(Agency, {}, value, "agencies", key)) is not None
        },
        tasks={i: Task.model_validate(task) for i, task in enumerate(tasks) if i not in amiss},
        log={
            i: entry.validate_python(value) for i, value in enumerate(log) if i not in wrong_entries
        },
        salvaged_tasks={
            i: salvaged
            for i, task in amiss.items()
            if (salvaged := faults.salvaged(Task, _NEUTRAL_TASK, task, "tasks", i)) is not None
        },
        unsound_agencies=frozenset(unsound),
        unsound_tasks=frozenset(_ids(amiss.values())),
        agencies_known=isinstance(given, dict),
        whole=whole and not (amiss or unsound or wrong_entries),
    )


def _ids(tasks: Iterable[Any]) -> Iterator[str]:
    for task in tasks:
        if isinstance(task, dict) and isinstance(task.get("id"), str):
            yield task["id"]


class _Faults:
    """Where the shape of a file is amiss."""

    def __init__(self, shape: Iterable[Diagnostic]) -> None:
        self._sections: set[str | int] = set()
        self._keys: dict[tuple[str | int, ...], set[str | int]] = {}
        for diagnostic in shape:
            path = diagnostic.place.path
            self._sections.update(path[:1])
            if len(path) > 1:
                self._keys.setdefault(path[:2], set()).update(path[2:3] or ("",))

    def spare(self, section: str, value: Any) -> bool:
        """Tell whether nothing is amiss in a whole section, which is a set of keys."""
        return isinstance(value, dict) and section not in self._sections

    def inside(self, section: str, item: str | int) -> bool:
        """Tell whether something is amiss in an item of a section."""
        return (section, item) in self._keys

    def salvaged(
        self, kind: type[_E], neutral: Mapping[str, Any], value: Any, section: str, item: str | int
    ) -> _E | None:
        """Return an item with what is amiss in it left out; ``None`` where too much is."""
        wrong = self._keys.get((section, item))
        if wrong is None:
            return kind.model_validate(value)
        named_by = "id" if section == "tasks" else "name"
        if not isinstance(value, dict) or "" in wrong or named_by in wrong or named_by not in value:
            return None
        wrong = wrong | {key for key in neutral if key not in value}
        wrong |= {_LEFT_OUT_TOO[key] for key in wrong if key in _LEFT_OUT_TOO}
        return kind.model_validate(
            {**neutral, **{key: kept for key, kept in value.items() if key not in wrong}}
        )
