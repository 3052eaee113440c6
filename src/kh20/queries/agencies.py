"""What concerns an agency, and all agencies with their counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from kh20.agencies import Involvement, involvements
from kh20.obligations import Body, Book, Standing, Status
from kh20.text.sorting import collation_key


class Concern(NamedTuple):
    """One obligation that concerns an agency, how, and how it stands."""

    standing: Standing
    involvement: Involvement

    @property
    def status(self) -> Status:
        """The state of the body's own share where each owner owes its own, else of the whole."""
        return self.standing.of_owner(self.involvement.body)


def concerns_of(bodies: Iterable[Body]) -> list[Concern]:
    """Return everything that an agency owes or takes part in on the day of its book.

    ``bodies`` are what the agency is in each of the books.
    """
    return [
        Concern(standing, involvement)
        for body in bodies
        for involvement in involvements(body.book.plan, body.key, body.book.as_of)
        for standing in body.book.of(involvement.task)
    ]


class AgencyCounts(NamedTuple):
    """How many obligations name an agency itself, and how those that it owns stand."""

    body: Body
    owned: int
    partner: int
    overdue: int
    open: int


def agency_counts(books: Iterable[Book]) -> list[AgencyCounts]:
    """Return every agency with what the document assigns to it by name, in Vietnamese order."""
    rows = [row for book in books for row in _counts(book)]
    return sorted(rows, key=lambda row: (collation_key(row.body.name), row.body.key))


def _counts(book: Book) -> list[AgencyCounts]:
    owned: Counter[str] = Counter()
    partner: Counter[str] = Counter()
    by_status: Counter[tuple[str, Status]] = Counter()
    for standing in book.standings():
        for owner in standing.task.owners:
            owned[owner] += 1
            by_status[owner, standing.of_owner(owner)] += 1
        partner.update(standing.task.partners)
    return [
        AgencyCounts(
            book.body(key),
            owned[key],
            partner[key],
            by_status[key, Status.OVERDUE],
            by_status[key, Status.OPEN],
        )
        for key in book.plan.agencies
    ]
