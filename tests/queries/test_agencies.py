"""What concerns an agency, and all agencies with their counts."""

from datetime import date
from typing import Any

from hypothesis import given

from kh20.model import Plan
from kh20.obligations import Book, Status
from kh20.queries.agencies import agency_counts, concerns_of
from plans.generated_plans import AGENCIES as GENERATED
from plans.generated_plans import DAYS, plans
from plans.made_plans import BY_Q1, FROM_MAY, completed, made_plan, task

AGENCIES: dict[str, dict[str, Any]] = {
    "bo-a": {"name": "Bộ Ă", "successor": {"agency": "bo-b", "from": "2025-03-01", "basis": "1"}},
    "bo-b": {"name": "Bộ Đ", "successor": {"agency": "bo-c", "from": "2026-03-01", "basis": "2"}},
    "bo-c": {"name": "Bộ D"},
}


def test_counts_are_of_what_the_document_assigns_by_name() -> None:
    """In Vietnamese order, with the state of each agency's own share."""
    plan = made_plan(
        [
            task("I.1", BY_Q1, owners=["bo-a", "bo-b"], responsibility="each"),
            task("I.2", {"by": "2024", "stated": "…"}, owners=["bo-a"], partners=["bo-c"]),
            task("I.3", FROM_MAY, owners=["bo-a"]),
        ],
        AGENCIES,
        [completed("I.1", "2024-03-01", agency="bo-b")],
    )
    rows = agency_counts([Book(plan, date(2024, 4, 15))])
    assert [(r.body.key, r.body.name, r.owned, r.overdue, r.open, r.partner) for r in rows] == [
        ("bo-a", "Bộ Ă", 3, 1, 1, 0),
        ("bo-c", "Bộ D", 0, 0, 0, 1),
        ("bo-b", "Bộ Đ", 1, 0, 0, 0),
    ]


def test_a_concern_has_the_state_of_the_body_s_own_share() -> None:
    """Of the whole where it is owed jointly."""
    plan = made_plan(
        [
            task("I.1", BY_Q1, owners=["bo-a", "bo-b"], responsibility="each"),
            task("I.2", BY_Q1, owners=["bo-a", "bo-b"]),
        ],
        AGENCIES,
        [completed("I.1", "2024-03-01", agency="bo-b")],
    )
    book = Book(plan, date(2024, 4, 15))
    assert [concern.status for concern in concerns_of([book.body("bo-a")])] == [Status.OVERDUE] * 2
    assert [concern.status for concern in concerns_of([book.body("bo-b")])] == [
        Status.COMPLETED,
        Status.OVERDUE,
    ]


@given(plans(), DAYS)
def test_counts_add_up_with_the_obligations(plan: Plan, day: date) -> None:
    """Every owner of every obligation is counted once, and no more is open or overdue than is."""
    book = Book(plan, day)
    rows = {row.body.key: row for row in agency_counts([book])}
    assert set(rows) == set(GENERATED)
    assert sum(row.owned for row in rows.values()) == sum(len(t.owners) for t in plan.tasks)
    assert sum(row.partner for row in rows.values()) == sum(len(t.partners) for t in plan.tasks)
    for key, row in rows.items():
        states = [s.of_owner(key) for s in book.standings() if key in s.task.owners]
        assert (row.owned, row.overdue, row.open) == (
            len(states),
            states.count(Status.OVERDUE),
            states.count(Status.OPEN),
        )
