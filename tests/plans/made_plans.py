"""Plans made for tests: as models for what lies below the command line, as files for the rest."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from kh20.model import Plan
from kh20.obligations import Book, Standing

AGENCIES: Mapping[str, Mapping[str, Any]] = {
    "bo-a": {"name": "Bộ A"},
    "bo-b": {"name": "Bộ B"},
    "bo-c": {"name": "Bộ C"},
}

BY_Q1 = {"by": "2024-Q1", "stated": "hoàn thành trong quý I/2024"}
IN_JUNE = {"in": "2024-06", "stated": "trong tháng 6/2024"}
FROM_MAY = {"from": "2024-05", "stated": "thực hiện từ tháng 5/2024"}
STANDING = {"ongoing": True, "stated": "thường xuyên"}
THEN_STANDING = {
    "by": "2024-Q1",
    "ongoing": True,
    "stated": "hoàn thành trong quý I/2024 và thực hiện thường xuyên",
}


def task(number: str, due: Mapping[str, Any] | str = "none", **more: Any) -> dict[str, Any]:
    """Return a task as the plan file has it; ``more`` adds keys and replaces what is made up."""
    stated = f" ({due['stated']})" if isinstance(due, Mapping) else ""
    made = {
        "id": number,
        "title": f"Việc {number}",
        "text": f"Làm việc {number}{stated}.",
        "owners": ["bo-a"],
        "due": dict(due) if isinstance(due, Mapping) else due,
    }
    return {**made, **more}


def completed(number: str, on: str, **more: Any) -> dict[str, Any]:
    """Return the entry of the log that says so."""
    return {"event": "completed", "task": number, "on": on, "document": "1/BC", **more}


def plan_data(
    tasks: Iterable[Mapping[str, Any]],
    agencies: Mapping[str, Mapping[str, Any]] = AGENCIES,
    log: Iterable[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """Return a whole plan as plain data."""
    return {
        "format": 1,
        "document": {
            "number": "1-KH/TW",
            "title": "Kế hoạch",
            "issued": "2023-11-28",
            "issuer": "Bộ Chính trị",
        },
        "agencies": {key: dict(agency) for key, agency in agencies.items()},
        "tasks": [dict(item) for item in tasks],
        "log": [dict(entry) for entry in log],
    }


def made_plan(
    tasks: Iterable[Mapping[str, Any]],
    agencies: Mapping[str, Mapping[str, Any]] = AGENCIES,
    log: Iterable[Mapping[str, Any]] = (),
) -> Plan:
    """Return a plan as a model; none of the rules of ``check`` is asked."""
    return Plan.model_validate(plan_data(tasks, agencies, log))


def made_standing(due: Any, day: date, log: Any = (), **more: Any) -> Standing:
    """Return how the obligation I.1, the only one of a plan, stands on a day."""
    return next(Book(made_plan([task("I.1", due, **more)], log=log), day).standings())


def plan_text(
    tasks: Iterable[Mapping[str, Any]],
    agencies: Mapping[str, Mapping[str, Any]] = AGENCIES,
    log: Iterable[Mapping[str, Any]] = (),
) -> str:
    """Return a plan as YAML, without anchors and with days as plain dates."""
    data = plan_data(tasks, agencies, log)

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True

    return yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10**6)


def plan_file(folder: Path, tasks: Iterable[Mapping[str, Any]], **more: Any) -> str:
    """Write a plan into a folder and return its path."""
    path = folder / "plan.yaml"
    path.write_text(plan_text(tasks, **more), encoding="utf-8")
    return str(path)


def days(first: str, last: str) -> Sequence[date]:
    """Return every day from one to another, both included."""
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [date.fromordinal(n) for n in range(start.toordinal(), end.toordinal() + 1)]
