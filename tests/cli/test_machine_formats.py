"""What programs are given: the promised fields, and the same values in every format."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from asking import ROOT, answered
from conftest import Run
from kh20.answers.records import TASK_FIELDS
from kh20.obligations import Status
from plans.made_plans import AGENCIES, BY_Q1, FROM_MAY, IN_JUNE, completed, plan_file, task

DAY = ("--as-of", "2024-04-15")
QUERIES = [
    ["due", "2024"],
    ["due", "2024", "--running"],
    ["overdue"],
    ["upcoming"],
    ["owner", "Bộ Tài chính"],
    ["list"],
    ["show", "IV.2.3"],
]

COUNTED = "trong thời hạn 30 ngày kể từ ngày Luật có hiệu lực"

# One obligation in each of the nine states, as of 15 April 2024.
NINE = [
    task("I.1", BY_Q1),
    task("I.2", BY_Q1),
    task("I.3", IN_JUNE),
    task("I.4", BY_Q1),
    task("I.5", {"from": "2024-02", "stated": "thực hiện từ tháng 02/2024"}),
    task("I.6", FROM_MAY),
    task("I.7"),
    task("I.8", IN_JUNE),
    task("I.9", {"within": "30 days", "after": "Luật có hiệu lực", "stated": COUNTED}),
]
LOG = [
    completed("I.1", "2024-03-31"),
    completed("I.2", "2024-04-01"),
    {"event": "extended", "task": "I.3", "on": "2024-04-02", "to": "2024-Q3", "basis": "5/TB"},
    {"event": "cancelled", "task": "I.8", "on": "2024-04-04", "basis": "6/QĐ"},
]


@pytest.mark.parametrize("query", [*QUERIES, ["owners"], ["summary"]], ids=" ".join)
def test_jsonl_is_the_list_of_the_json_one_a_line(kh20: Run, query: list[str]) -> None:
    """Of the grid the two lines of totals too, under the names that CSV gives them."""
    result = kh20(*query, *DAY, "-f", "jsonl", cwd=ROOT)
    assert (result.code, result.err) == (0, "")
    lines = [json.loads(line) for line in result.out.splitlines()]
    document = json.loads(kh20(*query, *DAY, "-f", "json", cwd=ROOT).out)
    listed = next(document[key] for key in ("tasks", "owners", "rows") if key in document)
    totals = [
        {**document[key], "id": f"*{key}"}
        for key in ("assignments", "obligations")
        if key in document
    ]
    assert lines == [*listed, *totals]


@pytest.fixture
def nine(tmp_path: Path) -> str:
    """The path of a plan with all states."""
    return plan_file(tmp_path, NINE, log=LOG, agencies={"bo-a": AGENCIES["bo-a"]})


def test_json_of_all_states(kh20: Run, nine: str) -> None:
    """Days count where something is overdue or ahead, and nowhere else."""
    result = kh20("list", *DAY, "--plan", nine, "--format", "json")
    assert (result.code, result.err) == (0, "")
    document = json.loads(result.out)
    assert {key: document[key] for key in ("schema", "plan", "as_of")} == {
        "schema": "kh20/tasks/1",
        "plan": {"number": "1-KH/TW", "path": nine},
        "as_of": "2024-04-15",
    }
    rows = [
        (r["status"], r["start"], r["deadline"], r["days_overdue"], r["days_left"])
        for r in document["tasks"]
    ]
    assert rows == [
        ("completed", None, "2024-03-31", None, None),
        ("completed-late", None, "2024-03-31", None, None),
        ("not-started", "2024-06-01", "2024-09-30", None, 168),
        ("overdue", None, "2024-03-31", 15, None),
        ("running", "2024-02-01", None, None, None),
        ("not-started", "2024-05-01", None, None, None),
        ("unscheduled", None, None, None, None),
        ("cancelled", "2024-06-01", "2024-06-30", None, None),
        ("awaiting-event", None, None, None, None),
    ]
    extended = document["tasks"][2]
    assert (extended["original_deadline"], extended["extensions"]) == ("2024-06-30", 1)
    assert document["tasks"][6]["due"] is None
    opened = kh20("list", "--as-of", "2024-03-30", "--plan", nine, "--format", "json")
    assert [r["days_left"] for r in json.loads(opened.out)["tasks"]][:2] == [1, 1]
    states = {r["status"] for day in (result, opened) for r in json.loads(day.out)["tasks"]}
    assert states == set(Status)


@pytest.mark.parametrize("query", QUERIES, ids=" ".join)
def test_csv_and_tsv_have_the_values_of_json(kh20: Run, query: list[str]) -> None:
    """Row by row: texts as they are, names joined, numbers and days in the same spelling."""
    records = answered(kh20, *query, *DAY)["tasks"]
    for fmt, dialect in (("csv", {}), ("tsv", {"delimiter": "\t", "quoting": csv.QUOTE_NONE})):
        out = kh20(*query, *DAY, "--format", fmt, cwd=ROOT).out
        rows = list(csv.DictReader(io.StringIO(out, newline=""), **dialect))  # type: ignore[call-overload]
        assert set(TASK_FIELDS) <= set(rows[0])
        assert len(rows) == len(records)
        for row, record in zip(rows, records, strict=True):
            for field in ("id", "section", "title", "text", "responsibility", "status"):
                assert row[field] == record[field]
            for field in ("start", "deadline", "days_overdue", "days_left", "completed_on"):
                assert row[field] == ("" if record[field] is None else str(record[field]))
            for field in ("ongoing", "substantially"):
                assert row[field] == str(record[field]).lower()
            for field in ("owners", "partners"):
                assert row[field] == "; ".join(agency["name"] for agency in record[field])
            assert row["stated"] == (record["due"] or {}).get("stated", "")
            if query[0] == "owner":
                assert row["relation"] == record["relation"]
                assert row["via"] == "; ".join(step["name"] for step in record["via"])


@pytest.mark.parametrize("query", [*QUERIES[:6], ["owners"], ["summary"]], ids=" ".join)
def test_markdown_is_made_of_tables_with_a_cell_for_every_column(
    kh20: Run, query: list[str]
) -> None:
    """A header, a rule of the same length, and rows of the same length."""
    out = kh20(*query, *DAY, "--format", "md", cwd=ROOT).out
    tables = re.findall(r"(?:^\|.*\|\n)+", out, re.MULTILINE)
    assert tables
    for table in tables:
        rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in table.splitlines()]
        assert len({len(row) for row in rows}) == 1
        assert all(re.fullmatch(r" ---:? ", cell) for cell in rows[1])
        assert len(rows) > 2


def test_markdown_of_a_title_with_a_bar(kh20: Run, tmp_path: Path) -> None:
    """It ends no cell."""
    path = plan_file(tmp_path, [task("I.1", title="a|b\\|c")], agencies={"bo-a": AGENCIES["bo-a"]})
    out = kh20("list", "--plan", path, *DAY, "--format", "md").out
    assert "| a\\|b\\\\\\|c |" in out


@pytest.mark.parametrize(
    ("query", "schema", "rows"),
    [
        (["owners"], "kh20/owners/1", "owners"),
        (["summary"], "kh20/summary/1", "rows"),
        *((query, "kh20/tasks/1", "tasks") for query in QUERIES),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_every_document_says_what_it_is(
    kh20: Run, query: list[str], schema: str, rows: str
) -> None:
    """The schema with its number, the plan, the day."""
    document: dict[str, Any] = answered(kh20, *query, *DAY)
    assert list(document)[:3] == ["schema", "plan", "as_of"]
    assert document["schema"] == schema
    assert document["plan"] == {"number": "20-KH/TW", "path": "plan.yaml"}
    assert document["as_of"] == "2024-04-15"
    assert isinstance(document[rows], list)


def test_csv_of_the_grid_has_its_sums_under_ids_that_no_agency_has(kh20: Run) -> None:
    """An asterisk is not in a short name."""
    out = kh20("summary", *DAY, "--format", "csv", cwd=ROOT).out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["id"] for row in rows[-3:]] == ["", "*assignments", "*obligations"]
    assert [int(row["total"]) for row in rows[-2:]] == [68, 31]
    assert sum(int(row["total"]) for row in rows[:-2]) == 68
