"""What the tests of versions out of git have in common."""

from pathlib import Path

from conftest import Result, Run
from git_repositories import GIT_ENV, Repository
from kh20.findings.code import merge

OLD = merge("")
LATER = OLD.replace("by: 2024-Q1", "by: 2024-Q2")
TITLED = OLD.replace("title: Báo cáo năm", "title: Báo cáo")
MOVED_LATER = "weaker  I.1: the deadline was moved later: 2024-03-31 → 2024-06-30 (91 days)"


def made_repository(folder: Path) -> Repository:
    """Return one in which plan.yaml was committed twice, and is edited once more."""
    made = Repository(folder / "kho")
    made.commit("plan.yaml", OLD)
    made.git("tag", "ký-ban-hành")
    made.commit("plan.yaml", TITLED)
    made.write("plan.yaml", LATER)
    return made


class Differ:
    """Runs ``kh20 diff`` in a folder, without the configuration of whoever runs the tests."""

    def __init__(self, run: Run) -> None:
        self._run = run

    def __call__(self, *args: str, cwd: Path, env: dict[str, str] | None = None) -> Result:
        return self._run("diff", *args, cwd=cwd, env={**GIT_ENV, **(env or {})})


def refused(result: Result) -> list[str]:
    """Return the sentence and the hint of a refusal, which says nothing on standard output."""
    assert (result.code, result.out) == (2, ""), result
    lines = result.err.splitlines()
    assert len(lines) <= 2, result.err
    assert lines[0].startswith("kh20: ")
    assert "Traceback" not in result.err
    return [lines[0].removeprefix("kh20: "), *(line.strip() for line in lines[1:])]
