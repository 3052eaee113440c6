"""kh20 check --against over several files: what is gone, new or moved, and what cannot be read."""

import os
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from cli.checking import Checker
from conftest import Run
from git_repositories import GIT_ENV, Repository, git
from kh20.findings.code import merge

ONE = merge("")
TWO = ONE.replace("1-KH/BA", "2-KH/BA")
LATER = ("by: 2024-Q1", "by: 2024-Q2")
BROKEN = ONE.replace("owners:", "ownerz:")

GONE = ("plans/hai.plan.yaml", "KH501")
NEW, MOVED = "KH520", "KH521"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """One with two plans, and something else."""
    made = Repository(tmp_path / "kho")
    made.write("plans/một.plan.yaml", ONE)
    made.write("plans/hai.plan.yaml", TWO)
    made.commit("khác.yaml", "x: 1\n")
    return made


@pytest.fixture
def check(kh20: Run, repository: Repository) -> Checker:
    return Checker(kh20, repository)


def moved_to(name: str) -> Callable[[Repository], None]:
    def move(repository: Repository) -> None:
        target = repository.folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (repository.folder / "plans/hai.plan.yaml").rename(target)

    return move


def made_an_environment(repository: Repository) -> None:
    moved_to("plans/env/hai.plan.yaml")(repository)
    repository.write("plans/env/pyvenv.cfg", "home = /usr/bin\n")


def made_a_folder(repository: Repository) -> None:
    moved_to("plans/hai.yaml")(repository)
    (repository.folder / "plans/hai.plan.yaml").mkdir()


WAYS_TO_BE_GONE = {
    "deleted": lambda made: (made.folder / "plans/hai.plan.yaml").unlink(),
    "under another name": moved_to("plans/hai.yaml"),
    "in a hidden folder": moved_to("plans/.luu/hai.plan.yaml"),
    "among packages": moved_to("plans/node_modules/hai.plan.yaml"),
    "in an environment": made_an_environment,
    "a folder": made_a_folder,
}


@pytest.mark.parametrize("paths", [(), (".",), ("plans",), ("plans", "plans/một.plan.yaml")])
@pytest.mark.parametrize("way", WAYS_TO_BE_GONE)
def test_a_file_that_is_gone(
    way: str, paths: tuple[str, ...], check: Checker, repository: Repository
) -> None:
    WAYS_TO_BE_GONE[way](repository)
    (found,) = check.found(*paths)
    assert (found["path"], found["code"]) == GONE
    assert (found["line"], found["column"], found["task"]) == (1, 1, None)
    assert found["message"] == "the plan file is gone, and with it the 1 obligation of 2-KH/BA"
    repository.record()
    assert check.codes(*paths, against="HEAD~1") == [GONE]
    assert check.codes(*paths) == []


def test_it_is_gone_from_where_it_is_looked_for(check: Checker, repository: Repository) -> None:
    moved_to("cũ/hai.plan.yaml")(repository)
    assert check.codes("plans") == [GONE]
    assert check.codes("cũ") == [("cũ/hai.plan.yaml", MOVED)]
    assert check.codes("cũ", "plans") == check.codes() == [("cũ/hai.plan.yaml", MOVED)]
    # What is not below any of the paths is nobody's question.
    assert check.codes("plans/một.plan.yaml") == []


def test_all_files_that_are_gone(check: Checker, repository: Repository) -> None:
    """With their folder or without, and with one above that is still there."""
    both = [("plans/hai.plan.yaml", "KH501"), ("plans/một.plan.yaml", "KH501")]
    for file in (repository.folder / "plans").iterdir():
        file.unlink()
    assert check.codes() == check.codes("plans") == both
    below = repository.folder / "plans"
    assert check.codes(cwd=below) == [(Path(path).name, code) for path, code in both]
    below.rmdir()
    assert check.codes() == both
    result = check("plans", "--against", "HEAD", "-f", "concise")
    assert result.code == 2
    assert "KH001 there is no file “plans”" in result.out
    assert result.out.count("KH501") == 2
    repository.write("plan.yaml", ONE)
    assert check.codes() == [("plan.yaml", MOVED), ("plans/hai.plan.yaml", "KH501")]


def test_a_file_that_was_named_and_is_gone(check: Checker, repository: Repository) -> None:
    WAYS_TO_BE_GONE["deleted"](repository)
    result = check("plans/hai.plan.yaml", "--against", "HEAD", "-f", "concise")
    assert result.code == 2
    assert "KH001 there is no file" in result.out
    assert "KH501 the plan file is gone" in result.out


def test_a_broken_plan_that_is_gone(check: Checker, repository: Repository) -> None:
    repository.commit("plans/hai.plan.yaml", BROKEN)
    WAYS_TO_BE_GONE["deleted"](repository)
    (found,) = check.found()
    assert (found["path"], found["code"]) == GONE
    assert "could not be read" in found["message"]


@pytest.mark.parametrize("fmt", ["text", "concise", "json", "github", "gitlab", "sarif", "junit"])
def test_every_format_shows_what_is_gone(fmt: str, check: Checker, repository: Repository) -> None:
    WAYS_TO_BE_GONE["deleted"](repository)
    result = check(".", "--against", "HEAD", "-f", fmt)
    assert (result.code, result.err) == (1, "")
    assert "KH501" in result.out
    assert "plans/hai.plan.yaml" in result.out
    if fmt == "junit":
        suites = {suite.get("name"): suite for suite in ET.fromstring(result.out)}
        assert suites["plans/hai.plan.yaml"].get("failures") == "1"
    if fmt == "text":
        assert result.out.endswith(
            "1 error, 0 warnings in 2 files. “kh20 explain CODE” tells more.\n"
        )


def test_a_new_file_is_a_notice(check: Checker, repository: Repository) -> None:
    repository.write("plans/ba.plan.yaml", ONE.replace("1-KH/BA", "3-KH/BA"))
    for paths in ((), ("plans",), ("plans/ba.plan.yaml",)):
        (found,) = check.found(*paths)
        assert (found["path"], found["code"]) == ("plans/ba.plan.yaml", NEW)
        assert (found["severity"], found["line"]) == ("notice", 3)
    repository.write("plans/một.plan.yaml", ONE.replace(*LATER))
    assert {("plans/ba.plan.yaml", NEW), ("plans/một.plan.yaml", "KH502")} <= {*check.codes()}


@pytest.mark.parametrize("name", ["plans/mới.plan.yaml", "khác/hai.plan.yaml", "plan.yaml"])
def test_a_moved_file_is_compared(name: str, check: Checker, repository: Repository) -> None:
    moved_to(name)(repository)
    for paths in ((), (".",), (name,)):
        (found,) = check.found(*paths)
        assert (found["path"], found["code"], found["severity"]) == (name, MOVED, "notice")
        assert found["message"].endswith("it was “HEAD:plans/hai.plan.yaml”")
        assert found["line"] == 3
    repository.write(name, TWO.replace(*LATER))
    for paths in ((), (".",), (name,)):
        assert {(name, MOVED), (name, "KH502")} <= {*check.codes(*paths)}


def test_a_file_is_known_by_its_number_and_else_by_its_path(
    check: Checker, repository: Repository
) -> None:
    repository.write("plans/hai.plan.yaml", TWO.replace("2-KH/BA", "9-KH/BA"))
    assert check.codes() == [("plans/hai.plan.yaml", "KH512")]
    repository.write("plans/hai.plan.yaml", ONE)
    repository.write("plans/một.plan.yaml", TWO)
    assert check.codes() == [("plans/hai.plan.yaml", MOVED), ("plans/một.plan.yaml", MOVED)]
    # One document in the file of the other, which is gone with it.
    (repository.folder / "plans/một.plan.yaml").unlink()
    assert {*check.codes()} == {("plans/hai.plan.yaml", MOVED), ("plans/hai.plan.yaml", "KH501")}


def test_a_copy_is_new(check: Checker, repository: Repository) -> None:
    repository.write("plans/z.plan.yaml", TWO)
    assert check.codes() == [("plans/z.plan.yaml", "KH212"), ("plans/z.plan.yaml", NEW)]


def test_a_fixed_file_turns_green_and_silences_no_other(
    check: Checker, repository: Repository
) -> None:
    repository.commit("plans/hai.plan.yaml", BROKEN)
    repository.write("plans/hai.plan.yaml", TWO)
    assert check.codes() == [("plans/hai.plan.yaml", "KH522")]
    assert check("--against", "HEAD").code == 0
    repository.write("plans/một.plan.yaml", ONE.replace(*LATER))
    assert {("plans/hai.plan.yaml", "KH522"), ("plans/một.plan.yaml", "KH502")} <= {*check.codes()}


def test_one_file_that_git_cannot_give_is_said_and_silences_no_other(
    check: Checker, repository: Repository, tmp_path: Path
) -> None:
    object_ = repository.git("rev-parse", "HEAD:plans/hai.plan.yaml").strip()
    (repository.folder / ".git/objects" / object_[:2] / object_[2:]).unlink()
    (tmp_path / "ngoài.plan.yaml").write_text(TWO, encoding="utf-8")
    repository.write("plans/một.plan.yaml", ONE.replace(*LATER))
    result = check(".", "--against", "HEAD", "-f", "concise")
    assert result.code == 2
    assert "KH502" in result.out
    assert result.err.startswith("kh20: git cannot read “plans/hai.plan.yaml” at “HEAD”\n")
    result = check(
        "../ngoài.plan.yaml", "plans/một.plan.yaml", "--against", "HEAD", "-f", "concise"
    )
    assert result.code == 2
    assert "KH502" in result.out
    assert f"“{tmp_path}” is not in a git repository" in result.err


def test_what_cannot_be_read_is_not_called_gone(check: Checker, repository: Repository) -> None:
    path = repository.folder / "plans/hai.plan.yaml"
    path.unlink()
    os.mkfifo(path)
    for paths in ((), ("plans/hai.plan.yaml",)):
        result = check(*paths, "--against", "HEAD", "-f", "concise")
        assert result.code == 2
        assert [line.split()[1] for line in result.out.splitlines()] == ["KH001"]
    result = check("", "--against", "HEAD", "-f", "concise")
    assert (result.code, "KH001" in result.out, "KH501" in result.out) == (2, True, False)


def test_a_repository_within(check: Checker, repository: Repository) -> None:
    """Each file is looked up in its own; a submodule is a file to none."""
    inner = Repository(repository.folder / "plans" / "trong")
    inner.commit("plan.yaml", ONE.replace("1-KH/BA", "3-KH/BA"))
    repository.record()
    assert repository.git("ls-tree", "HEAD", "plans/trong").startswith("160000")
    assert check.codes() == []
    inner.write("plan.yaml", ONE.replace("1-KH/BA", "3-KH/BA").replace(*LATER))
    assert ("plans/trong/plan.yaml", "KH502") in check.codes()
    inner.commit("x.plan.yaml", ONE.replace("1-KH/BA", "4-KH/BA"))
    (inner.folder / "x.plan.yaml").unlink()
    assert ("plans/trong/x.plan.yaml", "KH501") in check.codes("plans")
    repository.git("branch", "chính")
    result = check("--against", "chính")
    assert result.code == 2
    assert f"the plans in “{inner.folder}” are not compared" in result.err


def test_without_a_path_it_is_every_plan_below_or_else_the_nearest_above(
    check: Checker, repository: Repository, tmp_path: Path
) -> None:
    repository.commit("plan.yaml", ONE.replace("1-KH/BA", "3-KH/BA"))
    repository.write("plan.yaml", ONE.replace("1-KH/BA", "3-KH/BA").replace(*LATER))
    repository.write("plans/một.plan.yaml", ONE.replace(*LATER))
    assert {path for path, _code in check.codes()} == {"plan.yaml", "plans/một.plan.yaml"}
    below = repository.folder / "trống"
    below.mkdir()
    above = str(repository.folder / "plan.yaml")
    assert {path for path, _code in check.codes(cwd=below)} == {above}
    plans = repository.folder / "plans"
    assert {path for path, _code in check.codes(cwd=plans)} == {"một.plan.yaml"}
    # A plan that is named is the only one, and so is one that is given another way.
    assert check.codes(env={"KH20_PLAN": "plans/hai.plan.yaml"}) == []
    assert check.codes("--plan", "plans/hai.plan.yaml") == []
    assert {path for path, _code in check.codes(against="HEAD:plan.yaml")} == {"plan.yaml"}


def test_one_file_cannot_be_the_other_version_of_two(check: Checker) -> None:
    result = check(".", "--against", "HEAD:plans/hai.plan.yaml")
    assert (result.code, result.out) == (2, "")
    assert "is one file, and 2 are checked against it" in result.err


def test_links_are_followed_in_both_versions(check: Checker, repository: Repository) -> None:
    (repository.folder / "kế hoạch").mkdir()
    for link, target in (
        ("kế hoạch/plans", "../plans"), ("kế hoạch/vòng", "."), ("kế hoạch/a", "b"),
        ("kế hoạch/b", "a"), ("kế hoạch/ngoài", "../../../.."), ("kế hoạch/gốc", "/"),
        ("kế hoạch/x.plan.yaml", "nowhere"), ("kế hoạch/plan.yaml", "../khác.yaml"),
    ):  # fmt: skip
        (repository.folder / link).symlink_to(target)
    repository.write("khác.yaml", ONE.replace("1-KH/BA", "3-KH/BA"))
    repository.record()
    (repository.folder / "kế hoạch/x.plan.yaml").unlink()
    assert check.codes("kế hoạch") == []
    (repository.folder / "plans/hai.plan.yaml").unlink()
    assert check.codes("kế hoạch") == [("kế hoạch/plans/hai.plan.yaml", "KH501")]
    (repository.folder / "kế hoạch/plans").unlink()
    (repository.folder / "kế hoạch/plan.yaml").unlink()
    assert check.codes("kế hoạch") == [
        ("kế hoạch/plan.yaml", "KH501"),
        ("kế hoạch/plans/hai.plan.yaml", "KH501"),
        ("kế hoạch/plans/một.plan.yaml", "KH501"),
    ]


def test_a_link_that_becomes_a_file_is_what_it_led_to(
    check: Checker, repository: Repository
) -> None:
    """And a file that becomes a link has moved."""
    (repository.folder / "plan.yaml").symlink_to("plans/hai.plan.yaml")
    repository.record()
    (repository.folder / "plan.yaml").unlink()
    moved_to("plan.yaml")(repository)
    assert check.codes() == []
    repository.record()
    moved = repository.folder / "x" / "hai.plan.yaml"
    moved.parent.mkdir()
    (repository.folder / "plan.yaml").rename(moved)
    (repository.folder / "plan.yaml").symlink_to("x/hai.plan.yaml")
    assert [code for _path, code in check.codes()] == [MOVED]


@pytest.mark.parametrize("name", [b"\xff.plan.yaml", b"a\nb.plan.yaml", b"\x1b[2J.plan.yaml"])
def test_odd_names(name: bytes, check: Checker, repository: Repository) -> None:
    repository.write("a", ONE)  # What a line break must not be taken for.
    odd = repository.folder / os.fsdecode(name)
    odd.write_bytes(ONE.replace("1-KH/BA", "3-KH/BA").encode())
    repository.record()
    assert check.codes() == []
    odd.write_bytes(ONE.replace("1-KH/BA", "3-KH/BA").replace(*LATER).encode())
    assert "KH502" in [code for _path, code in check.codes()]
    odd.unlink()
    assert [code for _path, code in check.codes()] == ["KH501"]
    result = check("--against", "HEAD")
    assert all(char.isprintable() or char == "\n" for char in result.out + result.err)


def test_a_branch_that_is_behind_is_not_blamed(check: Checker, repository: Repository) -> None:
    """What main has had since is no work of the branch, and it need not be behind in all."""
    repository.git("checkout", "--quiet", "-b", "việc")
    repository.commit("plans/một.plan.yaml", ONE.replace("title: Báo cáo năm", "title: Báo cáo"))
    repository.git("checkout", "--quiet", "main")
    repository.commit("plans/hai.plan.yaml", TWO.replace(*LATER))
    repository.commit("plans/ba.plan.yaml", ONE.replace("1-KH/BA", "3-KH/BA"))
    repository.git("checkout", "--quiet", "việc")
    retitled = ("plans/một.plan.yaml", "KH510")
    for against in ("main...", "main...HEAD", "main...việc", "...main", "HEAD...main"):
        assert check.codes(against=against) == [retitled]
    result = check("--against", "main", "-f", "concise")
    assert result.code == 0
    assert [line.split()[1] for line in result.out.splitlines()] == ["KH510"]
    (said,) = result.err.splitlines()
    assert said.startswith("“main” has moved on by 2 commits since this branch left it.")
    assert "main..." in said
    # What the branch itself weakens is found in both ways.
    repository.write("plans/hai.plan.yaml", TWO.replace("owners: [bo-a]", "owners: [bo-b]"))
    for against in ("main", "main..."):
        assert "KH503" in check("--against", against, "-f", "concise").out
    # Without the branch's own work, too.
    repository.git("checkout", "--quiet", "--force", "--detach", "main~2")
    assert check("--against", "main").err.startswith("“main” has moved on by 2 commits")
    repository.git("checkout", "--quiet", "main")
    assert check("--against", "việc~1").err == ""


def test_a_shallow_clone_does_not_know_where_a_branch_left(
    check: Checker, repository: Repository, tmp_path: Path
) -> None:
    repository.git("checkout", "--quiet", "-b", "việc")
    repository.commit("khác.txt", "")
    repository.git("checkout", "--quiet", "main")
    repository.commit("plans/ba.plan.yaml", ONE.replace("1-KH/BA", "3-KH/BA"))
    url = f"file://{repository.folder}"
    options = ("--quiet", "--depth", "1", "--no-single-branch", "--branch", "việc")
    git("clone", *options, url, "nông", cwd=tmp_path)
    result = check("--against", "origin/main", cwd=tmp_path / "nông")
    assert result.code == 1
    assert "KH501" in result.out
    assert result.err.startswith("It is not known where this branch left “origin/main”: this clone")
    result = check("--against", "origin/main...", cwd=tmp_path / "nông")
    assert (result.code, result.out) == (2, "")
    assert "fetch the history first" in result.err


def test_what_has_no_commit_in_common(check: Checker, repository: Repository) -> None:
    """It is compared as it is, and where the common commit was asked for, that is told."""
    repository.git("checkout", "--quiet", "--orphan", "khác")
    assert check.codes(against="main") == []
    repository.commit("khác.txt", "")
    assert check.codes(against="main") == []
    result = check("--against", "main...")
    assert (result.code, result.out) == (2, "")
    assert result.err == "kh20: the two sides of “main...” have no commit in common\n"
    for against in ("...", "main...-x", "--all..."):
        result = check(f"--against={against}")
        assert result.err == f"kh20: “{against}” is neither a file nor a git revision\n"


def test_a_folder_outside_of_a_repository(kh20: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text(ONE, encoding="utf-8")
    for paths in ((), (".",), ("plan.yaml",)):
        result = kh20("check", *paths, "--against", "HEAD", cwd=tmp_path, env=GIT_ENV)
        assert (result.code, result.out) == (2, "")
        assert result.err == (
            f"kh20: “HEAD” is not a file, and “{tmp_path}” is not in a git repository\n"
        )
