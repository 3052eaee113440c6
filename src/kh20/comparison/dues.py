"""The due of an obligation in two versions of a plan: its days, its flags, its turns."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from kh20.comparison.change import Change, Effect, Kind
from kh20.comparison.pairing import TaskPair
from kh20.model import Due, Recurrence, Task, Term
from kh20.model.due import days_between, months_between, weeks_between
from kh20.model.fields import written, written_keys
from kh20.obligations.obligation import of_task
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


def due_changes(pair: TaskPair) -> Iterator[Change]:
    """Yield how the due of an obligation changed."""
    was, now = pair.was.task.due, pair.now.task.due
    recurring = isinstance(was, Recurrence) and isinstance(now, Recurrence)
    if was == now and not (recurring and pair.was.issued != pair.now.issued):
        return
    changed = [*_of_days(pair), *_of_flags(pair), *_of_recurrence(pair), *_of_term(pair)]
    yield from changed
    if was == "none" or now == "none":
        return
    if one_line(was.stated) != one_line(now.stated):
        stated = one_line(was.stated), one_line(now.stated)
        yield _change(pair, Kind.STATED_ALTERED, *stated, "stated")
    elif not changed and written(was) != written(now):
        yield _change(pair, Kind.PERIOD_RESTATED, written(was), written(now))


def _of_days(pair: TaskPair) -> Iterator[Change]:
    old, new = of_task(pair.was.task), of_task(pair.now.task)
    for what, before, after, kinds in (
        ("deadline", old.deadline, new.deadline, _DEADLINE),
        ("start", old.start, new.start, _START),
    ):
        later, earlier, dropped, added = kinds
        if before is not None and after is not None:
            if days := (after - before).days:
                kind = later if days > 0 else earlier
                moved = _change(pair, kind, str(before), str(after), what)
                yield replace(moved, days=days)
        elif before is not None:
            yield _change(pair, dropped, str(before), None, what)
        elif after is not None:
            yield _change(pair, added, None, str(after), what)


def _of_flags(pair: TaskPair) -> Iterator[Change]:
    was, now = pair.was.task.due, pair.now.task.due
    if isinstance(was, Due) and isinstance(now, Due):
        # Where a period went or came as a whole, that is what is to be said.
        kinds = Kind.SUBSTANTIALLY_DROPPED, Kind.SUBSTANTIALLY_ADDED
        yield from _of_flag(pair, "substantially", was.substantially, now.substantially, kinds)
    runs = of_task(pair.was.task).ongoing, of_task(pair.now.task).ongoing
    yield from _of_flag(pair, "ongoing", *runs, (Kind.ONGOING_DROPPED, Kind.ONGOING_ADDED))


def _of_flag(
    pair: TaskPair, key: str, old: bool, new: bool, kinds: tuple[Kind, Kind]
) -> Iterator[Change]:
    dropped, added = kinds
    if old and not new:
        yield _change(pair, dropped, "true", None, key)
    if new and not old:
        yield _change(pair, added, None, "true", key)


def _came_or_went(
    pair: TaskPair, sort: type[Recurrence | Term], dropped: Kind, added: Kind
) -> Iterator[Change]:
    """Yield that only one of the two dues is of a sort."""
    was, now = pair.was.task.due, pair.now.task.due
    if isinstance(was, sort) and not isinstance(now, sort):
        yield _change(pair, dropped, written(was), None)
    if isinstance(now, sort) and not isinstance(was, sort):
        yield _change(pair, added, None, written(now))


def _of_term(pair: TaskPair) -> Iterator[Change]:
    was, now = pair.was.task.due, pair.now.task.due
    yield from _came_or_went(pair, Term, Kind.TERM_DROPPED, Kind.TERM_ADDED)
    if not isinstance(was, Term) or not isinstance(now, Term):
        return
    if was.within != now.within:
        longer = _days_of(now) >= _days_of(was)
        kind = Kind.TERM_LONGER if longer else Kind.TERM_SHORTER
        yield _change(pair, kind, was.within, now.within, "within")
    if one_line(was.after) != one_line(now.after):
        texts = one_line(was.after), one_line(now.after)
        yield _change(pair, Kind.EVENT_ALTERED, *texts, "after")


def _days_of(term: Term) -> float:
    """Return how many days a term has, on average."""
    count, unit = term.length
    return count * {"day": 1, "working day": 1.45, "week": 7, "month": 30.44, "year": 365.25}[unit]


def _of_recurrence(pair: TaskPair) -> Iterator[Change]:
    old, new = pair.was.task.due, pair.now.task.due
    yield from _came_or_went(pair, Recurrence, Kind.RECURRENCE_DROPPED, Kind.RECURRENCE_ADDED)
    if not isinstance(old, Recurrence) or not isinstance(new, Recurrence):
        return
    days = pair.was.issued, pair.now.issued
    effect = _recurrence_effect(
        _Duty(pair.was.task, old, days[0]), _Duty(pair.now.task, new, days[1])
    )
    if effect is None:
        return
    dues = written(old), written(new)
    if dues[0] == dues[1]:
        # The same words, counted from another day of issue.
        counted = _("{due}, counted from {day}")
        dues = (
            counted.format(due=dues[0], day=days[0]),
            counted.format(due=dues[1], day=days[1]),
        )
    changed = _change(pair, Kind.RECURRENCE_CHANGED, *dues, _differing(old, new))
    yield replace(changed, effect_known=effect)


def _change(
    pair: TaskPair, kind: Kind, old: str | None, new: str | None, what: str | None = None
) -> Change:
    then, since = (("due", *_key_in(each.task, what)) for each in pair)
    return pair.change(kind, old, new, then, since)


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
    if days_between(before.every) == days_between(after.every):
        less, more = _less(then, since), _less(since, then)
    else:
        # Turns of another length cannot be laid beside each other; their days can.
        days = [
            {day for _start, deadlines in turns.values() for day in deadlines if day <= end}
            for turns in (then, since)
        ]
        less, more = not days[0] <= days[1], not days[1] <= days[0]
    if before.until is None or after.until is None:
        # An end is less than none.
        less = less or after.until is not None
        more = more or before.until is not None
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
    longest = max(days_between(before.every), days_between(after.every))
    days = timedelta(_HORIZON + 3 * longest)
    return min(date.max - days, old.first_start(), new.first_start()) + days


def _stretch(start: date, every: str) -> date:
    """Return where the year, half-year, quarter or month of a turn begins that starts inside it."""
    if " " in every or weeks_between(every):
        return start  # “2 years” are counted from the start itself.
    months = months_between(every)
    return date(start.year, (start.month - 1) // months * months + 1, 1)


def _less(then: _Turns, since: _Turns) -> bool:
    """Tell whether any turn is gone or starts later, or any of its deadlines is gone or later."""
    for stretch, (start, deadlines) in then.items():
        new_start, now = since.get(stretch, (start, []))
        if new_start > start or len(now) < len(deadlines):
            return True
        if any(new > old for old, new in zip(deadlines, now, strict=False)):
            return True
    return False
