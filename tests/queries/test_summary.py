"""The reporting grid: it adds up, whatever the plan and the day."""

from collections import Counter
from datetime import date

from hypothesis import given

from kh20.model import Plan
from kh20.obligations import Book, Status
from kh20.queries.summary import summarise
from plans.generated_plans import DAYS, plans
from plans.made_plans import BY_Q1, completed, made_plan, task


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
