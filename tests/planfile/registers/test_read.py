"""Plans with registers of their own: what they take from them, and what is wrong with them."""

from pathlib import Path

import pytest

from conftest import Run
from kh20.planfile import Loaded, load

REGISTER = """\
register: 1
version: "2024-01"
agencies:
  bo-a: {name: Bộ A, kind: bo, abbr: BA}
  bo-b: {name: Bộ B, kind: bo, until: 2023-06-30, successor: {agency: bo-a, from: 2023-07-01, basis: 1/QĐ}}
  bo-c: {name: Bộ C, kind: bo, successor: {agency: bo-d, from: 2025-03-01, basis: 2/QĐ}}
  bo-d: {name: Bộ D, from: 2025-03-01}
  bo-e: {name: Bộ E, kind: [bo, khac]}
  cac-bo: {name: Các bộ, collective: true, closed: true, members: "kind:bo"}
"""  # noqa: E501
PLAN = """\
format: 1
document: {number: 1-KH, title: Kế hoạch, issued: 2024-01-02, issuer: Bộ A}
register: REGISTERS
tasks:
  - {id: "1", title: Báo cáo, text: Báo cáo kết quả., owners: [OWNER], due: none}
"""


def loaded(
    folder: Path, owner: str, register: str = REGISTER, named: str = "../shared.yaml"
) -> Loaded:
    (folder / "shared.yaml").write_text(register, encoding="utf-8")
    plan = folder / "plans" / "plan.yaml"
    plan.parent.mkdir(exist_ok=True)
    text = PLAN.replace("REGISTERS", named).replace("OWNER", owner)
    plan.write_text(text, encoding="utf-8")
    return load(str(plan))


def found(*args: object, **more: object) -> list[tuple[str, str, str]]:
    """Return the findings: the code, the name of the file, the message."""
    findings = loaded(*args, **more).findings  # type: ignore[arg-type]
    return [(each.code, Path(each.path).name, each.message) for each in findings]


def test_only_what_is_reached_is_built(tmp_path: Path) -> None:
    """From the owner over its successor; nothing that only names these."""
    plan = loaded(tmp_path, "bo-c").plan
    assert plan is not None
    assert [*plan.agencies] == ["bo-c", "bo-d"]
    assert plan.own == {}


def test_members_of_a_kind_are_those_that_lived_on_the_day(tmp_path: Path) -> None:
    plan = loaded(tmp_path, "cac-bo").plan
    assert plan is not None
    assert plan.agencies["cac-bo"].members == ("bo-a", "bo-c", "bo-e")


def test_the_path_is_from_the_folder_of_the_plan_wherever_one_stands(
    tmp_path: Path, kh20: Run
) -> None:
    loaded(tmp_path, "bo-a")
    done = kh20("owner", "BA", "--plan", "plans/plan.yaml", cwd=tmp_path)
    assert (done.code, "Bộ A" in done.out) == (0, True)


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("vm", "there is no register “vm”"),
        ("khac.yaml", "the register “khac.yaml” cannot be read: there is no file"),
        ("[vn, vn]", "the register “vn” is named twice"),
        ("..", "there is no register “..”"),
    ],
)
def test_a_register_that_is_not_there(tmp_path: Path, named: str, message: str) -> None:
    """Nothing is said of the agencies, which may be in it."""
    (finding,) = found(tmp_path, "so-la" if "vn" not in named else "bo-noi-vu", named=named)
    assert finding[:2] == ("KH220", "plan.yaml")
    assert finding[2].startswith(message)


def test_what_is_wrong_in_a_register_is_reported_in_its_file(tmp_path: Path) -> None:
    """Once, for all plans that use it, and a plan on a wrong register is not valid."""
    register = REGISTER.replace("abbr: BA", "abbrev: BA")
    assert not loaded(tmp_path, "bo-c", register).valid
    (code, file, message), *others = found(tmp_path, "bo-c", register)
    assert (code, file, message) == ("KH102", "shared.yaml", "there is no key “abbrev” here")
    assert not [other for other in others if other[0] != "KH202"]


def test_one_register_of_two_plans_is_reported_once(tmp_path: Path, kh20: Run) -> None:
    loaded(tmp_path, "bo-c", REGISTER.replace("agency: bo-a", "agency: bo-x"))
    text = (tmp_path / "plans" / "plan.yaml").read_text(encoding="utf-8")
    other = tmp_path / "plans" / "other.plan.yaml"
    other.write_text(text.replace("1-KH", "2-KH"), encoding="utf-8")
    done = kh20("check", ".", "-f", "concise", cwd=tmp_path / "plans")
    assert done.code == 1
    assert [line.split()[1] for line in done.out.splitlines() if ":" in line] == ["KH202"]


def test_a_register_is_checked_by_itself_and_answers_no_query(tmp_path: Path, kh20: Run) -> None:
    (tmp_path / "shared.yaml").write_text(REGISTER, encoding="utf-8")
    assert kh20("check", "shared.yaml", cwd=tmp_path).code == 0
    done = kh20("due", "--plan", "shared.yaml", cwd=tmp_path)
    assert done.code == 2
    assert done.err.startswith("kh20: “shared.yaml” is a register of agencies, not a plan")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("  bo-b: {name: Bộ A}", "KH203"),
        ("  bo-b: {name: Bộ B, acts_for: bo-la}", "KH202"),
        ("  bo-b: {name: Bộ B, members: [bo-a]}", "KH208"),
        ("  bo-b: {name: Nhóm, collective: true, members: kind:la}", "KH202"),
        ("  bo-b: {name: Bộ B, from: hôm nay}", "KH310"),
    ],
)
def test_the_rules_on_agencies_hold_in_a_register(
    tmp_path: Path, kh20: Run, line: str, code: str
) -> None:
    text = f"register: 1\nagencies:\n  bo-a: {{name: Bộ A}}\n{line}\n"
    (tmp_path / "shared.yaml").write_text(text, encoding="utf-8")
    done = kh20("check", "shared.yaml", "-f", "concise", cwd=tmp_path)
    assert f" {code} " in done.out


def test_a_file_that_is_no_register(tmp_path: Path) -> None:
    findings = found(tmp_path, "bo-a", register="agencies: {}\n")
    assert ("KH107", "shared.yaml") in {finding[:2] for finding in findings}


def test_bodies_of_one_name_may_follow_each_other(tmp_path: Path) -> None:
    """One body ended before the other began; asked for is the one of the day."""
    register = REGISTER + (
        "  ban-cu: {name: Ban A, until: 2024-12-31,"
        " successor: {agency: ban-moi, from: 2025-01-01, basis: 3/QĐ}}\n"
        "  ban-moi: {name: Ban A, from: 2025-01-01}\n"
    )
    assert found(tmp_path, "ban-cu", register) == []
