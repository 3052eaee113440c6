"""kh20 merge: the logs are joined, and what was signed is merged as git does it."""

import os
from pathlib import Path

import pytest

from conftest import Run
from git_repositories import GIT_ENV, git
from kh20.planfile import load_bytes
from kh20.planfile.decode import MAX_BYTES
from plans.plan_layouts import TOP

ITEM = "  - {task: I.1, on: 2024-02-0N, event: progress, note: lần N}\n"
ONE, TWO, THREE = (ITEM.replace("N", str(number)) for number in (1, 2, 3))
EMPTY = f"{TOP}log: []\n"
NAMES = ("base.yaml", "ours.yaml", "theirs.yaml")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of its own, with nothing in it but what is merged."""
    made = tmp_path / "gộp"
    made.mkdir()
    return made


def put(folder: Path, *versions: str | bytes) -> None:
    for name, text in zip(NAMES, versions, strict=True):
        (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)


def ours(folder: Path) -> str:
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)
    return (folder / "ours.yaml").read_bytes().decode()


def as_git_merges(folder: Path, tmp_path: Path, *versions: str) -> str:
    """Return what git makes of the files by itself, with its marks named as the driver's are."""
    put(folder, *versions)
    base, own, their = (str(folder / name) for name in NAMES)
    script = f"git merge-file -p -L ours -L base -L theirs '{own}' '{base}' '{their}' || true"
    return git("-c", f"alias.m=!{script}", "m", cwd=tmp_path)


def test_both_have_recorded(kh20: Run, folder: Path) -> None:
    """Nothing is said, and nothing but the log of ours has changed."""
    put(folder, EMPTY, f"{TOP}log:\n{TWO}", f"{TOP}log:\n{ONE}{THREE}")
    (folder / "ours.yaml").chmod(0o640)
    assert kh20("merge", *NAMES, cwd=folder, env=GIT_ENV) == (0, "", "")
    assert ours(folder) == f"{TOP}log:\n{ONE}{TWO}{THREE}"
    assert (folder / "ours.yaml").stat().st_mode & 0o777 == 0o640
    assert (folder / "theirs.yaml").read_text(encoding="utf-8") == f"{TOP}log:\n{ONE}{THREE}"


def test_git_is_not_needed_for_the_logs_alone(kh20: Run, folder: Path) -> None:
    put(folder, EMPTY, f"{TOP}log:\n{ONE}", f"{TOP.replace('Sơ kết', 'Tổng kết')}log:\n{TWO}")
    env = {"PATH": str(folder)}
    assert kh20("merge", *NAMES, cwd=folder, env=env) == (0, "", "")
    assert ours(folder) == f"{TOP.replace('Sơ kết', 'Tổng kết')}log:\n{ONE}{TWO}"
    put(folder, EMPTY, EMPTY.replace("Báo", "Cáo"), EMPTY.replace("Sơ", "Tổng"))
    result = kh20("merge", *NAMES, cwd=folder, env=env)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("kh20: git is not installed, and is needed for this\n")
    assert ours(folder) == EMPTY.replace("Báo", "Cáo")


def test_edits_in_different_places_are_merged_by_git(kh20: Run, folder: Path) -> None:
    one, other = (
        TOP.replace("Kế hoạch thử", "Kế hoạch"),
        TOP.replace("Sơ kết hằng", "Tổng kết hằng"),
    )
    put(folder, EMPTY, f"{one}log:\n{ONE}# hết\n", f"{other}log:\n{TWO}")
    assert kh20("merge", *NAMES, cwd=folder, env=GIT_ENV) == (0, "", "")
    both = one.replace("Sơ kết hằng", "Tổng kết hằng")
    assert ours(folder) == f"{both}log:\n{ONE}# hết\n{TWO}"


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_conflict_in_what_was_signed_stays(
    kh20: Run, folder: Path, tmp_path: Path, line_break: str
) -> None:
    """With git's own marks; the logs are joined all the same."""
    tops = [text.replace("\n", line_break) for text in (
        TOP, TOP.replace("Báo cáo năm", "Báo cáo quý"), TOP.replace("Báo cáo năm", "Báo cáo tháng")
    )]  # fmt: skip
    around = as_git_merges(folder, tmp_path, *tops)
    logs = [log.replace("\n", line_break) for log in ("log: []\n", f"log:\n{ONE}", f"log:\n{TWO}")]
    put(folder, *(top + log for top, log in zip(tops, logs, strict=True)))
    assert kh20("merge", *NAMES, cwd=folder, env=GIT_ENV) == (1, "", "")
    assert around.count("<<<<<<< ours") == 1
    assert ours(folder) == around + f"log:\n{ONE}{TWO}".replace("\n", line_break)
    checked = kh20("check", "ours.yaml", "--format", "concise", cwd=folder)
    assert [line.split()[1] for line in checked.out.splitlines()] == ["KH013"]


def test_the_style_of_conflicts_that_the_user_has_set(kh20: Run, folder: Path) -> None:
    git("init", "--quiet", cwd=folder.parent)
    git("config", "merge.conflictStyle", "diff3", cwd=folder.parent)
    put(folder, EMPTY, EMPTY.replace("năm", "quý"), EMPTY.replace("năm", "tháng"))
    assert kh20("merge", *NAMES, cwd=folder, env=GIT_ENV).code == 1
    assert "||||||| base\n" in ours(folder)


@pytest.mark.parametrize(
    ("versions", "reason"),
    [
        ((f"log:\n{ONE}", f"log:\n{ONE.replace('lần', 'x')}{TWO}", f"log:\n{ONE}{THREE}"), "moved"),
        ((f"log:\n{ONE}", f"log:\n{TWO}", f"log:\n{ONE}{THREE}"), "moved or removed"),
        (("log: []\n", f"log: [{ONE[4:-1]}]\n", f"log:\n{TWO}"), "not written in the same way"),
        (("log: []\n", f"log:\n{ONE}", f"log:\n{TWO[2:]}"), "not written in the same way"),
        (("", f"log:\n{ONE}a: [", f"log:\n{TWO}"), "not YAML"),
    ],
    ids=["changed", "removed", "brackets", "indent", "not YAML"],
)
def test_what_cannot_be_joined_is_left_to_git(
    kh20: Run, folder: Path, tmp_path: Path, versions: tuple[str, ...], reason: str
) -> None:
    """The file is what git makes of it, and it is said why."""
    whole = [TOP + log for log in versions]
    expected = as_git_merges(folder, tmp_path, *whole)
    result = kh20("merge", *NAMES, "--path", "kế hoạch/plan.yaml", cwd=folder, env=GIT_ENV)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("kh20: the logs of “kế hoạch/plan.yaml” were not joined: ")
    assert reason in result.err
    assert ours(folder) == expected
    assert "<<<<<<< ours\n" in expected


def test_what_git_merges_by_itself_needs_no_word(kh20: Run, folder: Path) -> None:
    """Such as an edit of a plan in brackets far from its log."""
    versions = [f"{TOP}log: [\n{log}]\n" for log in ("", ONE[4:-1], "")]
    put(folder, versions[0], versions[1], versions[2].replace("Kế hoạch thử", "Kế hoạch"))
    assert kh20("merge", *NAMES, cwd=folder, env=GIT_ENV) == (0, "", "")
    assert ours(folder) == versions[1].replace("Kế hoạch thử", "Kế hoạch")


def test_two_completions_of_one_task_are_both_kept(kh20: Run, folder: Path) -> None:
    """Neither is lost; that they cannot both be true is said, and found by ``check``."""
    share = "agency: bo-a, part: mot"
    done = f"  - {{task: I.1, on: 2024-02-0N, event: completed, {share}, note: lần N}}\n"
    first, second = (done.replace("N", number) for number in "12")
    put(folder, EMPTY, f"{TOP}log:\n{second}", f"{TOP}log:\n{first}")
    result = kh20("merge", *NAMES, cwd=folder, env=GIT_ENV)
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith("kh20: “ours.yaml” was merged, but is not valid now: ")
    assert ours(folder) == f"{TOP}log:\n{first}{second}"
    codes = [finding.code for finding in load_bytes(ours(folder).encode(), "plan.yaml").errors]
    assert codes == ["KH404"]


def test_the_same_completion_on_both_sides_is_one(kh20: Run, folder: Path) -> None:
    put(folder, EMPTY, f"{TOP}log:\n{ONE}", f"{TOP}log:\n{ONE}{TWO}")
    assert kh20("merge", *NAMES, cwd=folder, env=GIT_ENV) == (0, "", "")
    assert ours(folder) == f"{TOP}log:\n{ONE}{TWO}"


@pytest.mark.parametrize("content", [b"\0\1\2", b"\0" * (MAX_BYTES + 1)], ids=["binary", "large"])
def test_what_git_cannot_merge_stays_ours(kh20: Run, folder: Path, content: bytes) -> None:
    put(folder, EMPTY, f"{TOP}log:\n{ONE}", content)
    result = kh20("merge", *NAMES, cwd=folder, env=GIT_ENV)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("kh20: “ours.yaml” cannot be merged\n  git says: ")
    assert ours(folder) == f"{TOP}log:\n{ONE}"


def test_names_that_look_like_options(kh20: Run, folder: Path) -> None:
    for name in NAMES:
        (folder / f"-{name}").write_text(f"a: {name}\n")
    result = kh20("merge", "--", *(f"-{name}" for name in NAMES), cwd=folder, env=GIT_ENV)
    assert result.code == 1
    assert (folder / "-ours.yaml").read_text().startswith("<<<<<<< ours\na: ours.yaml\n=======\n")


@pytest.mark.parametrize("missing", NAMES)
def test_a_version_that_is_not_there(kh20: Run, folder: Path, missing: str) -> None:
    put(folder, EMPTY, EMPTY, EMPTY)
    (folder / missing).unlink()
    result = kh20("merge", *NAMES, cwd=folder, env=GIT_ENV)
    assert (result.code, result.out) == (2, "")
    assert missing in result.err
    assert len(list(folder.iterdir())) == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write every file")
def test_ours_that_may_not_be_written(kh20: Run, folder: Path) -> None:
    put(folder, EMPTY, f"{TOP}log:\n{ONE}", f"{TOP}log:\n{TWO}")
    (folder / "ours.yaml").chmod(0o400)
    assert kh20("merge", *NAMES, cwd=folder, env=GIT_ENV).code == 2
    assert ours(folder) == f"{TOP}log:\n{ONE}"
