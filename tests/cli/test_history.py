"""What was recorded, shown again: the timeline of an obligation, as of any day."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import Run
from plans.written_plan import own_plan, today_is

LOG = """\
  - {task: I.1, on: 2024-02-01, event: progress, note: đang làm, percent: 40}
  - {task: I.1, on: 2024-03-20, event: extended, to: 2024-Q2, basis: 5-CV}
  - {task: I.4, on: 2024-04-01, event: cancelled, basis: 8-QĐ}
  - {task: I.4, on: 2024-04-02, event: reopened, note: lại làm}
  - {task: I.1, on: 2024-06-20, event: extended, to: 2024-Q3, basis: 6-CV, note: bão}
  - {task: I.2, on: 2024-10-01, event: completed, agency: bo-c, document: 7-BC}
  - {task: I.3, on: 2024-10-01, event: completed, part: mot, note: xong}
  - {task: I.1, on: 2024-10-02, event: completed, document: 9-BC}
  - {task: I.1, on: 2024-10-05, event: reopened, note: thiếu phụ lục}
  - {task: I.4, on: 2024-12-20, event: completed, for: "2024", document: 10-BC}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    own_plan(tmp_path, LOG)
    with today_is():
        yield tmp_path


def shown(kh20: Run, folder: Path, number: str, day: str) -> dict[str, list[str]]:
    """Return the lines of each label of “show”."""
    result = kh20("show", number, "--as-of", day, cwd=folder)
    assert (result.code, result.err) == (0, "")
    found: dict[str, list[str]] = {}
    label = ""
    width = next(line.index("Báo cáo (") for line in result.out.splitlines() if "Báo cáo (" in line)
    for line in result.out.splitlines()[2:]:
        label = line[:width].strip() or label
        found.setdefault(label, []).append(line[width:])
    return found


@pytest.mark.parametrize(
    ("day", "in_force", "state", "events"),
    [
        ("2024-01-31", None, "open, 60 days left", 0),
        ("2024-03-19", None, "open, 12 days left", 1),
        ("2024-03-20", "2024-06-30, extended 1 time, by 91 days", "open, 102 days left", 2),
        ("2024-10-01", "2024-09-30, extended 2 times, by 183 days", "overdue 1 day", 3),
        ("2024-10-02", "2024-09-30, extended 2 times, by 183 days", "completed late", 4),
        ("2024-10-05", "2024-09-30, extended 2 times, by 183 days", "overdue 5 days", 5),
    ],
)
def test_show_prints_the_history_as_a_timeline(
    kh20: Run, folder: Path, day: str, in_force: str | None, state: str, events: int
) -> None:
    """Up to the day asked about; the original deadline stays, with how often and far it moved."""
    found = shown(kh20, folder, "I.1", day)
    assert found["Deadline"] == ["2024-03-31, the last day of 2024-Q1"]
    assert found.get("In force") == ([in_force] if in_force else None)
    assert found["State"] == [state]
    timeline = [
        "2024-01-02 issued (1-KH/BA)",
        "2024-02-01 progress: 40 %; đang làm",
        "2024-03-20 extended: → 2024-Q2; 5-CV",
        "2024-06-20 extended: → 2024-Q3; 6-CV; bão",
        "2024-10-02 completed: 9-BC",
        "2024-10-05 reopened: thiếu phụ lục",
    ]
    assert [" ".join(line.split()) for line in found["History"]] == timeline[: events + 1]


def record(kh20: Run, folder: Path, number: str, day: str) -> dict[str, Any]:
    result = kh20("show", number, "--as-of", day, "--format", "json", cwd=folder)
    (found,) = json.loads(result.out)["tasks"]
    return dict(found)


def test_json_has_the_entries_as_the_file_has_them(kh20: Run, folder: Path) -> None:
    """With the deadline in force, the original one, and the number of extensions."""
    found = record(kh20, folder, "I.1", "2024-10-03")
    assert (found["deadline"], found["original_deadline"], found["extensions"]) == (
        "2024-09-30", "2024-03-31", 2,
    )  # fmt: skip
    assert (found["status"], found["completed_on"]) == ("completed-late", "2024-10-02")
    assert found["history"][2] == {
        "task": "I.1",
        "on": "2024-06-20",
        "event": "extended",
        "to": "2024-Q3",
        "basis": "6-CV",
        "note": "bão",
    }


def test_shares_in_json(kh20: Run, folder: Path) -> None:
    """Each owner's and each part's, with its own state; the heir's entry counts for the owner."""
    keys = ("agency", "part", "status", "deadline", "completed_on")
    shares = {
        id_: [
            tuple(share[key] for key in keys)
            for share in record(kh20, folder, id_, "2024-10-02")["shares"]
        ]
        for id_ in ("I.2", "I.3")
    }
    assert shares["I.2"] == [
        ("bo-a", None, "overdue", "2024-06-30", None),
        ("bo-b", None, "completed-late", "2024-06-30", "2024-10-01"),
    ]
    assert shares["I.3"] == [
        (None, "mot", "completed", "2024-12-31", "2024-10-01"),
        (None, "hai", "open", "2024-12-31", None),
    ]


def test_a_turn_has_its_own_timeline(kh20: Run, folder: Path) -> None:
    """With what happened to the duty as a whole; without a turn, the turns so far are listed."""
    turn = record(kh20, folder, "I.4@2024", "2024-12-31")
    assert turn["id"] == "I.4@2024"
    assert [entry["event"] for entry in turn["history"]] == ["cancelled", "reopened", "completed"]
    assert turn["status"] == "completed-late"
    result = kh20("show", "I.4", "--as-of", "2025-06-01", cwd=folder).out
    assert "I.4@2025 · Sơ kết" in result
    assert "Means         every year; complete before 12-15" in result
    assert "I.4@2024 2024-12-14 completed late" in " ".join(result.split())
    assert "I.4@2025 2025-12-14 open, 196 days left" in " ".join(result.split())
    missing = kh20("show", "I.4@2020", cwd=folder)
    assert (missing.code, missing.err) == (
        2,
        "kh20: I.4 has no turn “2020”\n"
        "  its turns are: I.4@2024, I.4@2025, I.4@2026, I.4@2027, …\n",
    )


def test_lists_show_what_is_missing_and_an_agency_its_own_share(kh20: Run, folder: Path) -> None:
    """“Whom do I write to” in one, “what do we still owe” in the other."""
    overdue = kh20("overdue", "--as-of", "2024-10-02", cwd=folder).out
    assert "Kế hoạch từng bộ (1 of 2 missing: Bộ A)" in overdue
    ahead = kh20("upcoming", "--as-of", "2024-10-02", cwd=folder).out
    assert "Hai đề án (1 of 2 missing: Đề án hai)" in ahead
    due = kh20("due", "2024", "--as-of", "2024-10-02", cwd=folder).out
    assert "(1 of 2 missing: Bộ A)" in due
    for agency, status in (("Bộ A", "overdue"), ("Bộ B", "completed-late")):
        result = kh20("owner", agency, "--as-of", "2024-10-02", "-f", "json", cwd=folder)
        found = {task["id"]: task for task in json.loads(result.out)["tasks"]}
        assert found["I.2"]["own_status"] == status
        assert found["I.2"]["status"] == "overdue"


def test_the_grid_tells_in_time_from_late(kh20: Run, folder: Path) -> None:
    """Rows add up to the line below them, states to the total."""
    result = kh20("summary", "--as-of", "2024-12-31", "-f", "json", cwd=folder)
    grid = json.loads(result.out)
    states = [key for key in grid["obligations"] if key not in ("id", "name", "total")]
    for row in (*grid["rows"], grid["assignments"], grid["obligations"]):
        assert row["total"] == sum(row[state] for state in states)
    for state in (*states, "total"):
        assert grid["assignments"][state] == sum(row[state] for row in grid["rows"])
    assert {state: n for state, n in grid["obligations"].items() if n and state in states} == {
        "overdue": 2,
        "open": 1,
        "completed-late": 1,
        "running": 1,
    }
