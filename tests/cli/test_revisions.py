"""Versions of a plan out of git: revisions, paths, and the odd places where a plan may be."""

from pathlib import Path

import pytest

from cli.diffing import LATER, MOVED_LATER, OLD, Differ, made_repository, refused
from conftest import Run
from git_repositories import Repository
from kh20.findings.code import SKELETON, merge


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return made_repository(tmp_path)


@pytest.fixture
def diff(kh20: Run) -> Differ:
    return Differ(kh20)


@pytest.mark.parametrize(
    ("arguments", "first", "count"),
    [
        (("HEAD",), "HEAD:plan.yaml to plan.yaml", 2),
        (("main",), "main:plan.yaml to plan.yaml", 2),
        (("HEAD~1",), "HEAD~1:plan.yaml to plan.yaml", 1),
        (("ký-ban-hành",), "ký-ban-hành:plan.yaml to plan.yaml", 1),
        (("@~1", "@"), "@~1:plan.yaml to @:plan.yaml", 1),
        (("HEAD~1", "ký-ban-hành"), "HEAD~1:plan.yaml to ký-ban-hành:plan.yaml", 0),
        (("HEAD~1:plan.yaml",), "HEAD~1:plan.yaml to plan.yaml", 1),
        (("HEAD~1:./plan.yaml", "plan.yaml"), "HEAD~1:./plan.yaml to plan.yaml", 1),
        (("HEAD^{/Sửa}",), "HEAD^{/Sửa}:plan.yaml to plan.yaml", 2),
    ],
)
def test_revisions(
    arguments: tuple[str, ...], first: str, count: int, repository: Repository, diff: Differ
) -> None:
    result = diff(*arguments, cwd=repository.folder)
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert first in lines[0]
    assert len(lines) == 1 + count


def test_a_revision_with_a_colon_of_its_own(repository: Repository, diff: Differ) -> None:
    repository.git("commit", "--quiet", "--allow-empty", "--message", "Plan: số 20")
    for version in ("HEAD^{/Plan: số}", "HEAD^{/Plan: số}:plan.yaml"):
        result = diff(version, cwd=repository.folder)
        assert "from HEAD^{/Plan: số}:plan.yaml to plan.yaml" in result.out


def test_an_abbreviated_commit(repository: Repository, diff: Differ) -> None:
    commit = repository.git("rev-parse", "HEAD~1").strip()
    assert MOVED_LATER in diff(commit[:9], cwd=repository.folder).out


def test_a_file_goes_before_a_branch_of_its_name(repository: Repository, diff: Differ) -> None:
    repository.git("branch", "old.yaml")
    repository.write("old.yaml", LATER)
    result = diff("old.yaml", cwd=repository.folder)
    assert result.out == "No change in meaning from old.yaml to plan.yaml.\n"


def test_a_branch_goes_before_a_folder_of_its_name(repository: Repository, diff: Differ) -> None:
    (repository.folder / "main").mkdir()
    assert "main:plan.yaml to plan.yaml" in diff("main", cwd=repository.folder).out


@pytest.mark.parametrize(
    "name", ["năm 2024/kế hoạch số 20.plan.yaml", "a b/plan.yaml", "'q\"/$(x);`y`.yaml", "-x.yaml"]
)
def test_odd_names_of_files(name: str, tmp_path: Path, diff: Differ) -> None:
    made = Repository(tmp_path / "kho lưu trữ")
    made.commit(name, OLD)
    made.write(name, LATER)
    for cwd, plan in (
        (made.folder, f"./{name}"),
        (made.folder / Path(name).parent, f"./{Path(name).name}"),
        (tmp_path, str(made.folder / name)),
    ):
        assert MOVED_LATER in diff("HEAD", f"--plan={plan}", cwd=cwd).out
    assert MOVED_LATER in diff(f"HEAD:{name}", f"--plan=./{name}", cwd=made.folder).out


def test_the_working_directory_may_be_below_the_plan(repository: Repository, diff: Differ) -> None:
    below = repository.folder / "phụ lục" / "một"
    below.mkdir(parents=True)
    assert MOVED_LATER in diff("HEAD~1", cwd=below).out


def test_a_plan_that_is_a_symbolic_link(
    repository: Repository, tmp_path: Path, diff: Differ
) -> None:
    link = tmp_path / "liên kết.yaml"
    link.symlink_to(repository.folder / "plan.yaml")
    assert MOVED_LATER in diff("HEAD~1", "--plan", str(link), cwd=tmp_path).out


def test_a_symbolic_link_that_was_committed(tmp_path: Path, diff: Differ) -> None:
    made = Repository(tmp_path / "kho")
    made.write("kế hoạch/20.yaml", OLD)
    (made.folder / "plan.yaml").symlink_to("kế hoạch/20.yaml")
    made.record()
    made.write("kế hoạch/20.yaml", LATER)
    for version in ("HEAD", "HEAD:plan.yaml", "HEAD:kế hoạch/20.yaml"):
        assert MOVED_LATER in diff(version, cwd=made.folder).out


def test_a_renamed_file(repository: Repository, diff: Differ) -> None:
    repository.git("mv", "-f", "plan.yaml", "mới.plan.yaml")
    repository.record()
    plan = ("--plan", "mới.plan.yaml")
    assert refused(diff("HEAD~1", *plan, cwd=repository.folder)) == [
        "git revision “HEAD~1” has no file “mới.plan.yaml”",
        "if it had another name then, give that: HEAD~1:OLD/NAME.yaml",
    ]
    assert MOVED_LATER in diff("HEAD~2:plan.yaml", *plan, cwd=repository.folder).out


def test_a_file_that_was_never_committed(repository: Repository, diff: Differ) -> None:
    repository.write("khác.yaml", OLD)
    sentence, _hint = refused(diff("HEAD", "--plan", "khác.yaml", cwd=repository.folder))
    assert sentence == "git revision “HEAD” has no file “khác.yaml”"


def test_a_path_that_is_a_folder_there(repository: Repository, diff: Differ) -> None:
    repository.commit("năm/x.yaml", OLD)
    assert refused(diff("HEAD:năm", cwd=repository.folder)) == [
        "“năm” is a folder at git revision “HEAD”"
    ]


def test_without_a_plan_at_hand_a_path_is_looked_up_in_the_working_directory(
    repository: Repository, diff: Differ
) -> None:
    (repository.folder / "plan.yaml").unlink()
    result = diff("HEAD~1:plan.yaml", "HEAD:plan.yaml", cwd=repository.folder)
    assert "the title was altered" in result.out


def test_a_hook_of_git(repository: Repository, tmp_path: Path, diff: Differ) -> None:
    """Git tells its hooks where the repository is, in a way that holds in its top folder only."""
    other = Repository(tmp_path / "khác")
    other.commit("plan.yaml", OLD)
    below = repository.folder / "dưới"
    below.mkdir()
    for git_dir in (".git", str(other.folder / ".git")):
        env = {"GIT_DIR": git_dir, "GIT_INDEX_FILE": ".git/index", "GIT_WORK_TREE": "/"}
        for cwd in (repository.folder, below):
            result = diff("HEAD", cwd=cwd, env=env)
            assert (result.code, len(result.out.splitlines())) == (0, 3)


def test_a_linked_working_tree(repository: Repository, tmp_path: Path, diff: Differ) -> None:
    repository.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "cây"), "HEAD~1")
    assert diff("main", cwd=tmp_path / "cây").out.startswith("1 change from main:plan.yaml to ")


def test_a_revision_whose_plan_is_not_valid(repository: Repository, diff: Differ) -> None:
    repository.commit("plan.yaml", OLD.replace("owners:", "ownerz:"))
    repository.commit("plan.yaml", OLD)
    result = diff("HEAD~1", cwd=repository.folder)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("HEAD~1:plan.yaml:")
    assert "the plan “HEAD~1:plan.yaml” is not valid" in result.err


def test_a_large_plan_comes_whole(tmp_path: Path, diff: Differ) -> None:
    made = Repository(tmp_path / "kho")
    task = SKELETON["tasks"].partition("\n")[2]
    many = "".join(task.replace("I.1", f"I.{number}") for number in range(1, 1200))
    made.commit("plan.yaml", merge(f"tasks:\n{many}"))
    made.write("plan.yaml", merge(f"tasks:\n{many}").replace("owners: [bo-a]", "owners: [bo-b]"))
    result = diff("HEAD", cwd=made.folder)
    assert result.out.startswith("1199 changes from HEAD:plan.yaml to plan.yaml. 1199 of them")
