from datetime import date

import pytest

from kh20.periods import Period
from kh20.phrases import Reading

Q1, Q2 = Period.quarter(2024, 1), Period.quarter(2024, 2)
FIRST, LAST = date(2024, 4, 1), date(2024, 6, 30)


@pytest.mark.parametrize(
    ("reading", "start", "deadline", "kind"),
    [
        (Reading(by=Q2), None, LAST, "deadline"),
        (Reading(in_=Q2), FIRST, LAST, "deadline"),
        (Reading(before=Q2), None, date(2024, 3, 31), "deadline"),
        (Reading(by=Q2, ongoing=True, every="year"), None, LAST, "deadline"),
        (Reading(from_=Q1, by=Q2), date(2024, 1, 1), LAST, "range"),
        (Reading(from_=Q1, before=Q2), date(2024, 1, 1), date(2024, 3, 31), "range"),
        (Reading(from_=Q2), FIRST, None, "from"),
        (Reading(relative=True), None, None, "from"),
        (Reading(from_=Q2, ongoing=True), FIRST, None, "ongoing"),
        (Reading(ongoing=True), None, None, "ongoing"),
        (Reading(ongoing=True, every="unspecified"), None, None, "recurring"),
        (Reading(from_=Q2, every="year"), FIRST, None, "recurring"),
    ],
)
def test_dates_and_kind(
    reading: Reading, start: date | None, deadline: date | None, kind: str
) -> None:
    assert (reading.start, reading.deadline, reading.kind) == (start, deadline, kind)
