"""How an obligation stands on each day around its start and its deadline."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.obligations import Status
from kh20.periods import Period, parse_period
from plans.made_plans import (
    BY_Q1,
    FROM_MAY,
    IN_JUNE,
    STANDING,
    THEN_STANDING,
    completed,
    days,
    made_standing,
)

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
PERIODS = st.tuples(DAYS, DAYS).map(lambda pair: Period(min(pair), max(pair)))


def test_by_a_period_it_is_open_until_its_last_day_and_overdue_from_the_next() -> None:
    """The last day is in time; the day after is one day overdue."""
    for day in days("2024-03-25", "2024-04-05"):
        found = made_standing(BY_Q1, day)
        left = (date(2024, 3, 31) - day).days
        if left >= 0:
            assert (found.status, found.days_left, found.days_overdue) == (Status.OPEN, left, None)
        else:
            assert found.status is Status.OVERDUE
            assert (found.days_left, found.days_overdue) == (None, -left)


def test_inside_a_period_it_has_not_started_before_its_first_day() -> None:
    """What takes place in June is open on 1 June and overdue on 1 July."""
    seen = {day: made_standing(IN_JUNE, day).status for day in days("2024-05-28", "2024-07-03")}
    assert {day for day in seen if seen[day] is Status.NOT_STARTED} == set(
        days("2024-05-28", "2024-05-31")
    )
    assert {day for day in seen if seen[day] is Status.OVERDUE} == set(
        days("2024-07-01", "2024-07-03")
    )
    assert set(seen.values()) == {Status.NOT_STARTED, Status.OPEN, Status.OVERDUE}
    assert made_standing(IN_JUNE, date(2024, 5, 31)).days_left == 30


def test_a_duty_from_a_period_runs_from_its_first_day_without_end() -> None:
    """Nothing is left to count, neither before nor after."""
    for day in (*days("2024-04-28", "2024-05-03"), date(2099, 1, 1)):
        found = made_standing(FROM_MAY, day)
        started = day >= date(2024, 5, 1)
        assert found.status is (Status.RUNNING if started else Status.NOT_STARTED)
        assert (found.days_left, found.days_overdue) == (None, None)


@given(DAYS, st.sampled_from([FROM_MAY, STANDING, "none"]))
def test_what_has_no_deadline_is_never_overdue(day: date, due: Any) -> None:
    """On no day whatever."""
    found = made_standing(due, day)
    assert found.deadline is None
    assert found.status in {Status.RUNNING, Status.NOT_STARTED, Status.UNSCHEDULED}
    assert found.days_overdue is None
    assert found.days_left is None


@given(DAYS, PERIODS)
def test_days_overdue_and_days_left_add_up_with_the_deadline(day: date, period: Period) -> None:
    """One of the two is given, and it leads from the day asked to the deadline."""
    found = made_standing({"by": str(period), "stated": "…"}, day)
    if found.days_overdue is not None:
        assert found.days_overdue > 0
        assert found.days_left is None
        assert day - timedelta(found.days_overdue) == period.last
    else:
        assert found.days_left is not None
        assert found.days_left >= 0
        assert day + timedelta(found.days_left) == period.last


@pytest.mark.parametrize(
    ("due", "window", "runs"),
    [
        (FROM_MAY, "2024-04", False),
        (FROM_MAY, "2024-05", True),
        (FROM_MAY, "2024-05-01", True),
        (FROM_MAY, "2031", True),
        (STANDING, "1999", True),
        (BY_Q1, "2024-Q1", False),
        (BY_Q1, "2024-Q2", False),
        ("none", "2024", False),
        (THEN_STANDING, "2024-03", False),
        (THEN_STANDING, "2024-03-31", False),
        (THEN_STANDING, "2024-04-01", True),
        (THEN_STANDING, "2024", True),
        (THEN_STANDING, "2023", False),
    ],
)
def test_runs_during(due: Any, window: str, runs: bool) -> None:
    """A duty runs from its start; what goes on after its deadline runs from the day after it."""
    assert made_standing(due, date(2024, 4, 15)).runs_during(parse_period(window)) is runs


def test_a_completed_running_duty_runs_until_it_was_completed() -> None:
    """Afterwards it is over; a cancelled one does not run at all."""
    log = [completed("I.1", "2024-08-10")]
    done = made_standing(FROM_MAY, date(2025, 1, 1), log)
    assert done.status is Status.COMPLETED
    assert done.runs_during(Period.quarter(2024, 3))
    assert not done.runs_during(Period.quarter(2024, 4))
    lifted = [{"event": "cancelled", "task": "I.1", "on": "2024-08-10", "basis": "1/QĐ"}]
    assert not made_standing(FROM_MAY, date(2025, 1, 1), lifted).runs_during(Period.year(2024))


def test_after_completion_a_standing_duty_still_runs() -> None:
    """“Complete by then and keep doing it”: completing the first leaves the second."""
    done = made_standing(THEN_STANDING, date(2024, 6, 1), [completed("I.1", "2024-03-01")])
    assert done.status is Status.COMPLETED
    assert done.finished
    assert done.runs_during(Period.quarter(2024, 2))


def test_where_each_owes_its_own_an_owner_has_its_own_status() -> None:
    """One ministry's late plan does not make the other's late, and the whole waits for both."""
    log = [completed("I.1", "2024-03-01", agency="bo-a")]
    owners = {"owners": ["bo-a", "bo-b"], "responsibility": "each"}
    found = made_standing(BY_Q1, date(2024, 4, 15), log, **owners)
    assert found.status is Status.OVERDUE
    assert found.of_body("bo-a").status is Status.COMPLETED
    assert found.of_body("bo-b").status is Status.OVERDUE
    assert [share.agency for share in found.missing] == ["bo-b"]
    log.append(completed("I.1", "2024-05-02", agency="bo-b"))
    whole = made_standing(BY_Q1, date(2024, 6, 1), log, **owners)
    assert whole.status is Status.COMPLETED_LATE
    assert whole.completed_on == date(2024, 5, 2)
    assert [whole.of_body(owner).status for owner in ("bo-a", "bo-b")] == [
        Status.COMPLETED,
        Status.COMPLETED_LATE,
    ]


def test_where_it_is_joint_every_owner_has_the_status_of_the_whole() -> None:
    """One result: it is there for all of them or for none."""
    found = made_standing(BY_Q1, date(2024, 4, 15), owners=["bo-a", "bo-b"])
    assert {found.of_body(owner).status for owner in ("bo-a", "bo-b")} == {Status.OVERDUE}
