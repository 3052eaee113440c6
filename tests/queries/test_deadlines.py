"""What falls due, what is overdue, what lies ahead."""

from datetime import date

from hypothesis import given

from kh20.model import Plan
from kh20.obligations import Book
from kh20.periods import Period
from kh20.queries.deadlines import due_in, overdue, upcoming
from plans.generated_plans import DAYS, PERIODS, plans
from plans.made_plans import (
    BY_Q1,
    FROM_MAY,
    IN_JUNE,
    STANDING,
    THEN_STANDING,
    completed,
    made_plan,
    task,
)

Q2 = Period.quarter(2024, 2)


def test_due_in_lists_the_deadlines_of_a_window_and_counts_what_runs_in_it() -> None:
    """By deadline, then by number; a running duty is with a stated start or a standing one."""
    plan = made_plan(
        [
            task("I.10", IN_JUNE),
            task("I.2", IN_JUNE),
            task("I.3", {"by": "2024-04", "stated": "…"}),
            task("I.4", BY_Q1),
            task("I.5", FROM_MAY),
            task("I.6", {"from": "2024-07", "stated": "…"}),
            task("I.7", STANDING),
            task("I.8", THEN_STANDING),
            task("I.9"),
        ]
    )
    found = due_in([Book(plan, date(2024, 4, 15))], Q2)
    assert [item.id for item in found.due] == ["I.3", "I.2", "I.10"]
    assert [item.id for item in found.started] == ["I.5"]
    assert [item.id for item in found.ongoing] == ["I.7", "I.8"]


def test_what_falls_due_in_a_window_does_not_run_in_it_too() -> None:
    """Even where it goes on after a deadline inside the window: two lists without overlap."""
    book = Book(made_plan([task("I.1", THEN_STANDING)]), date(2024, 1, 15))
    found = due_in([book], Period.year(2024))
    assert ([item.id for item in found.due], found.ongoing) == (["I.1"], [])


def test_what_a_decision_moved_out_of_a_window_is_told_beside_it() -> None:
    """It is not due there any more, but whoever reads the document looks for it there."""
    later = {"task": "I.1", "on": "2024-05-02", "event": "extended", "to": "2024-Q3", "basis": "1"}
    plan = made_plan([task("I.1", IN_JUNE), task("I.2", IN_JUNE)], log=[later])
    before, after = (due_in([Book(plan, date(2024, 5, day))], Q2) for day in (1, 2))
    assert ([item.id for item in before.due], before.moved) == (["I.1", "I.2"], [])
    assert [item.id for item in after.due] == ["I.2"]
    assert [(item.id, item.deadline) for item in after.moved] == [("I.1", date(2024, 9, 30))]
    third = due_in([Book(plan, date(2024, 5, 2))], Period.quarter(2024, 3))
    assert ([item.id for item in third.due], third.moved) == (["I.1"], [])


def test_completed_obligations_were_due_all_the_same() -> None:
    """A report on a quarter tells what was due in it and what became of that."""
    plan = made_plan([task("I.1", IN_JUNE)], log=[completed("I.1", "2024-06-03")])
    found = due_in([Book(plan, date(2024, 7, 15))], Q2)
    assert [item.status for item in found.due] == ["completed"]


def test_an_extended_deadline_is_due_when_it_is_in_force() -> None:
    """From the day of the decision, not before, and then no more in the old period."""
    entry = {"event": "extended", "task": "I.1", "on": "2024-05-20", "to": "2024-Q4", "basis": "1"}
    plan = made_plan([task("I.1", IN_JUNE)], log=[entry])
    before, after = Book(plan, date(2024, 5, 19)), Book(plan, date(2024, 5, 20))
    assert len(due_in([before], Q2).due) == 1
    assert len(due_in([after], Q2).due) == 0
    assert [item.deadline for item in upcoming([after])] == [date(2024, 12, 31)]


def test_upcoming_ends_on_the_last_day_asked() -> None:
    """Both ends count: what is due today is ahead, and so is what is due on the last day."""
    plan = made_plan([task("I.1", BY_Q1)])
    for day, until, there in (
        (date(2024, 3, 31), None, True),
        (date(2024, 4, 1), None, False),
        (date(2024, 3, 1), date(2024, 3, 31), True),
        (date(2024, 3, 1), date(2024, 3, 30), False),
    ):
        assert bool(upcoming([Book(plan, day)], until)) is there


@given(plans(), DAYS)
def test_every_dated_unfinished_obligation_is_either_overdue_or_ahead(
    plan: Plan, day: date
) -> None:
    """Exactly one of the two, on any day; nothing else is in either, and both go by deadline."""
    book = Book(plan, day)
    past, ahead = overdue([book]), upcoming([book])
    dated = [s.id for s in book.standings() if s.deadline is not None and not s.finished]
    assert sorted(s.id for s in past + ahead) == sorted(dated)
    assert all(s.days_overdue is not None and s.days_overdue > 0 for s in past)
    assert all(s.days_left is not None and s.days_left >= 0 for s in ahead)
    for found in (past, ahead):
        deadlines = [s.deadline for s in found if s.deadline is not None]
        assert deadlines == sorted(deadlines)


@given(plans(), DAYS, PERIODS)
def test_a_window_holds_just_the_deadlines_in_it(plan: Plan, day: date, window: Period) -> None:
    """And of the rest, those that run; the day asked changes states, not the calendar."""
    book = Book(plan, day)
    found = due_in([book], window)
    inside = {s.id for s in book.standings() if s.deadline and window.contains(s.deadline)}
    assert {s.id for s in found.due} == inside
    runs = {s.id for s in book.standings() if s.runs_during(window)} - inside
    assert {s.id for s in found.started + found.ongoing} == runs
    assert all(s.start is not None for s in found.started)
    assert all(s.start is None for s in found.ongoing)


@given(plans(), DAYS, DAYS)
def test_what_is_ahead_within_a_span_is_what_is_ahead_and_due_in_it(
    plan: Plan, one: date, other: date
) -> None:
    """The span only leaves out what is due later."""
    book, until = Book(plan, min(one, other)), max(one, other)
    within = [s.id for s in upcoming([book], until)]
    assert within == [s.id for s in upcoming([book]) if s.deadline and s.deadline <= until]
