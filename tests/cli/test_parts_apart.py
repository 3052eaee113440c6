"""Parts with a due and owners of their own: each is owed, listed and recorded by itself."""

import json
from pathlib import Path

import pytest

from conftest import Run

PLAN = """\
format: 1
document:
  number: 1-KH/X
  title: Kế hoạch thử
  issued: 2024-01-10
  issuer: Bộ Nội vụ
register: vn
headings:
  I: Nhiệm vụ
tasks:
  - id: I.1
    title: Sơ kết và báo cáo
    text: Bộ Nội vụ chủ trì, phối hợp với Bộ Tài chính xây dựng Đề án trong quý II/2024;
      Bộ Y tế báo cáo trước ngày 20 của tháng cuối quý
      và hoàn thành tổng kết trước ngày 15/11/2025.
    owners: [bo-noi-vu]
    partners: [bo-tai-chinh]
    parts:
      - id: de-an
        title: Đề án
        due: {in: 2024-Q2, stated: trong quý II/2024}
      - id: bao-cao
        title: Báo cáo quý
        owners: [bo-y-te]
        due: {every: quarter, before: "20", stated: trước ngày 20 của tháng cuối quý}
      - id: tong-ket
        title: Tổng kết
        owners: [bo-y-te]
        due: {before: 2025-11-15, stated: hoàn thành tổng kết trước ngày 15/11/2025}
  - id: I.2
    title: Chuyên đề
    text: Xây dựng chuyên đề, hoàn thành trong năm 2024.
    owners: [bo-noi-vu]
    due: {by: "2024", stated: hoàn thành trong năm 2024}
    parts:
      - {id: a, title: Chuyên đề A}
      - {id: b, title: Chuyên đề B}
      - {id: c, title: Chuyên đề C, owners: [bo-y-te]}
log: []
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_each_part_falls_due_by_itself(kh20: Run, plan: Path) -> None:
    assert kh20("check", str(plan)).code == 0
    found = kh20("due", "--quarter", "2024Q2", "--plan", str(plan), "--format", "csv")
    ids = [line.split(",")[0] for line in found.out.splitlines()[1:]]
    assert ids == ["I.1:bao-cao@2024-Q2", "I.1:de-an"]


def test_a_part_is_recorded_by_itself(kh20: Run, plan: Path) -> None:
    done = ("done", "I.1:de-an", "--document", "12/BC", "--on", "2024-06-01", "--yes")
    assert kh20(*done, "--plan", str(plan)).code == 0
    assert "part: de-an" in plan.read_text(encoding="utf-8")
    late = kh20("overdue", "--as-of", "2024-12-31", "--plan", str(plan), "--format", "csv").out
    assert "I.1:de-an" not in late
    assert "I.1:bao-cao@2024-Q3" in late


def test_a_later_deadline_of_a_part_is_weaker(kh20: Run, plan: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved.yaml"
    moved.write_text(PLAN.replace("before: 2025-11-15", "before: 2025-12-15"), encoding="utf-8")
    assert "I.1:tong-ket: the deadline was moved later" in kh20("diff", str(plan), str(moved)).out
    assert "KH304" in kh20("check", str(moved)).out


def test_json_tells_what_a_part_says_by_itself(kh20: Run, plan: Path) -> None:
    shown = json.loads(kh20("show", "I.2", "--plan", str(plan), "-f", "json").out)
    parts = {part["id"]: part for part in shown["tasks"][0]["parts"]}
    assert parts["a"] == {"id": "a", "title": "Chuyên đề A", "owners": None, "due": None}


def test_an_added_part_is_shown_with_its_owners_and_due(kh20: Run, plan: Path) -> None:
    old = plan.with_name("old.yaml")
    begin, end = PLAN.index("      - id: tong-ket"), PLAN.index("  - id: I.2")
    old.write_text(PLAN[:begin] + PLAN[end:], encoding="utf-8")
    found = kh20("diff", "old.yaml", "plan.yaml", cwd=plan.parent).out
    assert "Tổng kết [tong-ket], owners: bo-y-te, due: before: 2025-11-15" in " ".join(
        found.split()
    )
