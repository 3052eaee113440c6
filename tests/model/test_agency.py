"""Successions: the body that answers for an agency's duties on a day."""

from datetime import date
from typing import Any

import pytest

from kh20.model import Agency
from kh20.model.agency import answering_on, successors_by
from plans.made_plans import AGENCIES, made_plan


def heir(agency: str, day: str) -> dict[str, str]:
    return {"agency": agency, "from": day, "basis": f"Về {agency}"}


def chain() -> dict[str, Agency]:
    """A to B in 2024, B to C in 2025."""
    agencies = {key: dict(agency) for key, agency in AGENCIES.items()}
    agencies["bo-a"]["successor"] = heir("bo-b", "2024-03-01")
    agencies["bo-b"]["successor"] = heir("bo-c", "2025-03-01")
    return made_plan([], agencies).agencies


def test_duties_pass_on_from_the_very_day() -> None:
    """Not the day before, and along a chain as far as it has come by then."""
    agencies = chain()
    assert successors_by("bo-a", date(2024, 2, 29), agencies) == ()
    assert successors_by("bo-a", date(2024, 3, 1), agencies) == ("bo-b",)
    assert successors_by("bo-a", date(2025, 2, 28), agencies) == ("bo-b",)
    assert successors_by("bo-a", date(2025, 3, 1), agencies) == ("bo-b", "bo-c")
    assert successors_by("bo-c", date(2030, 1, 1), agencies) == ()


def test_a_later_link_waits_for_the_earlier_one() -> None:
    """What has not yet passed to B has not passed on to C either."""
    agencies = {key: dict(agency) for key, agency in AGENCIES.items()}
    agencies["bo-a"]["successor"] = heir("bo-b", "2025-03-01")
    agencies["bo-b"]["successor"] = heir("bo-c", "2024-03-01")
    plan = made_plan([], agencies)
    assert successors_by("bo-a", date(2024, 6, 1), plan.agencies) == ()
    assert successors_by("bo-a", date(2025, 6, 1), plan.agencies) == ("bo-b", "bo-c")


def test_the_last_heir_answers_by_the_last_succession() -> None:
    """Nobody else where nothing was passed on by that day."""
    agencies = chain()
    assert answering_on("bo-a", date(2024, 2, 29), agencies) == ()
    for day, agency in ((date(2024, 3, 1), "bo-b"), (date(2025, 3, 1), "bo-c")):
        (found,) = answering_on("bo-a", day, agencies)
        assert (found.agency, found.basis) == (agency, f"Về {agency}")
    assert answering_on("bo-c", date(2030, 1, 1), agencies) == ()


COMMITTEES: dict[str, dict[str, Any]] = {
    "bo-a": {"name": "Bộ A", "successor": heir("bo-b", "2025-03-01")},
    "bo-b": {"name": "Bộ B"},
    "bcsd-bo-a": {
        "name": "Ban cán sự đảng Bộ A",
        "acts_for": "bo-a",
        "successor": heir("dang-uy-bo-a", "2025-01-24"),
    },
    "dang-uy-bo-a": {"name": "Đảng ủy Bộ A", "acts_for": "bo-a"},
}


@pytest.mark.parametrize(
    ("day", "agency"),
    [
        ("2025-01-23", None),
        ("2025-01-24", "dang-uy-bo-a"),
        ("2025-02-28", "dang-uy-bo-a"),
        ("2025-03-01", "bo-b"),
    ],
)
def test_of_a_body_whose_principal_was_merged_the_receiver_answers(
    day: str, agency: str | None
) -> None:
    """Else a letter would go to the party committee of a ministry that is no more."""
    agencies = made_plan([], COMMITTEES).agencies
    found = answering_on("bcsd-bo-a", date.fromisoformat(day), agencies)
    assert [each.agency for each in found] == ([agency] if agency else [])


def test_a_body_with_an_heir_of_its_own_goes_that_way_first() -> None:
    """The principal is asked only where the body's own successions end."""
    agencies = {key: dict(agency) for key, agency in COMMITTEES.items()}
    agencies["dang-uy-bo-a"]["successor"] = heir("dang-uy-bo-b", "2025-03-02")
    agencies["dang-uy-bo-b"] = {"name": "Đảng ủy Bộ B", "acts_for": "bo-b"}
    (found,) = answering_on("bcsd-bo-a", date(2025, 3, 2), made_plan([], agencies).agencies)
    assert found.agency == "dang-uy-bo-b"


def test_of_a_body_that_was_split_all_that_took_over_answer() -> None:
    """The subject decides among them; the main one stands first, with its own last heir."""
    agencies = made_plan(
        [],
        {
            "bo-a": {
                "name": "Bộ A",
                "successor": [heir("bo-b", "2025-03-01"), heir("bo-c", "2025-03-01")],
            },
            "bo-b": {"name": "Bộ B", "successor": [heir("bo-d", "2025-06-01")]},
            "bo-c": {"name": "Bộ C"},
            "bo-d": {"name": "Bộ D"},
        },
    ).agencies
    answering = [
        [each.agency for each in answering_on("bo-a", day, agencies)]
        for day in (date(2025, 2, 28), date(2025, 3, 1), date(2025, 6, 1))
    ]
    assert answering == [[], ["bo-b", "bo-c"], ["bo-d", "bo-c"]]
    assert successors_by("bo-a", date(2025, 6, 1), agencies) == ("bo-b", "bo-c", "bo-d")


def test_a_circle_of_principals_ends() -> None:
    """No valid plan has one, and still nobody waits for ever."""
    around = {
        "a": {"name": "A", "acts_for": "b", "successor": heir("c", "2024-01-01")},
        "b": {"name": "B", "acts_for": "a", "successor": heir("a", "2024-01-01")},
        "c": {"name": "C", "acts_for": "b"},
    }
    agencies = {key: Agency.model_validate(value) for key, value in around.items()}
    assert answering_on("a", date(2025, 1, 1), agencies) is not None
