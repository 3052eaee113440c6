import re
from collections.abc import Callable

import pytest

from kh20.phrases import words

Pattern = Callable[[], re.Pattern[str]]


@pytest.mark.parametrize(
    ("pattern", "matched", "passed_over"),
    [
        (words.completion, "trình chính phủ", "chương trình, quy trình, quá trình, công trình"),
        (words.completion, "họp và thông qua trong tháng 6", "thông qua báo chí"),
        (words.completion, "làm xong", "xông xáo"),
        (words.carrying_out, "tổ chức", "tổ chứng"),
        (words.title, "đề án", "đề bạt"),
        (words.doubt, "đã hoàn thành", "các nhiệm vụ đã giao cho cơ quan ở địa phương"),
        (words.doubt, "nếu không kịp", "nêu gương"),
        (words.doubt, "khi có đủ hồ sơ", "sau khi họp"),
        (words.until_now, "đến nay", "đến này"),
        (words.until_now, " sang năm 2025", " và sang năm 2025"),
        (words.measure, "kết quả thực hiện", "kết luận"),
        (words.measure, "đạt 8,5%", "đạt chuẩn"),
        (words.figure, "tổng kim ngạch", "tổng kết"),
        (words.past, ", các địa phương đã ban hành", ", rà soát, sửa đổi quy định đã ban hành"),
        (words.amount, "có 22 nhiệm vụ", "có kế hoạch"),
    ],
)
def test_words_are_told_apart(pattern: Pattern, matched: str, passed_over: str) -> None:
    assert pattern().search(matched)
    assert not pattern().match(passed_over)
    assert not pattern().search(passed_over) or pattern is words.past


def test_standing_duties_are_not_budgets_or_schools() -> None:
    text = "thường xuyên chi thường xuyên, giáo dục thường xuyên, không thường xuyên"
    assert words.find_ongoing(text) == [(0, len("thường xuyên"))]
    assert words.find_ongoing("tiếp tục nâng mức chi trong 5 năm tiếp theo")
    assert not words.find_ongoing("tiếp tục thực hiện")


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("cơ bản hoàn thành", True),
        ("hoàn thành cơ bản", True),
        ("cơ bản xong", True),
        ("nghiên cứu cơ bản, hoàn thành đề án", False),
        ("hoàn thành", False),
    ],
)
def test_completion_in_the_main(text: str, main: bool) -> None:
    assert words.is_substantial(text) is main
