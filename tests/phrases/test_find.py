"""Phrases in running text: found where they stand, and nothing else taken for one."""

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.phrases import find_phrases
from processor_time import at_most
from said import said

ISSUED = date(2023, 11, 28)
SOURCE = (Path(__file__).parents[1] / "data" / "20-KH-TW.txt").read_text(encoding="utf-8")
OBLIGATIONS = SOURCE[SOURCE.index("\nII- ") : SOURCE.index("Nơi nhận:")]
DATED = ("deadline", "range", "from")


def found(text: str) -> list[tuple[str, str]]:
    return [(item.phrase, said(item.reading)) for item in find_phrases(text, issued=ISSUED)]


def test_the_document_has_its_bracketed_phrases_and_no_other_dates() -> None:
    bracketed = re.findall(r"\(([^()]*[0-9][^()]*)\)", OBLIGATIONS)
    dated = [
        item for item in find_phrases(OBLIGATIONS, issued=ISSUED) if item.reading.kind in DATED
    ]
    assert len(bracketed) == 22
    assert [item.phrase for item in dated] == bracketed
    kinds = [item.reading.kind for item in dated]
    assert (kinds.count("deadline"), kinds.count("from")) == (12, 10)


def test_the_document_has_three_standing_or_recurring_duties() -> None:
    others = [
        (item.phrase, item.reading.kind)
        for item in find_phrases(OBLIGATIONS, issued=ISSUED)
        if item.reading.kind not in DATED
    ]
    assert others == [
        ("thường xuyên", "ongoing"),
        ("thường xuyên", "ongoing"),
        ("định kỳ", "recurring"),
    ]


def test_what_stands_before_the_obligations_sets_no_date() -> None:
    heading = SOURCE[: SOURCE.index("\nII- ")]
    assert find_phrases(heading, issued=ISSUED) == []


FOUND = {
    "Xây dựng đề án (hoàn thành trong quý I/2024).": [
        ("hoàn thành trong quý I/2024", "by 2024-Q1")
    ],
    "Có kế hoạch ( cơ bản hoàn thành trong năm 2024 ).": [
        ("cơ bản hoàn thành trong năm 2024", "by 2024 substantially")
    ],
    "Lập báo cáo (quý I/2024).": [("quý I/2024", "by 2024-Q1 bare")],
    "Rà soát, phấn đấu hoàn thành trước ngày 30/6/2024; tiếp tục theo dõi": [
        ("phấn đấu hoàn thành trước ngày 30/6/2024", "before 2024-06-30")
    ],
    "hoàn thành việc sắp xếp trước ngày 30 tháng 6 năm 2024 và tổng kết": [
        ("trước ngày 30 tháng 6 năm 2024", "before 2024-06-30")
    ],
    "Trình Quốc hội tại kỳ họp tháng 10/2024.": [("kỳ họp tháng 10/2024", "by 2024-10")],
    "Chậm nhất đến hết năm 2025, các địa phương có đề án": [
        ("Chậm nhất đến hết năm 2025", "by 2025")
    ],
    "Cơ quan chủ trì triển khai từ quý II/2024 đến quý IV/2025, sơ kết": [
        ("từ quý II/2024 đến quý IV/2025", "from 2024-Q2 by 2025-Q4")
    ],
    "bắt đầu từ tháng 01/2024 và hoàn thành trước 30/9/2024.": [
        ("bắt đầu từ tháng 01/2024 và hoàn thành trước 30/9/2024", "from 2024-01 before 2024-09-30")
    ],
    "Nhân rộng toàn quốc trong năm 2025.": [("trong năm 2025", "in 2025")],
    "Tổ chức sơ kết vào năm 2026.": [("vào năm 2026", "in 2026")],
    "phấn đấu hoàn thành đến năm 2030": [("phấn đấu hoàn thành đến năm 2030", "by 2030")],
    "Hoàn thành trong quý I/2024 và quý III/2024": [
        ("Hoàn thành trong quý I/2024", "by 2024-Q1"),
        ("quý III/2024", "by 2024-Q3"),
    ],
    "Báo cáo trước ngày 15/12 hằng năm về Ban Tuyên giáo": [
        ("Báo cáo trước ngày 15/12 hằng năm", "every year cutoffs 12-15")
    ],
    "Gửi báo cáo (trước ngày 15/12 hằng năm).": [
        ("trước ngày 15/12 hằng năm", "every year cutoffs 12-15")
    ],
    "Báo cáo trước ngày 31/01 năm sau": [
        ("Báo cáo trước ngày 31/01 năm sau", "every year cutoffs 01-31")
    ],
    "Hoàn thành trong quý I/2024, sau đó báo cáo hằng năm": [
        ("Hoàn thành trong quý I/2024", "by 2024-Q1"),
        ("hằng năm", "every year"),
    ],
    "Bố trí kinh phí hằng năm": [("hằng năm", "every year")],
    "báo cáo trong thời hạn 30 ngày kể từ ngày ký Kế hoạch": [
        ("trong thời hạn 30 ngày kể từ ngày ký", "by 2023-12-28")
    ],
    "hoàn thành dự thảo trước ngày 15/12": [("trước ngày 15/12", "before 2023-12-15")],
}


@pytest.mark.parametrize(("text", "phrases"), FOUND.items())
def test_phrases_are_found(text: str, phrases: list[tuple[str, str]]) -> None:
    assert found(text) == phrases


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Nghị quyết số 45-NQ/TW, ngày 24/11/2023 của Ban Chấp hành Trung ương",
        "bổ sung Chiến lược phát triển văn hóa đến năm 2030, tầm nhìn đến năm 2045",
        "xây dựng và hoàn thành Đề án phát triển thư viện đến năm 2030",
        "Phấn đấu đến năm 2030 có ít nhất 50 nhà khoa học đầu ngành",
        "Đến năm 2030, tỷ lệ này đạt 2% GDP",
        "Chương trình phục hồi kinh tế (giai đoạn 2024-2025)",
        "Quy hoạch hệ thống bảo tàng (2021-2030)",
        "Luật Khoa học và Công nghệ (năm 2013)",
        "Kết luận của Hội nghị (tháng 12/2023) về công tác cán bộ",
        "sửa đổi Luật Công nghệ cao có hiệu lực từ ngày 01/7/2024",
        "kết quả thực hiện trong năm 2024 và phương hướng",
        "dự toán ngân sách năm 2024; kế hoạch năm 2025",
        "tổng kết 15 năm thực hiện Nghị quyết số 27-NQ/TW trong tháng 8/2023",
        "từ năm 2011 đến năm 2020 cả nước đã đào tạo",
        "ngân hàng, khách hàng năm 2024 và hàng hóa quý hiếm",
        "trước năm 1975",
        "họp thường kỳ tháng 5/2024",
        "giáo dục thường xuyên và chi thường xuyên",
        "theo định hướng đến 2030",
        "đạt 12/2024 chỉ tiêu",
    ],
)
def test_what_sets_no_date_is_passed_over(text: str) -> None:
    assert [item for item in find_phrases(text, issued=ISSUED) if item.reading.kind in DATED] == []


def test_a_day_that_recurs_is_not_put_into_the_year_of_issue() -> None:
    text = "Báo cáo định kỳ 6 tháng (trước ngày 15/6) và 01 năm (trước ngày 15/12)."
    assert found(text) == [("định kỳ 6 tháng", "every half-year")]
    assert found("Gửi báo cáo (trước ngày 15/12).") == [("trước ngày 15/12", "before 2023-12-15")]


def test_a_day_without_a_year_is_not_found_without_a_day_of_issue() -> None:
    assert find_phrases("hoàn thành dự thảo trước ngày 15/12") == []


@pytest.mark.parametrize("text", [*FOUND, OBLIGATIONS])
def test_offsets_hold_in_any_composition_case_and_spacing(text: str) -> None:
    readings = [item.reading for item in find_phrases(text, issued=ISSUED)]
    for written in (
        unicodedata.normalize("NFD", text),
        text.upper(),
        text.replace(" ", "\u00a0"),
        text.replace(" ", "  "),
        text.replace(" ", "\n"),
    ):
        items = find_phrases(written, issued=ISSUED)
        assert [item.reading for item in items] == readings
        for item in items:
            assert written[item.start : item.end] == item.phrase
            assert item.phrase == item.phrase.strip()


PIECES = st.sampled_from(
    """hoàn thành|trong|trước|ngày|tháng|quý|năm|từ|đến hết|chậm nhất|định kỳ|hằng|thường xuyên|và
    |6 tháng|đầu|II/2024|2025|12|30/6|15/7/2024|(|)|;|.|, |e\u0302\u0323|İ|\u00a0|  |kể từ ngày ký
    """.replace("\n", "").split("|")
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map(" ".join)), st.dates())
def test_any_text_has_phrases_where_they_say(text: str, issued: date) -> None:
    before = 0
    for item in find_phrases(text, issued=issued):
        assert text[item.start : item.end] == item.phrase
        assert item.start < item.end
        assert before <= item.start
        before = item.start


def test_ten_thousand_texts_take_a_moment() -> None:
    lines = [line.rjust(300, ".") for line in OBLIGATIONS.splitlines() if len(line) > 80]
    texts = [lines[index % len(lines)] for index in range(10_000)]
    # About 0.1 s on a slow machine; a search of every text would take ten times this limit.
    with at_most(2.5):
        count = sum(len(find_phrases(text, issued=ISSUED)) for text in texts)
    assert count > 5_000


@pytest.mark.parametrize("piece", ["1;", "1 ", "1/2024 ", "trước ngày 15/6 ", "định kỳ ", ". , "])
def test_time_grows_with_the_length_of_the_text(piece: str) -> None:
    text = "năm 2024" + piece * (50_000 // len(piece))
    with at_most(8):
        find_phrases(text, issued=ISSUED)
