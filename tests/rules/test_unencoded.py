"""Times that a text names besides the stated phrase: each is looked at, in each obligation."""

import pytest

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
