"""kh20 check --against: what an edit weakens is an error at its line, in a real repository."""

from pathlib import Path

import pytest

from cli.checking import Checker
from conftest import Run
from git_repositories import GIT_ENV, Repository
from plans.eventful_plan import eventful_plan
from plans.plan_styles import plain_text

PLAN = plain_text(eventful_plan())


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "kho")
    made.commit("plan.yaml", PLAN)
    return made


@pytest.fixture
def check(kh20: Run, repository: Repository) -> Checker:
    return Checker(kh20, repository)


TASK_V_1 = PLAN[PLAN.index("  - id: V.1\n") : PLAN.index("  - id: V.2\n")]
FIRST_ENTRY = PLAN[PLAN.index("  - task: II.1\n") : PLAN.index("  - task: IV.3.1\n")]

# What is put in place of what, the code, the task, and the text on the line of the finding.
EDITS = {
    "an obligation removed": (TASK_V_1, "", "KH501", "V.1", "- id: V.2"),
    "a deadline later": ("by: 2024-Q1", "by: 2024-Q2", "KH502", "IV.2.1", "by: 2024-Q2"),
    "an owner less": (
        "      - ban-bi-thu\n    responsibility: joint\n    due:\n      in:",
        "    responsibility: joint\n    due:\n      in:",
        "KH503",
        "II.1",
        "owners:",
    ),
    "a text reworded": ("Bộ Nội vụ báo cáo", "Bộ Nội vụ gửi", "KH504", "VI.1", "Bộ Nội vụ gửi"),
    "a phrase reworded": ("stated: hằng quý", "stated: quý", "KH504", "VI.1", "stated: quý"),
    "an entry of the log removed": (FIRST_ENTRY, "", "KH505", "II.1", "- task: IV.3.1"),
    "an entry of the log changed": (
        "percent: 40",
        "percent: 90",
        "KH505",
        "IV.3.1",
        "- task: IV.3.1",
    ),
    "weaker in kind": ("every: quarter", "every: year", "KH506", "VI.1", "every: year"),
    "a title": ("title: Rà soát", "title: Xem lại", "KH510", "VI.4", "title: Xem lại"),
    "an agency renamed": ("name: Bộ Y tế", "name: Bộ Y", "KH511", None, "name: Bộ Y"),
    "the document": ("issuer: Bộ Chính trị", "issuer: Chính phủ", "KH512", None, "issuer: Chính"),
    "an entry more": (
        FIRST_ENTRY,
        FIRST_ENTRY + FIRST_ENTRY.replace("II.1", "II.2").replace("12-20", "12-21"),
        "KH513",
        "II.2",
        "- task: II.2",
    ),
}


@pytest.mark.parametrize("what", EDITS)
def test_every_kind_of_edit_at_its_line(what: str, check: Checker, repository: Repository) -> None:
    before, after, code, task, on_line = EDITS[what]
    assert before in PLAN
    text = PLAN.replace(before, after, 1)
    repository.write("plan.yaml", "# mới\n" + text)
    (found,) = (each for each in check.found() if each["code"] == code)
    assert found["task"] == task
    assert found["path"] == "plan.yaml"
    line = ("# mới\n" + text).splitlines()[found["line"] - 1]
    assert on_line in line
    assert line[found["column"] - 1 :].strip()


def test_a_slip_corrected_passes_with_a_notice_that_says_so(
    check: Checker, repository: Repository
) -> None:
    repository.commit("plan.yaml", PLAN.replace("by: 2024-Q1", "by: 2023-Q4"))
    repository.write("plan.yaml", PLAN)
    (first, second) = check.found()
    assert {first["code"], second["code"]} == {"KH507"}
    assert {first["severity"]} == {"notice"}
    assert "an encoding slip is corrected: IV.2.1: the deadline was moved later" in first["message"]


def test_an_untouched_plan(check: Checker, repository: Repository) -> None:
    assert check("--against", "HEAD") == (0, "No findings in plan.yaml.\n", "")
    repository.write("plan.yaml", "# ghi chú\n" + PLAN.replace("\n", "\r\n"))
    assert check("--against", "HEAD") == (0, "No findings in plan.yaml.\n", "")


def test_warnings_and_notices_are_no_failure(check: Checker, repository: Repository) -> None:
    repository.write("plan.yaml", PLAN.replace("name: Bộ Y tế\n", "name: Bộ Z\n"))
    result = check("--against", "HEAD")
    assert result.code == 0
    assert "warning[KH511] bo-y-te: the agency was renamed: Bộ Y tế → Bộ Z" in result.out


def test_the_sanctioned_way(check: Checker, repository: Repository) -> None:
    for arguments in (
        ("extend", "IV.3.1", "--to", "2024Q4", "--basis", "Công văn 6-CV/TW", "--on", "2024-06-20"),
        ("cancel", "IV.5", "--basis", "Kết luận 8-KL/TW", "--on", "2024-07-01"),
        ("done", "II.2", "--document", "2-TB/TW", "--on", "2024-07-02"),
    ):
        done = check.run(*arguments, cwd=repository.folder, env=GIT_ENV)
        assert done.code == 0, done.err
    found = check.found()
    assert [each["code"] for each in found] == ["KH513"] * 3
    lines = (repository.folder / "plan.yaml").read_text(encoding="utf-8").splitlines()
    assert [lines[each["line"] - 1].split("task: ")[1].split(",")[0] for each in found] == [
        "IV.3.1", "IV.5", "II.2"
    ]  # fmt: skip


def test_against_a_branch_a_tag_another_path_and_a_file(
    check: Checker, repository: Repository
) -> None:
    repository.git("branch", "chính")
    repository.git("tag", "v1")
    repository.commit("plan.yaml", PLAN.replace("by: 2024-Q1", "by: 2024-Q2"))
    repository.write("cũ.yaml", PLAN)
    for version in ("chính", "v1", "HEAD~1", "v1:plan.yaml", "cũ.yaml"):
        assert "KH502" in {each["code"] for each in check.found(against=version)}
    assert "KH502" not in {each["code"] for each in check.found(against="HEAD")}


def test_both_kinds_of_findings_come_in_file_order(check: Checker, repository: Repository) -> None:
    text = PLAN.replace("by: 2024-Q1", "by: 2024-Q2").replace("members:\n", "members: # x\n", 1)
    repository.write("plan.yaml", text.replace("- bo-ngoai-giao\n", "- bo-ngoai\n"))
    found = check.found()
    lines = [(each["line"], each["column"]) for each in found]
    assert lines == sorted(lines)
    assert {"KH202", "KH304", "KH502", "KH503"} <= {each["code"] for each in found}


def test_several_files_and_folders(check: Checker, repository: Repository) -> None:
    second = PLAN.replace("20-KH/TW", "21-KH/TW")
    repository.commit("năm 2024/20.plan.yaml", second)
    repository.write("năm 2024/20.plan.yaml", second.replace("by: 2024-Q1", "by: 2024-Q2"))
    assert {each["path"] for each in check.found("plan.yaml", "năm 2024")} == {
        "năm 2024/20.plan.yaml"
    }
    result = check(".", "--against", "HEAD")
    assert result.code == 1
    assert result.out.splitlines()[-2:] == [
        "năm 2024/20.plan.yaml: 4 errors, 0 warnings",
        "4 errors, 0 warnings in 2 files. “kh20 explain CODE” tells more.",
    ]


def test_a_file_cannot_be_the_other_version_of_two(check: Checker, repository: Repository) -> None:
    repository.write("x.plan.yaml", PLAN)
    for against in ("plan.yaml", "-"):
        result = check(".", "--against", against)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith(f"kh20: “{against}” is one file, and 2 are checked against it")


def test_standard_input(check: Checker) -> None:
    weaker = PLAN.replace("by: 2024-Q1", "by: 2024-Q2")
    result = check("-", "--against", "plan.yaml", "-f", "concise", stdin=weaker)
    assert "KH502 IV.2.1: the deadline was moved later" in result.out
    assert all(line.startswith("-:") for line in result.out.splitlines())
    assert check("-", "--against", "HEAD:plan.yaml", stdin=PLAN).code == 0
    assert check("--against", "-", stdin=weaker).code == 0
    for arguments in (("-", "--against", "-"), ("-", "--against", "HEAD")):
        result = check(*arguments, stdin=PLAN)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith("kh20: standard input ")


def test_a_plan_that_is_not_valid_has_its_own_findings(
    check: Checker, repository: Repository
) -> None:
    repository.write("plan.yaml", PLAN.replace("tasks:\n", "taskz:\n"))
    codes = {each["code"] for each in check.found()}
    assert codes
    assert not any(code.startswith("KH5") for code in codes)


def test_another_version_that_is_not_valid(check: Checker, repository: Repository) -> None:
    """It cannot be compared with, which is said; or else nobody could ever fix it."""
    repository.commit("plan.yaml", PLAN.replace("tasks:\n", "taskz:\n"))
    repository.write("plan.yaml", PLAN)
    (found,) = check.found()
    assert (found["code"], found["severity"]) == ("KH522", "warning")
    assert found["message"].startswith("“HEAD:plan.yaml” is no valid plan")
    assert "taskz" in found["hint"]
    repository.write("cũ.yaml", "")
    assert [each["code"] for each in check.found(against="cũ.yaml")] == ["KH522"]


def test_another_version_that_only_breaks_rules_is_compared(
    check: Checker, repository: Repository
) -> None:
    repository.commit("plan.yaml", PLAN.replace("owners: []", "owners: [khong-co]", 1))
    repository.write("plan.yaml", PLAN)
    codes = {each["code"] for each in check.found()}
    assert codes == {"KH503"}


@pytest.mark.parametrize(
    ("against", "sentence"),
    [
        ("nowhere", "“nowhere” is neither a file nor a revision that git knows"),
        ("HEAD:x.yaml", "git revision “HEAD” has no file “x.yaml”"),
        ("", "“” is neither a file nor a git revision"),
        ("x" * 5000, f"“{'x' * 59}…” is neither a file nor a revision that git knows"),
    ],
)
def test_a_version_that_there_is_not(against: str, sentence: str, check: Checker) -> None:
    result = check("--against", against)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"kh20: {sentence}\n")


def test_a_file_that_cannot_be_read_is_said_and_the_others_are_checked(
    check: Checker, repository: Repository
) -> None:
    repository.write("plan.yaml", PLAN.replace("by: 2024-Q1", "by: 2024-Q2"))
    result = check("không.yaml", "plan.yaml", "--against", "HEAD", "-f", "concise")
    assert result.code == 2
    assert "KH001" in result.out
    assert "KH502" in result.out
