from collections.abc import Callable
from datetime import date

import pytest

from kh20.periods import Period, PeriodError, build


def test_numbers_make_periods() -> None:
    assert build.year_of("2024", "") == Period.year(2024)
    assert build.half_of("2024", 2, "") == Period.half(2024, 2)
    assert build.quarter_of("2024", 3, "") == Period.quarter(2024, 3)
    assert build.month_of("2024", 2, "") == Period.month(2024, 2)
    assert build.day_of("2024", 2, 29, "") == Period.day(date(2024, 2, 29))


def test_months_are_counted_from_either_end_of_the_year() -> None:
    assert str(build.months_of("2024", 9, True, "")) == "2024-Q1/2024-Q3"
    assert str(build.months_of("2024", 3, False, "")) == "2024-Q4"
    assert str(build.months_of("2024", 12, False, "")) == "2024"


def test_a_range_that_runs_backwards_is_answered_with_the_right_one() -> None:
    with pytest.raises(PeriodError, match="“so” runs backwards") as error:
        build.range_of(Period.year(2025), Period.year(2024), "so")
    assert error.value.hint == "write 2024/2025"


MAKERS: list[Callable[[str], Period]] = [
    lambda year: build.year_of(year, "so"),
    lambda year: build.half_of(year, 1, "so"),
    lambda year: build.quarter_of(year, 1, "so"),
    lambda year: build.month_of(year, 1, "so"),
    lambda year: build.day_of(year, 1, 1, "so"),
    lambda year: build.months_of(year, 9, True, "so"),
]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("year", ["1899", "3000", "0000", "9999"])
def test_years_outside_the_range_are_refused(make: Callable[[str], Period], year: str) -> None:
    with pytest.raises(PeriodError, match="“so” is out of range: years run from 1900 to 2999"):
        make(year)
