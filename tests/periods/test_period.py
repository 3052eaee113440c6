"""The arithmetic of periods: boundaries, units, spelling."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.periods import Period

YEARS = st.integers(1900, 2998)
DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
ONE_DAY = timedelta(days=1)


@st.composite
def ranges(draw: st.DrawFn) -> Period:
    return Period(*sorted((draw(DAYS), draw(DAYS))))


def test_a_period_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match="2024-06-02 is after 2024-06-01"):
        Period(date(2024, 6, 2), date(2024, 6, 1))


@pytest.mark.parametrize("number", [0, -1, 5, 13])
def test_there_are_four_quarters(number: int) -> None:
    with pytest.raises(ValueError, match=f"{number} is not from 1 to 4"):
        Period.quarter(2024, number)


@pytest.mark.parametrize(
    ("make", "last"), [(Period.half, 2), (Period.quarter, 4), (Period.month, 12)]
)
def test_the_last_of_each_unit_ends_the_year(make: Callable[[int, int], Period], last: int) -> None:
    assert make(2024, last).last == date(2024, 12, 31)
    for outside in (0, last + 1):
        with pytest.raises(ValueError, match="is not from 1 to"):
            make(2024, outside)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.year(2024), date(2024, 1, 1), date(2024, 12, 31)),
        (Period.half(2024, 1), date(2024, 1, 1), date(2024, 6, 30)),
        (Period.half(2024, 2), date(2024, 7, 1), date(2024, 12, 31)),
        (Period.quarter(2024, 1), date(2024, 1, 1), date(2024, 3, 31)),
        (Period.quarter(2024, 2), date(2024, 4, 1), date(2024, 6, 30)),
        (Period.quarter(2024, 3), date(2024, 7, 1), date(2024, 9, 30)),
        (Period.quarter(2024, 4), date(2024, 10, 1), date(2024, 12, 31)),
        (Period.month(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (Period.month(2023, 2), date(2023, 2, 1), date(2023, 2, 28)),
        (Period.month(2100, 2), date(2100, 2, 1), date(2100, 2, 28)),
        (Period.month(2000, 2), date(2000, 2, 1), date(2000, 2, 29)),
        (Period.month(2024, 12), date(2024, 12, 1), date(2024, 12, 31)),
        (Period.day(date(2024, 6, 30)), date(2024, 6, 30), date(2024, 6, 30)),
    ],
)
def test_boundaries(period: Period, first: date, last: date) -> None:
    assert (period.first, period.last) == (first, last)


@given(YEARS)
def test_parts_of_a_year_follow_each_other_and_fill_it(year: int) -> None:
    for parts in (
        [Period.half(year, n) for n in (1, 2)],
        [Period.quarter(year, n) for n in range(1, 5)],
        [Period.month(year, n) for n in range(1, 13)],
    ):
        parts.append(Period.year(year + 1))
        assert parts[0].first == Period.year(year).first
        for before, after in pairwise(parts):
            assert before.last + ONE_DAY == after.first
            assert not before.overlaps(after)
            assert before < after


@pytest.mark.parametrize(
    ("period", "unit", "spelling"),
    [
        (Period.year(2024), "year", "2024"),
        (Period.half(2024, 2), "half", "2024-H2"),
        (Period.quarter(2024, 3), "quarter", "2024-Q3"),
        (Period.month(2024, 2), "month", "2024-02"),
        (Period.day(date(2024, 2, 9)), "day", "2024-02-09"),
        (Period.spanning(Period.year(2024), Period.year(2025)), "range", "2024/2025"),
        (Period.spanning(Period.half(2024, 2), Period.half(2025, 1)), "range", "2024-H2/2025-H1"),
        (
            Period.spanning(Period.quarter(2024, 1), Period.quarter(2024, 3)),
            "range",
            "2024-Q1/2024-Q3",
        ),
        (
            Period.spanning(Period.quarter(2024, 2), Period.quarter(2024, 3)),
            "range",
            "2024-Q2/2024-Q3",
        ),
        (
            Period.spanning(Period.month(2024, 3), Period.month(2024, 5)),
            "range",
            "2024-03/2024-05",
        ),
        (Period(date(2024, 3, 1), date(2024, 5, 30)), "range", "2024-03-01/2024-05-30"),
        (Period(date(2024, 2, 1), date(2024, 2, 28)), "range", "2024-02-01/2024-02-28"),
        (Period.spanning(Period.month(2024, 1), Period.month(2024, 12)), "year", "2024"),
        (Period.spanning(Period.month(2024, 7), Period.month(2024, 9)), "quarter", "2024-Q3"),
        (Period.spanning(Period.month(2024, 2), Period.month(2024, 4)), "range", "2024-02/2024-04"),
        (Period.spanning(Period.quarter(2024, 1), Period.quarter(2024, 2)), "half", "2024-H1"),
    ],
)
def test_unit_and_spelling(period: Period, unit: str, spelling: str) -> None:
    assert (period.unit, str(period)) == (unit, spelling)


@given(ranges(), DAYS)
def test_contains_is_being_overlapped_by_the_day(period: Period, day: date) -> None:
    assert period.contains(day) == period.overlaps(Period.day(day))
    assert period.contains(period.first)
    assert period.contains(period.last)
    assert not period.contains(period.last + ONE_DAY)
    assert not period.contains(period.first - ONE_DAY)


@given(ranges(), ranges())
def test_overlap_is_mutual_and_ends_with_the_last_day(one: Period, other: Period) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    shared = one.contains(other.first) or other.contains(one.first)
    assert one.overlaps(other) == shared
