"""Where kh20 plugs in, tried for real: pre-commit, and the steps of the CI jobs in docs/ci.md."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import PATIENCE, Result, process_environment
from git_repositories import GIT_ENV, Repository, git
from kh20.findings.code import merge

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")

OLD = merge("")
LATER = OLD.replace("by: 2024-Q1", "by: 2024-Q2")
TITLED = OLD.replace("title: Báo cáo năm", "title: Báo cáo")

EDITED, OTHER = "plans/20.plan.yaml", "plans/21.plan.yaml"

INSTALL = "pip install "


def block_after(mark: str) -> Any:
    """Return the YAML of the first code block behind a mark in docs/ci.md."""
    found = re.search(r"```yaml\n(.*?)```", PAGE[PAGE.index(mark) :], re.DOTALL)
    assert found is not None
    return yaml.safe_load(found[1])


def shell(script: str, cwd: Path, env: Mapping[str, str]) -> Result:
    """Run a step as the runners of CI platforms do."""
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=cwd,
        env=process_environment({**GIT_ENV, **env}),
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A search path on which there is a kh20, as behind the ``pip install``."""
    program = tmp_path / "bin" / "kh20"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kh20 "$@"\n')
    program.chmod(0o755)
    return f"{program.parent}:{os.environ['PATH']}"


@pytest.fixture
def origin(tmp_path: Path) -> Repository:
    """A repository with two plans on ``main``, and branches to be merged into it."""
    made = Repository(tmp_path / "origin")
    made.write(OTHER, OLD.replace("1-KH/BA", "2-KH/BA"))
    made.commit(EDITED, OLD)
    for branch, text in (("title", TITLED), ("weaken", LATER), ("wrong", OLD + "log: {}\n")):
        made.git("checkout", "--quiet", "-b", branch, "main")
        made.commit(EDITED, text)
    for branch, command in (
        ("delete", ("rm", EDITED)),
        ("move", ("mv", EDITED, "plans/x.plan.yaml")),
    ):
        made.git("checkout", "--quiet", "-b", branch, "main")
        made.git(*command)
        made.record()
    made.git("checkout", "--quiet", "main")
    made.commit(
        OTHER, OLD.replace("1-KH/BA", "2-KH/BA").replace("title: Báo cáo năm", "title: Khác")
    )
    return made


def clone_of(origin: Repository, branch: str, *, merged: bool) -> Path:
    """Clone a repository whole and check out a branch, merged into main or as it is."""
    folder = origin.folder.parent / f"clone-{branch}"
    git("clone", "--quiet", str(origin.folder), str(folder), cwd=origin.folder.parent)
    git("checkout", "--quiet", "--detach", f"origin/{branch}", cwd=folder)
    if merged:
        git("merge", "--quiet", "--no-edit", "origin/main", cwd=folder)
    return folder


def commands_of(steps: list[dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    """Yield the commands of a GitHub job but the installation, and whether each runs always."""
    for step in steps:
        if "run" in step and not step["run"].startswith(INSTALL):
            yield step["run"], step.get("if") == "always()"


@pytest.mark.parametrize(
    ("branch", "codes", "error"),
    [
        ("title", [0, 0], None),
        ("move", [0, 0], None),
        ("weaken", [1, 1], "KH502"),
        ("wrong", [1, 1], "KH"),
        ("delete", [1, 1], "KH501"),
    ],
)
def test_the_github_workflow(
    branch: str, codes: list[int], error: str | None, origin: Repository, path: str
) -> None:
    workflow = block_after("<!-- ci: github -->")
    job = workflow["jobs"]["check"]
    checkout = next(step for step in job["steps"] if "checkout" in step.get("uses", ""))
    assert checkout["with"]["fetch-depth"] == 0
    folder = clone_of(origin, branch, merged=True)
    env = {"PATH": path, "GITHUB_BASE_REF": "main", "CI": "true", "GITHUB_ACTIONS": "true"}
    failed, results = False, []
    for command, always in commands_of(job["steps"]):
        if not failed or always:
            results.append(shell(command, folder, env))
            failed = failed or results[-1].code != 0
    assert [result.code for result in results] == codes
    annotations = [line for line in results[0].out.splitlines() if line.startswith("::error ")]
    assert bool(annotations) == (error is not None)
    assert all(line.startswith(f"::error file={EDITED},line=") for line in annotations)
    assert any(f"title={error}" in line for line in annotations) or error is None
    upload = next(step for step in job["steps"] if "upload-sarif" in step.get("uses", ""))
    assert upload["uses"] == "github/codeql-action/upload-sarif@v4"
    report = json.loads((folder / upload["with"]["sarif_file"]).read_text(encoding="utf-8"))
    found = report["runs"][0]["results"]
    errors = [each["ruleId"] for each in found if each["level"] == "error"]
    assert bool(errors) == (error is not None)
    assert any(code.startswith(error) for code in errors) if error else found


@pytest.mark.parametrize(
    ("branch", "code", "error"),
    [
        ("title", 0, None),
        ("move", 0, None),
        ("weaken", 1, "KH502"),
        ("wrong", 1, "KH"),
        ("delete", 1, "KH501"),
    ],
)
def test_the_gitlab_job(
    branch: str, code: int, error: str | None, origin: Repository, path: str
) -> None:
    job = block_after("<!-- ci: gitlab -->")["plan"]
    assert job["variables"]["GIT_DEPTH"] == "0"
    folder = clone_of(origin, branch, merged=False)
    base = git("merge-base", "HEAD", "origin/main", cwd=folder).strip()
    env = {"PATH": path, "CI": "true", "CI_MERGE_REQUEST_DIFF_BASE_SHA": base}
    script = "\n".join(line for line in job["script"] if not line.startswith(INSTALL))
    result = shell(script, folder, env)
    assert result.code == code
    name = job["artifacts"]["reports"]["codequality"]
    report = json.loads((folder / name).read_text(encoding="utf-8"))
    severe = [entry["check_name"] for entry in report if entry["severity"] == "major"]
    assert bool(severe) == (error is not None)
    assert any(str(error) in check for check in severe) or error is None
    assert all(entry["location"]["path"] in (EDITED, "plans/x.plan.yaml") for entry in report)
    assert error is None or f"[{error}" in result.out


def test_a_clone_of_one_commit_says_what_to_do(origin: Repository, path: str) -> None:
    url = f"file://{origin.folder}"
    git("clone", "--quiet", "--depth", "1", "-b", "title", url, "nông", cwd=origin.folder.parent)
    command, _always = next(
        commands_of(block_after("<!-- ci: github -->")["jobs"]["check"]["steps"])
    )
    env = {"PATH": path, "GITHUB_BASE_REF": "main"}
    result = shell(command, origin.folder.parent / "nông", env)
    assert (result.code, result.out) == (2, "")
    assert "set the fetch depth to 0" in result.err


def test_the_workflow_runs_the_command_of_the_readme() -> None:
    """With the Python that each system has: it is installed there, without an environment."""
    workflow = yaml.safe_load((ROOT / ".github/workflows/tests.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    job = workflow["jobs"]["tests"]
    systems = {system.partition("-")[0] for system in job["strategy"]["matrix"]["os"]}
    assert systems == {"ubuntu", "macos", "windows"}
    assert "3.11" in job["strategy"]["matrix"]["python"]
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"<!-- command: tests -->\n```sh\n(.*)\n```", readme)
    assert found is not None
    _environment, *commands = found[1].replace(".venv/bin/", "").split(" && ")
    steps = [each for each in job["steps"] if "run" in each]
    elsewhere = [each["run"] for each in steps if "== 'Windows'" not in each.get("if", "")]
    assert elsewhere == [f"python -m {command}" for command in commands]
    (on_windows,) = (each["run"] for each in steps if each["run"] not in elsewhere)
    command, *files = re.split(r" (?=tests/)", on_windows)
    assert command == elsewhere[-1]
    assert files
    assert all((ROOT / file).is_file() for file in files)
    used = [each["uses"] for each in job["steps"] if "uses" in each]
    assert all(re.fullmatch(r"actions/[a-z-]+@v[0-9]+", action) for action in used)


HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("plan.yaml", True),
        ("năm 2024/plan.yaml", True),
        ("a/20-kh.plan.yaml", True),
        ("plan.yml", False),
        ("xplan.yaml", False),
        ("plan.yaml.bak", False),
        (".plan.yaml", False),
    ],
)
def test_the_files_that_the_hook_is_for(name: str, wanted: bool) -> None:
    (hook,) = HOOKS
    assert bool(re.search(hook["files"], name)) == wanted


class PreCommit:
    """pre-commit in a repository, with this working copy as the repository of the hook."""

    def __init__(self, folder: Path) -> None:
        self.env = {**GIT_ENV, "PRE_COMMIT_HOME": str(folder / "home"), "PRE_COMMIT_COLOR": "never"}
        self.env["PIP_NO_COMPILE"] = "1"  # Of all that is installed, the hook imports a little.
        hooks = Repository(folder / "kh20")
        for name in ("pyproject.toml", "README.md", "LICENSE", "plan.yaml"):
            shutil.copy(ROOT / name, hooks.folder)
        shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks.folder)
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "src", hooks.folder / "src", ignore=ignore)
        self.config = block_after("## In pre-commit")
        self.config["repos"][0] |= {"repo": str(hooks.folder), "rev": hooks.record()}
        self.repository = Repository(folder / "kho")
        self.repository.write("plan.yaml", OLD)
        self.configure()

    def configure(self, **hook: Any) -> None:
        (given,) = self.config["repos"][0]["hooks"]
        self.config["repos"][0]["hooks"] = [{**given, **hook}]
        self.repository.write(".pre-commit-config.yaml", json.dumps(self.config))
        self.repository.record()

    def __call__(self, *command: str) -> Result:
        done = subprocess.run(
            command,
            cwd=self.repository.folder,
            env=process_environment({**self.env, "PYTHONPATH": "", "PYTHONPYCACHEPREFIX": ""}),
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    def run(self, **files: str) -> Result:
        """Stage files and run the hook on them."""
        for name, text in files.items():
            self.repository.write(f"{name}.yaml", text)
        self.repository.git("add", "--all")
        return self(sys.executable, "-m", "pre_commit", "run")


@pytest.mark.skipif(find_spec("pre_commit") is None, reason="pre-commit is not installed")
def test_the_hook_of_pre_commit(tmp_path: Path) -> None:
    """One test for all of it: the hook is installed once, by pip, which takes its time."""
    pre_commit = PreCommit(tmp_path)
    passing = pre_commit.run(plan=TITLED)
    assert (passing.code, "Passed" in passing.out) == (0, True), passing
    wrong = pre_commit.run(plan=LATER)
    assert wrong.code == 1
    assert "KH304" in wrong.out
    skipped = pre_commit.run(plan=OLD, other="x: 1\n")
    assert (skipped.code, "Skipped" in skipped.out) == (0, True)

    (guard,) = block_after("<!-- pre-commit: guard -->")
    pre_commit.configure(**guard)
    owner = OLD.replace("owners: [bo-a]", "owners: [bo-b]").replace(
        "[bo-b]\n    due", "[bo-a]\n    due"
    )
    weaker = pre_commit.run(plan=owner)
    assert weaker.code == 1
    assert "KH503" in weaker.out
    installed = pre_commit(sys.executable, "-m", "pre_commit", "install")
    assert installed.code == 0
    refused = pre_commit("git", "commit", "--message", "Sửa")
    assert refused.code == 1
    assert "KH503" in refused.err + refused.out
    assert pre_commit.run(plan=TITLED).code == 0
    accepted = pre_commit("git", "commit", "--message", "Sửa")
    assert accepted.code == 0, accepted
    pre_commit.repository.git("rm", "--quiet", "plan.yaml")
    gone = pre_commit("git", "commit", "--message", "Xoá")
    assert (gone.code, "KH501" in gone.err + gone.out) == (1, True), gone
