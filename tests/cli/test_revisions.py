"""Versions of a plan out of git, and every way in which git may not give one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Result, Run, process_environment
from git_repositories import GIT_ENV, Repository, git
from kh20.diagnostics.code import SKELETON, merge

OLD = merge("")
LATER = OLD.replace("by: 2024-Q1", "by: 2024-Q2")
TITLED = OLD.replace("title: Báo cáo năm", "title: Báo cáo")
MOVED_LATER = "weaker  I.1: the deadline was moved later: 2024-03-31 → 2024-06-30 (91 days)"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository in which plan.yaml was committed twice, and is edited once more."""
    made = Repository(tmp_path / "kho")
    made.commit("plan.yaml", OLD)
    made.git("tag", "ký-ban-hành")
    made.commit("plan.yaml", TITLED)
    made.write("plan.yaml", LATER)
    return made


@pytest.fixture
def diff(kh20: Run) -> Run:
    def call(*args: str, cwd: Path, env: dict[str, str] | None = None) -> Result:
        return kh20("diff", *args, cwd=cwd, env={**GIT_ENV, **(env or {})})

    return call


def refused(result: Result) -> list[str]:
    """Return the sentence and the hint of a refusal, which says nothing on standard output."""
    assert (result.code, result.out) == (2, ""), result
    lines = result.err.splitlines()
    assert len(lines) <= 2, result.err
    assert lines[0].startswith("kh20: ")
    assert "Traceback" not in result.err
    return [lines[0].removeprefix("kh20: "), *(line.strip() for line in lines[1:])]


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
    arguments: tuple[str, ...], first: str, count: int, repository: Repository, diff: Run
) -> None:
    result = diff(*arguments, cwd=repository.folder)
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert first in lines[0]
    assert len(lines) == 1 + count


def test_an_abbreviated_commit(repository: Repository, diff: Run) -> None:
    commit = repository.git("rev-parse", "HEAD~1").strip()
    assert MOVED_LATER in diff(commit[:9], cwd=repository.folder).out


def test_a_file_goes_before_a_branch_of_its_name(repository: Repository, diff: Run) -> None:
    repository.git("branch", "old.yaml")
    repository.write("old.yaml", LATER)
    result = diff("old.yaml", cwd=repository.folder)
    assert result.out == "No change in meaning from old.yaml to plan.yaml.\n"


def test_a_branch_goes_before_a_folder_of_its_name(repository: Repository, diff: Run) -> None:
    (repository.folder / "main").mkdir()
    assert "main:plan.yaml to plan.yaml" in diff("main", cwd=repository.folder).out


@pytest.mark.parametrize(
    "name", ["năm 2024/kế hoạch số 20.plan.yaml", "a b/plan.yaml", "'q\"/$(x);`y`.yaml", "-x.yaml"]
)
def test_odd_names_of_files(name: str, tmp_path: Path, diff: Run) -> None:
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


def test_the_working_directory_may_be_below_the_plan(repository: Repository, diff: Run) -> None:
    below = repository.folder / "phụ lục" / "một"
    below.mkdir(parents=True)
    assert MOVED_LATER in diff("HEAD~1", cwd=below).out


def test_a_plan_that_is_a_symbolic_link(repository: Repository, tmp_path: Path, diff: Run) -> None:
    link = tmp_path / "liên kết.yaml"
    link.symlink_to(repository.folder / "plan.yaml")
    assert MOVED_LATER in diff("HEAD~1", "--plan", str(link), cwd=tmp_path).out


def test_a_symbolic_link_that_was_committed(tmp_path: Path, diff: Run) -> None:
    made = Repository(tmp_path / "kho")
    made.write("kế hoạch/20.yaml", OLD)
    (made.folder / "plan.yaml").symlink_to("kế hoạch/20.yaml")
    made.record()
    made.write("kế hoạch/20.yaml", LATER)
    for version in ("HEAD", "HEAD:plan.yaml", "HEAD:kế hoạch/20.yaml"):
        assert MOVED_LATER in diff(version, cwd=made.folder).out


def test_a_renamed_file(repository: Repository, diff: Run) -> None:
    repository.git("mv", "-f", "plan.yaml", "mới.plan.yaml")
    repository.record()
    plan = ("--plan", "mới.plan.yaml")
    assert refused(diff("HEAD~1", *plan, cwd=repository.folder)) == [
        "git revision “HEAD~1” has no file “mới.plan.yaml”",
        "if it had another name then, give that: HEAD~1:OLD/NAME.yaml",
    ]
    assert MOVED_LATER in diff("HEAD~2:plan.yaml", *plan, cwd=repository.folder).out


def test_a_file_that_was_never_committed(repository: Repository, diff: Run) -> None:
    repository.write("khác.yaml", OLD)
    sentence, _hint = refused(diff("HEAD", "--plan", "khác.yaml", cwd=repository.folder))
    assert sentence == "git revision “HEAD” has no file “khác.yaml”"


def test_a_path_that_is_a_folder_there(repository: Repository, diff: Run) -> None:
    repository.commit("năm/x.yaml", OLD)
    assert refused(diff("HEAD:năm", cwd=repository.folder)) == [
        "“năm” is a folder at git revision “HEAD”"
    ]


@pytest.mark.parametrize(
    "version",
    ["nowhere", "HEAD~9", "HEAD..main", "HEAD^{tree}", "v1.0", "origin/main", "x:plan.yaml"],
)
def test_a_revision_that_does_not_exist(version: str, repository: Repository, diff: Run) -> None:
    sentence, hint = refused(diff(version, cwd=repository.folder))
    assert sentence == f"“{version}” is neither a file nor a revision that git knows"
    assert "git fetch" in hint


@pytest.mark.parametrize("version", ["-", "--all", "-x", "--upload-pack=touch x", ""])
def test_a_version_that_looks_like_an_option(
    version: str, repository: Repository, diff: Run
) -> None:
    result = diff("--", "plan.yaml", version, cwd=repository.folder)
    if version == "-":
        assert "[KH012]" in result.err
        return
    assert refused(result) == [f"“{version}” is neither a file nor a git revision"]
    assert sorted(path.name for path in repository.folder.iterdir()) == [".git", "plan.yaml"]


def test_names_that_no_file_can_have(repository: Repository, diff: Run) -> None:
    for version in ("x" * 5000, "a" * 200 + "/" + "b" * 300):
        sentence, _hint = refused(diff(version, cwd=repository.folder))
        assert sentence.endswith("is neither a file nor a revision that git knows")


def test_a_shallow_clone(repository: Repository, tmp_path: Path, diff: Run) -> None:
    url = f"file://{repository.folder}"
    git("clone", "--quiet", "--depth", "1", url, "nông", cwd=tmp_path)
    clone = tmp_path / "nông"
    assert diff("HEAD", cwd=clone).code == 0
    for version in ("HEAD~1", repository.git("rev-parse", "HEAD~1").strip(), "origin/khác"):
        sentence, hint = refused(diff(version, cwd=clone))
        assert sentence == f"“{version}” is neither a file nor a revision that git knows"
        assert hint.startswith("this clone is shallow: fetch the history first")


def test_no_git(repository: Repository, tmp_path: Path, diff: Run) -> None:
    (tmp_path / "trống").mkdir()
    env = {"PATH": str(tmp_path / "trống")}
    assert refused(diff("HEAD", cwd=repository.folder, env=env)) == [
        "git is not installed, so no revision can be looked up",
        "name the other version as a file",
    ]
    (repository.folder / "old.yaml").write_text(OLD, encoding="utf-8")
    assert MOVED_LATER in diff("old.yaml", cwd=repository.folder, env=env).out


def test_a_git_that_does_not_run(repository: Repository, tmp_path: Path, diff: Run) -> None:
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_bytes(b"\x7fELF nonsense")
    program.chmod(0o755)
    (sentence,) = refused(diff("HEAD", cwd=repository.folder, env={"PATH": str(program.parent)}))
    assert sentence.startswith("git cannot be run: ")


def test_not_a_repository(tmp_path: Path, diff: Run) -> None:
    (tmp_path / "plan.yaml").write_text(OLD, encoding="utf-8")
    env = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    assert refused(diff("HEAD", cwd=tmp_path, env=env)) == [
        f"“HEAD” is not a file, and “{tmp_path}” is not in a git repository"
    ]


def test_no_plan_at_hand(tmp_path: Path, diff: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    packaged = tmp_path / "gói" / "plan.yaml"
    packaged.parent.mkdir()
    packaged.write_text(OLD, encoding="utf-8")
    for module in ("kh20.cli.plans", "kh20.cli.revisions"):
        monkeypatch.setattr(f"{module}.packaged_plan", lambda: packaged)
    env = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    assert refused(diff("HEAD", cwd=tmp_path, env=env)) == [
        "“HEAD” is not a file, and there is no plan.yaml here or above to ask git for",
        "name the plan: --plan PATH",
    ]


def test_without_a_plan_at_hand_a_path_is_looked_up_in_the_working_directory(
    repository: Repository, diff: Run
) -> None:
    (repository.folder / "plan.yaml").unlink()
    result = diff("HEAD~1:plan.yaml", "HEAD:plan.yaml", cwd=repository.folder)
    assert "the title was altered" in result.out
    bare = repository.folder.parent / "trần.git"
    repository.git("clone", "--quiet", "--bare", ".", str(bare))
    assert diff("HEAD~1:plan.yaml", "HEAD:plan.yaml", cwd=bare).out == result.out


def test_a_bare_repository_has_no_working_copy(repository: Repository, diff: Run) -> None:
    bare = repository.folder.parent / "trần.git"
    repository.git("clone", "--quiet", "--bare", ".", str(bare))
    (bare / "plan.yaml").write_text(OLD, encoding="utf-8")
    sentence, hint = refused(diff("main", cwd=bare))
    assert sentence == "git cannot read “plan.yaml” at “main”"
    assert hint.startswith("git says: ")


def test_an_empty_repository(tmp_path: Path, diff: Run) -> None:
    made = Repository(tmp_path / "kho")
    made.write("plan.yaml", OLD)
    sentence, _hint = refused(diff("HEAD", cwd=made.folder))
    assert sentence == "“HEAD” is neither a file nor a revision that git knows"


def loose(repository: Repository, object_: str) -> Path:
    return repository.folder / ".git" / "objects" / object_[:2] / object_[2:]


@pytest.mark.parametrize("name", ["HEAD", "HEAD:plan.yaml", "HEAD^{tree}"])
@pytest.mark.parametrize("how", ["empty", "nonsense", "gone"])
def test_a_corrupt_repository(name: str, how: str, repository: Repository, diff: Run) -> None:
    path = loose(repository, repository.git("rev-parse", name).strip())
    path.chmod(0o644)
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(b"" if how == "empty" else b"nonsense")
    sentence, hint = refused(diff("HEAD", cwd=repository.folder))
    assert sentence in (
        "git cannot read “plan.yaml” at “HEAD”",
        "“HEAD” is neither a file nor a revision that git knows",
        "git revision “HEAD” has no file “plan.yaml”",
    )
    if name == "HEAD:plan.yaml":
        assert sentence.startswith("git cannot read")
    assert hint


def test_a_repository_whose_configuration_is_broken(repository: Repository, diff: Run) -> None:
    with (repository.folder / ".git" / "config").open("a") as config:
        config.write("[bad\n")
    sentence, hint = refused(diff("HEAD", cwd=repository.folder))
    assert sentence == f"git cannot be asked about “{repository.folder}”"
    assert hint.startswith("git says: fatal: bad config")


def test_a_repository_whose_folder_moved(tmp_path: Path, diff: Run) -> None:
    (tmp_path / "plan.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / ".git").write_text("gitdir: /không/có\n", encoding="utf-8")
    (sentence,) = refused(diff("HEAD", cwd=tmp_path))
    assert sentence.endswith("is not in a git repository")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_repository_of_another_user(tmp_path: Path, diff: Run) -> None:
    made = Repository(tmp_path / "kho của ai")
    made.commit("plan.yaml", OLD)
    for path in (made.folder, *made.folder.rglob("*")):
        os.chown(path, 12345, 12345)
    env = {"HOME": str(tmp_path), "SUDO_UID": ""}
    assert refused(diff("HEAD", cwd=made.folder, env=env)) == [
        f"git refuses the repository of “{made.folder}”: it belongs to another user",
        f"if you trust it: git config --global --add safe.directory '{made.folder}'",
    ]


def test_a_hook_of_git(repository: Repository, tmp_path: Path, diff: Run) -> None:
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


def test_a_linked_working_tree(repository: Repository, tmp_path: Path, diff: Run) -> None:
    repository.git("worktree", "add", "--quiet", "--detach", str(tmp_path / "cây"), "HEAD~1")
    assert diff("main", cwd=tmp_path / "cây").out.startswith("1 change from main:plan.yaml to ")


def test_a_revision_whose_plan_is_not_valid(repository: Repository, diff: Run) -> None:
    repository.commit("plan.yaml", OLD.replace("owners:", "ownerz:"))
    repository.commit("plan.yaml", OLD)
    result = diff("HEAD~1", cwd=repository.folder)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("HEAD~1:plan.yaml:")
    assert "the plan “HEAD~1:plan.yaml” is not valid" in result.err


def test_standard_input_has_no_history(repository: Repository, kh20: Run) -> None:
    result = kh20("diff", "HEAD", "--plan", "-", stdin=LATER, cwd=repository.folder, env=GIT_ENV)
    assert refused(result) == [
        "standard input has no path that git could look up at “HEAD”",
        "name the path too: HEAD:plan.yaml",
    ]
    result = kh20("diff", "HEAD~1:plan.yaml", "-", stdin=LATER, cwd=repository.folder, env=GIT_ENV)
    assert MOVED_LATER in result.out


def test_a_folder_that_is_not_there(repository: Repository, diff: Run) -> None:
    result = diff("HEAD", "HEAD", "--plan", "không/plan.yaml", cwd=repository.folder)
    assert refused(result) == [f"there is no folder “{repository.folder}/không”"]


def test_a_working_directory_that_is_gone(tmp_path: Path) -> None:
    gone = tmp_path / "tạm"
    gone.mkdir()
    script = (
        "import os, sys; os.rmdir(os.getcwd()); from kh20.cli.main import run; "
        "sys.exit(run(['diff', 'HEAD:plan.yaml', '--plan', sys.argv[1]]))"
    )
    for plan in ("-", "plan.yaml"):
        done = subprocess.run(
            [sys.executable, "-c", script, plan],
            cwd=gone,
            env=process_environment(GIT_ENV),
            capture_output=True,
            check=False,
        )
        gone.mkdir()
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == "kh20: the working directory is not there any more\n"


def test_a_large_plan_comes_whole(tmp_path: Path, diff: Run) -> None:
    made = Repository(tmp_path / "kho")
    task = SKELETON["tasks"].partition("\n")[2]
    many = "".join(task.replace("I.1", f"I.{number}") for number in range(1, 1200))
    made.commit("plan.yaml", merge(f"tasks:\n{many}"))
    made.write("plan.yaml", merge(f"tasks:\n{many}").replace("owners: [bo-a]", "owners: [bo-b]"))
    result = diff("HEAD", cwd=made.folder)
    assert result.out.startswith("1199 changes from HEAD:plan.yaml to plan.yaml; 1199 weaken")


def test_git_asks_nobody_anything(repository: Repository, tmp_path: Path, diff: Run) -> None:
    """What git would ask for on a terminal must not stop a build for ever."""
    log = tmp_path / "log"
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    real = shutil.which("git")
    program.write_text(
        f'#!/bin/sh\necho "$GIT_TERMINAL_PROMPT $LC_ALL" >> "{log}"\nexec {real} "$@"\n'
    )
    program.chmod(0o755)
    env = {"PATH": f"{program.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    assert diff("HEAD", cwd=repository.folder, env=env).code == 0
    assert set(log.read_text().splitlines()) == {"0 C"}
