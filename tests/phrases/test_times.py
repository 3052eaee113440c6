from datetime import date

import pytest

from kh20.phrases.times import find_times

ISSUED = date(2024, 1, 31)

NAMED = {
    "số 45-nq/tw, ngày 24/11/2023 của": [("ngày 24/11/2023", "day", "2023-11-24")],
    "quý ii/2024": [("quý ii/2024", "quarter", "2024-Q2")],
    "quý 2 năm 2024": [("quý 2 năm 2024", "quarter", "2024-Q2")],
    "quý iv, năm 2024": [("quý iv, năm 2024", "quarter", "2024-Q4")],
    "q3/2024": [("q3/2024", "quarter", "2024-Q3")],
    "tháng 02 năm 2024": [("tháng 02 năm 2024", "month", "2024-02")],
    "2/2024": [("2/2024", "month", "2024-02")],
    "15.6.2024": [("15.6.2024", "day", "2024-06-15")],
    "15 tháng 6 năm 2024": [("15 tháng 6 năm 2024", "day", "2024-06-15")],
    "6 tháng đầu năm 2024": [("6 tháng đầu năm 2024", "half", "2024-H1")],
    "chín tháng đầu năm 2024": [("chín tháng đầu năm 2024", "half", "2024-Q1/2024-Q3")],
    "nửa cuối năm 2024": [("nửa cuối năm 2024", "half", "2024-H2")],
    "2024 - 2026": [("2024 - 2026", "range", "2024/2026")],
    "tháng 3-5/2024": [("tháng 3-5/2024", "range", "2024-03/2024-05")],
    "quý i-iii/2024": [("quý i-iii/2024", "range", "2024-Q1/2024-Q3")],
    "ngày 1/3 - 5/3/2024": [("ngày 1/3 - 5/3/2024", "range", "2024-03-01/2024-03-05")],
    "tháng 3 đến hết tháng 5 năm 2024": [
        ("tháng 3 đến hết tháng 5 năm 2024", "range", "2024-03/2024-05")
    ],
    "ngày 30 tháng 02 năm 2024": [("ngày 30 tháng 02 năm 2024", "day", "None")],
    "tháng 13/2024": [("tháng 13/2024", "month", "None")],
    "2026 - 2024": [("2026 - 2024", "range", "None")],
    "tháng 6": [("tháng 6", "month", "None")],
    "ngày 20 hằng tháng": [("ngày 20", "day-of-month", "None")],
    "quý ii/2024 và năm 2025": [
        ("quý ii/2024", "quarter", "2024-Q2"),
        ("năm 2025", "year", "2025"),
    ],
}


@pytest.mark.parametrize(("text", "times"), NAMED.items())
def test_times_are_found(text: str, times: list[tuple[str, str, str]]) -> None:
    found = [(time.text, time.unit, str(time.period(None))) for time in find_times(text)]
    assert found == times
    assert all(text[time.start : time.end] == time.text for time in find_times(text))


@pytest.mark.parametrize(
    "text",
    [
        "quyết định 12/2005/qđ-ttg",
        "nghị quyết 279/2005/nq",
        "quỹ ii",
        "quý v",
        "ngay 30",
        "việt nam",
        "2.024 tỷ đồng",
        "5/2.024",
        "6 tháng 1 lần",
        "1.2024%",
        "ngày 1-15/6",
        "tháng đầu quý",
        "điều 2024a",
    ],
)
def test_other_numbers_are_no_times(text: str) -> None:
    assert find_times(text) == []


def test_a_year_may_be_lent() -> None:
    (time,) = find_times("trước ngày 15/6")
    assert str(time.period(2024)) == "2024-06-15"
    assert time.period(1) is None
    (half,) = find_times("6 tháng cuối năm nay")
    assert str(half.period(2024)) == "2024-H2"
    (dated,) = find_times("ngày 15/6/2023")
    assert str(dated.period(2024)) == "2023-06-15"


def test_the_first_end_of_a_range_takes_the_year_of_the_last() -> None:
    (time,) = find_times("tháng 3 - tháng 5/2024")
    assert time.span(1999) is not None
    assert [str(end) for end in time.span(None) or ()] == ["2024-03", "2024-05"]
    (backwards,) = find_times("tháng 10 - tháng 3/2024")
    assert backwards.span(None) is None
    (half_dated,) = find_times("quý i/2024 - quý iii")
    assert half_dated.span(2024) is None
