"""Git itself runs kh20 as its merge driver, set up as the documentation says."""

import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from conftest import Run
from docs.pages import DOCS, section
from git_repositories import Repository
from kh20.planfile import load_bytes
from plans.branched_logs import Branches, branches, log_text
from plans.plan_layouts import TOP

SET_UP = re.findall(
    r"^\$ (git config .*|printf .*)$",
    section(DOCS / "recording.md", "Two people record at once"),
    re.MULTILINE,
)

ITEM = "  - {task: I.1, on: 2024-02-0N, event: progress, note: lần N}\n"
ONE, TWO, THREE, FOUR = (ITEM.replace("N", str(number)) for number in range(1, 5))
EMPTY = f"{TOP}log: []\n"


class Branched(Repository):
    """A repository with the two lines of set-up, and a plan of which there are two versions.

    One is on ``main``, the other on ``b``.
    """

    def __init__(self, folder: Path, *, name: str = "plan.yaml", set_up: bool = True) -> None:
        program = folder / "bin" / "kh20"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kh20 "$@"\n')
        program.chmod(0o755)
        super().__init__(
            folder / "kho", env={"PATH": f"{program.parent}:/usr/local/bin:/usr/bin:/bin"}
        )
        self.name = name
        assert len(SET_UP) == 2
        for line in SET_UP if set_up else []:
            subprocess.run(["bash", "-c", line], cwd=self.folder, check=True)

    def branch(self, base: str, ours: str, theirs: str) -> None:
        """Commit the versions, and be on ``main``."""
        self.commit(self.name, base)
        self.git("switch", "--quiet", "--create", "b")
        self.commit(self.name, theirs)
        self.git("switch", "--quiet", "main")
        self.commit(self.name, ours)

    @property
    def plan(self) -> str:
        """The plan as it lies in the working copy."""
        return (self.folder / self.name).read_bytes().decode()


@pytest.mark.parametrize("name", ["plan.yaml", "kế hoạch/20 KH.plan.yaml"])
def test_two_branches_that_both_recorded(tmp_path: Path, name: str) -> None:
    repository = Branched(tmp_path, name=name)
    repository.branch(EMPTY, f"{TOP}log:\n{TWO}", f"{TOP}log:\n{ONE}{THREE}")
    repository.git("merge", "b")
    assert repository.plan == f"{TOP}log:\n{ONE}{TWO}{THREE}"
    assert repository.git("status", "--porcelain") == ""


def test_without_the_set_up_it_is_a_conflict_that_is_named(tmp_path: Path, kh20: Run) -> None:
    repository = Branched(tmp_path, set_up=False)
    repository.branch(EMPTY, f"{TOP}log:\n{TWO}", f"{TOP}log:\n{ONE}")
    assert repository.attempt("merge", "b").returncode == 1
    for command in (["check"], ["done", "I.1", "--note", "x"], ["overdue"]):
        result = kh20(*command, cwd=repository.folder)
        assert "KH013" in result.out + result.err
        assert "an unresolved merge conflict begins here" in result.out + result.err


@pytest.mark.parametrize("command", ["rebase main b", "cherry-pick b~1 b"])
def test_other_commands_that_merge(tmp_path: Path, command: str) -> None:
    repository = Branched(tmp_path)
    repository.branch(EMPTY, f"{TOP}log:\n{TWO}", f"{TOP}log:\n{ONE}")
    repository.git("switch", "--quiet", "b")
    repository.commit("plan.yaml", f"{TOP}log:\n{ONE}{THREE}")
    repository.git("switch", "--quiet", "main")
    repository.git(*command.split())
    assert repository.plan == f"{TOP}log:\n{ONE}{TWO}{THREE}"


def test_branches_that_merge_each_other(tmp_path: Path) -> None:
    """Then there are two versions that both come from, which git merges first."""
    repository = Branched(tmp_path)
    repository.branch(EMPTY, f"{TOP}log:\n{TWO}", f"{TOP}log:\n{ONE}")
    before = repository.git("rev-parse", "main").strip()
    repository.git("merge", "b")
    repository.commit("plan.yaml", f"{TOP}log:\n{ONE}{TWO}{THREE}")
    repository.git("switch", "--quiet", "b")
    repository.git("merge", before)
    assert repository.plan == f"{TOP}log:\n{ONE}{TWO}"
    repository.commit("plan.yaml", f"{TOP}log:\n{ONE}{TWO}{FOUR}")
    repository.git("merge", "main")
    assert repository.plan == f"{TOP}log:\n{ONE}{TWO}{THREE}{FOUR}"


EDITS = {
    "none": ("", ""),
    "title": ("title: Báo cáo năm", "title: Báo cáo quý"),
    "title otherwise": ("title: Báo cáo năm", "title: Báo cáo tháng"),
    "agency": ("bo-b: {name: Bộ B}", "bo-b: {name: Bộ B mới}"),
    "last task": ("hằng năm}\n", "hằng năm}\n- id: I.3\n"),
    "last task otherwise": ("hằng năm}\n", "hằng năm}\n- id: I.4\n"),
}


@settings(max_examples=12)
@given(branches(in_order=True), st.sampled_from(sorted(EDITS)), st.sampled_from(sorted(EDITS)))
@example(Branches([], [], [], []), "last task", "last task otherwise")
def test_nothing_is_lost_doubled_or_mixed(made: Branches, one: str, other: str) -> None:
    """Conflicts stand where git finds them in what was signed, and never in the log."""
    tops = [TOP, TOP.replace(*EDITS[one]), TOP.replace(*EDITS[other])]
    with TemporaryDirectory() as folder:
        repository = Branched(Path(folder))
        repository.branch(*(top + log_text(log) for top, log in zip(tops, made[:3], strict=True)))
        merged = repository.attempt("merge", "b")
        data = repository.plan
    clash = one != other and one.split()[0] == other.split()[0]
    assert (merged.returncode != 0) == clash, merged.stdout
    around, _key, log = data.rpartition("\nlog:")
    own = [each for each in made.theirs if each not in made.base and each not in made.shared]
    assert sorted(f"log:{log}") == sorted(log_text([*made.ours, *own]))
    assert all(log.count(each.text) == 1 for each in [*made.ours, *own])
    for _was, now in (EDITS[one], EDITS[other]):
        assert now.rpartition("\n- ")[2].rstrip() in around
    assert around.count("<<<<<<< ours") == clash
    assert "<<<<<<<" not in log
    if not clash and "last" not in one + other:
        assert load_bytes(data.encode(), "plan.yaml").valid
