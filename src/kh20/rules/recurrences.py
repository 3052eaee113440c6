"""Recurring duties: cut-offs that fall into every turn, an end that is not before the start."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kh20.diagnostics import Diagnostic, Place
from kh20.i18n import _
from kh20.model import Recurrence
from kh20.model.draft import Draft
from kh20.model.due import LAST_DAY, months_between


def possible_recurrences(draft: Draft) -> Iterator[Diagnostic]:
    """KH311: a recurrence whose keys contradict each other."""
    for index, task in draft.tasks.items():
        due = task.due
        if not isinstance(due, Recurrence):
            continue
        for key, message, hint in _faults(due):
            yield Diagnostic(
                "KH311", message, Place(("tasks", index, "due", *key)), hint, task=task.id
            )


def _faults(due: Recurrence) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
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
    months = months_between(due.every)
    for key, cut_offs in (("by", due.by or ()), ("before", due.before or ())):
        for number, cut_off in enumerate(cut_offs):
            if not _exists(cut_off):
                yield (
                    (key, number),
                    _("there is no day “{day}” in any year").format(day=cut_off),
                    _("a cut-off is MM-DD, DD, or “last day”"),
                )
            elif "-" in cut_off and months < 12 and not _one_for_each_turn(cut_offs, months):
                yield (
                    (key, number),
                    _(
                        "“{every}” comes {turns} times a year, and {count} cut-offs are given"
                    ).format(every=due.every, turns=12 // months, count=len(cut_offs)),
                    _("give a day for each turn, or DD or “last day” for all of them"),
                )
                break


def _exists(cut_off: str) -> bool:
    if cut_off == LAST_DAY or "-" not in cut_off:
        return True
    month, _dash, day = cut_off.partition("-")
    try:
        date(2024, int(month), int(day))  # A leap year: 29 February exists in some years.
    except ValueError:
        return False
    return True


def _one_for_each_turn(cut_offs: tuple[str, ...], months: int) -> bool:
    if 12 % months:
        return False
    turns = {(int(cut_off[:2]) - 1) // months for cut_off in cut_offs if "-" in cut_off}
    return len(turns) == 12 // months
