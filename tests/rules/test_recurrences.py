"""Recurrences that cannot be, and where the finding points."""

import pytest

from plans.logged_files import findings, task

SAID = "stated: hằng năm"


def faults(due: str) -> list[tuple[str, str, str]]:
    tasks = task(due=f"{{{due}, {SAID}}}")
    return [
        (found.at, found.message, found.hint or "")
        for found in findings(tasks=tasks)
        if found.code == "KH311"
    ]


@pytest.mark.parametrize(
    "due",
    [
        "every: year",
        "every: year, by: 02-29",
        "every: year, by: '15'",
        "every: year, by: last day",
        "every: year, before: 01-01",
        "every: year, before: [06-15, 12-01]",
        "every: half-year, by: [06-10, 12-10]",
        "every: half-year, before: [07-01, 01-01]",
        "every: half-year, by: [03-01, 06-10, 12-10]",
        "every: quarter, by: '25'",
        "every: 4 months, from: 2024-03, by: [06-15, 07-15, 02-15]",
        "every: 5 months, by: '10'",
        "every: 18 months, by: 03-01",
        "every: 2 years, from: '2024', until: '2025'",
        "every: month, by: ['15', last day]",
        "every: year, from: '2024', until: '2024'",
    ],
)
def test_recurrences_that_can_be(due: str) -> None:
    """Cut-offs that every turn has, an end that leaves room for one."""
    assert faults(due) == []


@pytest.mark.parametrize(
    ("due", "at", "said"),
    [
        ("every: year, by: 02-30", "02-30", "no day “02-30” in any year"),
        ("every: year, by: [06-15, 11-31]", "11-31", "no day “11-31” in any year"),
        ("every: year, by: 06-15, before: 06-15", "06-15", "cannot both hold"),
        ("every: year, by: [06-15, 06-15]", "06-15", "“06-15” is given twice"),
        ("every: year, by: []", "[]", "names no day"),
        ("every: half-year, by: 06-10", "06-10", "do not fall into every turn of “half-year”"),
        ("every: half-year, by: [06-10, 05-10]", "06-10", "do not fall into every turn"),
        ("every: half-year, before: [07-01, 06-10]", "07-01", "do not fall into every turn"),
        ("every: quarter, by: [03-10, 06-10]", "03-10", "do not fall into every turn"),
        ("every: 5 months, by: [03-10, 06-10]", "03-10", "do not fall into every turn"),
        ("every: 4 months, from: 2024-03, by: [06-15, 05-15, 02-15]", "06-15", "every turn"),
        ("every: year, from: 2024-06, until: 2024-05", "2024-05", "before it starts"),
        ("every: year, until: '2023'", "'2023'", "before it is due for the first time"),
        ("every: year, by: 03-15, from: 2024-06, until: '2024'", "'2024'", "first time"),
        ("every: 2 years, from: '2024', until: '2024'", "'2024'", "first time"),
    ],
)
def test_recurrences_that_cannot_be(due: str, at: str, said: str) -> None:
    """One finding each, at the very value."""
    ((where, message, hint),) = faults(due)
    assert where == at
    assert said in message
    assert hint


@pytest.mark.parametrize(
    "due",
    [
        "every: week",
        "every: 0 months",
        "every: 100 months",
        "every: 1 year",
        "every: year, by: 13-01",
        "every: year, by: 6-1",
        "every: year, by: '32'",
        "every: year, by: '0'",
        "every: year, by: 1-15",
    ],
)
def test_what_is_not_written_as_a_recurrence_is(due: str) -> None:
    """The shape has findings of its own."""
    tasks = task(due=f"{{{due}, {SAID}}}")
    assert {found.code for found in findings(tasks=tasks)} <= {"KH105", "KH009"}
    assert findings(tasks=tasks)
