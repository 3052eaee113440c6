"""When an obligation is due, before and after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kh20.comparison.change import Change
from kh20.comparison.kinds import Effect, Kind
from kh20.comparison.recurrences import recurrence_effect
from kh20.findings import KeyPath
from kh20.model import Due, Recurrence, Task
from kh20.model.written import written_keys
from kh20.text.i18n import _
from kh20.text.quoting import one_line


def due_changes(
    old: Task, new: Task, old_path: KeyPath, new_path: KeyPath, issued: tuple[date, date]
) -> Iterator[Change]:
    """Yield how the due of an obligation changed.

    The paths are those of the tasks; ``issued`` is the day of the document in both versions.
    """
    recurring = isinstance(old.due, Recurrence) and isinstance(new.due, Recurrence)
    if old.due == new.due and not (recurring and issued[0] != issued[1]):
        return
    report = _Report(old, new, (*old_path, "due"), (*new_path, "due"))
    changed = list(_days(report)) + list(_flags(report)) + list(_recurrences(report, issued))
    yield from changed
    stated_old, stated_new = _stated(old), _stated(new)
    if stated_old is not None and stated_new is not None and stated_old != stated_new:
        yield report.change(Kind.STATED_ALTERED, stated_old, stated_new, "stated")
    elif not changed and written(old.due) != written(new.due):
        yield report.change(Kind.PERIOD_RESTATED, written(old.due), written(new.due))


class _Report:
    def __init__(self, old: Task, new: Task, old_path: KeyPath, new_path: KeyPath) -> None:
        self.old, self.new = old, new
        self.old_path, self.new_path = old_path, new_path

    def change(
        self,
        kind: Kind,
        old: str | None,
        new: str | None,
        key: str | None = None,
        days: int | None = None,
        effect: Effect | None = None,
    ) -> Change:
        old_key, new_key = _key_in(self.old, key), _key_in(self.new, key)
        return Change(
            kind,
            self.new.id,
            old,
            new,
            (*self.old_path, old_key) if old_key else self.old_path,
            (*self.new_path, new_key) if new_key else self.new_path,
            days,
            self.new.id,
            effect,
        )


def _days(report: _Report) -> Iterator[Change]:
    old, new = _dated(report.old), _dated(report.new)
    before, after = (due.deadline if due else None for due in (old, new))
    if before != after:
        kind, days = _moved(
            before,
            after,
            Kind.DEADLINE_LATER,
            Kind.DEADLINE_EARLIER,
            Kind.DEADLINE_DROPPED,
            Kind.DEADLINE_ADDED,
        )
        yield report.change(kind, _day(before), _day(after), "deadline", days)
    start_before, start_after = (due.start if due else None for due in (old, new))
    if start_before != start_after:
        kind, days = _moved(
            start_before,
            start_after,
            Kind.START_LATER,
            Kind.START_EARLIER,
            Kind.START_DROPPED,
            Kind.START_ADDED,
        )
        yield report.change(kind, _day(start_before), _day(start_after), "start", days)


def _flags(report: _Report) -> Iterator[Change]:
    old, new = _dated(report.old), _dated(report.new)
    if old is not None and new is not None and old.substantially != new.substantially:
        # Where a period went or came as a whole, that is what is to be said.
        kind = Kind.SUBSTANTIALLY_ADDED if new.substantially else Kind.SUBSTANTIALLY_DROPPED
        flags = _flag(old.substantially), _flag(new.substantially)
        yield report.change(kind, *flags, "substantially")
    runs_before, runs_after = _runs(old), _runs(new)
    if runs_before != runs_after:
        kind = Kind.ONGOING_ADDED if runs_after else Kind.ONGOING_DROPPED
        yield report.change(kind, _flag(runs_before), _flag(runs_after), "ongoing")


def _recurrences(report: _Report, issued: tuple[date, date]) -> Iterator[Change]:
    old = report.old.due if isinstance(report.old.due, Recurrence) else None
    new = report.new.due if isinstance(report.new.due, Recurrence) else None
    if old is None and new is None:
        return
    if old is None or new is None:
        kind = Kind.RECURRENCE_DROPPED if new is None else Kind.RECURRENCE_ADDED
        yield report.change(kind, written(old) if old else None, written(new) if new else None)
        return
    effect = recurrence_effect(report.old, report.new, issued)
    if effect is not None:
        then, since = written(old), written(new)
        if then == since:
            # The same words, counted from another day of issue.
            then, since = (
                _("{due}, counted from {day}").format(due=due, day=day)
                for due, day in zip((then, since), issued, strict=True)
            )
        key = _differing(old, new)
        yield report.change(Kind.RECURRENCE_CHANGED, then, since, key, effect=effect)


def _differing(old: Recurrence, new: Recurrence) -> str:
    """Return the first key that another value has, or is in one of the two only."""
    then, since = written_keys(old), written_keys(new)
    keys = (key for key in ("every", "by", "before", "from", "until"))
    return next((key for key in keys if then.get(key) != since.get(key)), "every")


def _moved(
    before: date | None, after: date | None, later: Kind, earlier: Kind, dropped: Kind, added: Kind
) -> tuple[Kind, int | None]:
    if before is None:
        return added, None
    if after is None:
        return dropped, None
    days = (after - before).days
    return (later if days > 0 else earlier), days


def _dated(task: Task) -> Due | None:
    return task.due if isinstance(task.due, Due) else None


def _runs(due: Due | None) -> bool:
    return due is not None and (due.ongoing or due.deadline is None)


def _stated(task: Task) -> str | None:
    return one_line(task.due.stated) if task.due != "none" else None


def _key_in(task: Task, what: str | None) -> str | None:
    """Return the key of a due that says something of ``what``; ``None`` where none does."""
    due = task.due
    if what is None or due == "none":
        return None
    if isinstance(due, Recurrence):
        return what if what in written_keys(due) else None
    given: dict[str, list[tuple[str, object]]] = {
        "deadline": [("by", due.by), ("before", due.before), ("in", due.in_)],
        "start": [("from", due.from_), ("in", due.in_)],
        "substantially": [("substantially", due.substantially or None)],
        "ongoing": [("ongoing", due.ongoing or None), ("from", due.from_)],
        "stated": [("stated", due.stated)],
    }
    return next((key for key, value in given.get(what, []) if value is not None), None)


def written(due: Due | Recurrence | str) -> str:
    """Return a due in the words of the plan file, without the stated phrase."""
    if isinstance(due, str):
        return f"due: {due}"
    keys = written_keys(due).items()
    return ", ".join(f"{key}: {value}" for key, value in keys if key != "stated")


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _flag(value: bool) -> str | None:
    return "true" if value else None
