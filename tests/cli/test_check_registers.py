"""kh20 check --against, where what changed is the register that a plan uses."""

from pathlib import Path

import pytest

from cli.checking import Checker
from conftest import Run
from git_repositories import Repository

REGISTER = """\
register: 1
version: "1"
agencies:
  so-a: {name: Sở A, kind: so, successor: {agency: so-b, from: 2025-03-01, basis: 1/QĐ}}
  so-b: {name: Sở B, kind: so}
  cac-so: {name: Các sở, collective: true, members: "kind:so"}
"""
PLAN = """\
format: 1
document: {number: 1-KH, title: Kế hoạch, issued: 2024-01-02, issuer: Tỉnh A}
register: ../so.yaml
tasks:
  - {id: "1", title: Báo cáo, text: Báo cáo kết quả., owners: [so-a], due: none}
  - {id: "2", title: Tổng kết, text: Tổng kết công tác., owners: [cac-so], due: none}
"""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "kho")
    made.write("so.yaml", REGISTER)
    made.commit("plans/plan.yaml", PLAN)
    return made


@pytest.fixture
def check(kh20: Run, repository: Repository) -> Checker:
    return Checker(kh20, repository)


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ("", "", []),
        ("name: Sở B, kind: so", "name: Sở B", [("KH511", "warning")]),
        (
            ", successor: {agency: so-b, from: 2025-03-01, basis: 1/QĐ}",
            "",
            [("KH511", "warning")],
        ),
        ('"1"', '"2"', [("KH523", "notice")]),
        ("name: Sở A,", "name: Sở A mới,", [("KH511", "warning")]),
    ],
)
def test_the_register_is_compared_as_it_was(
    check: Checker, repository: Repository, old: str, new: str, codes: list[tuple[str, str]]
) -> None:
    """The plan is the same in both revisions; each finding stands where it names the register."""
    repository.write("so.yaml", REGISTER.replace(old, new))
    found = check.found("plans/plan.yaml")
    assert [(each["code"], each["severity"]) for each in found] == codes
    assert {each["line"] for each in found} <= {3}


def test_an_agency_that_moves_into_the_register_is_no_edit(
    check: Checker, repository: Repository
) -> None:
    """Who is responsible is the same; that its definition left the plan is only a notice."""
    own = PLAN.replace("tasks:", "agencies:\n  so-c: {name: Sở C}\ntasks:").replace("so-a", "so-c")
    repository.commit("plans/plan.yaml", own)
    repository.write("so.yaml", REGISTER + "  so-c: {name: Sở C}\n")
    repository.write("plans/plan.yaml", PLAN.replace("so-a", "so-c"))
    assert check.found("plans/plan.yaml") == []
