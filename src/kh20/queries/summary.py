"""The reporting grid: obligations counted by state, by agency and in total."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from kh20.obligations import Body, Book, Status
from kh20.text.sorting import collation_key


class SummaryRow(NamedTuple):
    """One line of the grid; ``body`` is ``None`` for what the document assigns to nobody."""

    body: Body | None
    counts: Counter[Status]

    @property
    def total(self) -> int:
        """All that the line counts."""
        return self.counts.total()


class Summary(NamedTuple):
    """The grid. ``rows`` add up to ``assignments``: what three bodies own counts three times.

    ``obligations`` counts every obligation once.
    """

    rows: list[SummaryRow]
    assignments: SummaryRow
    obligations: SummaryRow


def summarise(books: Iterable[Book]) -> Summary:
    """Count the obligations of books by owner and state.

    Where each owner owes its own result, its line counts the state of that result.
    """
    by_owner: dict[Body | None, Counter[Status]] = {}
    once: Counter[Status] = Counter()
    for book in books:
        of_book: dict[str | None, Counter[Status]] = {}
        for standing in book.standings():
            once[standing.status] += 1
            for owner in standing.task.owners or (None,):
                status = standing.status if owner is None else standing.of_owner(owner)
                of_book.setdefault(owner, Counter())[status] += 1
        for owner, counts in of_book.items():
            body = book.body(owner) if owner is not None else None
            by_owner.setdefault(body, Counter()).update(counts)
    rows = [SummaryRow(body, counts) for body, counts in by_owner.items()]
    rows.sort(key=_by_name)
    everything: Counter[Status] = sum((row.counts for row in rows), Counter())
    return Summary(rows, SummaryRow(None, everything), SummaryRow(None, once))


def _by_name(row: SummaryRow) -> tuple[object, ...]:
    if row.body is None:  # After all that have a name.
        return (True,)
    return False, collation_key(row.body.name), row.body.key
