import pytest

from kh20.phrases.intervals import cutoff, find_recurrences, recurs
from kh20.phrases.times import find_times

EVERY = {
    "hằng năm": ["year"],
    "hàng quý": ["quarter"],
    "mỗi tháng": ["month"],
    "hàng tuần": ["week"],
    "mỗi năm hai lần": ["half-year"],
    "mỗi năm 3 lần": ["4 months"],
    "mỗi năm 5 lần": ["unspecified"],
    "5 năm/lần": ["5 years"],
    "02 năm một lần": ["2 years"],
    "6 tháng một lần": ["half-year"],
    "24 tháng 1 lần": ["2 years"],
    "18 tháng một lần": ["18 months"],
    "hai lần 01 năm": ["half-year"],
    "04 lần/năm": ["quarter"],
    "ít nhất 1 lần mỗi quý": ["quarter"],
    "3 lần trong một quý": ["month"],
    "2 tuần một lần": ["2 weeks"],
    "định kỳ": ["unspecified"],
    "định kỳ hằng năm": ["unspecified", "year"],
    "định kỳ ít nhất 03 năm một lần": ["3 years"],
    "định kỳ năm năm": ["5 years"],
    "định kỳ theo quý": ["quarter"],
    "báo cáo năm": ["year"],
    "báo cáo 6 tháng": ["half-year"],
    "0 lần/năm": ["unspecified"],
    "trước ngày 31/01 năm sau": ["year"],
    "trước ngày 05 tháng sau": ["month"],
    "ngày 10 tháng đầu quý sau": ["quarter"],
    "ngày 31 tháng 12 của năm": ["year"],
    "ngày 20 tháng cuối quý": ["quarter"],
    "ngày 20 tháng cuối kỳ": [],
    "ngân hàng năm 2024": [],
    "khách hàng năm": [],
    "hàng năm 2024": [],
    "không định kỳ": [],
    "báo cáo năm 2024": [],
    "báo cáo quý ii/2024": [],
    "báo cáo 6 tháng đầu năm": [],
    "ngày 31 tháng 12 của năm 2024": [],
    "lần thứ hai trong năm": [],
}


@pytest.mark.parametrize(("text", "every"), EVERY.items())
def test_intervals(text: str, every: list[str]) -> None:
    found = find_recurrences(text, find_times(text))
    assert [recurrence.every for recurrence in found] == every
    assert all(text[item.start : item.end].strip() for item in found)


def test_whole_texts() -> None:
    assert recurs("Sơ kết ĐỊNH  KỲ, báo cáo")
    assert not recurs("Sơ kết trước ngày 15/6")


@pytest.mark.parametrize(
    ("text", "before", "day"),
    [
        ("ngày 15/12", True, "12-15"),
        ("ngày 15/12", False, "12-15"),
        ("tháng 4", True, "04-01"),
        ("tháng 4", False, "04-30"),
        ("tháng 2", False, "02-28"),
        ("quý iv", False, "12-31"),
        ("6 tháng đầu năm", False, "06-30"),
        ("ngày 5 hằng tháng", True, "05"),
        ("ngày 32 hằng tháng", True, None),
        ("ngày 29/2", True, None),
        ("ngày 15/12/2024", True, None),
    ],
)
def test_cutoffs(text: str, before: bool, day: str | None) -> None:
    (time,) = find_times(text)
    assert cutoff(time, before) == day
