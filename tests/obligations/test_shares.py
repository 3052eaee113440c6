"""By what an obligation is counted, and who answers for an owner's share."""

from datetime import date
from typing import Any

import pytest

from kh20.model import Agency, Task
from kh20.obligations.shares import Share, owners_meant, shares_of
from plans.made_plans import AGENCIES, BY_Q1, made_plan, task

PARTS = [{"id": "mot", "title": "Một"}, {"id": "hai", "title": "Hai"}]


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
    assert [(share.agency, share.part) for share in shares_of(made(**more))] == shares


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
    agencies, owned = chain(), made(owners=["bo-a"])
    assert owners_meant(owned, "bo-a", date(2030, 1, 1), agencies) == ("bo-a",)
    assert owners_meant(owned, "bo-b", date(2024, 2, 29), agencies) == ()
    assert owners_meant(owned, "bo-b", date(2024, 3, 1), agencies) == ("bo-a",)
    assert owners_meant(owned, "bo-c", date(2025, 3, 1), agencies) == ("bo-a",)
