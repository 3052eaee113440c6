"""What a task obliges to, and by what that is counted, before anything is asked about a day."""

from datetime import date
from typing import Any

import pytest

from kh20.model import Agency, Task
from kh20.obligations.obligation import Obligation, Share, meant_among, of_task, shares_of
from plans.made_plans import (
    AGENCIES,
    BY_Q1,
    FROM_MAY,
    IN_JUNE,
    STANDING,
    THEN_STANDING,
    made_plan,
    task,
)

BEFORE = {"before": "2024-06-30", "stated": "trước ngày 30/6/2024"}
FROM_BY = {"from": "2024-03", "by": "2024-05", "stated": "từ tháng 3 đến tháng 5/2024"}
PARTS = [{"id": "mot", "title": "Một"}, {"id": "hai", "title": "Hai"}]


def obligation(due: Any) -> Obligation:
    return of_task(made_plan([task("I.1", due)]).tasks[0])


def made(**more: Any) -> Task:
    return made_plan([task("I.1", BY_Q1, **more)]).tasks[0]


def heir(agency: str, day: str) -> dict[str, str]:
    return {"agency": agency, "from": day, "basis": "1/QĐ"}


def chain() -> dict[str, Agency]:
    """A to B in 2024, B to C in 2025."""
    agencies = {key: dict(agency) for key, agency in AGENCIES.items()}
    agencies["bo-a"]["successor"] = heir("bo-b", "2024-03-01")
    agencies["bo-b"]["successor"] = heir("bo-c", "2025-03-01")
    return made_plan([], agencies).agencies


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


@pytest.mark.parametrize(
    ("more", "shares"),
    [
        ({}, [(None, None)]),
        ({"owners": []}, [(None, None)]),
        ({"owners": ["bo-a", "bo-b"]}, [(None, None)]),
        ({"owners": ["bo-a"], "responsibility": "each"}, [(None, None)]),
        (
            {"owners": ["bo-a", "bo-b"], "responsibility": "each"},
            [("bo-a", None), ("bo-b", None)],
        ),
        ({"parts": PARTS}, [(None, "mot"), (None, "hai")]),
        (
            {"owners": ["bo-a", "bo-b"], "responsibility": "each", "parts": PARTS},
            [("bo-a", "mot"), ("bo-a", "hai"), ("bo-b", "mot"), ("bo-b", "hai")],
        ),
    ],
)
def test_shares(more: dict[str, Any], shares: list[tuple[str | None, str | None]]) -> None:
    """The whole, or each owner's own, or each part, or each owner's every part."""
    assert [(share.agency, share.part) for share in shares_of(of_task(made(**more)), {})] == shares


def test_an_event_concerns_the_shares_that_it_names() -> None:
    """Naming neither owner nor part, it is about all of them."""
    share = Share("bo-a", "mot")
    assert share.concerns(None, None)
    assert share.concerns("bo-a", None)
    assert share.concerns(None, "mot")
    assert not share.concerns("bo-b", None)
    assert not share.concerns("bo-a", "hai")
    assert Share(None, None).concerns("bo-b", "hai")


def test_an_heir_answers_for_the_owner_that_it_succeeded() -> None:
    """An owner answers for itself, on any day; a stranger for nobody."""
    agencies, owned = chain(), ("bo-a",)
    assert meant_among(owned, "bo-a", date(2030, 1, 1), agencies) == ("bo-a",)
    assert meant_among(owned, "bo-b", date(2024, 2, 29), agencies) == ()
    assert meant_among(owned, "bo-b", date(2024, 3, 1), agencies) == ("bo-a",)
    assert meant_among(owned, "bo-c", date(2025, 3, 1), agencies) == ("bo-a",)
