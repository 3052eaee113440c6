"""Who owes a task by itself."""

from typing import Any

import pytest

from kh20.model.owing import debtors_of, members_owing
from plans.made_plans import made_plan, task


def nhom(*members: str, **more: Any) -> dict[str, Any]:
    return {"name": "Nhóm", "collective": True, "closed": True, "members": [*members], **more}


AGENCIES: dict[str, dict[str, Any]] = {
    **{f"bo-{letter}": {"name": f"Bộ {letter.upper()}"} for letter in "abcd"},
    "hai-bo": nhom("bo-a", "bo-b"),
    "ba-bo": nhom("hai-bo", "bo-c"),
    "khac": nhom("bo-c", "bo-d", closed=False),
    "tat-ca": nhom("hai-bo", "khac"),
}


@pytest.mark.parametrize(
    ("owners", "responsibility", "debtors"),
    [
        (["bo-a"], "each", []),
        (["bo-a", "bo-b"], "joint", []),
        (["bo-a", "bo-b"], "each", [("bo-a", "bo-a"), ("bo-b", "bo-b")]),
        (["hai-bo"], "joint", []),
        (["hai-bo"], "each", [("hai-bo", "bo-a"), ("hai-bo", "bo-b")]),
        (["khac"], "each", []),
        (["khac", "bo-a"], "each", [("khac", "khac"), ("bo-a", "bo-a")]),
        # A body that the document names by itself is not counted as a member too.
        (["hai-bo", "bo-b"], "each", [("hai-bo", "bo-a"), ("bo-b", "bo-b")]),
        # A member of two collectives is counted once.
        (["hai-bo", "ba-bo"], "each", [("hai-bo", "bo-a"), ("hai-bo", "bo-b"), ("ba-bo", "bo-c")]),
        ([], "each", []),
    ],
)
def test_who_owes(owners: list[str], responsibility: str, debtors: list[tuple[str, str]]) -> None:
    plan = made_plan([task("I.1", owners=owners, responsibility=responsibility)], AGENCIES)
    assert list(debtors_of(plan.tasks[0], plan.agencies)) == debtors


@pytest.mark.parametrize(
    ("collective", "members"),
    [
        ("bo-a", ()),
        ("khac", ()),
        ("hai-bo", ("bo-a", "bo-b")),
        ("ba-bo", ("bo-a", "bo-b", "bo-c")),
        ("tat-ca", ("bo-a", "bo-b", "khac")),
    ],
)
def test_closed_collectives_among_the_members_stand_for_theirs(
    collective: str, members: tuple[str, ...]
) -> None:
    """An open one counts as one body, for nobody knows all of it."""
    agencies = made_plan([], AGENCIES).agencies
    assert members_owing(collective, agencies) == members
