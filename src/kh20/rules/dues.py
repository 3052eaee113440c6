"""Dues by themselves: keys that go together, days that exist, an order of time that is possible."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from kh20.findings import Diagnostic, KeyPath, Place
from kh20.model import Due, Recurrence, Task
from kh20.model.due import LAST_DAY, WEEKDAYS, months_between, weeks_between
from kh20.obligations.turns import Schedule, deadlines_in, periods_of, turns_of
from kh20.rules.draft import Draft
from kh20.text.i18n import _

_EXCLUSIVE = (("by", "in"), ("by", "before"), ("in", "before"), ("in", "from"))
_ANY_DAY = date(2024, 1, 1)
"""Stands for the day of issue where that is not known."""


def _dated(draft: Draft) -> Iterator[tuple[KeyPath, str, Due]]:
    for path, task, due in draft.dues:
        if isinstance(due, Due):
            yield path, task.whole.id, due


def _is_empty(due: Due) -> bool:
    return not due.ongoing and due.deadline is None and due.from_ is None


def contradicts_itself(due: Due) -> bool:
    """Tell whether keys of a due exclude each other (KH301), or none says when (KH302)."""
    return _excluded(due) is not None or _is_empty(due)


def _excluded(due: Due) -> tuple[str, str] | None:
    """Return the first two keys of which only one can hold."""
    if (due.by, due.in_, due.before, due.from_).count(None) > 2:
        return None  # Nearly every due has one of them.
    given = due.given()
    return next((pair for pair in _EXCLUSIVE if pair[0] in given and pair[1] in given), None)


def compatible_keys(draft: Draft) -> Iterator[Diagnostic]:
    """KH301: two keys of which only one can hold."""
    for path, task, due in _dated(draft):
        excluded = _excluded(due)
        if excluded is not None:
            message, hint = _only_one(*excluded)
            place = Place((*path, excluded[1]), on_key=True)
            yield Diagnostic("KH301", message, place, hint, task=task)
        if due.substantially and due.deadline is None and not _is_empty(due):
            message = _("“substantially” speaks of a completion, and there is no deadline")
            hint = _("add by, in or before, or take it out")
            place = Place((*path, "substantially"), on_key=True)
            yield Diagnostic("KH301", message, place, hint, task=task)


def says_when(draft: Draft) -> Iterator[Diagnostic]:
    """KH302: a due that says neither a period nor that the duty is an ongoing one."""
    for path, task, due in _dated(draft):
        if _is_empty(due):
            hint = _("add by, in, before, from or “ongoing: true”; or write “due: none”")
            place = Place(path, on_key=True)
            yield Diagnostic("KH302", _("this due names no period"), place, hint, task=task)


def possible_order(draft: Draft) -> Iterator[Diagnostic]:
    """KH308: a start after the deadline."""
    for path, task, due in _dated(draft):
        start, deadline = due.start, due.deadline
        if start is not None and deadline is not None and start > deadline:
            message = _("it starts on {start}, after its deadline {deadline}")
            message = message.format(start=start, deadline=deadline)
            hint = _("check both periods against the document")
            place = Place((*path, "from"))
            yield Diagnostic("KH308", message, place, hint, task=task)


def is_past(due: Due, issued: date | None) -> bool:
    """Tell whether a deadline was over before the document was issued (KH309)."""
    return due.deadline is not None and issued is not None and due.deadline < issued


def after_issue(draft: Draft) -> Iterator[Diagnostic]:
    """KH309: a deadline before the day on which the document was issued."""
    for path, task, due in _dated(draft):
        if is_past(due, draft.issued):
            key = next(key for key in ("before", "by", "in") if key in due.given())
            message = _("the deadline {deadline} is before the document was issued, on {issued}")
            message = message.format(deadline=due.deadline, issued=draft.issued)
            place = Place((*path, key))
            yield Diagnostic("KH309", message, place, _("check the year"), task=task)


class _Fault(NamedTuple):
    """What is wrong with a recurrence: the path below its due, and how to fix it."""

    path: KeyPath
    message: str
    hint: str


def possible_recurrences(draft: Draft) -> Iterator[Diagnostic]:
    """KH311: a recurrence whose keys contradict each other."""
    for above, task, due in draft.dues:
        if not isinstance(due, Recurrence):
            continue
        faults = list(_faults(Schedule.of(due, draft.issued or _ANY_DAY)))
        if not faults and due.until is not None and _never(task, draft.issued):
            message = _("it ends with {until}, before it is due for the first time")
            message = message.format(until=due.until)
            faults = [_Fault(("until",), message, _("check it against the document"))]
        for path, message, hint in faults:
            place = Place((*above, *path))
            yield Diagnostic("KH311", message, place, hint, task=task.whole.id)


def _never(task: Task, issued: date | None) -> bool:
    return issued is not None and next(turns_of(task, issued), None) is None


def _faults(due: Schedule) -> Iterator[_Fault]:
    if due.by is not None and due.before is not None:
        yield _Fault(("before",), *_only_one("by", "before"))
    if due.from_ is not None and due.until is not None and due.until.last < due.from_.first:
        message = _("it ends with {until}, before it starts with {start}")
        message = message.format(until=due.until, start=due.from_)
        yield _Fault(("until",), message, _("check both periods against the document"))
    if due.by is not None:
        yield from _cut_off_faults(due._replace(before=None), "by", due.by)
    if due.before is not None:
        yield from _cut_off_faults(due._replace(by=None), "before", due.before)


def _only_one(one: str, other: str) -> tuple[str, str]:
    """Return the sentence on two keys that exclude each other, and the hint to it."""
    message = _("“{one}” and “{other}” cannot both hold").format(one=one, other=other)
    return message, _("keep the one that the stated phrase means")


def _cut_off_faults(schedule: Schedule, key: str, cut_offs: tuple[str, ...]) -> Iterator[_Fault]:
    if not cut_offs:
        message = _("“{key}” names no day").format(key=key)
        yield _Fault((key,), message, _("name one, or take it out"))
        return
    # A single one stands as it is or in a list: the key finds both.
    paths = [(key, number) for number in range(len(cut_offs))] if cut_offs[1:] else [(key,)]
    for number, cut_off in enumerate(cut_offs):
        if not _exists(cut_off):
            message = _("there is no day “{day}” in any year").format(day=cut_off)
            yield _Fault(
                paths[number],
                message,
                _('a cut-off is written 06-30, "15" in quotes, last day, or friday'),
            )
            return
        if cut_off in cut_offs[:number]:
            message = _("“{day}” is given twice").format(day=cut_off)
            yield _Fault(paths[number], message, _("give each day once"))
            return
    if weeks_between(schedule.every) or any(cut_off in WEEKDAYS for cut_off in cut_offs):
        yield from _weekday_faults(schedule, cut_offs, paths)
        return
    months = months_between(schedule.every)
    if not any("-" in cut_off for cut_off in cut_offs) or months >= 12:
        return
    # After a year the days fall into the turns as they did before, if whole turns make up a year.
    around = periods_of(schedule, 0, 12 // months)
    if 12 % months or not all(deadlines_in(schedule, period) for period in around):
        message = _("the days given do not fall into every turn of “{every}”")
        hint = _("give a day for each turn, or DD or “last day” for all of them")
        yield _Fault(paths[0], message.format(every=schedule.every), hint)


def _weekday_faults(
    schedule: Schedule, cut_offs: tuple[str, ...], paths: Sequence[tuple[str | int, ...]]
) -> Iterator[_Fault]:
    weekly = bool(weeks_between(schedule.every))
    for path, cut_off in zip(paths, cut_offs, strict=True):
        if (cut_off in (*WEEKDAYS, LAST_DAY)) is not weekly:
            message = _("“{day}” is no day of every “{every}”")
            hint = _("a duty that comes every week is due by a day of the week, such as friday")
            if not weekly:
                hint = _("a day of the week goes with “every: week” or such as “every: 2 weeks”")
            yield _Fault(path, message.format(day=cut_off, every=schedule.every), hint)
            return


def _exists(cut_off: str) -> bool:
    if cut_off in WEEKDAYS:
        return True
    month, _dash, day = cut_off.rpartition("-")
    # A leap year: 29 February exists in some years.
    return not month or int(day) <= monthrange(2024, int(month))[1]
