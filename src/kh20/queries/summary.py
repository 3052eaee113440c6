"""The reporting grid: obligations counted by state, by agency and in total."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from kh20.obligations import Book, Status
from kh20.text.sorting import collation_key


class SummaryRow(NamedTuple):
    """One line of the grid; ``agency`` is ``None`` for what the document assigns to nobody."""

    agency: str | None
    name: str | None
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


def summarise(book: Book) -> Summary:
    """Count the obligations of a book by owner and state.

    Where each owner owes its own result, its line counts the state of that result.
    """
    by_owner: dict[str | None, Counter[Status]] = {}
    once: Counter[Status] = Counter()
    for standing in book.standings():
        once[standing.status] += 1
        for owner in standing.task.owners or (None,):
            status = standing.status if owner is None else standing.of_owner(owner)
            by_owner.setdefault(owner, Counter())[status] += 1
    agencies = book.plan.agencies
    rows = [
        SummaryRow(owner, agencies[owner].name if owner is not None else None, counts)
        for owner, counts in by_owner.items()
    ]
    rows.sort(key=lambda row: (row.name is None, collation_key(row.name or ""), row.agency or ""))
    everything: Counter[Status] = sum((row.counts for row in rows), Counter())
    return Summary(rows, SummaryRow(None, None, everything), SummaryRow(None, None, once))
