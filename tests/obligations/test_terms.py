"""Terms: from the day of an event to the last day in time."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.model import Term
from kh20.model.days_off import DaysOff
from kh20.obligations.terms import end_of
from kh20.planfile.registers.packaged import packaged_register

DAYS = st.dates(date(2021, 1, 1), date(2026, 11, 1))


def term(within: str) -> Term:
    return Term.model_validate({"within": within, "after": "…", "stated": "…"})


@pytest.mark.parametrize(
    ("within", "since", "end"),
    [
        ("1 day", "2025-03-03", "2025-03-04"),
        ("30 days", "2025-07-01", "2025-07-31"),
        ("30 days", "2025-07-03", "2025-08-04"),  # 2 August is a Saturday.
        ("10 days", "2024-02-01", "2024-02-15"),  # Tết; the week of it is off.
        ("3 days", "2024-05-01", "2024-05-04"),  # A Saturday that was worked.
        ("5 working days", "2025-04-25", "2025-05-06"),  # Over the Saturday worked and 30 April.
        ("1 working day", "2024-05-03", "2024-05-04"),
        ("2 weeks", "2025-03-03", "2025-03-17"),
        ("1 month", "2025-01-31", "2025-02-28"),  # No day of that number: the month's last.
        ("6 months", "2024-08-31", "2025-02-28"),
        ("1 year", "2024-02-29", "2025-02-28"),
        ("2 years", "2023-06-15", "2025-06-16"),  # A Sunday.
    ],
)
def test_the_last_day_of_a_term(within: str, since: str, end: str) -> None:
    days_off = packaged_register().days_off
    assert end_of(term(within), date.fromisoformat(since), days_off) == date.fromisoformat(end)


@given(DAYS, st.integers(2, 40))
def test_working_days_are_counted_one_by_one(since: date, count: int) -> None:
    """As many days that are no days off lie between the event and the end, the end included."""
    days_off = packaged_register().days_off
    end = end_of(term(f"{count} working days"), since, days_off)
    between = (since + timedelta(days=n + 1) for n in range((end - since).days))
    assert sum(not days_off.is_off(day) for day in between) == count
    assert not days_off.is_off(end)


@given(DAYS, st.integers(2, 400))
def test_a_term_of_days_never_ends_early_nor_on_a_day_off(since: date, count: int) -> None:
    days_off = packaged_register().days_off
    end = end_of(term(f"{count} days"), since, days_off)
    moved = end - since - timedelta(days=count)
    assert not days_off.is_off(end)
    assert all(days_off.is_off(end - timedelta(days=n + 1)) for n in range(moved.days))


def test_a_plan_adds_its_own_days_to_those_of_its_register() -> None:
    both = DaysOff(("2027-01-01",), ("2027-01-09",)) | packaged_register().days_off
    assert both.is_off(date(2027, 1, 1))
    assert both.is_off(date(2025, 9, 2))
    assert not both.is_off(date(2027, 1, 9))
    assert both.years_unlisted(date(2020, 12, 1), date(2028, 1, 1)) == [2020, 2028]
