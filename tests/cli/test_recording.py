"""The commands that write: what they show is what they write, and nothing else changes."""

import json
import os
from itertools import chain, repeat
from pathlib import Path
from unicodedata import normalize

import pytest
import yaml

from conftest import Run
from kh20.cli import recording
from plans.made_plans import plan_file
from plans.made_plans import task as made_task
from plans.written_plan import HEAD, TAIL, TEXT, log_of, own_plan

pytestmark = pytest.mark.usefixtures("day_of_recording")


PARTS = {"mot": "Đề án một", "hai": "Đề án hai"}
WRITES = {
    ("done", "I.1", "--document", "12-BC/BA", "--on", "2024-03-20"): (
        "  - {task: I.1, on: 2024-03-20, event: completed, document: 12-BC/BA, "
        "recorded: 2024-05-10}\n",
        ["I.1 · Báo cáo", "open, 11 days left → completed (as of 2024-03-20)"],
    ),
    ("done", "i.1.", "--note", "xong"): (
        "  - {task: I.1, on: 2024-05-10, event: completed, note: xong}\n",
        ["I.1 · Báo cáo", "overdue 40 days → completed late (as of 2024-05-10)"],
    ),
    ("done", "I.2", "--agency", "BA", "--document", "1", "--note", "a: b", "--on", "1/4/2024"): (
        "  - {task: I.2, on: 2024-04-01, event: completed, agency: bo-a, "
        "document: '1', note: 'a: b', recorded: 2024-05-10}\n",
        [
            "I.2 · Kế hoạch từng bộ",
            "open, 90 days left → open, 90 days left, 1 of 2 missing (as of 2024-04-01)",
        ],
    ),
    ("done", "I.3", "--part", "mot", "--note", "xong"): (
        "  - {task: I.3, on: 2024-05-10, event: completed, part: mot, note: xong}\n",
        [
            "I.3 · Hai đề án",
            "open, 235 days left → open, 235 days left, 1 of 2 missing (as of 2024-05-10)",
        ],
    ),
    ("done", "I.4@2024", "--note", "xong"): (
        "  - {task: I.4, on: 2024-05-10, event: completed, for: '2024', note: xong}\n",
        ["I.4@2024 · Sơ kết", "open, 218 days left → completed (as of 2024-05-10)"],
    ),
    ("done", "Ⅰ.４@２０２４", "--note", "số toàn chiều"): (
        "  - {task: I.4, on: 2024-05-10, event: completed, for: '2024', note: số toàn chiều}\n",
        ["I.4@2024 · Sơ kết", "open, 218 days left → completed (as of 2024-05-10)"],
    ),
    ("done", "I.4@2030", "--note", "sớm", "--yes"): (
        "  - {task: I.4, on: 2024-05-10, event: completed, for: '2030', note: sớm}\n",
        ["I.4@2030 · Sơ kết", "not started, 2409 days left → completed (as of 2024-05-10)"],
    ),
    ("progress", "I.3", "--note", "đang làm", "--percent", "60", "--part", "hai"): (
        "  - {task: I.3, on: 2024-05-10, event: progress, part: hai, "
        "note: đang làm, percent: 60}\n",
        ["I.3 · Hai đề án", "open, 235 days left (as of 2024-05-10)"],
    ),
    ("progress", "I.5", "--note", "x", "--percent", "0", "--agency", "Bộ A"): (
        "  - {task: I.5, on: 2024-05-10, event: progress, agency: bo-a, note: x, percent: 0}\n",
        ["I.5 · Kiểm tra", "running (as of 2024-05-10)"],
    ),
    ("extend", "I.1", "--to", "2024Q3", "--basis", "5-CV/TW"): (
        "  - {task: I.1, on: 2024-05-10, event: extended, to: 2024-Q3, basis: 5-CV/TW}\n",
        [
            "I.1 · Báo cáo",
            "overdue 40 days → open, 143 days left; deadline 2024-03-31 → 2024-09-30"
            " (as of 2024-05-10)",
        ],
    ),
    ("extend", "I.4@2024", "--to", "quý I năm 2025", "--basis", "5", "--note", "bão"): (
        "  - {task: I.4, on: 2024-05-10, event: extended, for: '2024', "
        "to: 2025-Q1, basis: '5', note: bão}\n",
        [
            "I.4@2024 · Sơ kết",
            "open, 218 days left → open, 325 days left;"
            " deadline 2024-12-14 → 2025-03-31 (as of 2024-05-10)",
        ],
    ),
    ("extend", "I.1", "--to", "quý sau", "--basis", "5", "--on", "hôm qua"): (
        "  - {task: I.1, on: 2024-05-09, event: extended, to: 2024-Q3, basis: '5', "
        "recorded: 2024-05-10}\n",
        [
            "I.1 · Báo cáo",
            "overdue 39 days → open, 144 days left; deadline 2024-03-31 → 2024-09-30"
            " (as of 2024-05-09)",
        ],
    ),
    ("cancel", "I.1", "--basis", "9-QĐ/TW", "--on", "2024-02-01"): (
        "  - {task: I.1, on: 2024-02-01, event: cancelled, basis: 9-QĐ/TW, recorded: 2024-05-10}\n",
        ["I.1 · Báo cáo", "open, 59 days left → cancelled (as of 2024-02-01)"],
    ),
    ("cancel", "I.4", "--basis", "9"): (
        "  - {task: I.4, on: 2024-05-10, event: cancelled, basis: '9'}\n",
        [
            "I.4 · Sơ kết",
            "I.4@2024: open, 218 days left → cancelled (as of 2024-05-10)",
            "I.4: no turn to come is owed",
        ],
    ),
}


@pytest.mark.parametrize("command", WRITES, ids=" ".join)
def test_what_is_shown_is_what_is_written(kh20: Run, plan: Path, command: tuple[str, ...]) -> None:
    """The entry at the end of the log, and what it changes; a dry run shows the same."""
    entry, (title, *changes) = WRITES[command]
    before = plan.stat()
    dry = kh20(*command, "--dry-run", cwd=plan.parent)
    assert plan.read_text(encoding="utf-8") == TEXT
    after = plan.stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert (dry.code, dry.err) == (0, "Dry run: nothing was written.\n")
    real = kh20(*command, cwd=plan.parent)
    assert (real.code, real.err) == (0, "Written to plan.yaml.\n")
    assert real.out == dry.out
    assert log_of(plan) == entry
    shown = "".join(f"  + {line}\n" for line in f"log:\n{entry}".splitlines()[1:])
    about = [f"Obligation  {title}", "Owners      Bộ A [bo-a]"]
    about += [f"Parts       {PARTS[part]}" for part in PARTS if part in command]
    labels = chain(["State"], repeat(""))
    about += [f"{label:<12}{line}" for label, line in zip(labels, changes, strict=False)]
    assert real.out == "\n".join(["To the log of plan.yaml:", "", f"{shown}", *about, ""])
    assert [path.name for path in plan.parent.iterdir()] == ["plan.yaml"]
    assert kh20("check", cwd=plan.parent).code == 0


def test_one_after_the_other(kh20: Run, plan: Path) -> None:
    """Completed, reopened, completed again; a cancellation taken back."""
    for command in (
        ["done", "I.1", "--note", "một"],
        ["reopen", "I.1", "--note", "thiếu phụ lục"],
        ["done", "I.1", "--document", "2"],
        ["cancel", "I.5", "--basis", "3"],
        ["reopen", "I.5", "--basis", "4"],
        ["cancel", "I.4", "--basis", "5"],
        ["reopen", "I.4", "--basis", "6"],
        ["done", "I.2", "--agency", "Bộ C", "--note", "của Bộ B"],
        ["done", "I.2", "--agency", "BA", "--note", "của Bộ A"],
        ["reopen", "I.2", "--agency", "BA", "--note", "thiếu"],
    ):
        assert kh20(*command, cwd=plan.parent).code == 0, command
    log = yaml.safe_load(f"log:\n{log_of(plan)}")["log"]
    assert [entry["event"] for entry in log][:7] == [
        "completed", "reopened", "completed", "cancelled", "reopened", "cancelled", "reopened",
    ]  # fmt: skip
    assert [entry.get("agency") for entry in log][7:] == ["bo-c", "bo-a", "bo-a"]


REFUSED = {
    ("done", "I.1"): (
        "kh20: nothing is given that proves the completion\n"
        "  add --document NUMBER, or --note TEXT where no document does\n"
    ),
    ("done", "I.9", "--note", "x"): "kh20: there is no obligation “I.9”\n  did you mean I.",
    ("done", "I.1", "--note", "x", "--on", "2024-05-11"): (
        "kh20: --on: 2024-05-11 is in the future\n  record what has happened; today is 2024-05-10\n"
    ),
    ("progress", "I.1", "--note", "x", "--on", "2999-01-01"): "kh20: --on: 2999-01-01 is in the",
    ("extend", "I.1", "--to", "2025", "--basis", "x", "--on", "2024-06"): (
        "kh20: --on: “2024-06” is more than one day\n"
    ),
    ("cancel", "I.1", "--basis", "x", "--on", "hôm"): "kh20: --on: “hôm” is not a day\n",
    ("cancel", "I.1", "--basis", "x", "--on", "ngày mai"): (
        "kh20: --on: 2024-05-11 is in the future\n"
    ),
    ("done", "I.1", "--note", "x", "--on", "2024-01-01"): (
        "kh20: this cannot be recorded: 2024-01-01 is before the document was issued, on 2024-01-02"
    ),
    ("done", "I.2", "--note", "x"): (
        "kh20: in I.2 each owner owes its own result\n"
        "  add --agency NAME, or --whole where one document completes all: "
        "Bộ A [bo-a], Bộ B [bo-b]\n"
    ),
    ("done", "I.2", "--note", "x", "--agency", "Bộ X"): "kh20: the plan names no agency “Bộ X”\n",
    ("done", "I.1", "--note", "x", "--agency", "Bộ B"): (
        "kh20: Bộ B does not own I.1\n  its owners are: Bộ A [bo-a]\n"
    ),
    ("done", "I.2", "--note", "x", "--agency", "Bộ C", "--on", "2024-02-29"): (
        "kh20: Bộ C does not own I.2\n  its owners are: Bộ A [bo-a], Bộ B [bo-b]\n"
    ),
    ("done", "I.2", "--note", "x", "--agency", "Bộ"): (
        "kh20: “Bộ” may be any of 3 agencies:\n    Bộ A [bo-a]\n"
    ),
    ("done", "I.3", "--note", "x"): (
        "kh20: I.3 has parts that are completed one by one\n"
        "  add --part ID, or --whole where one document completes all: "
        "mot (Đề án một), hai (Đề án hai)\n"
    ),
    ("done", "I.3", "--note", "x", "--part", "ba"): (
        "kh20: I.3 has no part “ba”\n  its parts are: mot (Đề án một), hai (Đề án hai)\n"
    ),
    ("done", "I.1", "--note", "x", "--part", "mot"): (
        "kh20: I.1 has no part “mot”\n  its parts are: none\n"
    ),
    ("done", "I.4", "--note", "x"): (
        "kh20: I.4 recurs, and each of its turns is recorded by itself\n"
        "  name the turn behind an @, such as I.4@2024\n"
    ),
    ("progress", "I.4", "--note", "x"): "kh20: I.4 recurs, and each of its turns is",
    ("extend", "I.4", "--to", "2025", "--basis", "x"): "kh20: I.4 recurs, and each of its turns",
    ("done", "I.4@2024-Q1", "--note", "x"): (
        "kh20: this cannot be recorded: I.4 has no turn “2024-Q1”\n"
    ),
    ("done", "I.1@2024", "--note", "x"): (
        "kh20: this cannot be recorded: I.1 does not recur, so it has no turn “2024”\n"
    ),
    ("progress", "I.1"): "kh20: --note is missing\n",
    ("progress", "I.1", "--note", "  "): "kh20: --note is empty\n",
    ("done", "I.1", "--note", " "): "kh20: --note is empty\n",
    (
        "progress",
        "I.1",
        "--note",
        "x",
        "--percent",
        "101",
    ): "kh20: --percent: “101” is not a percentage\n",
    ("extend", "I.1", "--to", "2024-Q1", "--basis", "x"): (
        "kh20: this cannot be recorded: 2024-Q1 ends on 2024-03-31, no later than the deadline in"
        " force, 2024-03-31\n  an extension moves the deadline later\n"
    ),
    ("extend", "I.1", "--to", "2024-Q5", "--basis", "x"): "kh20: --to: “2024-Q5” is not a quarter",
    ("extend", "I.1", "--to", "2025"): "kh20: --basis is missing\n",
    ("extend", "I.5", "--to", "2025", "--basis", "x"): (
        "kh20: this cannot be recorded: I.5 has no deadline that could be extended\n"
    ),
    ("cancel", "I.1"): "kh20: --basis is missing\n",
    ("cancel", "I.1", "--basis", "\t"): "kh20: --basis is empty\n",
    ("reopen", "I.1"): "kh20: nothing is given that says why\n",
    ("reopen", "I.1", "--note", "x"): (
        "kh20: this cannot be recorded: I.1 was neither completed nor cancelled before this\n"
    ),
    ("done", "I.1", "--note", "a\x07b"): "kh20: --note: control character U+0007\n  delete it\n",
    ("done", "I.1", "--note", "a\x1cb"): "kh20: --note: control character U+001C\n  delete it\n",
    ("done", "I.1", "--document", "a\u200bb"): (
        "kh20: --document: invisible character U+200B ZERO WIDTH SPACE"
    ),
    ("cancel", "I.1", "--basis", "\x1b[31m"): "kh20: --basis: control character U+001B\n",
    ("done", "I.4@20\x0024", "--note", "x"): "kh20: ID: control character U+0000",
    ("done", "I.1", "--note", "a\udcffb"): "kh20: --note: this is not UTF-8\n",
    ("done", "I.1", "--note", "x", "--plan", "-"): (
        "kh20: standard input cannot be written to\n  name the plan file with --plan\n"
    ),
    (
        "done",
        "I.1",
        "--note",
        "x",
        "--plan",
        "khác.yaml",
    ): "kh20: “khác.yaml” cannot be written: No",
    ("done", "I.1", "--note", "x", "--plan", "khác.yaml", "--dry-run"): "kh20: there is no file",
    ("done", "I.1", "--note", "x", "--plan", "."): "kh20: “",
}


@pytest.mark.parametrize("command", REFUSED, ids=repr)
def test_what_is_refused_changes_nothing(kh20: Run, plan: Path, command: tuple[str, ...]) -> None:
    """One sentence, exit 2, nothing on standard output, the file as it was."""
    before = plan.stat()
    result = kh20(*command, cwd=plan.parent)
    assert result.err.startswith(REFUSED[command]), result.err
    assert (result.code, result.out) == (2, "")
    after = plan.stat()
    assert plan.read_text(encoding="utf-8") == TEXT
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert [path.name for path in plan.parent.iterdir()] == ["plan.yaml"]


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (["done", "I.1", "--note", "x"], ["done", "I.1", "--note", "y"], "was completed before"),
        (["cancel", "I.1", "--basis", "x"], ["done", "I.1", "--note", "y"], "was cancelled before"),
        (
            ["cancel", "I.1", "--basis", "x"],
            ["extend", "I.1", "--to", "2025", "--basis", "y"],
            "was cancelled before",
        ),
        (
            ["extend", "I.1", "--to", "2025", "--basis", "x"],
            ["extend", "I.1", "--to", "2024-12", "--basis", "y"],
            "no later than the deadline in force, 2025-12-31",
        ),
        (
            ["done", "I.2", "--agency", "Bộ C", "--note", "x"],
            ["done", "I.2", "--agency", "Bộ B", "--note", "y"],
            "was completed before",
        ),
        (["cancel", "I.4", "--basis", "x"], ["done", "I.4@2025", "--note", "y"], "was cancelled"),
        (["done", "I.3", "--part", "mot", "--note", "x"],) * 2 + ("was completed before",),
    ],
)
def test_what_cannot_follow_changes_nothing(
    kh20: Run, plan: Path, first: list[str], second: list[str], said: str
) -> None:
    """The sentence is that of the rule."""
    assert kh20(*first, cwd=plan.parent).code == 0
    before = plan.read_bytes()
    result = kh20(*second, cwd=plan.parent)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("kh20: this cannot be recorded: ")
    assert said in result.err
    assert plan.read_bytes() == before


@pytest.mark.parametrize("dry", [[], ["--dry-run"]])
def test_an_invalid_plan_is_not_written_to(kh20: Run, tmp_path: Path, dry: list[str]) -> None:
    """Its findings are told, as by every command."""
    path = own_plan(tmp_path)
    broken = TEXT.replace("quý I/2024}", "quý II/2024}").encode()
    path.write_bytes(broken)
    result = kh20("done", "I.1", "--note", "x", *dry, cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert "KH303" in result.err
    assert path.read_bytes() == broken


def test_a_plan_with_warnings_is_written_to(kh20: Run, tmp_path: Path) -> None:
    """They were there before; only what the new entry brings is told."""
    path = own_plan(tmp_path, "  - {task: I.1, on: 2024-04-01, event: progress, note: x}\n")
    path.write_text(path.read_text(encoding="utf-8").replace("BA]", "BA, Bộ Ð]"), encoding="utf-8")
    result = kh20("extend", "I.1", "--to", "2024-04", "--basis", "y", cwd=tmp_path)
    assert result.code == 0
    assert result.err == (
        "Note: 2024-04 was over when this was decided, on 2024-05-10 (KH414).\n"
        "Written to plan.yaml.\n"
    )


@pytest.mark.parametrize("line_break", ["\r\n", "\r"])
def test_line_breaks_stay_as_they_are(kh20: Run, tmp_path: Path, line_break: str) -> None:
    """From the file to the file, through every layer."""
    path = tmp_path / "plan.yaml"
    path.write_bytes(TEXT.replace("\n", line_break).encode())
    assert kh20("done", "I.1", "--note", "x", cwd=tmp_path).code == 0
    entry = "  - {task: I.1, on: 2024-05-10, event: completed, note: x}\n"
    assert path.read_bytes() == f"{HEAD}log:{TAIL}{entry}".replace("\n", line_break).encode()


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        (normalize("NFD", "Đã trình Thủ tướng, ủy viên"), "Đã trình Thủ tướng, ủy viên"),
        (
            "dòng một\ndòng hai\r\n\r\nba\u2028bốn\u2029năm\x85sáu",
            "dòng một dòng hai ba bốn năm sáu",
        ),
        ("  hai   chỗ\ttrống\u00a0lạ ", "hai chỗ trống lạ"),
        ("- [x] #1: {a}, 'b' \"c\" 12:30", "- [x] #1: {a}, 'b' \"c\" 12:30"),
        ("12:30", "12:30"),
        ("y", "y"),
        ("0o17", "0o17"),
        ("😀", "😀"),
        ("x" * 6000, "x" * 6000),
    ],
)
def test_notes_are_stored_on_one_line_in_composed_letters(
    kh20: Run, plan: Path, typed: str, stored: str
) -> None:
    """And read back as they are, by this program and by others."""
    assert kh20("done", "I.1", "--note", typed, cwd=plan.parent).code == 0
    entry = log_of(plan)
    assert entry.count("\n") == 1
    assert yaml.safe_load(entry)[0]["note"] == stored
    shown = kh20("show", "I.1", "--format", "json", cwd=plan.parent)
    assert yaml.safe_load(shown.out)["tasks"][0]["history"][0]["note"] == stored


def test_a_json_plan_stays_json(kh20: Run, tmp_path: Path) -> None:
    """Whoever writes plans with a program may go on doing so."""
    path = tmp_path / "plan.json"
    data = yaml.safe_load(TEXT)
    path.write_text(json.dumps(data, default=str, ensure_ascii=False, indent=2), encoding="utf-8")
    for number in range(2):
        result = kh20(
            "progress", "I.1", "--note", f"{number}: “x”", "--plan", "plan.json", cwd=tmp_path
        )
        assert result.code == 0, result.err
    after = json.loads(path.read_text(encoding="utf-8"))
    assert [entry["note"] for entry in after["log"]] == ["0: “x”", "1: “x”"]
    assert {**after, "log": []} == json.loads(json.dumps(data, default=str))


def test_which_plan_is_written_to(kh20: Run, tmp_path: Path) -> None:
    """The nearest above the working directory, the one of the variable, the one that is named."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    nearest = own_plan(tmp_path)
    other = own_plan(below.parent.parent / "a")
    note = ("progress", "I.1", "--note", "x")
    assert kh20(*note, cwd=below).err == f"Written to {other}.\n"
    assert kh20(*note, cwd=below, env={"KH20_PLAN": str(nearest)}).code == 0
    assert kh20(*note, "--plan", "../../plan.yaml", cwd=below).err == (
        "Written to ../../plan.yaml.\n"
    )
    assert log_of(nearest).count("- {task") == 2
    assert log_of(other).count("- {task") == 1


def test_a_linked_plan_stays_a_link(kh20: Run, tmp_path: Path) -> None:
    """As where the plan lies in a folder that is shared."""
    shared = tmp_path / "shared"
    shared.mkdir()
    target = own_plan(shared)
    link = tmp_path / "plan.yaml"
    link.symlink_to(Path("shared/plan.yaml"))
    assert kh20("progress", "I.1", "--note", "x", cwd=tmp_path).code == 0
    assert link.is_symlink()
    assert "note: x" in log_of(target)
    assert [path.name for path in shared.iterdir()] == ["plan.yaml"]


def test_a_folder_or_a_pipe_is_no_plan(kh20: Run, tmp_path: Path) -> None:
    """And is not waited for."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("the system has no named pipes")
    os.mkfifo(tmp_path / "pipe")
    for name, said in (
        ("pipe", "is a pipe or a device"),
        (".", "it is a folder; name the plan file in it"),
    ):
        result = kh20("progress", "I.1", "--note", "x", "--plan", name, cwd=tmp_path)
        assert (result.code, result.out) == (2, "")
        assert said in result.err


def test_nothing_is_written_where_nothing_can_be_shown(kh20: Run, plan: Path) -> None:
    """What is about to be written is shown first."""

    def broken(text: str) -> None:
        raise BrokenPipeError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recording, "write", broken)
        kh20("progress", "I.1", "--note", "x", cwd=plan.parent)
    assert plan.read_text(encoding="utf-8") == TEXT


def test_a_duty_that_is_taken_up_again_in_a_later_turn(kh20: Run, tmp_path: Path) -> None:
    """Turns of the time in between are owed again, and told of as far as their state changes."""
    due = {"every": "quarter", "stated": "hằng quý"}
    plan_file(tmp_path, [made_task("I.3", due, text="Báo cáo hằng quý.")])
    lifted = kh20("cancel", "I.3", "--basis", "b", "--on", "2024-02-01", cwd=tmp_path)
    again = kh20("reopen", "I.3", "--basis", "b", "--on", "2024-05-02", cwd=tmp_path)
    assert (lifted.code, again.code) == (0, 0)
    assert "I.3@2024-Q1: cancelled → overdue 32 days (as of 2024-05-02)\n" in again.out
    assert "I.3: the turns to come are owed again\n" in again.out
    listed = kh20("list", "--as-of", "2024-05-03", "-f", "json", cwd=tmp_path)
    assert [each["id"] for each in json.loads(listed.out)["tasks"]] == [
        "I.3@2023-Q4",
        "I.3@2024-Q1",
        "I.3@2024-Q2",
    ]
