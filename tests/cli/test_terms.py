"""Dues that are counted from an event: recorded, dated, extended, taken back, guarded."""

import json
from pathlib import Path

import pytest

from conftest import Run
from plans.counted_plan import COUNTED_PLAN

HAPPENED = ("happened", "I.1", "--on", "2025-07-03", "--document", "72/2025/QH15", "--yes")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(COUNTED_PLAN, encoding="utf-8")
    return path


def states(kh20: Run, plan: Path, day: str) -> dict[str, tuple[str, str | None]]:
    shown = kh20("list", "--plan", str(plan), "--as-of", day, "-f", "json")
    assert shown.err == ""
    return {r["id"]: (r["status"], r["deadline"]) for r in json.loads(shown.out)["tasks"]}


def test_the_deadline_follows_from_the_day_of_the_event(kh20: Run, plan: Path) -> None:
    """30 days end on a Saturday, so the Monday after it is the last day in time."""
    assert kh20("check", str(plan)).code == 0
    assert states(kh20, plan, "2025-08-01")["I.1"] == ("awaiting-event", None)
    recorded = kh20(*HAPPENED, cwd=plan.parent)
    assert recorded.code == 0
    assert (
        "State       awaiting its event → open, 32 days left; deadline – → 2025-08-04"
        in recorded.out
    )
    assert states(kh20, plan, "2025-07-02")["I.1"] == ("awaiting-event", None)
    assert states(kh20, plan, "2025-08-04")["I.1"] == ("open", "2025-08-04")
    assert states(kh20, plan, "2025-08-05")["I.1"] == ("overdue", "2025-08-04")
    shown = kh20("show", "I.1", "--as-of", "2025-08-05", cwd=plan.parent).out
    assert (
        "2025-08-04, the working day after 2025-08-02, which is 30 days after 2025-07-03" in shown
    )
    late = kh20("overdue", "--as-of", "2025-08-05", cwd=plan.parent).out
    assert "I.1" in late
    due = kh20("due", "--month", "2025-08", "--as-of", "2025-08-05", cwd=plan.parent).out
    assert "I.1" in due


def test_completion_is_judged_by_the_counted_deadline(kh20: Run, plan: Path) -> None:
    kh20(*HAPPENED, cwd=plan.parent)
    kh20("done", "I.1", "--on", "2025-08-05", "--note", "Đã ban hành", "--yes", cwd=plan.parent)
    assert states(kh20, plan, "2025-09-01")["I.1"] == ("completed-late", "2025-08-04")


def test_a_part_awaits_its_own_event(kh20: Run, plan: Path) -> None:
    done = kh20(
        "happened", "I.2", "--part", "so-ket", "--on", "2025-04-25", "--note", "Bế mạc", "--yes",
        cwd=plan.parent,
    )  # fmt: skip
    assert done.code == 0
    found = states(kh20, plan, "2025-05-01")
    assert found["I.2:so-ket"] == ("open", "2025-05-06")
    assert found["I.2:tong-ket"][1] == "2026-12-31"
    shown = kh20("show", "I.2:so-ket", "--as-of", "2025-05-01", cwd=plan.parent).out
    assert "without Saturdays and Sundays, and 3 listed days off" in shown


def test_an_extension_counts_from_the_dated_deadline(kh20: Run, plan: Path) -> None:
    early = ("extend", "I.1", "--to", "2025-09", "--basis", "3/QĐ", "--on", "2025-07-02", "--yes")
    refused = kh20(*early, cwd=plan.parent)
    assert refused.code == 2
    assert "its event had not happened" in refused.err
    kh20(*HAPPENED, cwd=plan.parent)
    assert kh20(*early, cwd=plan.parent).code == 2
    later = [*early[:-2], "2025-07-20", "--yes"]
    assert kh20(*later, cwd=plan.parent).code == 0
    assert states(kh20, plan, "2025-09-01")["I.1"] == ("open", "2025-09-30")


def test_an_event_is_recorded_once_and_can_be_taken_back(kh20: Run, plan: Path) -> None:
    kh20(*HAPPENED, cwd=plan.parent)
    again = kh20(*HAPPENED, cwd=plan.parent)
    assert again.code == 2
    assert "the event of I.1 is recorded before, on 2025-07-03" in again.err
    undone = kh20("undo", "I.1", "--note", "Nhầm ngày", "--yes", cwd=plan.parent)
    assert undone.code == 0
    assert states(kh20, plan, "2025-09-01")["I.1"] == ("awaiting-event", None)
    assert kh20(*HAPPENED, cwd=plan.parent).code == 0


def test_a_year_without_listed_holidays_is_told(kh20: Run, plan: Path) -> None:
    kh20(*HAPPENED, cwd=plan.parent)
    text = plan.read_text(encoding="utf-8").replace("within: 30 days", "within: 2 years")
    text = text.replace("thời hạn 30 ngày", "thời hạn 2 năm")
    plan.write_text(text, encoding="utf-8")
    shown = kh20("show", "I.1", "--as-of", "2025-08-05", cwd=plan.parent).out
    assert "of 2027 no day off is listed" in " ".join(shown.split())
    plan.write_text(f"holidays: [2027-07-05]\n{text}", encoding="utf-8")
    shown = kh20("show", "I.1", "--as-of", "2025-08-05", cwd=plan.parent).out
    assert "2027-07-06, the working day after 2027-07-03" in shown
    assert "no day off is listed" not in shown


@pytest.mark.parametrize(
    ("was", "now", "code"),
    [
        ("within: 30 days", "within: 45 days", "KH502"),
        ("after: Luật có hiệu lực", "after: Luật được ban hành", "KH504"),
        ("within: 30 days\n      after: Luật có hiệu lực", "ongoing: true", "KH506"),
    ],
)
def test_the_guard_keeps_a_term_as_signed(
    kh20: Run, plan: Path, was: str, now: str, code: str
) -> None:
    old = plan.with_name("old.yaml")
    old.write_text(COUNTED_PLAN, encoding="utf-8")
    plan.write_text(COUNTED_PLAN.replace(was, now), encoding="utf-8")
    found = kh20("check", "plan.yaml", "--against", "old.yaml", "-f", "concise", cwd=plan.parent)
    assert found.code == 1
    assert code in found.out


def test_shape_faults_say_how_it_is_written(kh20: Run, plan: Path) -> None:
    plan.write_text(
        COUNTED_PLAN.replace("within: 30 days", "within: 30 ngày").replace(
            "log: []", "holidays: [2025-Q1]\nlog: []"
        ),
        encoding="utf-8",
    )
    found = kh20("check", str(plan)).out
    assert "“30 ngày” is not written like the length of a term" in found
    assert "“2025-Q1” is more than a month of days off" in found
