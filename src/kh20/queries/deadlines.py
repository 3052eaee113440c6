"""Deadlines: what falls due, what is overdue, what lies ahead."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from kh20.model import Recurrence, Task
from kh20.obligations import Book, Standing, Status
from kh20.periods import Period
from kh20.text.sorting import natural_key


class DueIn(NamedTuple):
    """What falls due in a window, and the running duties beside it: two lists without overlap.

    ``started`` are duties that run from a stated start, ``ongoing`` those that have none, among
    them what goes on after its deadline. ``moved`` is what would have been due in the window but
    for a decision that moved its deadline out of it.
    """

    window: Period
    due: list[Standing]
    started: list[Standing]
    ongoing: list[Standing]
    moved: list[Standing]


def due_in(books: Iterable[Book], window: Period) -> DueIn:
    """Return the obligations whose deadline in force falls in a window, in order of deadlines."""
    due: list[Standing] = []
    started: list[Standing] = []
    ongoing: list[Standing] = []
    moved: list[Standing] = []
    for item in _of_window(books, window):
        if item.deadline is not None and window.contains(item.deadline):
            due.append(item)
            continue
        original = item.obligation.deadline
        if item.extensions and original is not None and window.contains(original):
            moved.append(item)
        if item.runs_during(window):
            (started if item.start is not None else ongoing).append(item)
    return DueIn(window, by_deadline(due), started, ongoing, by_deadline(moved))


def overdue(books: Iterable[Book]) -> list[Standing]:
    """Return what is past its deadline and not completed, the longest overdue first."""
    standings = (item for book in books for item in book.standings())
    return by_deadline(item for item in standings if item.status is Status.OVERDUE)


def upcoming(books: Iterable[Book], until: date | None = None) -> list[Standing]:
    """Return what is not completed and due from the day of its book on, up to ``until``.

    Without ``until``, a recurring duty is there with the next of its turns only.
    """
    return by_deadline(item for book in books for item in _ahead(book, until))


def _ahead(book: Book, until: date | None) -> Iterator[Standing]:
    if until is not None:
        for item in _of_window([book], Period(book.as_of, max(until, book.as_of))):
            if item.days_left is not None and item.deadline and item.deadline <= until:
                yield item
        return
    for task in book.plan.assigned:
        if isinstance(task.due, Recurrence):
            yield from _next_turn(book, task)
        else:
            yield from (item for item in book.of(task) if item.days_left is not None)


def _of_window(books: Iterable[Book], window: Period) -> Iterator[Standing]:
    for book in books:
        for task in book.plan.assigned:
            yield from book.of_window(task, window)


def _next_turn(book: Book, task: Task) -> list[Standing]:
    """Return the turn of a recurring duty that is due next, where one is still owed.

    One that was extended may be due before the next of the calendar.
    """
    today = Period.day(book.as_of)
    extended = [turn for turn in book.of_window(task, today) if turn.days_left is not None]
    if book.lifted_on(task) is None:
        for turn in book.turns(task, book.as_of):
            standing = book.standing(turn)
            if standing.days_left is not None:
                extended.append(standing)
                break
    return by_deadline(extended)[:1]


def by_deadline(standings: Iterable[Standing]) -> list[Standing]:
    """Sort by deadline, then by the document's numbering; what has no deadline comes last."""
    return sorted(standings, key=lambda s: (s.deadline or date.max, natural_key(s.id)))
