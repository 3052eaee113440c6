"""Every way in which git may not give a version: one clear sentence, exit code 2."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cli.diffing import LATER, MOVED_LATER, OLD, Differ, made_repository, refused
from conftest import Run, process_environment
from git_repositories import GIT_ENV, Repository, git


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return made_repository(tmp_path)


@pytest.fixture
def diff(kh20: Run) -> Differ:
    return Differ(kh20)


@pytest.mark.parametrize(
    "version",
    ["nowhere", "HEAD~9", "HEAD..main", "HEAD^{tree}", "v1.0", "origin/main", "x:plan.yaml"],
)
def test_a_revision_that_does_not_exist(version: str, repository: Repository, diff: Differ) -> None:
    sentence, hint = refused(diff(version, cwd=repository.folder))
    assert sentence == f"“{version}” is neither a file nor a revision that git knows"
    assert "git fetch" in hint


@pytest.mark.parametrize("version", ["-", "--all", "-x", "--upload-pack=touch x", ""])
def test_a_version_that_looks_like_an_option(
    version: str, repository: Repository, diff: Differ
) -> None:
    result = diff("--", "plan.yaml", version, cwd=repository.folder)
    if version == "-":
        assert "[KH012]" in result.err
        return
    assert refused(result) == [f"“{version}” is neither a file nor a git revision"]
    assert sorted(path.name for path in repository.folder.iterdir()) == [".git", "plan.yaml"]


def test_names_that_no_file_can_have(repository: Repository, diff: Differ) -> None:
    for version in ("x" * 5000, "a" * 200 + "/" + "b" * 300):
        sentence, _hint = refused(diff(version, cwd=repository.folder))
        assert sentence.endswith("is neither a file nor a revision that git knows")


def test_a_shallow_clone(repository: Repository, tmp_path: Path, diff: Differ) -> None:
    url = f"file://{repository.folder}"
    git("clone", "--quiet", "--depth", "1", url, "nông", cwd=tmp_path)
    clone = tmp_path / "nông"
    assert diff("HEAD", cwd=clone).code == 0
    for version in ("HEAD~1", repository.git("rev-parse", "HEAD~1").strip(), "origin/khác"):
        sentence, hint = refused(diff(version, cwd=clone))
        assert sentence == f"“{version}” is neither a file nor a revision that git knows"
        assert hint.startswith("this clone is shallow: fetch the history first")


def test_no_git(repository: Repository, tmp_path: Path, diff: Differ) -> None:
    (tmp_path / "trống").mkdir()
    env = {"PATH": str(tmp_path / "trống")}
    assert refused(diff("HEAD", cwd=repository.folder, env=env)) == [
        "git is not installed, and is needed for this",
        "install it; “diff” and “check --against” also take files",
    ]
    (repository.folder / "old.yaml").write_text(OLD, encoding="utf-8")
    assert MOVED_LATER in diff("old.yaml", cwd=repository.folder, env=env).out


def test_a_git_that_does_not_run(repository: Repository, tmp_path: Path, diff: Differ) -> None:
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_bytes(b"\x7fELF nonsense")
    program.chmod(0o755)
    (sentence,) = refused(diff("HEAD", cwd=repository.folder, env={"PATH": str(program.parent)}))
    assert sentence.startswith("git cannot be run: ")


def test_not_a_repository(tmp_path: Path, diff: Differ) -> None:
    (tmp_path / "plan.yaml").write_text(OLD, encoding="utf-8")
    env = {"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)}
    assert refused(diff("HEAD", cwd=tmp_path, env=env)) == [
        f"“HEAD” is not a file, and “{tmp_path}” is not in a git repository"
    ]


def test_no_plan_at_hand(tmp_path: Path, diff: Differ) -> None:
    """Not even where the packaged plan lies in a repository, as in a checkout of kh20."""
    assert refused(diff("HEAD", cwd=tmp_path)) == [
        "“HEAD” is not a file, and there is no plan.yaml here or above to ask git for",
        "name the plan: --plan PATH",
    ]


def test_a_bare_repository_has_no_working_copy(repository: Repository, diff: Differ) -> None:
    bare = repository.folder.parent / "trần.git"
    repository.git("clone", "--quiet", "--bare", ".", str(bare))
    (bare / "plan.yaml").write_text(OLD, encoding="utf-8")
    (sentence,) = refused(diff("main", cwd=bare))
    assert sentence == f"“main” is not a file, and “{bare}” is not in a git repository"


def test_an_empty_repository(tmp_path: Path, diff: Differ) -> None:
    made = Repository(tmp_path / "kho")
    made.write("plan.yaml", OLD)
    for version in ("HEAD", "main", "main...", "HEAD:plan.yaml"):
        sentence, hint = refused(diff(version, cwd=made.folder))
        assert sentence == f"the repository has no commits yet, so there is no “{version}”"
        assert "git commit" in hint


def loose(repository: Repository, object_: str) -> Path:
    return repository.folder / ".git" / "objects" / object_[:2] / object_[2:]


@pytest.mark.parametrize("name", ["HEAD", "HEAD:plan.yaml", "HEAD^{tree}"])
@pytest.mark.parametrize("how", ["empty", "nonsense", "gone"])
def test_a_corrupt_repository(name: str, how: str, repository: Repository, diff: Differ) -> None:
    path = loose(repository, repository.git("rev-parse", name).strip())
    path.chmod(0o644)
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(b"" if how == "empty" else b"nonsense")
    sentence, hint = refused(diff("HEAD", cwd=repository.folder))
    assert sentence in (
        "git cannot read “plan.yaml” at “HEAD”",
        "git cannot read the revision “HEAD”",
        "“HEAD” is neither a file nor a revision that git knows",
        "git revision “HEAD” has no file “plan.yaml”",
    )
    if name == "HEAD:plan.yaml":
        assert sentence.startswith("git cannot read")
    assert hint


def test_a_repository_whose_configuration_is_broken(repository: Repository, diff: Differ) -> None:
    with (repository.folder / ".git" / "config").open("a") as config:
        config.write("[bad\n")
    sentence, hint = refused(diff("HEAD", cwd=repository.folder))
    assert sentence == f"git cannot be asked about “{repository.folder}”"
    assert hint.startswith("git says: fatal: bad config")


def test_a_repository_whose_folder_moved(tmp_path: Path, diff: Differ) -> None:
    (tmp_path / "plan.yaml").write_text(OLD, encoding="utf-8")
    (tmp_path / ".git").write_text("gitdir: /không/có\n", encoding="utf-8")
    sentence, hint = refused(diff("HEAD", cwd=tmp_path))
    assert sentence == f"git cannot be asked about “{tmp_path}”"
    assert hint.startswith("git says: fatal: not a git repository")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_a_repository_of_another_user(tmp_path: Path, diff: Differ) -> None:
    made = Repository(tmp_path / "kho của ai")
    made.commit("plan.yaml", OLD)
    for path in (made.folder, *made.folder.rglob("*")):
        os.chown(path, 12345, 12345)
    env = {"HOME": str(tmp_path), "SUDO_UID": ""}
    assert refused(diff("HEAD", cwd=made.folder, env=env)) == [
        f"git refuses the repository of “{made.folder}”: it belongs to another user",
        f"if you trust it: git config --global --add safe.directory '{made.folder}'",
    ]


def test_standard_input_has_no_history(repository: Repository, kh20: Run) -> None:
    result = kh20("diff", "HEAD", "--plan", "-", stdin=LATER, cwd=repository.folder, env=GIT_ENV)
    assert refused(result) == [
        "standard input has no path that git could look up at “HEAD”",
        "name the path too: HEAD:plan.yaml",
    ]
    result = kh20("diff", "HEAD~1:plan.yaml", "-", stdin=LATER, cwd=repository.folder, env=GIT_ENV)
    assert MOVED_LATER in result.out


def test_a_folder_that_is_not_there(repository: Repository, diff: Differ) -> None:
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


def test_git_asks_nobody_anything(repository: Repository, tmp_path: Path, diff: Differ) -> None:
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
