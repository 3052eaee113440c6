"""Generated obligations as other programs take them.

Those programs ask the clock, so all deadlines are moved by as many days as lie between the day on
which generated plans are queried and today: the same obligations are overdue there and here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from benchmarks.dues import AS_OF
from benchmarks.obligations import GeneratedTask, task_of


def write_taskwarrior(path: Path, tasks: int) -> None:
    """Write obligations as JSON for ``task import``."""
    with path.open("w", encoding="utf-8") as stream:
        separator = "["
        for task, deadline in _moved(tasks):
            entry = {
                "description": f"{task.id} {task.title}",
                "entry": "20240105T000000Z",
                "project": task.id.partition(".")[0],
                "status": "pending",
                "tags": list(task.owners),
                "uuid": _uid(task),
            }
            if deadline is not None:
                entry["due"] = f"{deadline:%Y%m%d}T235959Z"
            stream.write(separator + json.dumps(entry, ensure_ascii=False))
            separator = ",\n"
        stream.write("]\n")


def write_icalendar(folder: Path, tasks: int) -> None:
    """Write obligations as one iCalendar file each, the way a vdir keeps them."""
    for task, deadline in _moved(tasks):
        due = f"DUE:{deadline:%Y%m%d}T235959Z\r\n" if deadline is not None else ""
        title = task.title.replace(",", "\\,")
        (folder / f"{_uid(task)}.ics").write_text(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//kh20//benchmark//EN\r\nBEGIN:VTODO\r\n"
            f"UID:{_uid(task)}\r\nDTSTAMP:20240105T000000Z\r\nSTATUS:NEEDS-ACTION\r\n"
            f"{due}SUMMARY:{task.id} {title}\r\nEND:VTODO\r\nEND:VCALENDAR\r\n",
            encoding="utf-8",
            newline="",
        )


def _moved(tasks: int) -> Iterator[tuple[GeneratedTask, date | None]]:
    shift = datetime.now(UTC).date() - AS_OF
    for number in range(tasks):
        task = task_of(number, tasks)
        deadline = task.due.deadline
        yield task, deadline + shift if deadline is not None else None


def _uid(task: GeneratedTask) -> str:
    return str(uuid5(NAMESPACE_URL, task.id))
