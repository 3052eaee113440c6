"""Years behind a time: read, or the time is unread; it never gets the year of issue instead."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.phrases import find_phrases, read_phrase
from kh20.phrases.years import year_alone
from said import said

ISSUED = date(2024, 1, 2)

UNDATED = {
    "trong quý III": ("by 2024-Q3", "by 2025-Q3"),
    "trong tháng 6": ("by 2024-06", "by 2025-06"),
    "trong 6 tháng đầu năm": ("by 2024-H1", "by 2025-H1"),
    "trong nửa cuối năm": ("by 2024-H2", "by 2025-H2"),
    "trước ngày 30/6": ("before 2024-06-30", "before 2025-06-30"),
    "trước ngày 30 tháng 6": ("before 2024-06-30", "before 2025-06-30"),
    "chậm nhất ngày 5 tháng 9": ("by 2024-09-05", "by 2025-09-05"),
}
"""Times without a year: as read in a document of 2024, and with the year 2025."""

JOINTS = [
    " năm 2025",
    " năm2025",
    "/ năm 2025",
    "/năm 2025",
    " /2025",
    "/ 2025",
    "-2025",
    " - 2025",
    " – năm 2025",
    "-năm 2025",
    ", năm 2025",
    " của năm 2025",
    " thuộc năm 2025",
    " trong năm 2025",
    " (năm 2025)",
    " (của năm 2025)",
    "(2025)",
    " [năm 2025]",
    "; năm 2025",
    ". Năm 2025",
    " nằm 2025",
    " nam 2025",
    " năm: 2025",
    " năm ２０２５",
    "\n năm\u00a0 2025",
    "\u2215 2025",
    " năm tới",
    " của năm tới",
    " sang năm",
    " (năm tới)",
    " (năm sau)",
    ", năm tới",
]
OF_A_HALF = [" 2025", "2025", "\n\u00a02025", " (2025)", " ２０２５", " - 2025", " tới", " sau"]
"""As :data:`JOINTS`, behind a time that ends with the word for a year."""

UNREADABLE = [
    " năm 2 025",
    " năm 2O25",
    " năm 20255",
    " năm 25",
    " niên độ 2025",
    " niên khóa 2025",
    " năm học 2024-2025",
    " năm học 2024 - 2025",
    " năm tài chính 2025",
    " năm ngân sách 2025",
    " năm kế hoạch",
    " năm hai nghìn không trăm hai mươi lăm",
    " năm thứ hai của nhiệm kỳ",
    " năm Ất Tỵ",
    " tức năm 2025",
    " năm sau nữa",
    "; năm tới",
    " - năm sau",
    " của kế hoạch năm 2025",
    " theo kế hoạch 2025",
    " theo kế hoạch năm sau",
    " (kế hoạch năm 2025)",
    " (năm học 2025)",
    " dương lịch năm 2025",
    "\u200b năm 2025",
    ", 2025",
    "; 2025",
    "; năm 2025 triển khai",
    " (25)",
]
OF_A_HALF_UNREADABLE = [" 2 025", " 2O25", " học 2025-2026", " tài chính", ": 2O25", ", 2025"]


def joined(time: str, joints: list[str], of_a_half: list[str]) -> list[str]:
    ends = of_a_half if time.endswith("năm") else joints
    return [f"hoàn thành {time}{joint}" for joint in ends]


@pytest.mark.parametrize("time", UNDATED)
def test_a_year_is_read_behind_any_joint(time: str) -> None:
    for phrase in joined(time, JOINTS, OF_A_HALF):
        reading = read_phrase(phrase, issued=ISSUED)
        assert said(reading) == UNDATED[time][1], phrase
        assert [
            said(found.reading) for found in find_phrases(f"Bộ A {phrase}.", issued=ISSUED)
        ] == [UNDATED[time][1]], phrase


@pytest.mark.parametrize("time", UNDATED)
def test_a_year_that_cannot_be_read_leaves_the_phrase_unread(time: str) -> None:
    for phrase in joined(time, UNREADABLE, OF_A_HALF_UNREADABLE):
        assert read_phrase(phrase, issued=ISSUED) is None, phrase


@pytest.mark.parametrize("time", UNDATED)
def test_a_running_text_has_the_deadline_although_its_year_is_unread(time: str) -> None:
    """So that it is not left unencoded; in brackets of their own and after stops the years end."""
    for phrase in joined(time, UNREADABLE, OF_A_HALF_UNREADABLE):
        if "(" not in phrase and ";" not in phrase:
            (found,) = find_phrases(f"Bộ A {phrase} gửi báo cáo.", issued=ISSUED)
            assert (found.reading.year_unread, found.reading.kind) == (True, "deadline"), phrase
            assert said(found.reading) == ""


@pytest.mark.parametrize(
    "year",
    [
        "năm 2 025",
        "năm 2O25",
        "niên độ 2025",
        "trong năm học 2024-2025",
        "năm ngân sách 2025",
        "tức năm 2025",
    ],
)
def test_an_unread_year_belongs_to_the_phrase(year: str) -> None:
    """It is shown with it, and a phrase that is stated without it is only a part."""
    (found,) = find_phrases(f"Bộ A hoàn thành trong quý III {year}.", issued=ISSUED)
    assert found.phrase == f"hoàn thành trong quý III {year}"


@pytest.mark.parametrize(
    ("first", "last", "says"),
    [
        ("trước ngày 15/6", "trước ngày 15/12/2025", "before 2025-12-15"),
        ("trước ngày 15 tháng 6", "ngày 15 tháng 12 năm 2025", "before 2025-12-15"),
    ],
)
def test_a_year_at_the_end_of_a_list_may_be_that_of_all(first: str, last: str, says: str) -> None:
    for joint in (", ", " và ", " hoặc "):
        text = f"Bộ A hoàn thành {first}{joint}{last}."
        one, other = find_phrases(text, issued=ISSUED)
        assert (one.reading.year_unread, said(other.reading)) == (True, says)
        both = read_phrase(text, issued=ISSUED)
        assert said(both) == ("" if joint == " hoặc " else says)


@pytest.mark.parametrize(
    ("listed", "says"),
    [
        ("trong quý III, quý IV năm 2025", "by 2025-H2"),
        ("trong tháng 6 và tháng 9 năm 2025", "by 2025-06/2025-09"),
    ],
)
def test_a_year_behind_a_list_of_one_unit_is_that_of_all(listed: str, says: str) -> None:
    (found,) = find_phrases(f"Bộ A hoàn thành {listed}.", issued=ISSUED)
    assert found.reading.deadline is not None
    assert str(found.reading.by) == says.removeprefix("by ")


@pytest.mark.parametrize(
    "phrase",
    ["từ tháng 3 niên độ 2025 đến tháng 5/2025", "từ tháng 3/2025 đến tháng 5 niên độ 2025"],
)
def test_a_running_text_has_the_range_although_one_year_is_unread(phrase: str) -> None:
    (found,) = find_phrases(f"Bộ A thực hiện {phrase}.", issued=ISSUED)
    assert (found.phrase, found.reading.year_unread) == (phrase, True)


NO_YEARS = [
    "",
    " trong năm",
    ", 2.000 hộ dân",
    " và 25 xã",
    " năm nay",
    " (năm nay)",
    ". Năm 2025 triển khai diện rộng",
    "; các địa phương báo cáo",
    " - 25 xã",
    " theo Quyết định 2013/QĐ-TTg",
    " phục vụ Đại hội lần thứ hai của cả nước năm 2025",
]


def test_what_is_done_in_a_half_year_is_not_its_year() -> None:
    reading = read_phrase("trong 6 tháng đầu năm báo cáo Chính phủ", issued=ISSUED)
    assert said(reading) == "by 2024-H1"


@pytest.mark.parametrize("time", ["trong quý III", "trước ngày 30/6", "trước ngày 30 tháng 6"])
def test_without_a_year_it_is_the_year_of_issue(time: str) -> None:
    for rest in NO_YEARS:
        reading = read_phrase(f"hoàn thành {time}{rest}", issued=ISSUED)
        assert said(reading) == UNDATED[time][0], rest


MARKS = st.text("\u00a0 \n,:/-–—()[]\"'…", max_size=3)
WORDS = st.lists(
    st.sampled_from(
        ["năm", "nằm", "của", "trong", "thuộc", "niên độ", "học", "kế hoạch", "vào", "tức", "cả"]
    ),
    max_size=2,
).map(" ".join)


@given(st.sampled_from(sorted(UNDATED)), MARKS, WORDS, MARKS, st.sampled_from(["2025", "２０２５"]))
def test_whatever_the_joint_the_year_of_issue_is_not_put_in(
    time: str, marks: str, words: str, more: str, year: str
) -> None:
    """Where nothing but marks and small words stand between the time and its year."""
    reading = read_phrase(f"hoàn thành {time} {marks}{words} {more}{year}", issued=ISSUED)
    assert said(reading) != UNDATED[time][0]


@pytest.mark.parametrize(
    ("phrase", "says", "once"),
    [
        ("trước ngày 31/01 năm sau", "every year cutoffs 01-31", "before 2025-01-31"),
        ("hoàn thành trong tháng 6 năm kế tiếp", "every year cutoffs 06-30", "by 2025-06"),
        ("trước ngày 31/12 của năm", "every year cutoffs 12-31", "before 2024-12-31"),
        ("trước ngày 15/12 năm trước", "every year cutoffs 12-15", ""),
        ("hằng năm, trước ngày 31/01 năm sau", "every year cutoffs 01-31", ""),
    ],
)
def test_a_day_of_next_year_is_of_each_year_or_of_one(phrase: str, says: str, once: str) -> None:
    reading = read_phrase(phrase, issued=ISSUED)
    assert reading is not None
    assert (said(reading), said(reading.once)) == (says, once)


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("từ tháng 10 năm nay đến tháng 3 năm tới", "from 2024-10 by 2025-03"),
        ("từ tháng 10 năm nay đến tháng 3/2025", "from 2024-10 by 2025-03"),
        ("từ tháng 10 năm nay, hoàn thành trong tháng 3/2025", "from 2024-10 by 2025-03"),
        ("từ tháng 3, hoàn thành trong tháng 5 năm tới", "from 2025-03 by 2025-05"),
        ("từ tháng 3 đến tháng 5 (năm 2025)", "from 2025-03 by 2025-05"),
        ("thực hiện tháng 3-5 năm tới", "from 2025-03 by 2025-05"),
        ("từ quý III đến hết năm 2025", "from 2025-Q3 by 2025"),
        ("từ quý III đến hết quý IV năm 2025", "from 2025-Q3 by 2025-Q4"),
        ("quý III - IV của năm 2025", "from 2025-Q3 by 2025-Q4"),
        ("hoàn thành trong quý III năm ngoái", ""),
        ("hoàn thành trong nửa cuối năm trước", ""),
        ("từ tháng 3 niên độ 2025 đến tháng 5/2025", ""),
        ("từ tháng 3/2025 đến tháng 5 niên độ 2025", ""),
    ],
)
def test_years_that_are_counted_from_that_of_issue_or_of_an_end(phrase: str, says: str) -> None:
    assert said(read_phrase(phrase, issued=ISSUED)) == says


@pytest.mark.parametrize(
    "phrase",
    [
        "năm 2025, hoàn thành trong quý III",
        "Năm 2025: trước ngày 30/6",
        "trong năm 2025, hoàn thành trong quý III",
    ],
)
def test_a_year_right_before_a_time_leaves_it_unread(phrase: str) -> None:
    assert read_phrase(phrase, issued=ISSUED) is None


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("năm 2024, hoàn thành trước ngày 30/6/2024", "before 2024-06-30"),
        ("từ quý I/2024, trước ngày 30/6", "from 2024-Q1 before 2024-06-30"),
        ("năm nay, hoàn thành trước ngày 30/6", "before 2024-06-30"),
        ("hoàn thành trong năm nay kế hoạch 2025", "by 2024"),
        ("hằng tháng, trước ngày 20 gửi kế hoạch 2025", "every month cutoffs 20"),
        ("Kế hoạch năm 2025 của ngành, hoàn thành trước ngày 30/6", "before 2024-06-30"),
    ],
)
def test_a_year_that_can_be_of_no_time_changes_nothing(phrase: str, says: str) -> None:
    assert said(read_phrase(phrase, issued=ISSUED)) == says


@pytest.mark.parametrize(
    "phrase", ["Quý III (năm 2025)", "| Quý III (năm 2025) |", "Quý III; 2025"]
)
def test_a_year_in_brackets_does_not_end_a_cell(phrase: str) -> None:
    says = "" if ";" in phrase else "by 2025-Q3 bare"
    assert said(read_phrase(phrase, issued=ISSUED)) == says


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("quý III (năm 2025), rồi", "(năm 2025)"),
        ("quý III ; của năm 2025.", "; của năm 2025"),
        ("quý III; năm 2025 triển khai", None),
        ("Luật Kiến trúc (năm 2019)", None),
        ("quý III (hoàn thành)", None),
    ],
)
def test_a_stop_before_a_year_alone_is_none(text: str, year: str | None) -> None:
    stop = min(text.index(each) for each in "(;" if each in text)
    end = year_alone(text, stop)
    assert (None if end is None else text[stop:end]) == year
