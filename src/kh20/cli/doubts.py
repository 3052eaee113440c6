"""Doubts about an entry that is to be recorded, and what else is worth knowing of it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dateutil.relativedelta import relativedelta

from kh20.answers.one_obligation import concerned_by
from kh20.model import LogEntry, Plan, Voided
from kh20.obligations import Book
from kh20.obligations.voids import voids_of
from kh20.text.folding import fold
from kh20.text.i18n import _
from kh20.text.quoting import all_of, shown

_FAR = relativedelta(years=5)
"""How far from today a day is likely a slip of the finger."""
_LONG_AGO = relativedelta(years=1)
_MOST_NAMED = 5


def doubts(entries: Sequence[LogEntry], book: Book, today: date) -> Iterator[str]:
    """Yield what a person is asked about before the entries are recorded.

    ``book`` is the plan with them.
    """
    on = entries[0].on
    if on < today - _FAR:
        yield _("{day} is more than five years ago.").format(day=on)
    deadlines = {
        share.deadline
        for standing in concerned_by(entries, book)
        for share in standing.shares
        if share.deadline is not None and share.deadline > today + _FAR
    }
    for deadline in sorted(deadlines)[-1:]:
        yield _("The deadline, {day}, is more than five years away.").format(day=deadline)


def remarks(entries: Sequence[LogEntry], plan: Plan, today: date) -> Iterator[str]:
    """Yield what a person is told of the entries. ``plan`` holds them at the end of its log."""
    if isinstance(entries[0], Voided):
        return
    on = entries[0].on
    if today - _FAR <= on < today - _LONG_AGO:
        yield _("{day} is more than a year ago.").format(day=on)
    live = [entry for _place, entry in voids_of(enumerate(plan.log)).live]
    for number in dict.fromkeys(_documents(entries)):
        wanted = fold(number)
        others = [
            f"{entry.task} ({entry.on})"
            for entry in live
            if entry.task != entries[0].task and wanted in map(fold, _documents([entry]))
        ]
        if others:
            said = _("“{document}” is also recorded for {others}.")
            yield said.format(document=shown(number), others=all_of(others[-_MOST_NAMED:]))


def _documents(entries: Iterable[LogEntry]) -> Iterator[str]:
    for entry in entries:
        for key in ("document", "basis"):
            number = getattr(entry, key, None)
            if number is not None:
                yield number
