"""Agencies of two versions: its name is what makes a body the same, not its short name."""

from typing import Any

import pytest

from comparison.comparing import changes, codes, severity
from kh20.comparison import compare, guard
from kh20.findings import Severity
from kh20.model import Plan
from plans.made_plans import completed, made_plan, task

A, B = {"name": "Bộ A"}, {"name": "Bộ B"}
HEIR = {"agency": "bo-b", "from": "2025-03-01", "basis": "Nghị quyết 1"}


def plan(agencies: dict[str, Any], *tasks: dict[str, Any], log: Any = ()) -> Plan:
    return made_plan(tasks or [task("I.1")], agencies, log)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({}, {"en": "Ministry"}, "agency-altered neutral bo-a: - -> en: Ministry"),
        ({"aliases": ["BA"]}, {"aliases": ["BB"]}, "alias-removed neutral bo-a: BA -> -"),
        ({}, {"collective": True}, "agency-altered neutral bo-a: - -> collective: true"),
        ({}, {"acts_for": "bo-b"}, "acts-for-changed reassigns bo-a: - -> Bộ B [bo-b]"),
        ({}, {"members": ["bo-b"]}, "member-added neutral bo-a: - -> Bộ B [bo-b]"),
        ({"members": ["bo-b"]}, {}, "member-removed reassigns bo-a: Bộ B [bo-b] -> -"),
        (
            {},
            {"successor": HEIR},
            "successor-added neutral bo-a: - -> Bộ B [bo-b], from 2025-03-01, Nghị quyết 1",
        ),
        (
            {"successor": HEIR},
            {},
            "successor-removed reassigns bo-a: Bộ B [bo-b], from 2025-03-01, Nghị quyết 1 -> -",
        ),
        (
            {"successor": HEIR},
            {"successor": {**HEIR, "from": "2026-03-01"}},
            "successor-changed reassigns bo-a: Bộ B [bo-b], from 2025-03-01, Nghị quyết 1 -> "
            "Bộ B [bo-b], from 2026-03-01, Nghị quyết 1",
        ),
    ],
)
def test_a_field_of_an_agency(before: Any, after: Any, expected: str) -> None:
    old, new = plan({"bo-a": A | before, "bo-b": B}), plan({"bo-a": A | after, "bo-b": B})
    assert changes(old, new)[0] == expected


@pytest.mark.parametrize(
    "same",
    [
        {"members": ["bo-b", "bo-c"], "aliases": ["X", "Y"]},
        {"members": ["bo-c", "bo-b"], "aliases": ["Y", "X"]},
    ],
)
def test_the_order_of_members_and_aliases_is_no_change(same: dict[str, Any]) -> None:
    agencies = {"bo-b": B, "bo-c": {"name": "Bộ C"}}
    old = plan({"bo-a": A | {"members": ["bo-b", "bo-c"], "aliases": ["X", "Y"]}, **agencies})
    assert changes(old, plan({**agencies, "bo-a": A | same})) == []


def test_an_agency_that_came_and_one_that_went() -> None:
    old, new = plan({"bo-a": A, "bo-b": B}), plan({"bo-a": A, "bo-c": {"name": "Bộ C"}})
    assert changes(old, new) == [
        "agency-added neutral bo-c: - -> Bộ C",
        "agency-removed neutral bo-b: Bộ B -> -",
    ]
    assert codes(old, new) == ["KH511", "KH511"]


def test_another_short_name_is_followed_wherever_it_is_used() -> None:
    def version(key: str) -> Plan:
        return plan(
            {
                key: A,
                "bo-b": B | {"acts_for": key, "successor": {**HEIR, "agency": key}},
                "cac-bo": {"name": "Các bộ", "collective": True, "members": [key, "bo-b"]},
            },
            task("I.1", owners=[key, "bo-b"], partners=[key], responsibility="each"),
            log=[completed("I.1", "2024-01-02", agency=key)],
        )

    old, new = version("bo-a"), version("bo-a-moi")
    assert changes(old, new) == ["agency-rekeyed neutral bo-a-moi: bo-a -> bo-a-moi"]
    (change,) = compare(old, new)
    assert compare(new, old) == [change.mirrored()]


def test_a_rename_under_the_same_short_name_warns_of_the_obligations() -> None:
    tasks = [
        task("I.1"),
        task("I.2", owners=["bo-b"]),
        task("I.3", owners=["bo-b"], partners=["bo-a"]),
        task("I.4", owners=["ban-a"]),
        task("I.5", owners=["cac-bo"]),
    ]
    others = {
        "bo-b": B,
        "ban-a": {"name": "Ban A", "acts_for": "bo-a"},
        "cac-bo": {"name": "Các bộ", "collective": True, "members": ["bo-a"]},
    }
    old, new = plan({"bo-a": A, **others}, *tasks), plan({"bo-a": {"name": "Z"}, **others}, *tasks)
    (diagnostic,) = guard(old, new)
    assert (diagnostic.code, severity(diagnostic)) == ("KH511", Severity.WARNING)
    assert diagnostic.message == (
        "bo-a: the agency was renamed: Bộ A → Z; it concerns I.1, I.3, I.4, I.5"
    )
    assert diagnostic.place.path == ("agencies", "bo-a", "name")


@pytest.mark.parametrize("name", ["bộ a", "Bo A", "BỘ A"])
def test_a_name_in_other_letters_is_a_notice(name: str) -> None:
    (diagnostic,) = guard(plan({"bo-a": A, "bo-b": B}), plan({"bo-a": {"name": name}, "bo-b": B}))
    assert severity(diagnostic) is Severity.NOTICE


def test_a_rename_of_an_agency_that_owes_nothing_is_a_notice() -> None:
    (diagnostic,) = guard(plan({"bo-a": A, "bo-b": B}), plan({"bo-a": A, "bo-b": {"name": "Z"}}))
    assert severity(diagnostic) is Severity.NOTICE


def test_swapped_names_replace_the_owners() -> None:
    tasks = task("I.1"), task("I.2", owners=["bo-b"], partners=["bo-a"])
    old, new = plan({"bo-a": A, "bo-b": B}, *tasks), plan({"bo-a": B, "bo-b": A}, *tasks)
    assert changes(old, new) == [
        "agency-rekeyed neutral bo-a: bo-b -> bo-a",
        "agency-rekeyed neutral bo-b: bo-a -> bo-b",
        "owner-replaced weakens I.1: Bộ A [bo-a] -> Bộ B [bo-a]",
        "owner-replaced weakens I.2: Bộ B [bo-b] -> Bộ A [bo-b]",
        "partner-replaced neutral I.2: Bộ A [bo-a] -> Bộ B [bo-a]",
    ]


def test_swapped_short_names_with_all_references_swapped_too_change_nobody() -> None:
    old = plan({"bo-a": A, "bo-b": B}, task("I.1"), task("I.2", owners=["bo-b"]))
    new = plan({"bo-a": B, "bo-b": A}, task("I.1", owners=["bo-b"]), task("I.2"))
    assert [change.kind for change in compare(old, new)] == ["agency-rekeyed"] * 2


def test_a_short_name_that_passes_to_another_body_takes_the_owner_away() -> None:
    old, new = plan({"bo-a": A, "bo-b": B}), plan({"bo-a": B})
    assert changes(old, new) == [
        "agency-rekeyed neutral bo-a: bo-b -> bo-a",
        "agency-removed neutral bo-a: Bộ A -> -",
        "owner-replaced weakens I.1: Bộ A [bo-a] -> Bộ B [bo-a]",
    ]


def test_two_bodies_of_one_name_are_told_apart_by_their_short_names() -> None:
    agencies = {"bo-a": A, "bo-a-2": A}
    tasks = task("I.1"), task("I.2", owners=["bo-a-2"])
    assert changes(plan(agencies, *tasks), plan(agencies, *tasks)) == []


def test_defining_an_agency_that_was_referred_to_already_changes_no_owner() -> None:
    old, new = plan({"bo-b": B}), plan({"bo-a": A, "bo-b": B})
    assert changes(old, new) == ["agency-added neutral bo-a: - -> Bộ A"]
    assert changes(new, old) == ["agency-removed neutral bo-a: Bộ A -> -"]
