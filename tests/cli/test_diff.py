"""kh20 diff: what changed between two files, as text, JSON and Markdown."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from conftest import Run
from plans.eventful_plan import eventful_plan
from plans.plan_styles import plain_text

GOLDENS = Path(__file__).parents[1] / "goldens" / "diff"


def of_every_kind() -> dict[str, Any]:
    """Return the eventful plan with an edit of each sort."""
    data = eventful_plan()
    tasks = {task["id"]: task for task in data["tasks"]}
    agencies = data["agencies"]
    data["document"]["signed_by"] = "Nguyễn Văn A"
    agencies["bo-y-te"]["name"] = "Bộ Y tế và Dân số"
    agencies["bo-y-te"]["aliases"] = ["BYT", "MOH", "BYTDS"]
    agencies["bo-noi-vu"]["en"] = "Ministry of the Interior"
    del agencies["bcsd-bo-tai-chinh"]["successor"]
    agencies["bo-tai-chinh"]["successor"] = {
        "agency": "bo-noi-vu", "from": "2026-01-01", "basis": "Nghị quyết 1/2026/QH16"
    }  # fmt: skip
    agencies["bi-thu-truc-thuoc-trung-uong"]["members"].remove("bcsd-bo-y-te")
    tasks["II.2"]["text"] = tasks["II.2"]["text"].replace("tăng cường tuyên truyền", "tuyên truyền")
    tasks["II.2"]["due"]["stated"] = "hoàn thành trong tháng 12/2023"
    tasks["II.2"]["title"] = "Hướng dẫn học tập Nghị quyết và tuyên truyền trên báo chí"
    tasks["II.3"]["owners"].remove("uy-vien-ban-bi-thu")
    tasks["II.3"]["responsibility"] = "joint"
    tasks["III.1"]["id"] = "III.9"
    tasks["IV.2.1"]["due"]["by"] = "2024-Q2"
    tasks["IV.2.3"]["parts"].pop(1)
    tasks["IV.2.4"]["due"]["from"] = "2023-12"
    tasks["IV.6.1"]["due"].pop("substantially")
    tasks["IV.7.1"]["owners"][0] = "bo-noi-vu"
    tasks["IV.8"]["due"] = {"before": "2024-04", "stated": tasks["IV.8"]["due"]["stated"]}
    tasks["VI.1"]["due"]["every"] = "year"
    tasks["VI.3"]["partners"].remove("bo-noi-vu")
    data["tasks"].remove(tasks["V.1"])
    data["tasks"].append(
        {"id": "VI.5", "title": "Việc mới", "text": "Việc mới.", "owners": [], "due": "none"}
    )
    data["log"].pop(1)
    data["log"][0]["on"] = "2023-12-21"
    data["log"].append(
        {"task": "IV.3.1", "on": "2024-06-20", "event": "cancelled", "basis": "Kết luận 9-KL/TW"}
    )
    return data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with ``old.yaml``, ``same.yaml`` in another style, and ``new.yaml``."""
    (tmp_path / "old.yaml").write_text(plain_text(eventful_plan()), encoding="utf-8")
    (tmp_path / "same.yaml").write_text(
        "# khác\n" + plain_text(eventful_plan()).replace("\n", "\r\n"), encoding="utf-8"
    )
    (tmp_path / "new.yaml").write_text(plain_text(of_every_kind()), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("fmt", ["text", "json", "md"])
@pytest.mark.parametrize("side", ["new", "same"])
def test_goldens(
    fmt: str, side: str, folder: Path, kh20: Run, golden: Callable[[Path, str], None]
) -> None:
    result = kh20("diff", "old.yaml", f"{side}.yaml", "--format", fmt, cwd=folder)
    assert (result.code, result.err) == (0, "")
    golden(GOLDENS / f"{side}.{'txt' if fmt == 'text' else fmt}", result.out)


def test_colours_on_a_terminal_only(folder: Path, kh20: Run) -> None:
    arguments = ("diff", "old.yaml", "new.yaml")
    shown = kh20(*arguments, cwd=folder, tty=True, env={"TERM": "xterm"}).out
    assert "\x1b[1;31mweaker" in shown
    assert "\x1b" not in kh20(*arguments, cwd=folder).out
    assert "\x1b" not in kh20(*arguments, "--no-color", cwd=folder, tty=True).out


@pytest.mark.parametrize(
    ("new", "fail_on", "code"),
    [
        ("new.yaml", None, 0),
        ("new.yaml", "weakened", 1),
        ("new.yaml", "any", 1),
        ("same.yaml", "weakened", 0),
        ("same.yaml", "any", 0),
        ("title.yaml", "weakened", 0),
        ("title.yaml", "any", 1),
        ("slip.yaml", "weakened", 1),
    ],
)
def test_exit_codes(new: str, fail_on: str | None, code: int, folder: Path, kh20: Run) -> None:
    text = (folder / "old.yaml").read_text(encoding="utf-8")
    (folder / "title.yaml").write_text(text.replace("title: Sơ kết", "title: Kiểm"), "utf-8")
    (folder / "slip.yaml").write_text(text.replace("by: 2024-Q1", "by: 2024-Q2"), "utf-8")
    options = [] if fail_on is None else ["--fail-on", fail_on]
    result = kh20("diff", "old.yaml", new, *options, cwd=folder)
    assert result.code == code
    assert result.out


def test_the_correction_of_a_slip_does_not_weaken(folder: Path, kh20: Run) -> None:
    text = (folder / "old.yaml").read_text(encoding="utf-8")
    (folder / "slip.yaml").write_text(text.replace("by: 2024-Q1", "by: 2023-Q4"), "utf-8")
    result = kh20("diff", "slip.yaml", "old.yaml", "--fail-on", "weakened", cwd=folder)
    assert (result.code, result.out.splitlines()[1].split()[0]) == (0, "corrected")


def test_json_says_the_same_as_the_text(folder: Path, kh20: Run) -> None:
    document = json.loads(kh20("diff", "old.yaml", "new.yaml", "-f", "json", cwd=folder).out)
    assert document["schema"] == "kh20/diff/1"
    assert document["old"] == {"number": "20-KH/TW", "path": "old.yaml"}
    assert document["new"] == {"number": "20-KH/TW", "path": "new.yaml"}
    text = kh20("diff", "old.yaml", "new.yaml", cwd=folder).out
    assert [change["message"] for change in document["changes"]] == [
        line.split(None, 1)[1] for line in text.splitlines()[1:]
    ]
    guarded = [c for c in document["changes"] if c["effect"] in ("weakens", "alters")]
    assert document["weakened"] == len(guarded)
    assert set(document["changes"][0]) == {
        "kind", "effect", "subject", "task", "old", "new", "days", "concerns", "message"
    }  # fmt: skip


def test_markdown_shows_every_character_as_it_is(folder: Path, kh20: Run) -> None:
    """Read back with a renderer of GitHub's dialect: nothing in a plan is markup."""
    odd = "a*b_c`d`<i>e</i>[f](g)~~h~~#1 |j| \\k !l &m; **n**"
    data = eventful_plan()
    data["tasks"][0]["title"] = odd
    data["agencies"]["bo-y-te"]["name"] = odd
    data["log"][0]["document"] = odd
    (folder / "odd.yaml").write_text(plain_text(data), encoding="utf-8")
    shown = kh20("diff", "old.yaml", "odd.yaml", "--format", "md", cwd=folder).out
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(shown)
    words = "".join(
        child.content
        for token in tokens
        for child in token.children or ()
        if child.type in ("text", "text_special", "code_inline")
    )
    assert words.count(odd) >= 2
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close", "html_inline"}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("-", "old.yaml"), "No change in meaning from - to old.yaml.\n"),
        (("old.yaml", "-"), "No change in meaning from old.yaml to -.\n"),
    ],
)
def test_standard_input(arguments: Any, expected: str, folder: Path, kh20: Run) -> None:
    text = (folder / "same.yaml").read_bytes()
    result = kh20("diff", *arguments, stdin=text, cwd=folder)
    assert (result.code, result.out, result.err) == (0, expected, "")


@pytest.mark.parametrize("arguments", [("-", "-"), ("-", "--plan", "-")])
def test_standard_input_twice(arguments: Any, folder: Path, kh20: Run) -> None:
    result = kh20("diff", *arguments, stdin="", cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert result.err == "kh20: standard input can be one of the two versions, not both\n"


def test_the_plan_at_hand_is_the_new_version(folder: Path, kh20: Run) -> None:
    (folder / "plan.yaml").write_bytes((folder / "new.yaml").read_bytes())
    below = folder / "thư mục"
    below.mkdir()
    assert kh20("diff", "old.yaml", cwd=folder).out.startswith("28 changes from old.yaml to plan.y")
    assert kh20("diff", "../old.yaml", cwd=below).out.startswith("28 changes from ../old.yaml to ")
    named = kh20("diff", "old.yaml", "--plan", "same.yaml", cwd=folder)
    assert named.out == "No change in meaning from old.yaml to same.yaml.\n"
    variable = kh20("diff", "old.yaml", cwd=folder, env={"KH20_PLAN": "same.yaml"})
    assert variable.out == named.out


def test_a_version_whose_rules_are_broken_is_compared_all_the_same(folder: Path, kh20: Run) -> None:
    text = (folder / "old.yaml").read_text(encoding="utf-8")
    (folder / "wrong.yaml").write_text(text.replace("by: 2024-Q1", "by: 2029-Q1"), "utf-8")
    assert "later" in kh20("diff", "old.yaml", "wrong.yaml", cwd=folder).out


@pytest.mark.parametrize(
    ("content", "code"), [("tasks: 5\n", "KH1"), ("a: [", "KH0"), ("", "KH012")]
)
@pytest.mark.parametrize("side", ["old", "new"])
def test_a_version_that_is_no_plan(
    content: str, code: str, side: str, folder: Path, kh20: Run
) -> None:
    (folder / "bad.yaml").write_text(content, encoding="utf-8")
    pair = ["bad.yaml", "same.yaml"] if side == "old" else ["same.yaml", "bad.yaml"]
    result = kh20("diff", *pair, cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert f"[{code}" in result.err
    assert result.err.count("the plan “bad.yaml” is not valid") == 1


def test_a_pipe_and_a_folder_are_no_versions(folder: Path, kh20: Run) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "thư mục").mkdir()
    for name in ("pipe", "thư mục"):
        result = kh20("diff", name, "old.yaml", cwd=folder)
        assert (result.code, result.out) == (2, "")
        assert name in result.err


def test_line_breaks_in_values_end_no_line(folder: Path, kh20: Run) -> None:
    data = eventful_plan()
    data["tasks"][0]["title"] = "một\n\n- 🟢 giả"
    data["agencies"]["bo-y-te"]["aliases"] = ["x\n\n# y"]
    (folder / "odd.yaml").write_text(plain_text(data), encoding="utf-8")
    for fmt in ("text", "md"):
        result = kh20("diff", "old.yaml", "odd.yaml", "--format", fmt, cwd=folder)
        lines = [line for line in result.out.splitlines() if line]
        assert len(lines) == 5  # The tally, two aliases less, one more, the title.
        assert all(line.isprintable() for line in lines)
        assert not any(line.startswith(("#", "- 🟢 giả")) for line in lines)
