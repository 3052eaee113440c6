"""Whole phrases, and parts of phrases that would say something else."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.phrases import stands_alone, whole_phrase

ISSUED = date(2025, 2, 10)

PARTS = [
    # Inside a word or a date.
    ("Xây dựng trong quý II/2025.", "trong quý I", "trong quý II/2025"),
    ("Xây dựng trong quý III/2025.", "quý II", "quý III/2025"),
    ("Họp ngày 13/6/2025.", "3/6/2025", "ngày 13/6/2025"),
    ("Hoàn thành tháng 12/2025.", "2/2025", "tháng 12/2025"),
    ("Hoàn thành trước ngày 30/6/2026.", "trước ngày 30/6", "trước ngày 30/6/2026"),
    ("Hoàn thành trong quý IV năm 2026.", "trong quý IV", "trong quý IV năm 2026"),
    ("Hoàn thành trong quý I năm 2024.", "năm 2024", "quý I năm 2024"),
    ("Hoàn thành trong quý III niên độ 2026.", "trong quý III", "trong quý III niên độ 2026"),
    ("Hoàn thành trong quý III (năm 2026).", "trong quý III", "trong quý III (năm 2026)"),
    ("Hoàn thành trong quý III; năm 2026.", "trong quý III", "trong quý III; năm 2026"),
    # Without the words that say what the time is to the work.
    ("Hoàn thành trước ngày 30/6/2025.", "ngày 30/6/2025", "Hoàn thành trước ngày 30/6/2025"),
    ("Báo cáo sau ngày 30/6/2025.", "ngày 30/6/2025", "sau ngày 30/6/2025"),
    ("Hoàn thành trước quý III/2025.", "quý III/2025", "Hoàn thành trước quý III/2025"),
    ("Việc này xong, trước khi đến quý III/2025.", "quý III/2025", "trước khi đến quý III/2025"),
    ("Hoàn thành vào cuối quý III/2025.", "quý III/2025", "Hoàn thành vào cuối quý III/2025"),
    (
        "Cơ bản hoàn thành trong năm 2025.",
        "hoàn thành trong năm 2025",
        "Cơ bản hoàn thành trong năm 2025",
    ),
    # A part of the time, or days counted back from it.
    ("Hoàn thành trong tháng đầu quý II/2025.", "quý II/2025", "tháng đầu quý II/2025"),
    ("Họp trong tuần đầu tháng 6/2025.", "tháng 6/2025", "tuần đầu tháng 6/2025"),
    ("Họp thượng tuần tháng 6/2025.", "tháng 6/2025", "thượng tuần tháng 6/2025"),
    ("Gửi 10 ngày trước ngày 30/6/2025.", "trước ngày 30/6/2025", "10 ngày trước ngày 30/6/2025"),
    (
        "Gửi trước ngày 30/6/2025 ít nhất 10 ngày.",
        "trước ngày 30/6/2025",
        "trước ngày 30/6/2025 ít nhất 10 ngày",
    ),
    (
        "Xong trước dịp kỷ niệm ngày 30/4/2025.",
        "ngày 30/4/2025",
        "trước dịp kỷ niệm ngày 30/4/2025",
    ),
    ("Hoàn thành trước (30/6/2025).", "30/6/2025", "trước (30/6/2025"),
    # Half of a range, or of what recurs.
    (
        "Thực hiện từ tháng 3/2025 đến tháng 9/2025.",
        "từ tháng 3/2025",
        "từ tháng 3/2025 đến tháng 9/2025",
    ),
    (
        "Thực hiện từ tháng 3/2025 đến tháng 9/2025.",
        "tháng 3/2025",
        "tháng 3/2025 đến tháng 9/2025",
    ),
    ("Báo cáo trước ngày 15/12 hằng năm.", "trước ngày 15/12", "Báo cáo trước ngày 15/12 hằng năm"),
    ("Báo cáo trước ngày 15/12 hằng năm.", "hằng năm", "Báo cáo trước ngày 15/12 hằng năm"),
]


@pytest.mark.parametrize(("text", "stated", "whole"), PARTS)
def test_a_part_of_a_phrase(text: str, stated: str, whole: str) -> None:
    """Found with the phrase that it was taken from."""
    start = text.index(stated)
    found = whole_phrase(text, start, start + len(stated), issued=ISSUED)
    assert found is not None
    assert found.phrase == whole
    assert not stands_alone(text, start, start + len(stated))


WHOLE = [
    ("Báo cáo (hoàn thành trong quý I/2025).", "hoàn thành trong quý I/2025"),
    ("Báo cáo; hoàn thành trong quý I/2025; tổng kết.", "hoàn thành trong quý I/2025"),
    ("Báo cáo, hoàn thành trong quý I/2025.", "hoàn thành trong quý I/2025"),
    ("Hoàn thành trước ngày 30/6/2025.", "Hoàn thành trước ngày 30/6/2025"),
    ("Hoàn thành trước ngày 30/6/2025.", "trước ngày 30/6/2025"),
    ("Thực hiện từ tháng 3/2025 đến tháng 9/2025.", "từ tháng 3/2025 đến tháng 9/2025"),
    ("Bộ thường xuyên kiểm tra, giám sát việc thực hiện.", "thường xuyên kiểm tra, giám sát"),
    ("Báo cáo trước ngày 15/12 hằng năm.", "trước ngày 15/12 hằng năm"),
    ("Quý II/2025, trình Chính phủ.", "Quý II/2025"),
]


@pytest.mark.parametrize(("text", "stated"), WHOLE)
def test_a_whole_phrase(text: str, stated: str) -> None:
    """With or without the verb before it, which does not change the time."""
    start = text.index(stated)
    found = whole_phrase(text, start, start + len(stated), issued=ISSUED)
    assert found is None or found.reading is not None


@given(st.text("ngày 30/6/2025trướcqIV;().\n ", max_size=60), st.data())
def test_any_stretch_is_whole_or_in_a_longer_one(text: str, data: st.DataObject) -> None:
    """Which is a stretch of the same text that holds it."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = whole_phrase(text, start, end, issued=ISSUED)
    if found is not None:
        assert text[start:end] in found.phrase
        assert found.phrase in text
