"""Repositories that name programs: none of them runs, whatever is asked."""

import os
from pathlib import Path

import pytest

from conftest import Run
from git_repositories import GIT_ENV, Repository
from kh20.findings.code import merge
from kh20.planfile.decode import MAX_BYTES
from processor_time import at_most

PLAN = merge("")


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A program that leaves a file behind when it runs, at the path of that file with “.sh”."""
    program = tmp_path / "ran.sh"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path / 'ran'}\nexit 1\n")
    program.chmod(0o755)
    return program


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "kho")
    made.commit("plan.yaml", PLAN)
    return made


def ran(trap: Path) -> bool:
    return trap.with_suffix("").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", ".", "--against", "HEAD"),
        ("check", "--against", "main..."),
        ("check", "evil", "--against", "HEAD"),
        ("check", "evil/x.plan.yaml", "--against", "HEAD"),
        ("diff", "HEAD", "--plan", "evil/x.plan.yaml"),
        ("diff", "HEAD:x.plan.yaml", "--plan", "evil/x.plan.yaml"),
    ],
    ids=" ".join,
)
def test_a_folder_that_looks_like_a_bare_repository(
    arguments: tuple[str, ...], repository: Repository, trap: Path, kh20: Run
) -> None:
    """It was committed with the plans, and its settings name a program that fetches."""
    evil = repository.folder / "evil"
    for folder in ("objects", "refs/heads"):
        (evil / folder).mkdir(parents=True)
    missing = "0123456789abcdef0123456789abcdef01234567\n"
    repository.write("evil/HEAD", missing)
    repository.write(
        "evil/config",
        "[core]\n\trepositoryformatversion = 1\n\tbare = true\n"
        "[extensions]\n\tpartialClone = origin\n"
        f'[remote "origin"]\n\turl = .\n\tpromisor = true\n\tuploadpack = {trap}\n',
    )
    repository.write("evil/x.plan.yaml", PLAN.replace("1-KH/BA", "2-KH/BA"))
    repository.record()
    result = kh20(*arguments, cwd=repository.folder, env=GIT_ENV)
    assert not ran(trap), result
    assert "Traceback" not in result.err


def test_settings_of_the_repository_itself(repository: Repository, trap: Path, kh20: Run) -> None:
    """Monitors, hooks, pagers, external diffs, and a remote of which objects are missing."""
    for name in ("core.fsmonitor", "core.pager", "diff.external", "core.sshCommand"):
        repository.git("config", name, str(trap))
    repository.git("config", "core.hooksPath", str(trap.parent))
    repository.git("config", "core.repositoryFormatVersion", "1")
    repository.git("config", "extensions.partialClone", "origin")
    repository.git("config", "remote.origin.url", str(trap.parent))
    repository.git("config", "remote.origin.promisor", "true")
    repository.git("config", "remote.origin.uploadpack", str(trap))
    repository.write(".gitattributes", "*.yaml diff=x\n")
    repository.git("config", "diff.x.textconv", str(trap))
    whole = kh20("check", "--against", "HEAD", cwd=repository.folder, env=GIT_ENV)
    assert (whole.code, whole.err) == (0, "")
    (repository.folder / "plan.yaml").unlink()
    for against in ("HEAD", "main..."):
        gone = kh20("check", "--against", against, cwd=repository.folder, env=GIT_ENV)
        assert (gone.code, gone.err) == (1, "")
    repository.write("plan.yaml", PLAN)
    blob = repository.git("rev-parse", "HEAD:plan.yaml").strip()
    (repository.folder / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for arguments in (("check", "--against", "HEAD"), ("diff", "HEAD")):
        result = kh20(*arguments, cwd=repository.folder, env=GIT_ENV)
        assert (result.code, result.out) == (2, "")
    assert not ran(trap)


@pytest.mark.parametrize("folder", ["", ".", "bin"])
def test_a_git_in_the_checkout(folder: str, repository: Repository, trap: Path, kh20: Run) -> None:
    """What the search path names from the working directory, as Windows does by itself."""
    for name in ("git", "git.exe", "bin/git", "bin/git.exe"):
        program = repository.folder / name
        program.parent.mkdir(exist_ok=True)
        program.write_bytes(trap.read_bytes())
        program.chmod(0o755)
    env = {**GIT_ENV, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    result = kh20("diff", "HEAD", cwd=repository.folder, env=env)
    assert (result.code, result.err) == (0, "")
    assert not ran(trap)


def test_a_blob_is_sized_before_it_is_read(
    repository: Repository, trap: Path, tmp_path: Path, kh20: Run
) -> None:
    """One that is too large for a plan is not read at all."""
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    program.write_text(
        "#!/bin/sh\n"
        'case "$*" in\n'
        f'  *"cat-file blob"*) exec {trap} ;;\n'
        f'  *--batch-check*) echo "0123456789 blob {MAX_BYTES + 1}" ;;\n'
        "  *) echo 0123456789 ;;\n"
        "esac\n"
    )
    program.chmod(0o755)
    env = {**GIT_ENV, "PATH": f"{program.parent}:{os.environ['PATH']}"}
    result = kh20("diff", "HEAD", cwd=repository.folder, env=env)
    assert result.code == 2
    assert "KH003" in result.err
    assert not ran(trap)


def test_a_list_of_files_that_has_no_end(repository: Repository, tmp_path: Path, kh20: Run) -> None:
    """A few trees that hold one another ten times each are more files than there are atoms."""
    object_ = bytes.fromhex(repository.git("rev-parse", "HEAD^{tree}").strip())
    raw = tmp_path / "tree"
    for _level in range(100):
        raw.write_bytes(b"".join(b"40000 %d\0" % name + object_ for name in range(10)))
        made = repository.git("hash-object", "-w", "-t", "tree", str(raw)).strip()
        object_ = bytes.fromhex(made)
    commit = repository.git("commit-tree", "-m", "Nhiều", object_.hex()).strip()
    with at_most(20):
        result = kh20("check", ".", "--against", commit, cwd=repository.folder, env=GIT_ENV)
    assert (result.code, result.out) == (2, "")
    assert "holds too many files to look for plans among them" in result.err
    one = kh20("check", "plan.yaml", "--against", commit, cwd=repository.folder, env=GIT_ENV)
    assert one.code == 2


def test_links_that_are_too_long_or_too_many(repository: Repository, kh20: Run) -> None:
    """They lead nowhere, and what they cost is bounded."""
    for name, target in (("a.plan.yaml", "../" * 1200), ("b", "b/" * 1000), ("c", "./" * 1900)):
        (repository.folder / name).symlink_to(target)
    for number in range(500):
        (repository.folder / f"n{number}").symlink_to(f"n{(number + 1) % 500}/" + "x/" * 100)
    repository.record()
    (repository.folder / "a.plan.yaml").unlink()
    with at_most(20):
        result = kh20("check", ".", "--against", "HEAD", cwd=repository.folder, env=GIT_ENV)
    assert (result.code, result.err) == (0, "")
