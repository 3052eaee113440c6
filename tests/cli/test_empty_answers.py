"""An empty answer says what was looked for and what to try, and is no failure."""

import json
from pathlib import Path

import pytest

from asking import ROOT
from conftest import Run
from plans.made_plans import plan_file

DAY = ("--as-of", "2024-04-15")
EMPTY = {
    ("due", "2027"): (
        "Nothing falls due in 2027 (2027-01-01 – 2027-12-31). “kh20 upcoming” lists what is due "
        "next.\n"
    ),
    ("upcoming", "--within", "5d"): (
        "No deadline lies ahead as of 2024-04-15, until 2024-04-20. “kh20 overdue” lists what is "
        "past its deadline, “kh20 due --running” the running duties.\n"
    ),
    ("list", "--owner", "BNV", "--status", "completed", "--section", "V", "--search", "kế hoạch"): (
        "No obligation meets the conditions as of 2024-04-15: state completed, section V, owner Bộ "
        "Nội vụ, with “kế hoạch”. Leave one out, or “kh20 list” for all.\n"
    ),
    ("owner", "Ban Tuyên giáo và Dân vận"): (
        "Nothing concerns Ban Tuyên giáo và Dân vận Trung ương as of 2024-04-15. “kh20 owners” "
        "lists who owes something.\n"
    ),
}


@pytest.mark.parametrize("typed", EMPTY, ids=lambda typed: typed[0])
def test_an_empty_answer(kh20: Run, typed: tuple[str, ...]) -> None:
    """On standard error; standard output has at most the line on running duties."""
    result = kh20(*typed, *DAY, cwd=ROOT)
    assert (result.code, result.err) == (0, EMPTY[typed])
    if typed[0] == "due":
        assert result.out.startswith("Running in this period: 10 with a stated start")
    else:
        assert result.out == ""


def test_nothing_overdue(kh20: Run) -> None:
    """Not a failure either where a failure was asked for."""
    result = kh20("overdue", "--fail", "--as-of", "2023-12-01", cwd=ROOT)
    assert result == (
        0,
        "",
        "Nothing is overdue as of 2023-12-01. “kh20 upcoming” lists what is due next.\n",
    )


@pytest.mark.parametrize("typed", EMPTY, ids=lambda typed: typed[0])
def test_programs_get_an_empty_list_and_no_remark(kh20: Run, typed: tuple[str, ...]) -> None:
    """The same shape as a full answer."""
    result = kh20(*typed, *DAY, "--format", "json", cwd=ROOT)
    assert (result.code, result.err) == (0, "")
    assert json.loads(result.out)["tasks"] == []
    for fmt in ("csv", "tsv"):
        result = kh20(*typed, *DAY, "--format", fmt, cwd=ROOT)
        assert (result.code, result.err) == (0, "")
        assert result.out.startswith("id")
        assert result.out.count("\n") == 1


def test_markdown_has_the_caption_and_the_remark(kh20: Run) -> None:
    """A report that says “0 obligations” is a report."""
    result = kh20("due", "2027", *DAY, "--format", "md", cwd=ROOT)
    assert result.out.startswith(
        "**20-KH/TW, as of 2024-04-15: 0 obligations due in 2027 (2027-01-01 – 2027-12-31)**\n"
    )
    assert result.err == EMPTY["due", "2027"]


def test_on_a_terminal_the_remark_is_wrapped(kh20: Run) -> None:
    """Between words, as everything else."""
    result = kh20("due", "2027", *DAY, cwd=ROOT, tty=True, env={"COLUMNS": "80"})
    assert result.err.replace("\n", " ").rstrip() == EMPTY["due", "2027"].rstrip()
    assert all(60 < len(line) <= 80 for line in result.err.splitlines()[:-1])
    assert all(len(line) <= 80 for line in result.out.splitlines())


@pytest.mark.parametrize(
    ("typed", "remark"),
    [
        (["list"], "The plan has no obligation.\n"),
        (["owners"], "The plan names no agency.\n"),
        (["overdue"], "Nothing is overdue as of 2024-04-15."),
        (["due"], "Nothing falls due in 2024-Q2"),
        (["upcoming"], "No deadline lies ahead as of 2024-04-15."),
    ],
)
def test_a_plan_without_anything(kh20: Run, tmp_path: Path, typed: list[str], remark: str) -> None:
    """Valid, and there is nothing to list."""
    path = plan_file(tmp_path, [], agencies={})
    result = kh20(*typed, *DAY, "--plan", path)
    assert result.code == 0
    assert result.err.startswith(remark)
