"""Duties that come every week."""

from datetime import date, timedelta
from itertools import islice, pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.obligations.turns import find_turn, turns_of
from kh20.periods import Period, PeriodError, parse_canonical, parse_period
from plans.made_plans import made_plan, task

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ISSUED = date(2025, 1, 8)  # A Wednesday.


def turns(count: int, **due: Any) -> list[tuple[str | None, date | None]]:
    made = made_plan([task("I.1", {**due, "stated": "hằng tuần"})]).tasks[0]
    return [(turn.turn, turn.deadline) for turn in islice(turns_of(made, ISSUED), count)]


@pytest.mark.parametrize(
    ("due", "first"),
    [
        ({"every": "week"}, ("2025-W02", date(2025, 1, 12))),
        ({"every": "week", "by": "friday"}, ("2025-W02", date(2025, 1, 10))),
        ({"every": "week", "before": "friday"}, ("2025-W02", date(2025, 1, 9))),
        ({"every": "week", "before": "monday"}, ("2025-W02", date(2025, 1, 12))),
        # The Monday of the week of issue was over.
        ({"every": "week", "by": "monday"}, ("2025-W03", date(2025, 1, 13))),
        ({"every": "2 weeks", "by": "friday"}, ("2025-W02", date(2025, 1, 17))),
        ({"every": "week", "from": "2025-W10"}, ("2025-W10", date(2025, 3, 9))),
    ],
)
def test_the_first_turn(due: dict[str, Any], first: tuple[str, date]) -> None:
    assert turns(1, **due) == [first]


def test_two_days_of_a_week_are_two_turns() -> None:
    found = turns(3, every="week", by=["monday", "thursday"])
    assert found == [
        ("2025-01-09", date(2025, 1, 9)),
        ("2025-01-13", date(2025, 1, 13)),
        ("2025-01-16", date(2025, 1, 16)),
    ]


@given(
    st.sampled_from(DAYS),
    st.booleans(),
    st.integers(1, 9),
    st.dates(date(2025, 1, 1), date(2045, 1, 1)),
)
def test_turns_are_so_many_weeks_apart_and_found_by_their_names(
    day: str, before: bool, weeks: int, since: date
) -> None:
    every = "week" if weeks == 1 else f"{weeks} weeks"
    due = {"every": every, "before" if before else "by": day, "stated": "hằng tuần"}
    made = made_plan([task("I.1", due)]).tasks[0]
    found = list(islice(turns_of(made, ISSUED, since), 30))
    shift = timedelta(days=1 if before else 0)
    for turn, following in pairwise(found):
        assert turn.deadline is not None
        assert following.deadline is not None
        assert following.deadline - turn.deadline == timedelta(weeks=weeks)
        assert DAYS[(turn.deadline + shift).weekday()] == day
        assert turn.turn is not None
        assert find_turn(made, ISSUED, turn.turn) == turn


@pytest.mark.parametrize(
    "typed", ["2025-W07", "2025w7", "tuần 7/2025", "tuan 7 nam 2025", "W7 2025"]
)
def test_a_week_as_people_write_it(typed: str) -> None:
    """Monday to Sunday, by ISO 8601."""
    week = parse_period(typed)
    assert week == Period(date(2025, 2, 10), date(2025, 2, 16)) == Period.week(2025, 7)
    assert (str(week), week.unit) == ("2025-W07", "week")


@pytest.mark.parametrize("typed", ["2025-W53", "tuần 0/2025", "2026-W54"])
def test_a_week_that_a_year_has_not(typed: str) -> None:
    with pytest.raises(PeriodError):
        parse_period(typed)


def test_the_first_week_may_begin_in_the_year_before() -> None:
    assert parse_canonical("2026-W01").first == date(2025, 12, 29)
    assert str(Period.week(2020, 53)) == "2020-W53"


def test_a_weekday_goes_with_weeks_only(tmp_path: Any) -> None:
    from rules.found import brief, tasks
    from rules.found import task as lines

    for due, wrong in (
        ("{every: month, by: friday, stated: hằng tháng}", "friday"),
        ("{every: week, by: 06-15, stated: hằng tuần}", "06-15"),
    ):
        codes = {each[0]: each[1] for each in brief(tasks(lines(due=due)))}
        assert codes["KH311"] == wrong
