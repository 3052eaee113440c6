"""Obligations by agency: what concerns one of them, and how what all of them own stands."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kh20.agencies import Involvement, involvements
from kh20.obligations import Body, Book, Standing, Status
from kh20.text.sorting import collation_key


class Concern(NamedTuple):
    """One obligation that concerns an agency, how, and how it stands."""

    standing: Standing
    involvement: Involvement

    @property
    def own(self) -> Standing:
        """How what the body owes by itself stands where each owes its own, else the whole."""
        return self.standing.of_body(self.involvement.share)


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


def agency_counts(books: Sequence[Book]) -> list[AgencyCounts]:
    """Return the agencies with what the document assigns to each by name, in Vietnamese order.

    These are all that the plan itself defines, and those of its registers that it names.
    """
    standings = [standing for book in books for standing in book.standings()]
    states = _by_owner(standings)
    partner = Counter(body for standing in standings for body in standing.partners)
    known = [book.body(key) for book in books for key in book.plan.agencies]
    bodies = [
        body
        for body in known
        if body.key in body.book.plan.own or partner[body] or states[body].total()
    ]
    return [
        AgencyCounts(
            body,
            states[body].total(),
            partner[body],
            states[body][Status.OVERDUE],
            states[body][Status.OPEN],
        )
        for body in sorted(bodies, key=_named)
    ]


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
    standings = [standing for book in books for standing in book.standings()]
    states = _by_owner(standings)
    rows = [SummaryRow(body, states[body]) for body in sorted(states, key=_named)]
    everything: Counter[Status] = sum(states.values(), Counter())
    once = Counter(standing.status for standing in standings)
    return Summary(rows, SummaryRow(None, everything), SummaryRow(None, once))


def _by_owner(standings: Iterable[Standing]) -> Mapping[Body | None, Counter[Status]]:
    """Count the states of what each agency owns, and of what is assigned to nobody."""
    found: defaultdict[Body | None, Counter[Status]] = defaultdict(Counter)
    for standing in standings:
        for owner in standing.owners or (None,):
            own = standing if owner is None else standing.of_body(owner.key)
            found[owner][own.status] += 1
    return found


def _named(body: Body | None) -> tuple[object, ...]:
    """Return what sorts agencies by their names, with nobody after all of them."""
    return (True,) if body is None else (False, collation_key(body.name), body.key)
