"""Recurring duties: cut-offs that fall into every turn, an end that leaves room for one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kh20.findings import Diagnostic, KeyPath, Place
from kh20.model import Recurrence, Task
from kh20.model.due import LAST_DAY, months_between
from kh20.obligations.turns import Schedule, deadlines_in, periods_of, turns_of
from kh20.rules.draft import Draft
from kh20.text.i18n import _

_ANY_DAY = date(2024, 1, 1)
"""Stands for the day of issue where that is not known."""


def possible_recurrences(draft: Draft) -> Iterator[Diagnostic]:
    """KH311: a recurrence whose keys contradict each other."""
    for index, task in draft.every_task.items():
        due = task.due
        if not isinstance(due, Recurrence):
            continue
        issued = draft.document.issued if draft.document is not None else _ANY_DAY
        faults = list(_faults(Schedule.of(due, issued)))
        if not faults and draft.document is not None:
            faults = list(_never(task, due, issued))
        for key, message, hint in faults:
            yield Diagnostic(
                "KH311", message, Place(("tasks", index, "due", *key)), hint, task=task.id
            )


_Fault = tuple[KeyPath, str, str]
"""The key below the due, what is wrong, and how to fix it."""


def _faults(due: Schedule) -> Iterator[_Fault]:
    if due.by is not None and due.before is not None:
        yield (
            ("before",),
            _("“by” and “before” cannot both hold"),
            _("keep the one that the stated phrase means"),
        )
    if due.from_ is not None and due.until is not None and due.until.last < due.from_.first:
        yield (
            ("until",),
            _("it ends with {until}, before it starts with {start}").format(
                until=due.until, start=due.from_
            ),
            _("check both periods against the document"),
        )
    if due.by is not None:
        yield from _cut_off_faults(due._replace(before=None), "by", due.by)
    if due.before is not None:
        yield from _cut_off_faults(due._replace(by=None), "before", due.before)


def _cut_off_faults(schedule: Schedule, key: str, cut_offs: tuple[str, ...]) -> Iterator[_Fault]:
    if not cut_offs:
        yield ((key,), _("“{key}” names no day").format(key=key), _("name one, or take it out"))
        return
    # A single one stands as it is or in a list: the key finds both.
    paths = [(key, number) for number in range(len(cut_offs))] if cut_offs[1:] else [(key,)]
    for number, cut_off in enumerate(cut_offs):
        if not _exists(cut_off):
            yield (
                paths[number],
                _("there is no day “{day}” in any year").format(day=cut_off),
                _("a cut-off is MM-DD, DD, or “last day”"),
            )
            return
        if cut_off in cut_offs[:number]:
            yield (
                paths[number],
                _("“{day}” is given twice").format(day=cut_off),
                _("give each day once"),
            )
            return
    months = months_between(schedule.every)
    if not any("-" in cut_off for cut_off in cut_offs) or months >= 12:
        return
    # After a year the days fall into the turns as they did before, if whole turns make up a year.
    around = periods_of(schedule, 0, 12 // months)
    if 12 % months or not all(deadlines_in(schedule, period) for period in around):
        yield (
            paths[0],
            _("the days given do not fall into every turn of “{every}”").format(
                every=schedule.every
            ),
            _("give a day for each turn, or DD or “last day” for all of them"),
        )


def _never(task: Task, due: Recurrence, issued: date) -> Iterator[_Fault]:
    if due.until is not None and next(turns_of(task, issued), None) is None:
        yield (
            ("until",),
            _("it ends with {until}, before it is due for the first time").format(until=due.until),
            _("check it against the document"),
        )


def _exists(cut_off: str) -> bool:
    if cut_off == LAST_DAY or "-" not in cut_off:
        return True
    month, _dash, day = cut_off.partition("-")
    try:
        date(2024, int(month), int(day))  # A leap year: 29 February exists in some years.
    except ValueError:
        return False
    return True
