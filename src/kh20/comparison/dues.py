"""The due of an obligation in two versions of a plan: its days, its flags, its turns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from kh20.comparison.change import Change, Effect, Kind
from kh20.findings import KeyPath
from kh20.model import Due, Recurrence, Task
from kh20.model.due import months_between
from kh20.model.fields import written, written_keys
from kh20.obligations.turns import turns_of
from kh20.text.i18n import _
from kh20.text.quoting import one_line

_DEADLINE = (
    Kind.DEADLINE_LATER,
    Kind.DEADLINE_EARLIER,
    Kind.DEADLINE_DROPPED,
    Kind.DEADLINE_ADDED,
)
_START = (Kind.START_LATER, Kind.START_EARLIER, Kind.START_DROPPED, Kind.START_ADDED)

_SAYING = {
    "deadline": ("by", "before", "in"),
    "start": ("from", "in"),
    "ongoing": ("ongoing", "from"),
}
"""The keys of a due that comes once, any of which says what is of interest."""

_HORIZON = 8 * 366
"""Days over which two endless recurrences are compared: long enough for a leap day to come."""
_MONTH = 31

_Turns = dict[date, tuple[date, list[date]]]
"""The start of each turn and its deadlines, by the first day of the stretch that it falls in."""


def due_changes(
    old: Task, new: Task, old_path: KeyPath, new_path: KeyPath, issued: tuple[date, date]
) -> Iterator[Change]:
    """Yield how the due of an obligation changed.

    The paths are those of the tasks; ``issued`` is the day of the document in both versions.
    """
    was, now = old.due, new.due
    recurring = isinstance(was, Recurrence) and isinstance(now, Recurrence)
    if was == now and not (recurring and issued[0] != issued[1]):
        return
    pair = _Pair(old, new, (*old_path, "due"), (*new_path, "due"))
    changed = [*pair.days(), *pair.flags(), *pair.recurrences(issued)]
    yield from changed
    if was == "none" or now == "none":
        return
    if one_line(was.stated) != one_line(now.stated):
        stated = one_line(was.stated), one_line(now.stated)
        yield pair.change(Kind.STATED_ALTERED, *stated, "stated")
    elif not changed and written(was) != written(now):
        yield pair.change(Kind.PERIOD_RESTATED, written(was), written(now))


class _Pair(NamedTuple):
    """An obligation in both versions, with the places of its due."""

    old: Task
    new: Task
    old_path: KeyPath
    new_path: KeyPath

    def days(self) -> Iterator[Change]:
        old, new = _once(self.old), _once(self.new)
        for what, before, after, kinds in (
            ("deadline", old.deadline if old else None, new.deadline if new else None, _DEADLINE),
            ("start", old.start if old else None, new.start if new else None, _START),
        ):
            if before == after:
                continue
            later, earlier, dropped, added = kinds
            days = None
            if before is not None and after is not None:
                days = (after - before).days
                kind = later if days > 0 else earlier
            else:
                kind = added if before is None else dropped
            yield self.change(kind, _day(before), _day(after), what, days)

    def flags(self) -> Iterator[Change]:
        old, new = _once(self.old), _once(self.new)
        if old is not None and new is not None and old.substantially != new.substantially:
            # Where a period went or came as a whole, that is what is to be said.
            kind = Kind.SUBSTANTIALLY_ADDED if new.substantially else Kind.SUBSTANTIALLY_DROPPED
            yield self._flag(kind, old.substantially, new.substantially, "substantially")
        before, after = _runs(old), _runs(new)
        if before != after:
            kind = Kind.ONGOING_ADDED if after else Kind.ONGOING_DROPPED
            yield self._flag(kind, before, after, "ongoing")

    def recurrences(self, issued: tuple[date, date]) -> Iterator[Change]:
        old, new = _recurring(self.old), _recurring(self.new)
        if old is None or new is None:
            if old is not new:
                kind = Kind.RECURRENCE_DROPPED if new is None else Kind.RECURRENCE_ADDED
                then, since = (None if due is None else written(due) for due in (old, new))
                yield self.change(kind, then, since)
            return
        effect = _recurrence_effect(
            _Duty(self.old, old, issued[0]), _Duty(self.new, new, issued[1])
        )
        if effect is None:
            return
        dues = written(old), written(new)
        if dues[0] == dues[1]:
            # The same words, counted from another day of issue.
            counted = _("{due}, counted from {day}")
            dues = (
                counted.format(due=dues[0], day=issued[0]),
                counted.format(due=dues[1], day=issued[1]),
            )
        key = _differing(old, new)
        yield self.change(Kind.RECURRENCE_CHANGED, *dues, key, effect=effect)

    def _flag(self, kind: Kind, old: bool, new: bool, key: str) -> Change:
        return self.change(kind, "true" if old else None, "true" if new else None, key)

    def change(
        self,
        kind: Kind,
        old: str | None,
        new: str | None,
        what: str | None = None,
        days: int | None = None,
        effect: Effect | None = None,
    ) -> Change:
        return Change(
            kind,
            self.new.id,
            old,
            new,
            (*self.old_path, *_key_in(self.old, what)),
            (*self.new_path, *_key_in(self.new, what)),
            days,
            self.new.id,
            effect,
        )


def _once(task: Task) -> Due | None:
    return task.due if isinstance(task.due, Due) else None


def _recurring(task: Task) -> Recurrence | None:
    return task.due if isinstance(task.due, Recurrence) else None


def _runs(due: Due | None) -> bool:
    return due is not None and (due.ongoing or due.deadline is None)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _key_in(task: Task, what: str | None) -> tuple[str, ...]:
    """Return the key of a due that says something of ``what``, or no key where none does."""
    due = task.due
    if what is None or due == "none":
        return ()
    keys = _SAYING.get(what, (what,)) if isinstance(due, Due) else (what,)
    given = due.given()
    return next(((key,) for key in keys if key in given), ())


def _differing(old: Recurrence, new: Recurrence) -> str:
    """Return the first key that has another value, or is in one of the two only."""
    then, since = written_keys(old), written_keys(new)
    keys = ("every", "by", "before", "from", "until")
    return next((key for key in keys if then.get(key) != since.get(key)), "every")


class _Duty(NamedTuple):
    """A recurring duty in one version; its turns count from ``issued`` by default."""

    task: Task
    due: Recurrence
    issued: date

    def first_start(self) -> date:
        starts = (turn.start for turn in turns_of(self.task, self.issued))
        return next((start for start in starts if start is not None), self.issued)

    def turns(self, end: date) -> _Turns:
        """Return the turns that start up to a day."""
        found: _Turns = {}
        for turn in turns_of(self.task, self.issued):
            if turn.start is None or turn.deadline is None or turn.start > end:
                break
            stretch = _stretch(turn.start, self.due.every)
            found.setdefault(stretch, (turn.start, []))[1].append(turn.deadline)
        return found


def _recurrence_effect(old: _Duty, new: _Duty) -> Effect | None:
    """Return what a change of a recurrence does; ``None`` where no turn is another one.

    Fewer turns or later ones are less than was signed.
    """
    before, after = old.due, new.due
    end = _end(old, new)
    then, since = old.turns(end), new.turns(end)
    shorter, longer = _shortened(before, after), _shortened(after, before)
    if months_between(before.every) == months_between(after.every):
        less, more = shorter or _less(then, since), longer or _less(since, then)
    else:
        # Turns of another length cannot be laid beside each other; their days can.
        days = [{day for day in _flat(found) if day <= end} for found in (then, since)]
        less, more = shorter or not days[0] <= days[1], longer or not days[1] <= days[0]
    if less and more:
        return Effect.ALTERS
    if less:
        return Effect.WEAKENS
    return Effect.STRENGTHENS if more else None


def _end(old: _Duty, new: _Duty) -> date:
    """Return the day up to which turns are compared."""
    before, after = old.due, new.due
    if before.until is not None and after.until is not None:
        return max(before.until.last, after.until.last)
    months = max(months_between(before.every), months_between(after.every))
    days = timedelta(_HORIZON + 3 * months * _MONTH)
    return min(date.max - days, old.first_start(), new.first_start()) + days


def _stretch(start: date, every: str) -> date:
    """Return where the year, half-year, quarter or month of a turn begins that starts inside it."""
    if " " in every:
        return start  # “2 years” are counted from the start itself.
    months = months_between(every)
    return date(start.year, (start.month - 1) // months * months + 1, 1)


def _shortened(before: Recurrence, after: Recurrence) -> bool:
    """Tell whether an endless duty was given an end."""
    return before.until is None and after.until is not None


def _less(then: _Turns, since: _Turns) -> bool:
    """Tell whether any turn is gone or starts later, or any of its deadlines is gone or later."""
    for stretch, (start, deadlines) in then.items():
        new_start, now = since.get(stretch, (start, []))
        if new_start > start or len(now) < len(deadlines):
            return True
        if any(new > old for old, new in zip(deadlines, now, strict=False)):
            return True
    return False


def _flat(found: _Turns) -> Iterator[date]:
    for _start, deadlines in found.values():
        yield from deadlines
