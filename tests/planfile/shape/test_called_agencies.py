"""An agency called by its name where its short name belongs."""

from typing import Any

import pytest

from kh20.planfile.shape.faults import agencies_called

DATA: dict[str, Any] = {
    "agencies": {
        "so-a": {"name": "Sở A", "en": "Department A", "aliases": ["SA", "Chung"]},
        "so-b": {"name": "Sở B", "aliases": ["SB", "Chung"]},
        "so-c": None,
        "so-d": {"name": 4, "aliases": "SD"},
    }
}


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("SB", "so-b"),
        ("sb", "so-b"),
        ("Sở A", "so-a"),
        ("department a", "so-a"),
        ("Chung", None),
        ("SD", None),
        ("SX", None),
    ],
)
def test_by_any_of_its_names_in_any_case(name: str, agency: str | None) -> None:
    """But not where two have it, nor by what is no name."""
    assert agencies_called(DATA).get(name.casefold()) == agency


@pytest.mark.parametrize("data", [None, [], {}, {"agencies": []}, {"agencies": None}])
def test_data_that_is_no_plan(data: Any) -> None:
    assert agencies_called(data) == {}
