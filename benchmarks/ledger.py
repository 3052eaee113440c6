"""Entries of the log for generated plans: consistent, and in the order of days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.chance import Chance
from benchmarks.dues import AS_OF, ISSUED
from benchmarks.obligations import GeneratedTask, task_of

_NOTES = (
    "Đã họp tổ soạn thảo, thống nhất đề cương.",
    "Đã gửi lấy ý kiến các xã, phường.",
    "Đang tiếp thu, chỉnh lý sau thẩm định.",
    "Chờ bố trí kinh phí đợt hai.",
)
_DAYS = (AS_OF - ISSUED).days - 1


def entries(tasks: int, log: int) -> Iterator[str]:
    """Yield ``log`` entries, spread evenly over the obligations, as YAML.

    All are later than the issue and not later than the day on which generated plans are queried.
    """
    dated: list[tuple[date, int, int, str]] = []
    for number in range(tasks):
        share = log // tasks + (number < log % tasks)
        chance = Chance(f"log {number} of {tasks}")
        task = task_of(number, tasks)
        days = sorted(ISSUED + timedelta(days=1 + chance.below(_DAYS)) for _ in range(share))
        events = _events(chance, task, days)
        dated += [
            (day, number, place, f"  - {{task: {task.id}, on: {day}, {event}}}\n")
            for place, (day, event) in enumerate(zip(days, events, strict=True))
        ]
    dated.sort()
    for _day, _number, _place, text in dated:
        yield text


def _events(chance: Chance, task: GeneratedTask, days: list[date]) -> Iterator[str]:
    """Yield what happened on each of the days, so that every event fits those before it."""
    story = chance.weighted(
        ((45, "completed"), (25, "progress"), (15, "extended"), (9, "reopened"), (6, "cancelled"))
    )
    todo = list(task.shares)
    deadline = task.due.deadline
    for place, day in enumerate(days):
        left = len(days) - place
        if story == "extended" and deadline is not None and left == len(days):
            later = max(deadline, day) + timedelta(days=30 + chance.below(150))
            yield f"event: extended, to: {later}, basis: Thông báo {day.day}-TB/TU"
        elif story == "cancelled" and left == 1:
            yield f"event: cancelled, basis: Quyết định {day.day}/QĐ-TU"
        elif story == "completed" and 1 <= left <= len(todo):
            yield _completed(todo.pop(0), day)
        elif story == "reopened" and left == 2:
            yield _completed(todo[0], day)
        elif story == "reopened" and left == 1 and len(days) > 1:
            share = f"{todo[0]}, " if todo[0] else ""
            yield f"event: reopened, {share}note: Hồ sơ còn thiếu phụ lục."
        else:
            note = chance.one_of(_NOTES)
            yield f"event: progress, percent: {5 * (1 + chance.below(18))}, note: '{note}'"


def _completed(share: str, day: date) -> str:
    named = f"{share}, " if share else ""
    return f"event: completed, {named}document: {day.toordinal() % 900 + 1}/BC-VP"
