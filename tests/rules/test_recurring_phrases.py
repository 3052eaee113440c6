"""Double entry of recurring duties: the phrase and the recurrence must tell the same."""

import pytest

from plans.logged_files import findings, task

PASSES = [
    ("định kỳ 6 tháng", "every: half-year"),
    ("định kỳ 6 tháng", "every: 6 months"),
    ("hằng năm", "every: year"),
    ("hàng năm", "every: year"),
    ("hàng năm", "every: 12 months"),
    ("hằng quý", "every: quarter"),
    ("hàng quý", "every: 3 months"),
    ("hằng tháng", "every: month"),
    ("trước ngày 15/12 hằng năm", "every: year, before: 12-15"),
    ("trước ngày 15 tháng 6 và 01 tháng 12", "every: year, before: [06-15, 12-01]"),
    ("mỗi năm một lần", "every: year"),
    ("mỗi năm hai lần", "every: half-year"),
    ("định kỳ ba năm một lần", "every: 3 years"),
    ("chậm nhất ngày 05/11 hàng năm", "every: year, by: 11-05"),
    ("trước ngày 20 hằng tháng", 'every: month, before: "20"'),
    ("từ năm 2026, hằng năm tổ chức tổng kết", "every: year, from: '2026'"),
    ("hằng năm", "every: year, from: '2025', until: '2030'"),
    ("hằng năm đến năm 2030", "every: year, until: '2030'"),
    ("từ năm 2024 đến năm 2030, hằng năm báo cáo", "every: year, from: '2024', until: '2030'"),
    ("hằng năm", "every: year, by: last day"),
    ("định kỳ", "every: quarter"),
    ("trước ngày 20 của tháng cuối quý", 'every: quarter, before: "20"'),
    ("trước ngày 15/6, 15/12 hằng năm", "every: year, before: [06-15, 12-15]"),
    # The format has no word for these, so that they go on is what is encoded.
    ("3 lần mỗi tuần", "ongoing: true"),
    ("định kỳ", "ongoing: true"),
    ("hằng tuần", "every: week"),
    ("thứ sáu hằng tuần", "every: week, by: friday"),
    ("trước 16 giờ thứ 6 hằng tuần", "every: week, before: friday"),
    ("thứ Hai và thứ Năm hằng tuần", "every: week, by: [monday, thursday]"),
    ("chủ nhật hằng tuần", "every: week, by: sunday"),
    ("định kỳ 02 tuần một lần", "every: 2 weeks"),
]

FAILS = [
    ("định kỳ 6 tháng", "every: quarter", "quarter"),
    ("hằng năm", "every: half-year", "half-year"),
    ("hàng năm", "every: 13 months", "13 months"),
    ("hằng quý", "every: month", "month"),
    ("hằng tuần", "every: month", "month"),
    ("thứ sáu hằng tuần", "every: week, by: thursday", "thursday"),
    ("thứ sáu hằng tuần", "every: week, before: friday", "friday"),
    ("mỗi năm một lần", "every: 2 years", "2 years"),
    # The day itself is one day too late, which nobody sees from the figures.
    ("trước ngày 15/12 hằng năm", "every: year, by: 12-15", "12-15"),
    ("trước ngày 15/12 hằng năm", "every: year, before: 12-14", "12-14"),
    ("trước ngày 15/12 hằng năm", "every: year, before: 11-15", "11-15"),
    ("chậm nhất ngày 05/11 hàng năm", "every: year, before: 11-05", "11-05"),
    ("trước ngày 15 tháng 6 và 01 tháng 12", "every: year, before: 06-15", "06-15"),
    (
        "trước ngày 15 tháng 6 và 01 tháng 12",
        "every: year, before: [06-15, 12-10]",
        "[06-15, 12-10]",
    ),
    ("trước ngày 15 tháng 6 và 01 tháng 12", "every: year, by: [06-15, 12-01]", "[06-15, 12-01]"),
    ("trước ngày 20 hằng tháng", 'every: month, by: "20"', '"20"'),
    ("từ năm 2026, hằng năm tổ chức tổng kết", "every: year, from: '2027'", "'2027'"),
    (
        "từ năm 2024 đến năm 2030, hằng năm báo cáo",
        "every: year, from: '2024', until: '2031'",
        "'2031'",
    ),
    # A cut-off that the phrase does not name is somebody's invention.
    ("hằng năm", "every: year, by: 06-30", "06-30"),
    ("định kỳ 6 tháng", 'every: half-year, before: "15"', '"15"'),
    ("trước ngày 20 của tháng cuối quý", 'every: quarter, before: "25"', '"25"'),
    ("trước ngày 15/6, 15/12 hằng năm", "every: year, before: 06-15", "06-15"),
    ("hằng năm đến năm 2030", "every: year, until: '2026'", "'2026'"),
    ("hằng năm", "by: 2024-12", "2024-12"),
    ("hoàn thành trong năm 2024", "every: year", "year"),
]

LEFT_OUT = [
    ("trước ngày 15/12 hằng năm", "every: year"),
    ("từ năm 2026, hằng năm tổ chức tổng kết", "every: year"),
    ("từ năm 2024 đến năm 2030, hằng năm báo cáo", "every: year, from: '2024'"),
    ("hằng quý", "ongoing: true"),
]


def found(stated: str, due: str) -> list[tuple[str, str]]:
    tasks = task(due=f"{{{due}, stated: '{stated}'}}", text=f"Báo cáo kết quả ({stated}).")
    return [(each.code, each.at) for each in findings(tasks=tasks)]


@pytest.mark.parametrize(("stated", "due"), PASSES)
def test_what_the_phrase_says_passes(stated: str, due: str) -> None:
    """Without any finding at all."""
    assert found(stated, due) == []


@pytest.mark.parametrize(("stated", "due", "at"), FAILS)
def test_what_the_phrase_does_not_say_is_found(stated: str, due: str, at: str) -> None:
    """At the key that is wrong."""
    assert found(stated, due) == [("KH304", at)]


@pytest.mark.parametrize(("stated", "due"), LEFT_OUT)
def test_what_is_left_out_is_found_at_the_phrase(stated: str, due: str) -> None:
    """There is no key to point at."""
    assert found(stated, due) == [("KH304", f"'{stated}'")]


@pytest.mark.parametrize(
    ("text", "due", "at"),
    [
        (
            "Hằng năm tổng hợp kết quả (trước ngày 15/12).",
            "every: year, stated: Hằng năm",
            "ngày 15/12",
        ),
        (
            "Hằng tháng báo cáo (trước ngày 25).",
            "every: month, stated: Hằng tháng",
            "ngày 25",
        ),
        (
            "Hằng năm tổng hợp kết quả (trước ngày 15/12).",
            "before: 2024-12-15, stated: trước ngày 15/12",
            "ngày 15/12",
        ),
        ("Hằng năm tổng hợp kết quả.", "every: year, stated: Hằng năm", None),
        (
            "Báo cáo trước ngày 15/12 hằng năm.",
            "every: year, before: 12-15, stated: trước ngày 15/12 hằng năm",
            None,
        ),
        (
            "Báo cáo (trước ngày 15/12).",
            "before: 2024-12-15, stated: trước ngày 15/12",
            None,
        ),
    ],
)
def test_a_day_that_stands_away_from_the_word_that_it_recurs(
    text: str, due: str, at: str | None
) -> None:
    """It is the day of each turn all the same."""
    found_there = findings(tasks=task(due=f"{{{due}}}", text=text))
    said = [(each.code, each.at) for each in found_there]
    assert said == ([("KH307", at)] if at is not None else [])
