"""Slips of recording: each can be taken back, and then recorded rightly."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import Result, Run
from plans.written_plan import TEXT

pytestmark = pytest.mark.usefixtures("day_of_recording")


def log(plan: Path) -> list[dict[str, Any]]:
    entries = yaml.safe_load(plan.read_text(encoding="utf-8"))["log"] or []
    return [
        {"on" if key is True else key: value for key, value in each.items()} for each in entries
    ]


def recorded(kh20: Run, plan: Path, *commands: list[str]) -> Result:
    """Run commands one after the other; return what the last one said."""
    result = Result(0, "", "")
    for command in commands:
        result = kh20(*command, cwd=plan.parent)
        assert result.code == 0, (command, result.err)
    assert kh20("check", cwd=plan.parent).code == 0
    return result


def shown(kh20: Run, plan: Path, id_: str, as_of: str = "2024-05-10") -> dict[str, Any]:
    answer = kh20("show", id_, "--as-of", as_of, "--format", "json", cwd=plan.parent)
    task: dict[str, Any] = json.loads(answer.out)["tasks"][0]
    return task


def test_a_wrong_extension(kh20: Run, plan: Path) -> None:
    """2052 for 2025; it never held, not even on the day on which it was recorded."""
    extend = ["extend", "I.1", "--basis", "5-CV/TW", "--on", "2024-03-20", "--to"]
    result = recorded(
        kh20, plan, [*extend, "2052", "--yes"], ["undo", "I.1", "--note", "gõ nhầm năm"]
    )
    assert "2024-03-20 extended: → 2052; 5-CV/TW" in result.out
    assert "deadline 2052-12-31 → 2024-03-31" in result.out
    for day in ("2024-03-20", "2024-05-10"):
        assert shown(kh20, plan, "I.1", day)["deadline"] == "2024-03-31"
    recorded(kh20, plan, [*extend, "2025"])
    task = shown(kh20, plan, "I.1")
    assert (task["deadline"], task["extensions"]) == ("2025-12-31", 1)
    assert [entry["event"] for entry in task["history"]] == ["extended"]
    assert [entry["voided"]["note"] for entry in task["voided"]] == ["gõ nhầm năm"]
    assert log(plan)[1] == {
        "task": "I.1",
        "on": log(plan)[0]["on"],
        "event": "voided",
        "voids": "extended",
        "note": "gõ nhầm năm",
        "recorded": log(plan)[0]["recorded"],
    }


def test_a_wrong_progress_report(kh20: Run, plan: Path) -> None:
    """Of two of one day, the last one; the other stays."""
    progress = ["progress", "I.5", "--on", "2024-05-02", "--note"]
    recorded(
        kh20,
        plan,
        [*progress, "một"],
        [*progress, "nhầm", "--percent", "90"],
        ["undo", "I.5", "--note", "nhầm việc"],
        [*progress, "hai", "--percent", "20"],
    )
    history = shown(kh20, plan, "I.5")["history"]
    assert [entry["note"] for entry in history] == ["một", "hai"]


def test_a_completion_of_the_wrong_obligation(kh20: Run, plan: Path) -> None:
    """And of the wrong owner, on the wrong day, of the wrong turn."""
    recorded(
        kh20,
        plan,
        ["done", "I.1", "--document", "7/BC", "--on", "2024-03-28"],
        ["undo", "I.1", "--on", "28/3/2024", "--note", "của I.3"],
        ["done", "I.3", "--part", "mot", "--document", "7/BC", "--on", "2024-03-28"],
        ["done", "I.2", "--agency", "BA", "--note", "x"],
        ["undo", "I.2", "--agency", "Bộ A", "--note", "của Bộ B"],
        ["done", "I.2", "--agency", "Bộ B", "--note", "x"],
        ["done", "I.4@2025", "--note", "x"],
        ["undo", "I.4@2025", "--note", "của năm 2024"],
        ["done", "I.4@2024", "--note", "x"],
    )
    assert shown(kh20, plan, "I.1")["status"] == "overdue"
    assert [share["status"] for share in shown(kh20, plan, "I.2")["shares"]] == [
        "open",
        "completed",
    ]
    assert shown(kh20, plan, "I.4@2024")["status"] == "completed"
    assert shown(kh20, plan, "I.4@2025")["status"] == "not-started"


def test_every_event_can_be_taken_back(kh20: Run, plan: Path) -> None:
    """A cancellation, a reopening, of a duty as a whole too; the state is that of before."""
    recorded(
        kh20,
        plan,
        ["cancel", "I.4", "--basis", "1"],
        ["undo", "I.4", "--note", "nhầm"],
        ["done", "I.1", "--note", "x"],
        ["reopen", "I.1", "--note", "x"],
        ["undo", "I.1", "--event", "reopened", "--note", "nhầm"],
    )
    assert shown(kh20, plan, "I.1")["status"] == "completed-late"
    assert shown(kh20, plan, "I.4@2024")["status"] == "open"


def test_where_several_entries_fit_they_are_listed(kh20: Run, plan: Path) -> None:
    """By day, event, agency and part one of them is named."""
    note = ["progress", "I.1", "--note"]
    recorded(kh20, plan, [*note, "một", "--on", "2024-02-01"], [*note, "hai", "--on", "2024-03-01"])
    before = plan.read_bytes()
    result = kh20("undo", "I.1", "--note", "x", cwd=plan.parent)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "kh20: 2 entries of I.1 fit:\n"
        "    2024-02-01  progress: một\n"
        "    2024-03-01  progress: hai\n"
        "  say which: --on DAY, --event EVENT, --agency NAME or --part ID\n"
    )
    assert plan.read_bytes() == before
    recorded(kh20, plan, ["undo", "I.1", "--on", "2024-02-01", "--note", "x"])
    assert [entry["note"] for entry in shown(kh20, plan, "I.1")["history"]] == ["hai"]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["undo", "I.1", "--note", "x"], "no entry of I.1 that counts fits this"),
        (["undo", "--note", "x"], "the log holds no entry that could be taken back"),
        (["undo", "I.9", "--note", "x"], "there is no obligation “I.9”"),
        (["undo", "I.5", "--event", "completed", "--note", "x"], "no entry of I.5 that counts"),
        (["undo", "I.5", "--note", " "], "--note is empty"),
    ],
)
def test_what_cannot_be_taken_back(kh20: Run, plan: Path, command: list[str], said: str) -> None:
    """Nothing is there, or it was taken back before."""
    if command[1] == "I.5":
        assert kh20("progress", "I.5", "--note", "x", cwd=plan.parent).code == 0
    before = plan.read_bytes()
    result = kh20(*command, cwd=plan.parent)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert plan.read_bytes() == before


def test_the_last_entry_is_shown_and_asked_about(kh20: Run, plan: Path) -> None:
    """Without a terminal it has to be said with --yes."""
    recorded(kh20, plan, ["progress", "I.1", "--note", "x"], ["progress", "I.5", "--note", "y"])
    before = plan.read_bytes()
    undo = ["undo", "--note", "nhầm"]
    result = kh20(*undo, cwd=plan.parent)
    assert (result.code, result.out) == (2, "")
    assert "This takes back the last entry, I.5: 2024-05-10 progress: y." in result.err
    for typed in ("n\n", "\n", ""):
        asked = kh20(*undo, cwd=plan.parent, tty=True, stdin=typed)
        assert asked.err.endswith("Record it? [y/N] kh20: nothing was recorded\n")
        assert asked.code == 2
    assert plan.read_bytes() == before
    assert kh20(*undo, cwd=plan.parent, tty=True, stdin="y\n").code == 0
    assert kh20(*undo, "--yes", cwd=plan.parent).code == 0
    assert [entry["voids"] for entry in log(plan)[2:]] == ["progress", "progress"]
    assert [entry["task"] for entry in log(plan)[2:]] == ["I.5", "I.1"]


def test_the_guard_lets_it_pass(kh20: Run, plan: Path, tmp_path: Path) -> None:
    """An entry more, which says why; to delete the wrong one instead is an error."""
    recorded(kh20, plan, ["done", "I.1", "--note", "x"])
    (tmp_path / "old.yaml").write_bytes(plan.read_bytes())
    recorded(kh20, plan, ["undo", "I.1", "--note", "nhầm"])
    result = kh20("check", "--against", "old.yaml", "--format", "concise", cwd=tmp_path)
    assert (result.code, result.out.count("KH513")) == (0, 1)
    plan.write_text(TEXT, encoding="utf-8")
    assert kh20("check", "--against", "old.yaml", cwd=tmp_path).code == 1


def test_what_is_struck_out_is_shown(kh20: Run, plan: Path) -> None:
    """On a terminal in colour it is struck through; in words everywhere."""
    recorded(kh20, plan, ["done", "I.1", "--note", "x"], ["undo", "I.1", "--note", "nhầm"])
    line = "2024-05-10 voided, completed: x (taken back: nhầm)"
    assert line in kh20("show", "I.1", cwd=plan.parent).out
    coloured = kh20("show", "I.1", cwd=plan.parent, tty=True, env={"COLUMNS": "90"}).out
    assert f"\x1b[2;9m{line}\x1b[0m" in coloured
