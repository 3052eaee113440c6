"""Deadlines, starts and flags of dues that come once."""

from typing import Any

import pytest

from comparison.comparing import between, changes, kinds
from plans.made_plans import task

STATED = {"stated": "…"}


def due(**keys: Any) -> dict[str, Any]:
    return {key.rstrip("_"): value for key, value in keys.items()} | STATED


def of(before: Any, after: Any) -> list[str]:
    text = "Làm việc này."
    return changes(*between(task("I.1", before, text=text), task("I.1", after, text=text)))


def test_a_deadline_moved_later_says_by_how_much() -> None:
    old, new = between(task("I.1", due(by="2024-Q1")), task("I.1", due(by="2024-Q2")))
    from kh20.comparison import compare

    (change,) = compare(old, new)
    assert (change.kind, change.old, change.new) == ("deadline-later", "2024-03-31", "2024-06-30")
    assert change.days == 91
    assert change.new_path == ("tasks", 0, "due", "by")
    assert change.mirrored().days == -91


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (due(by="2024-Q2"), due(by="2024-Q1"), "deadline-earlier strengthens"),
        (due(before="2024-06-30"), due(by="2024-06-30"), "deadline-later weakens"),
        (due(from_="2024-01"), due(from_="2024-02"), "start-later weakens"),
        (due(from_="2024-02"), due(from_="2024-01"), "start-earlier strengthens"),
        (due(ongoing=True), due(ongoing=True, from_="2040"), "start-added weakens"),
        (due(ongoing=True, from_="2040"), due(ongoing=True), "start-dropped strengthens"),
        (due(by="2024"), due(by="2024", substantially=True), "substantially-added weakens"),
        (due(by="2024", substantially=True), due(by="2024"), "substantially-dropped strengthens"),
        (due(by="2024", ongoing=True), due(by="2024"), "ongoing-dropped weakens"),
        (due(by="2024"), due(by="2024", ongoing=True), "ongoing-added strengthens"),
        (due(ongoing=True), "none", "ongoing-dropped weakens"),
        (due(by="2024"), "none", "deadline-dropped weakens"),
        ("none", due(by="2024"), "deadline-added strengthens"),
    ],
)
def test_one_change_of_a_due(before: Any, after: Any, expected: str) -> None:
    (only,) = of(before, after)
    assert only.startswith(f"{expected} I.1:")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (due(in_="2023-12"), due(by="2023-12"), ["start-dropped"]),
        (due(by="2023-12"), due(in_="2023-12"), ["start-added"]),
        (due(in_="2024-01"), due(in_="2024-02"), ["deadline-later", "start-later"]),
        (due(by="2024"), due(from_="2024"), ["deadline-dropped", "start-added", "ongoing-added"]),
        (due(from_="2024"), "none", ["start-dropped", "ongoing-dropped"]),
        # Nothing is said of a flag where the period that it belonged to went as a whole.
        (due(by="2024", substantially=True), "none", ["deadline-dropped"]),
        ("none", due(by="2024", substantially=True), ["deadline-added"]),
    ],
)
def test_several_changes_of_a_due(before: Any, after: Any, expected: list[str]) -> None:
    assert kinds(*between(task("I.1", before, text="x"), task("I.1", after, text="x"))) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (due(before="2024-04"), due(by="2024-Q1")),
        (due(by="2024-Q1"), due(by="2024-03-31")),
        (due(in_="2024-Q1"), due(from_="2024-01", by="2024-Q1")),
        (due(from_="2024-01"), due(from_="2024", ongoing=True)),
    ],
)
def test_the_same_days_in_other_words_are_a_restatement(before: Any, after: Any) -> None:
    (only,) = of(before, after)
    assert only.startswith("period-restated neutral")


def test_a_restatement_shows_both_as_the_file_writes_them() -> None:
    assert of(due(before="2024-04"), due(by="2024-01/2024-03")) == [
        "period-restated neutral I.1: before: 2024-04 -> by: 2024-Q1"
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (due(by="2024-Q1"), due(by="2024-01/2024-03")),
        ({"by": "2024", "stated": "trong  năm 2024"}, {"by": "2024", "stated": "trong\nnăm 2024"}),
        (due(by="2024"), due(by="2024", ongoing=False, substantially=False)),
    ],
)
def test_the_same_due_written_otherwise_is_no_change(before: Any, after: Any) -> None:
    assert of(before, after) == []


def test_the_stated_phrase_is_letter_by_letter() -> None:
    before, after = due(by="2024"), due(by="2024") | {"stated": "Trong năm 2024"}
    before["stated"] = "trong năm 2024"
    assert of(before, after) == [
        "stated-altered alters I.1: trong năm 2024 -> Trong năm 2024",
    ]
    assert of(before, {**before, "by": "2025"})[0].startswith("deadline-later")
