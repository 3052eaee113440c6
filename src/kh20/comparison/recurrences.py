"""What becomes of the turns of a recurring duty: fewer or later ones are less than was signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kh20.comparison.kinds import Effect
from kh20.model import Recurrence, Task
from kh20.model.due import months_between
from kh20.obligations.turns import turns_of

_HORIZON = 8 * 366
"""Days over which two endless recurrences are compared: long enough for a leap day to come."""
_MONTH = 31

_Turns = dict[date, tuple[date, list[date]]]
"""The start of each turn and its deadlines, by the first day of the stretch that it falls in."""


def recurrence_effect(old: Task, new: Task, issued: tuple[date, date]) -> Effect | None:
    """Return what a change of a recurrence does; ``None`` where no turn is another one.

    ``issued`` is the day of the document in both versions, from which turns count by default. Both
    dues must be recurrences.
    """
    before, after = old.due, new.due
    if not isinstance(before, Recurrence) or not isinstance(after, Recurrence):
        raise TypeError(new.id)
    end = _end(old, new, before, after, issued)
    then, since = _turns(old, issued[0], end), _turns(new, issued[1], end)
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


def _end(
    old: Task, new: Task, before: Recurrence, after: Recurrence, issued: tuple[date, date]
) -> date:
    """Return the day up to which turns are compared."""
    if before.until is not None and after.until is not None:
        return max(before.until.last, after.until.last)
    firsts = [
        next((turn.start for turn in turns_of(task, day) if turn.start is not None), day)
        for task, day in zip((old, new), issued, strict=True)
    ]
    months = max(months_between(before.every), months_between(after.every))
    days = timedelta(_HORIZON + 3 * months * _MONTH)
    return min(date.max - days, *firsts) + days


def _turns(task: Task, issued: date, end: date) -> _Turns:
    due = task.due
    if not isinstance(due, Recurrence):
        raise TypeError(task.id)
    found: _Turns = {}
    for turn in turns_of(task, issued):
        if turn.start is None or turn.deadline is None or turn.start > end:
            break
        stretch = _stretch(turn.start, due.every)
        found.setdefault(stretch, (turn.start, []))[1].append(turn.deadline)
    return found


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
