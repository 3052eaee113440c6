"""Times that a text names besides the stated phrase: each is looked at, in each obligation."""

import json

import pytest

from kh20.findings.code import merge
from kh20.planfile import load_bytes
from rules.found import brief, task, tasks

_DUE = "{by: 2024-Q1, stated: hoàn thành trong quý I/2024}"
_SAID = "hoàn thành trong quý I/2024"


def _of(*each: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the code and the place of what is found of obligations, by their dues and texts."""
    made = (
        task(f"I.{number}", due=due, text=f"'{text}'")
        for number, (due, text) in enumerate(each, start=1)
    )
    return [(code, at) for code, at, _earlier in brief(tasks(*made))]


def test_a_deadline_behind_words_that_are_none() -> None:
    text = f"Báo cáo thường xuyên ({_SAID}); tổng kết, hoàn thành trong năm 2025."
    assert _of((_DUE, text)) == [("KH307", "hoàn thành trong năm 2025")]
    text = f"Báo cáo ({_SAID}); thực hiện hằng năm; tổng kết, hoàn thành trong năm 2025."
    assert _of((_DUE, text)) == [("KH307", "hoàn thành trong năm 2025")]


def test_an_obligation_behind_one_that_says_all() -> None:
    assert _of((_DUE, f"Báo cáo ({_SAID})."), ("none", f"Báo cáo ({_SAID}).")) == [("KH306", _SAID)]


@pytest.mark.parametrize(
    ("due", "stated", "more"),
    [
        ("in: 2024-Q1", "quý I/2024", _SAID),
        ("by: 2024-Q1, ongoing: true", f"{_SAID} và thực hiện thường xuyên", _SAID),
    ],
)
def test_words_of_the_stated_phrase_itself_are_no_second_deadline(
    due: str, stated: str, more: str
) -> None:
    found = _of((f"{{{due}, stated: {stated}}}", f"Báo cáo ({more}); {stated}."))
    assert "KH307" not in {code for code, _at in found}


def test_days_of_turns_are_looked_for_in_each_obligation() -> None:
    every = "{every: year, stated: hằng năm}"
    once = "{by: 2024-12, stated: trước ngày 15/12}"
    dated = "{before: 2024-12-15, stated: trước ngày 15/12 năm 2024}"
    late = ("KH307", "ngày 15/12")
    turn = (every, "Báo cáo hằng năm; gửi trước ngày 15/12.")
    assert late in _of(("none", "Báo cáo."), turn)
    assert late in _of((dated, "Báo cáo trước ngày 15/12 năm 2024."), turn)
    assert late in _of((once, "Báo cáo định kỳ, trước ngày 15/12."))


def test_a_day_of_one_year_is_none_of_each() -> None:
    dated = "{before: 2024-12-15, stated: trước ngày 15/12 năm 2024}"
    found = _of((dated, "Báo cáo hằng năm, trước ngày 15/12 năm 2024."))
    assert ("KH307", "ngày 15/12") not in found


def test_each_day_of_turns_is_looked_at() -> None:
    every = "{every: half-year, before: [06-15, 12-15], stated: định kỳ 6 tháng, trước ngày 15/6}"
    text = "Báo cáo định kỳ 6 tháng, trước ngày 15/6; gửi trước ngày 15/12."
    quoted = every.replace("định", '"định').replace("15/6}", '15/6"}')
    assert ("KH307", "ngày 15/12") in _of((quoted, text))


@pytest.mark.parametrize(
    "cell",
    ["6/2025", "Quý II/2025", "2025 - 2026", "hằng năm", "Thường xuyên", "2025"],
)
@pytest.mark.parametrize("between", [" | ", "\t"])
def test_a_cell_that_holds_a_time_has_a_due(cell: str, between: str) -> None:
    """It is an error where the due is none; a number or a name of things is no time."""
    row = between.join(["1", "Xây dựng Đề án", "Bộ A", cell])
    assert _codes_of_row(row) == ["KH306"]
    assert _codes_of_row(between.join(["1", "Xây dựng Đề án", "2026", "Bộ A"])) == []


def _codes_of_row(text: str) -> list[str]:
    data = merge(tasks(task(due="none", text=json.dumps(text, ensure_ascii=False)))).encode()
    findings = load_bytes(data, "plan.yaml").findings
    return [each.code for each in findings if each.code in ("KH306", "KH313")]


@pytest.mark.parametrize(
    "text",
    [
        "Bố trí từ ngân sách nhà nước hằng năm.",
        "Đưa vào kế hoạch công tác hằng năm.",
        "Chăm sóc cây hàng năm.",
        "Xây dựng kế hoạch 5 năm và hằng năm.",
    ],
)
def test_what_has_every_year_in_its_name_is_no_duty_that_recurs(text: str) -> None:
    assert _codes_of_row(text) == []
