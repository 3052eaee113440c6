"""Findings of judgement that a file accepts."""

from pathlib import Path

import pytest

from conftest import Run
from kh20.findings.code import merge
from kh20.planfile import load_bytes
from rules.found import task, tasks

_TEXT = "Rà soát các văn bản ban hành trước ngày 01/7/2024 để sửa đổi."


def _found(accepted: str, text: str = _TEXT) -> list[tuple[str, str]]:
    made = task(due="none", text=text).replace("    due:", f"    accepted: {accepted}\n    due:")
    findings = load_bytes(merge(tasks(made)).encode(), "plan.yaml").findings
    return [(each.code, each.severity.value) for each in findings]


def test_what_is_accepted_is_a_notice_with_its_reason() -> None:
    assert _found("[]") == [("KH306", "warning")]
    assert _found("[{code: KH306, reason: ngày của văn bản}]") == [("KH306", "notice")]
    outright = "Hoàn thành trước ngày 30/6/2024."
    assert _found("[]", outright) == [("KH306", "error")]
    assert _found("[{code: KH306, reason: đã đối chiếu}]", outright) == [("KH306", "notice")]


@pytest.mark.parametrize(
    ("code", "weight"), [("KH304", "error"), ("KH201", "error"), ("KH305", "warning")]
)
def test_what_cannot_be_accepted_or_is_not_found_is_a_finding(code: str, weight: str) -> None:
    found = _found(f"[{{code: {code}, reason: đã đối chiếu}}]")
    assert sorted(found) == [("KH306", "warning"), ("KH315", weight)]


def test_the_guard_reports_each_new_one(kh20: Run, tmp_path: Path) -> None:
    made = task(due="none", text=_TEXT)
    new = made.replace("    due:", "    accepted: [{code: KH306, reason: ngày ban hành}]\n    due:")
    (tmp_path / "old.yaml").write_text(merge(tasks(made)), encoding="utf-8")
    (tmp_path / "plan.yaml").write_text(merge(tasks(new)), encoding="utf-8")
    found = kh20("check", "plan.yaml", "--against", "old.yaml", "-f", "concise", cwd=tmp_path)
    assert found.code == 0
    assert "KH510" in found.out
    assert "a finding was accepted: KH306: ngày ban hành" in found.out
