"""What concerns an agency, the counts of all agencies, and the reporting grid."""

from collections import Counter
from datetime import date
from typing import Any

from hypothesis import given

from kh20.model import Plan
from kh20.obligations import Book, Status
from kh20.queries.agencies import agency_counts, concerns_of, summarise
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
    states = {
        owner: [concern.own.status for concern in concerns_of([book.body(owner)])]
        for owner in ("bo-a", "bo-b")
    }
    assert states["bo-a"] == [Status.OVERDUE, Status.OVERDUE]
    assert states["bo-b"] == [Status.COMPLETED, Status.OVERDUE]


@given(plans(), DAYS)
def test_counts_add_up_with_the_obligations(plan: Plan, day: date) -> None:
    """Every owner of every obligation is counted once, and no more is open or overdue than is."""
    book = Book(plan, day)
    rows = {row.body.key: row for row in agency_counts([book])}
    assert set(rows) == set(GENERATED)
    assert sum(row.owned for row in rows.values()) == sum(len(t.owners) for t in plan.tasks)
    assert sum(row.partner for row in rows.values()) == sum(len(t.partners) for t in plan.tasks)
    for key, row in rows.items():
        states = [s.of_body(key).status for s in book.standings() if key in s.task.owners]
        assert (row.owned, row.overdue, row.open) == (
            len(states),
            states.count(Status.OVERDUE),
            states.count(Status.OPEN),
        )


def test_an_owner_s_line_counts_its_own_result_and_the_total_the_whole() -> None:
    """Where each owes its own, one may be in time and the other late."""
    plan = made_plan(
        [
            task("I.1", BY_Q1, owners=["bo-a", "bo-b"], responsibility="each"),
            task("I.2", BY_Q1, owners=["bo-a", "bo-b"]),
            task("I.3", owners=[]),
        ],
        log=[
            completed("I.1", "2024-03-01", agency="bo-a"),
            completed("I.1", "2024-04-02", agency="bo-b"),
        ],
    )
    grid = summarise([Book(plan, date(2024, 4, 15))])
    assert [(row.body and (row.body.key, row.body.name), row.counts) for row in grid.rows] == [
        (("bo-a", "Bộ A"), Counter({Status.COMPLETED: 1, Status.OVERDUE: 1})),
        (("bo-b", "Bộ B"), Counter({Status.COMPLETED_LATE: 1, Status.OVERDUE: 1})),
        (None, Counter({Status.UNSCHEDULED: 1})),
    ]
    assert grid.assignments.total == 5
    assert grid.obligations.counts == Counter(
        {Status.COMPLETED_LATE: 1, Status.OVERDUE: 1, Status.UNSCHEDULED: 1}
    )


def test_an_empty_plan_has_an_empty_grid() -> None:
    """No line, and totals of nothing."""
    grid = summarise([Book(made_plan([]), date(2024, 1, 1))])
    assert (grid.rows, grid.assignments.total, grid.obligations.total) == ([], 0, 0)


@given(plans(), DAYS)
def test_lines_add_up(plan: Plan, day: date) -> None:
    """Rows to assignments, states to totals, obligations to the plan; nobody's comes last."""
    book = Book(plan, day)
    grid = summarise([book])
    added: Counter[Status] = Counter()
    for row in grid.rows:
        assert row.total == sum(row.counts[status] for status in Status) > 0
        added += row.counts
    assert added == grid.assignments.counts
    assert grid.assignments.total == sum(max(1, len(t.owners)) for t in plan.tasks)
    assert grid.obligations.total == len(plan.tasks)
    assert grid.obligations.counts == Counter(s.status for s in book.standings())
    assert all(row.body is not None for row in grid.rows[:-1])
