"""What a task obliges to, before anything is asked about a day."""

from datetime import date
from typing import Any

import pytest

from kh20.obligations.obligation import Obligation, of_task
from plans.made_plans import BY_Q1, FROM_MAY, IN_JUNE, STANDING, THEN_STANDING, made_plan, task

BEFORE = {"before": "2024-06-30", "stated": "trước ngày 30/6/2024"}
FROM_BY = {"from": "2024-03", "by": "2024-05", "stated": "từ tháng 3 đến tháng 5/2024"}


def obligation(due: Any) -> Obligation:
    return of_task(made_plan([task("I.1", due)]).tasks[0])


@pytest.mark.parametrize(
    ("due", "start", "deadline", "ongoing"),
    [
        (BY_Q1, None, date(2024, 3, 31), False),
        (IN_JUNE, date(2024, 6, 1), date(2024, 6, 30), False),
        (BEFORE, None, date(2024, 6, 29), False),
        (FROM_BY, date(2024, 3, 1), date(2024, 5, 31), False),
        (FROM_MAY, date(2024, 5, 1), None, True),
        (STANDING, None, None, True),
        (THEN_STANDING, None, date(2024, 3, 31), True),
        ("none", None, None, False),
    ],
)
def test_days_of_every_kind_of_due(
    due: Any, start: date | None, deadline: date | None, ongoing: bool
) -> None:
    """The table of the design: when it starts, the last day in time, whether it goes on."""
    found = obligation(due)
    assert (found.start, found.deadline, found.ongoing) == (start, deadline, ongoing)


def test_a_turn_is_named_in_the_id() -> None:
    """The log and the person that asks tell the turns of a recurring duty apart by it."""
    plain = obligation(BY_Q1)
    assert plain.id == "I.1"
    assert plain._replace(turn="2025-H1").id == "I.1@2025-H1"
