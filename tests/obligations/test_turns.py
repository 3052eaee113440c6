"""The turns of recurring duties, against an account that goes from day to day."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice, takewhile
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kh20.model import Task
from kh20.obligations.obligation import Obligation
from kh20.obligations.turns import find_turn, turns_of
from kh20.periods import parse_canonical
from plans.made_plans import BY_Q1, made_plan, task
from plans.recurring_duties import ISSUED, dues, owed, recurring
from processor_time import at_most

HORIZON = "2031-12-31"


def duty(due: Mapping[str, Any]) -> Task:
    return made_plan([task("I.1", {"stated": "hằng năm", **due})]).tasks[0]


def up_to(found: Iterator[Obligation], day: date) -> list[Obligation]:
    return list(takewhile(lambda each: each.deadline is not None and each.deadline <= day, found))


@given(dues())
@example({"every": "year", "before": ["01-01"]})
@example({"every": "half-year", "before": ["07-01", "01-01"]})
@example({"every": "month", "before": ["01"]})
@example({"every": "month", "by": ["31"]})
@example({"every": "month", "before": ["31"]})
@example({"every": "year", "before": ["02-29"]})
@example({"every": "1 months", "from": "2024-01-31"})
@example({"every": "month", "by": ["15", "last day"]})
@example({"every": "year", "by": ["02-29", "02-28"]})
@example({"every": "4 years", "from": "2024-02-29", "by": ["02-29"]})
@example({"every": "year", "by": ["03-15"], "from": "2024-06"})
@example({"every": "quarter", "until": "2025-05"})
def test_every_turn_is_there_and_none_besides(due: dict[str, Any]) -> None:
    """Begin, last day in time, order: as found by looking at each day of eight years."""
    expected = owed(due, HORIZON)
    # The last turn of the account may be cut short, so only what is due before it is compared.
    last = max((each.last for each in expected), default=date(2024, 1, 1))
    found = up_to(turns_of(duty(due), ISSUED), last)
    assert [each.deadline for each in found] == [each.deadline for each in expected]
    begin = parse_canonical(due["from"]).first if "from" in due else date.min
    assert [each.start for each in found] == [max(each.first, begin) for each in expected]


@given(dues())
@example({"every": "1 months", "from": "2024-04-15", "by": ["10", "20"]})
@example({"every": "month", "before": ["01", "15"]})
def test_no_two_turns_have_the_same_name(due: dict[str, Any]) -> None:
    """The log tells them apart by it; and the name leads back to the turn."""
    made = duty(due)
    found = list(islice(turns_of(made, ISSUED), 80))
    labels = [each.turn for each in found]
    assert len(set(labels)) == len(labels)
    for each in found[::7]:
        assert each.turn is not None
        assert find_turn(made, ISSUED, each.turn) == each


@given(dues(), st.dates(date(2021, 1, 1), date(2045, 1, 1)))
def test_starting_later_leaves_out_only_what_is_over(due: dict[str, Any], since: date) -> None:
    """To answer for a far year, the years before it need not be gone through."""
    horizon = date(2046, 12, 31)
    everything = up_to(turns_of(duty(due), ISSUED), horizon)
    some = up_to(turns_of(duty(due), ISSUED, since), horizon)
    assert some == everything[len(everything) - len(some) :]
    left_out = everything[: len(everything) - len(some)]
    assert all(each.deadline is not None and each.deadline < since for each in left_out)


def labels_of(count: int = 4, /, **due: Any) -> list[str | None]:
    made = made_plan([recurring(**due)]).tasks[0]
    return [each.turn for each in islice(turns_of(made, ISSUED), count)]


@pytest.mark.parametrize(
    ("due", "labels"),
    [
        ({"every": "year"}, ["2023", "2024", "2025", "2026"]),
        ({"every": "half-year"}, ["2023-H2", "2024-H1", "2024-H2", "2025-H1"]),
        ({"every": "quarter"}, ["2023-Q4", "2024-Q1", "2024-Q2", "2024-Q3"]),
        ({"every": "month"}, ["2023-11", "2023-12", "2024-01", "2024-02"]),
        ({"every": "2 years", "from_": "2024"}, ["2024", "2026", "2028", "2030"]),
        ({"every": "12 months", "from_": "2024"}, ["2024", "2025", "2026", "2027"]),
        ({"every": "6 months", "from_": "2024"}, ["2024-01", "2024-07", "2025-01", "2025-07"]),
        ({"every": "6 months", "from_": "2024-03"}, ["2024-03", "2024-09", "2025-03", "2025-09"]),
        ({"every": "4 months"}, ["2023-11", "2024-03", "2024-07", "2024-11"]),
        ({"every": "year", "by": "11-27"}, ["2024", "2025", "2026", "2027"]),
        ({"every": "year", "by": "11-28"}, ["2023", "2024", "2025", "2026"]),
        (
            {"every": "year", "before": ["06-15", "12-01"]},
            ["2023-11", "2024-06", "2024-11", "2025-06"],
        ),
        ({"every": "half-year", "by": ["06-15", "12-01"]}, ["2023-H2", "2024-H1", "2024-H2"]),
        (
            {"every": "month", "by": ["15", "last day"], "from_": "2024"},
            ["2024-01-15", "2024-01-31", "2024-02-15", "2024-02-29"],
        ),
        ({"every": "year", "until": "2024"}, ["2023", "2024"]),
        ({"every": "quarter", "until": "2024-05"}, ["2023-Q4", "2024-Q1"]),
        ({"every": "year", "until": "2023-11"}, []),
    ],
)
def test_names(due: dict[str, Any], labels: list[str]) -> None:
    """A turn is called what people call it; several deadlines of one turn by month or day."""
    assert labels_of(len(labels) or 4, **due) == labels


def deadlines(count: int, **due: Any) -> list[str]:
    made = made_plan([recurring(**due)]).tasks[0]
    return [str(each.deadline) for each in islice(turns_of(made, ISSUED), count)]


def test_month_ends_and_the_29th_of_february() -> None:
    """A day that a month does not have is its last day, in every year anew."""
    assert deadlines(4, every="month", by="31", from_="2024") == [
        "2024-01-31",
        "2024-02-29",
        "2024-03-31",
        "2024-04-30",
    ]
    assert deadlines(3, every="year", by="02-29", from_="2023") == [
        "2023-02-28",
        "2024-02-29",
        "2025-02-28",
    ]
    assert deadlines(3, every="1 months", from_="2024-01-31") == [
        "2024-02-28",
        "2024-03-30",
        "2024-04-29",
    ]


def test_before_a_day_that_a_month_does_not_have_is_its_last_day() -> None:
    """30 April is before the 31st; where the month has the day, the day before it is the last."""
    monthly = deadlines(4, every="month", before="31", from_="2024")
    assert monthly == ["2024-01-30", "2024-02-29", "2024-03-30", "2024-04-30"]
    assert deadlines(2, every="month", before="29", from_="2023-02") == ["2023-02-28", "2023-03-28"]
    assert deadlines(2, every="month", before="30", from_="2024-02") == ["2024-02-29", "2024-03-29"]
    assert deadlines(3, every="year", before="02-29", from_="2023") == [
        "2023-02-28",
        "2024-02-28",
        "2025-02-28",
    ]
    assert deadlines(2, every="quarter", before="31", from_="2024") == ["2024-03-30", "2024-06-30"]
    assert deadlines(2, every="half-year", before="31", from_="2024") == [
        "2024-06-30",
        "2024-12-30",
    ]
    assert deadlines(2, every="2 months", before="31", from_="2024") == ["2024-02-29", "2024-04-30"]


def test_before_a_day_is_due_the_day_before_also_over_the_end_of_a_turn() -> None:
    """Before 1 January is the last day of the year before, and belongs to that year."""
    assert deadlines(2, every="year", before="12-15") == ["2023-12-14", "2024-12-14"]
    assert deadlines(2, every="year", before="01-01") == ["2023-12-31", "2024-12-31"]
    assert labels_of(2, every="year", before="01-01") == ["2023", "2024"]
    assert deadlines(2, every="year", before="03-01", from_="2023") == ["2023-02-28", "2024-02-29"]


def test_a_far_year_is_answered_at_once() -> None:
    """An endless duty is bounded by the question, not by the end of the calendar."""
    made = made_plan([recurring(every="month")]).tasks[0]
    with at_most(2.5):
        far = islice(turns_of(made, ISSUED, date(2999, 6, 1)), 24)
        assert "2999-12" in [each.turn for each in far]
        assert find_turn(made, ISSUED, "2999-12") is not None


@pytest.mark.parametrize("label", ["", "2025", "2025-Q1", "2025-13", "x", "2022-11", "2025-01-31"])
def test_names_of_no_turn(label: str) -> None:
    """What is no period, or one of another kind, or before the document."""
    made = made_plan([recurring(every="month")]).tasks[0]
    assert find_turn(made, ISSUED, label) is None


def test_what_does_not_recur_has_no_turns() -> None:
    """A mistake of the program that asks, not of the plan."""
    with pytest.raises(TypeError, match=r"I\.1"):
        next(turns_of(made_plan([task("I.1", BY_Q1)]).tasks[0], ISSUED))
