"""The log of two versions: it may grow, and nothing else."""

from typing import Any

import pytest

from comparison.comparing import changes, codes, kinds
from kh20.comparison import compare
from kh20.model import Plan
from plans.made_plans import BY_Q1, completed, made_plan, task

TASKS = [task("I.1", BY_Q1), task("I.2", BY_Q1)]
DONE = completed("I.1", "2024-03-20")
OTHER = completed("I.2", "2024-03-25")
OPEN = {"event": "reopened", "task": "I.1", "on": "2024-03-20", "note": "thiếu phụ lục"}
LATER = {
    "event": "extended", "task": "I.1", "on": "2024-03-10", "to": "2024-Q3", "basis": "9/QĐ"
}  # fmt: skip


def logged(*entries: dict[str, Any], tasks: Any = TASKS) -> Plan:
    return made_plan(tasks, log=entries)


def test_an_entry_more_is_a_notice_wherever_it_stands() -> None:
    old, new = logged(DONE), logged(LATER, DONE)
    assert changes(old, new) == [
        "log-added neutral I.1: - -> "
        "task: I.1, on: 2024-03-10, event: extended, to: 2024-Q3, basis: 9/QĐ"
    ]
    assert codes(old, new) == ["KH513"]
    (change,) = compare(old, new)
    assert change.new_path == ("log", 0)


@pytest.mark.parametrize(
    ("entries", "place"), [((), ("log",)), ((OTHER,), ("log", 0)), ((LATER, OTHER), ("log", 0))]
)
def test_a_removed_entry(entries: Any, place: Any) -> None:
    old, new = logged(DONE, *entries), logged(*entries)
    (change,) = compare(old, new)
    assert (change.kind, change.task, change.new_path) == ("log-removed", "I.1", place)
    assert codes(old, new) == ["KH505!"]
    assert compare(new, old) == [change.mirrored()]


@pytest.mark.parametrize(
    "edit",
    [
        {"on": "2024-04-20"},
        {"task": "I.2"},
        {"document": "2/BC"},
        {"note": "đã kiểm tra"},
        {"agency": "bo-b"},
        {"part": "mot"},
        {"for": "2024"},
        {"event": "progress", "note": "x", "document": None},
        {"event": "cancelled", "basis": "x", "document": None},
    ],
)
def test_a_changed_entry(edit: dict[str, Any]) -> None:
    new = {key: value for key, value in {**DONE, **edit}.items() if value is not None}
    (change,) = compare(logged(DONE, OTHER), logged(new, OTHER))
    assert change.kind == "log-changed"
    assert (change.old_path, change.new_path) == (("log", 0), ("log", 0))
    assert codes(logged(DONE, OTHER), logged(new, OTHER)) == ["KH505!"]
    assert compare(logged(new, OTHER), logged(DONE, OTHER)) == [change.mirrored()]


def test_both_sides_of_a_changed_entry_are_shown_as_the_file_has_them() -> None:
    assert changes(logged(LATER), logged({**LATER, "to": "2024"})) == [
        "log-changed alters I.1: "
        "task: I.1, on: 2024-03-10, event: extended, to: 2024-Q3, basis: 9/QĐ -> "
        "task: I.1, on: 2024-03-10, event: extended, to: 2024, basis: 9/QĐ"
    ]


def test_an_entry_that_went_is_not_hidden_by_one_of_another_kind_that_came() -> None:
    new = completed("I.2", "2024-05-05")
    assert kinds(logged(DONE), logged(new)) == ["log-removed", "log-added"]


def test_one_of_two_equal_entries_is_missed() -> None:
    assert kinds(logged(DONE, DONE), logged(DONE)) == ["log-removed"]
    assert kinds(logged(DONE), logged(DONE, DONE)) == ["log-added"]


def test_the_order_of_days_is_the_order_of_events_whatever_the_file_has() -> None:
    assert kinds(logged(DONE, OTHER), logged(OTHER, DONE)) == []


def test_within_a_day_the_order_of_the_file_is_the_order_of_events() -> None:
    old, new = logged(DONE, OPEN), logged(OPEN, DONE)
    assert kinds(old, new) == ["log-reordered"]
    assert codes(old, new) == ["KH505!"]
    assert compare(new, old) == [compare(old, new)[0].mirrored()]
    same_day = {**OTHER, "on": DONE["on"]}
    assert kinds(logged(DONE, same_day), logged(same_day, DONE)) == []


def test_spacing_is_no_change() -> None:
    assert kinds(logged(OPEN), logged({**OPEN, "note": "thiếu\n  phụ  lục"})) == []


def test_entries_follow_a_renumbered_obligation() -> None:
    renumbered = [{**TASKS[0], "id": "I.9"}, TASKS[1]]
    new = logged({**DONE, "task": "I.9"}, OTHER, tasks=renumbered)
    assert kinds(logged(DONE, OTHER), new) == ["task-renumbered"]
    weaker = logged({**DONE, "task": "I.9", "on": "2024-03-31"}, OTHER, tasks=renumbered)
    assert kinds(logged(DONE, OTHER), weaker) == ["task-renumbered", "log-changed"]
    (_renumbered, change) = compare(logged(DONE, OTHER), weaker)
    assert compare(weaker, logged(DONE, OTHER))[1] == change.mirrored()


def test_entries_follow_a_part_with_another_short_name() -> None:
    def version(part: str) -> Plan:
        tasks = [task("I.1", parts=[{"id": part, "title": "Một"}])]
        return logged({**DONE, "part": part}, tasks=tasks)

    assert kinds(version("mot"), version("phan-mot")) == ["part-rekeyed"]
