"""Obligations as plain data: the contract of JSON, and the cells of CSV."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from kh20.answers.records import concern_record, due_record, entry_record, flat, task_record
from kh20.model import Plan
from kh20.obligations import Book, Status
from kh20.queries.agencies import concerns_of
from plans.generated_plans import DAYS, plans
from plans.made_plans import BY_Q1, FROM_MAY, IN_JUNE, STANDING, completed, made_plan, task

DAY = date(2024, 4, 15)

# The fields that the design promises, with the types of their values.
CONTRACT: dict[str, tuple[type, ...]] = {
    "id": (str,),
    "section": (str,),
    "title": (str,),
    "text": (str,),
    "owners": (list,),
    "partners": (list,),
    "responsibility": (str,),
    "due": (dict, type(None)),
    "start": (str, type(None)),
    "deadline": (str, type(None)),
    "ongoing": (bool,),
    "substantially": (bool,),
    "status": (str,),
    "days_overdue": (int, type(None)),
    "days_left": (int, type(None)),
}


def records(*tasks: Any, log: Any = (), day: date = DAY) -> list[dict[str, Any]]:
    book = Book(made_plan(tasks, log=log), day)
    return [task_record(standing) for standing in book.standings()]


@given(plans(), DAYS)
def test_every_record_keeps_the_contract(plan: Plan, day: date) -> None:
    """Every promised field with its type, whatever the state, and all of it JSON."""
    book = Book(plan, day)
    for standing in book.standings():
        record = task_record(standing)
        for field, types in CONTRACT.items():
            assert type(record[field]) in types
        assert record["status"] in list(Status)
        assert record["responsibility"] in {"joint", "each"}
        for field in ("start", "deadline", "original_deadline", "completed_on"):
            if record[field] is not None:
                assert date.fromisoformat(record[field]).isoformat() == record[field]
        for agency in record["owners"] + record["partners"]:
            assert plan.agencies[agency["id"]].name == agency["name"]
        assert json.loads(json.dumps(record)) == record


@given(plans(), DAYS)
def test_every_concern_tells_how_and_by_which_way(plan: Plan, day: date) -> None:
    """With day and basis for each succession on it."""
    book = Book(plan, day)
    for concern in concerns_of([book.body("bo-a")]):
        record = concern_record(concern)
        assert record["relation"] in {"owner", "partner", "member", "successor"}
        assert record["role"] in {"owner", "partner"}
        assert record["own_status"] in list(Status)
        for step in record["via"]:
            assert plan.agencies[step["id"]].name == step["name"]
            assert ("from" in step) == ("basis" in step) == (step["link"] == "succeeded-by")
        assert {"id": concern.involvement.body} == {
            "id": record["via"][0]["id"] if record["via"] else "bo-a"
        }


@pytest.mark.parametrize(
    ("due", "record"),
    [
        ("none", None),
        (BY_Q1, {"by": "2024-Q1", "stated": BY_Q1["stated"]}),
        (IN_JUNE, {"in": "2024-06", "stated": IN_JUNE["stated"]}),
        (FROM_MAY, {"from": "2024-05", "stated": FROM_MAY["stated"]}),
        (STANDING, {"ongoing": True, "stated": STANDING["stated"]}),
        ({"before": "2024-06-30", "stated": "…"}, {"before": "2024-06-30", "stated": "…"}),
        (
            {"by": "2024", "substantially": True, "ongoing": True, "stated": "…"},
            {"by": "2024", "substantially": True, "ongoing": True, "stated": "…"},
        ),
        (
            {"every": "half-year", "by": ["06-15", "12-15"], "stated": "…"},
            {"every": "half-year", "by": ["06-15", "12-15"], "stated": "…"},
        ),
    ],
)
def test_a_due_is_as_the_plan_file_gives_it(due: Any, record: Any) -> None:
    """The YAML keys, periods in their canonical spelling, nothing that says nothing."""
    assert due_record(made_plan([task("I.1", due)]).tasks[0].due) == record


def test_an_entry_of_the_log_is_as_the_plan_file_gives_it() -> None:
    """Days in ISO, periods in their canonical spelling."""
    entry = {"event": "extended", "task": "I.1", "on": "2024-05-20", "to": "2024-Q4", "basis": "1"}
    progress = {"event": "progress", "task": "I.1", "on": "2024-06-01", "note": "…", "percent": 40}
    plan = made_plan([task("I.1", BY_Q1)], log=[entry, progress])
    assert [entry_record(item) for item in plan.log] == [entry, progress]


def test_shares_are_given_where_there_are_several() -> None:
    """Each owner's or part's own state, and when it was completed."""
    owners = {"owners": ["bo-a", "bo-b"], "responsibility": "each"}
    log = [completed("I.1", "2024-04-02", agency="bo-a")]
    divided, whole = records(task("I.1", BY_Q1, **owners), task("I.2", BY_Q1), log=log)
    assert whole["shares"] == []
    assert divided["shares"] == [
        {
            "agency": "bo-a",
            "owner": "bo-a",
            "part": None,
            "status": "completed-late",
            "deadline": "2024-03-31",
            "completed_on": "2024-04-02",
        },
        {
            "agency": "bo-b",
            "owner": "bo-b",
            "part": None,
            "status": "overdue",
            "deadline": "2024-03-31",
            "completed_on": None,
        },
    ]
    assert divided["status"] == "overdue"


def test_a_body_whose_duties_have_passed_on_names_its_heir() -> None:
    """With the day and the basis, from that day on."""
    agencies: dict[str, Any] = {
        "bo-a": {
            "name": "Bộ A",
            "successor": {"agency": "bo-b", "from": "2024-04-15", "basis": "1"},
        },
        "bo-b": {"name": "Bộ B"},
    }
    plan = made_plan([task("I.1")], agencies)
    for day, now in (
        (date(2024, 4, 14), {}),
        (DAY, {"now": {"id": "bo-b", "name": "Bộ B", "from": "2024-04-15", "basis": "1"}}),
    ):
        book = Book(plan, day)
        (record,) = (task_record(standing) for standing in book.standings())
        assert record["owners"] == [{"id": "bo-a", "name": "Bộ A", **now}]


def test_a_row_of_text() -> None:
    """Names in one cell, the stated phrase in its own, nothing for nothing."""
    (record,) = records(
        task(
            "I.1",
            {"by": "2024", "substantially": True, "stated": "a, b: c"},
            owners=["bo-a", "bo-b"],
        )
    )
    row = flat(record)
    assert row["owners"] == "Bộ A; Bộ B"
    assert row["partners"] == ""
    assert row["due"] == "by: 2024, substantially: true"
    assert row["stated"] == "a, b: c"
    assert (row["ongoing"], row["substantially"]) == ("false", "true")
    assert (row["days_left"], row["days_overdue"], row["start"]) == ("260", "", "")
    assert all(isinstance(value, str) for value in row.values())


def test_a_row_of_what_recurs_or_has_no_period() -> None:
    """Several cut-offs are one cell; without a period both cells are empty."""
    book = Book(
        made_plan([task("I.1", {"every": "year", "by": ["06-15", "12-15"], "stated": "…"})]), DAY
    )
    recurring = flat(task_record(next(book.standings(date(2024, 12, 31)))))
    assert recurring["due"] == "every: year, by: 06-15; 12-15"
    (record,) = records(task("I.1"))
    assert (flat(record)["due"], flat(record)["stated"]) == ("", "")


def owing(plan: Plan, day: date) -> list[str]:
    return [body["id"] for body in task_record(next(Book(plan, day).standings()))["owing"]]


def test_owing_are_the_bodies_to_write_to() -> None:
    """Those that have not delivered, by the body that answers on that day, each once."""
    agencies: dict[str, dict[str, Any]] = {
        "bo-a": {"name": "Bộ A"},
        "bo-b": {
            "name": "Bộ B",
            "successor": {"agency": "bo-a", "from": "2025-01-01", "basis": "1"},
        },
        "bo-c": {"name": "Bộ C"},
    }
    owned = {"owners": ["bo-a", "bo-b", "bo-c"], "responsibility": "each"}
    log = [completed("I.1", "2024-03-01", agency="bo-c")]
    each = made_plan([task("I.1", BY_Q1, **owned)], agencies, log)
    assert owing(each, date(2024, 2, 29)) == ["bo-a", "bo-b", "bo-c"]
    assert owing(each, date(2024, 3, 1)) == ["bo-a", "bo-b"]
    assert owing(each, date(2025, 1, 1)) == ["bo-a"]
    joint = made_plan(
        [task("I.1", BY_Q1, owners=["bo-c"])], agencies, [completed("I.1", "2024-03-01")]
    )
    assert owing(joint, date(2024, 2, 29)) == ["bo-c"]
    assert owing(joint, date(2024, 3, 1)) == []
    assert owing(made_plan([task("I.1", owners=[])]), DAY) == []


def test_a_cell_names_bodies_and_by_which_decision_they_have_what_they_have() -> None:
    """A person who reads the CSV has nothing else to cite."""
    step = {
        "id": "bo-b",
        "name": "Bộ B",
        "link": "succeeded-by",
        "from": "2025-01-01",
        "basis": "1/QĐ",
    }
    row = flat({"owing": [{"id": "bo-a", "name": "Bộ A"}], "via": [step], "now": step})
    assert row == {
        "owing": "Bộ A",
        "via": "Bộ B (2025-01-01, 1/QĐ)",
        "now": "Bộ B (2025-01-01, 1/QĐ)",
    }
