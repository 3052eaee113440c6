import re
from collections.abc import Callable

import pytest

from kh20.phrases import lexicon

Pattern = Callable[[], re.Pattern[str]]


@pytest.mark.parametrize(
    ("pattern", "matched", "passed_over"),
    [
        (lexicon.completion, "trình chính phủ", "chương trình, quy trình, quá trình, công trình"),
        (lexicon.completion, "họp và thông qua trong tháng 6", "thông qua báo chí"),
        (lexicon.completion, "làm xong", "xông xáo"),
        (lexicon.carrying_out, "tổ chức", "tổ chứng"),
        (lexicon.title, "đề án", "đề bạt"),
        (lexicon.done, "đã hoàn thành", "các nhiệm vụ đã giao cho cơ quan ở địa phương"),
        (lexicon.doubt, "nếu không kịp", "nêu gương"),
        (lexicon.doubt, "khi có đủ hồ sơ", "sau khi họp"),
        (lexicon.until_now, "đến nay", "đến này"),
        (lexicon.until_now, " sang năm 2025", " và sang năm 2025"),
        (lexicon.measure, "kết quả thực hiện", "kết luận"),
        (lexicon.measure, "đạt 8,5%", "đạt chuẩn"),
        (lexicon.figure, "tổng kim ngạch", "tổng kết"),
        (lexicon.past, ", các địa phương đã ban hành", ", rà soát, sửa đổi quy định đã ban hành"),
        (lexicon.amount, "có 22 nhiệm vụ", "có kế hoạch"),
    ],
)
def test_words_are_told_apart(pattern: Pattern, matched: str, passed_over: str) -> None:
    assert pattern().search(matched)
    assert not pattern().match(passed_over)
    assert not pattern().search(passed_over) or pattern is lexicon.past


def test_standing_duties_are_not_budgets_or_schools() -> None:
    text = "thường xuyên chi thường xuyên, giáo dục thường xuyên, không thường xuyên"
    assert lexicon.find_ongoing(text) == [(0, len("thường xuyên"))]
    assert lexicon.find_ongoing("tiếp tục nâng mức chi trong 5 năm tiếp theo")
    assert not lexicon.find_ongoing("tiếp tục thực hiện")


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
    assert bool(lexicon.find_substantially(text)) is main
