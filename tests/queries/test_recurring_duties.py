"""Recurring duties in the lists: each turn an obligation of its own, and no more than was asked."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kh20.model import Plan
from kh20.obligations import Book, Standing, Status
from kh20.periods import Period
from kh20.queries.agencies import concerns_of, summarise
from kh20.queries.deadlines import due_in, overdue, upcoming
from kh20.queries.listing import Conditions, matching
from plans.made_plans import BY_Q1, completed, made_plan, task
from plans.recurring_duties import dues, owed, recurring
from processor_time import at_most

DAYS = st.dates(date(2023, 11, 28), date(2028, 12, 31))
YEARLY = recurring(every="year", before="12-15")
QUARTERLY = recurring("I.2", every="quarter", by="last day")


def book(day: str, *tasks: dict[str, Any], log: Any = ()) -> Book:
    return Book(made_plan(tasks or [YEARLY], log=log), date.fromisoformat(day))


def ids(found: list[Standing]) -> list[str]:
    return [standing.id for standing in found]


def entry(event: str, on: str, **more: str) -> dict[str, str]:
    return {"event": event, "task": "I.1", "on": on, "basis": "1", **more}


@settings(max_examples=60)
@given(st.lists(dues(), min_size=1, max_size=3), DAYS, st.lists(DAYS, min_size=2, max_size=2))
def test_a_window_holds_exactly_the_turns_whose_deadline_lies_in_it(
    some: list[dict[str, Any]], day: date, window: list[date]
) -> None:
    """Whatever day it is; against an account that looks at every single day."""
    first, last = sorted(window)
    plan = made_plan(
        [task(f"I.{n}", {"stated": "hằng năm", **due}) for n, due in enumerate(some, start=1)]
    )
    found = due_in([Book(plan, day)], Period(first, last)).due
    expected = [
        (each.deadline, f"I.{n}")
        for n, due in enumerate(some, start=1)
        for each in owed(due, "2033-12-31")
        if first <= each.deadline <= last
    ]
    assert [(item.deadline, item.task.id) for item in found] == sorted(expected)


@settings(max_examples=60)
@given(dues(), DAYS)
def test_past_turns_are_overdue_and_the_next_one_is_ahead(due: dict[str, Any], day: date) -> None:
    """Every turn since the document that nobody completed; of those to come only one."""
    plan = made_plan([task("I.1", {"stated": "hằng năm", **due})])
    opened = Book(plan, day)
    turns = [each.deadline for each in owed(due, "2048-12-31")]
    assert [item.deadline for item in overdue([opened])] == [each for each in turns if each < day]
    ahead = [each for each in turns if each >= day]
    assert [item.deadline for item in upcoming([opened])] == ahead[:1]
    until = day + timedelta(500)
    assert [item.deadline for item in upcoming([opened], until)] == [d for d in ahead if d <= until]


def test_ids_name_the_turn() -> None:
    """And sort by deadline, with the document's numbering among equals."""
    found = due_in([book("2024-05-01", YEARLY, QUARTERLY)], Period.year(2024)).due
    assert ids(found) == [
        "I.2@2024-Q1", "I.2@2024-Q2", "I.2@2024-Q3", "I.1@2024", "I.2@2024-Q4",
    ]  # fmt: skip
    assert [item.status for item in found] == [
        Status.OVERDUE, Status.OPEN, Status.NOT_STARTED, Status.OPEN, Status.NOT_STARTED,
    ]  # fmt: skip


def test_a_completed_turn_makes_the_next_one_be_ahead() -> None:
    """Also where it was completed long before its deadline."""
    log = [completed("I.1", "2024-02-01", **{"for": "2024"})]
    assert ids(upcoming([book("2024-03-01", log=log)])) == ["I.1@2025"]
    assert ids(upcoming([book("2024-01-31", log=log)])) == ["I.1@2024"]
    assert ids(overdue([book("2024-03-01", log=log)])) == ["I.1@2023"]


def test_an_extended_turn_is_due_in_its_new_window() -> None:
    """Also years after its turn; and it is ahead before the next one of the calendar."""
    log = [entry("extended", "2024-12-01", **{"for": "2024", "to": "2026-03"})]
    opened = book("2025-01-15", log=log)
    assert ids(due_in([opened], Period.quarter(2026, 1)).due) == ["I.1@2024"]
    assert ids(due_in([opened], Period.year(2024)).due) == []
    assert ids(due_in([opened], Period.year(2026)).due) == ["I.1@2024", "I.1@2026"]
    assert ids(upcoming([opened])) == ["I.1@2025"]
    later = book("2026-01-15", log=log)
    assert ids(upcoming([later])) == ["I.1@2024"]
    assert ids(upcoming([later], date(2026, 12, 31))) == ["I.1@2024", "I.1@2026"]
    assert ids(overdue([later])) == ["I.1@2023", "I.1@2025"]


def test_a_cancelled_turn_is_skipped_and_a_lifted_duty_has_none_ahead() -> None:
    """Unless one of its turns was taken up again by itself."""
    one = [entry("cancelled", "2024-02-01", **{"for": "2024"})]
    assert ids(upcoming([book("2024-03-01", log=one)])) == ["I.1@2025"]
    whole = [entry("cancelled", "2024-02-01")]
    assert ids(upcoming([book("2024-03-01", log=whole)])) == []
    assert ids(upcoming([book("2024-03-01", log=whole)], date(2030, 1, 1))) == []
    assert ids(overdue([book("2024-03-01", log=whole)])) == ["I.1@2023"]
    back = [*whole, entry("reopened", "2024-02-02", **{"for": "2024"})]
    assert ids(upcoming([book("2024-03-01", log=back)])) == ["I.1@2024"]
    again = [*whole, entry("reopened", "2024-02-02")]
    assert ids(upcoming([book("2024-03-01", log=again)])) == ["I.1@2024"]
    assert due_in([book("2024-03-01", log=whole)], Period.year(2025)).due == []
    assert [
        turn.status for turn in due_in([book("2024-03-01", log=whole)], Period.year(2024)).due
    ] == ["cancelled"]


def test_turns_that_begin_after_the_duty_was_lifted_are_counted_nowhere() -> None:
    """Not in the grid of a later year, unless the log names them."""
    whole = [entry("cancelled", "2024-02-01")]
    assert ids(list(book("2030-01-01", log=whole).standings())) == ["I.1@2023", "I.1@2024"]
    again = [*whole, entry("reopened", "2025-02-01")]
    assert ids(list(book("2024-12-31", log=again).standings())) == ["I.1@2023", "I.1@2024"]
    assert len(list(book("2030-01-01", log=again).standings())) == 8
    one = [*whole, entry("reopened", "2024-03-01", **{"for": "2026"})]
    assert ids(list(book("2030-01-01", log=one).standings())) == [
        "I.1@2023",
        "I.1@2024",
        "I.1@2026",
    ]


def test_a_turn_that_was_completed_before_it_began_is_there() -> None:
    """From the day on which the log tells of it."""
    early = [completed("I.1", "2024-12-20", **{"for": "2025"})]
    assert ids(list(book("2024-12-19", log=early).standings())) == ["I.1@2023", "I.1@2024"]
    found = list(book("2024-12-25", log=early).standings())
    assert [(turn.id, turn.status) for turn in found[2:]] == [("I.1@2025", "completed")]


def test_turns_are_counted_as_far_as_they_have_begun() -> None:
    """In the grid, in lists and for an agency; what is years ahead is not yet owed."""
    opened = book("2025-06-01", YEARLY, task("I.3", BY_Q1))
    assert ids(list(opened.standings())) == ["I.1@2023", "I.1@2024", "I.1@2025", "I.3"]
    grid = summarise([opened])
    assert grid.obligations.total == 4
    assert grid.obligations.counts[Status.OVERDUE] == 3
    open_ones = matching([opened], Conditions(statuses=[Status.OPEN]))
    assert ids([match.standing for match in open_ones]) == ["I.1@2025"]
    concerns = concerns_of([opened.body("bo-a")])
    assert ids([concern.standing for concern in concerns]) == ids(list(opened.standings()))


def test_each_owner_s_share_of_each_turn() -> None:
    """One ministry's report for one year is neither the other's nor next year's."""
    each = {"owners": ["bo-a", "bo-b"], "responsibility": "each"}
    log = [completed("I.1", "2024-12-01", agency="bo-a", **{"for": "2024"})]
    plan = made_plan([{**recurring(every="year", from_="2024"), **each}], log=log)
    opened = Book(plan, date(2025, 1, 10))
    states = {
        agency: {each.standing.id: each.own.status for each in concerns_of([opened.body(agency)])}
        for agency in ("bo-a", "bo-b")
    }
    assert states == {
        "bo-a": {"I.1@2024": Status.COMPLETED, "I.1@2025": Status.OPEN},
        "bo-b": {"I.1@2024": Status.OVERDUE, "I.1@2025": Status.OPEN},
    }


@pytest.fixture(scope="module")
def thousand() -> Plan:
    return made_plan([recurring(f"I.{n}", every="month") for n in range(1, 1001)])


def test_a_far_window_takes_a_moment(thousand: Plan) -> None:
    """A thousand endless duties: what is listed is bounded by the window asked for."""
    opened = Book(thousand, date(2024, 5, 1))
    with at_most(10):
        assert len(due_in([opened], Period.month(2999, 12)).due) == 1000
        assert len(upcoming([opened])) == 1000
        assert len(upcoming([opened], date(2024, 6, 30))) == 2000


def test_lifted_duties_are_not_searched_to_the_end_of_time() -> None:
    """None of their turns is ahead, however far one looks."""
    duties = [recurring(f"I.{n}", every="month") for n in range(1, 201)]
    log = [entry("cancelled", "2024-02-01") | {"task": duty["id"]} for duty in duties]
    opened = Book(made_plan(duties, log=log), date(2024, 5, 1))
    with at_most(10):
        assert upcoming([opened]) == []
