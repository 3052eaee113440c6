"""Words that tell what a time is to the work: verbs, titles, doubts, measures, numbers.

The patterns are over plain text (:mod:`kh20.phrases.plain`), compiled on first use.
"""

from __future__ import annotations

import re
from functools import cache

NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10,
}  # fmt: skip
"""Numbers that official texts write as words; "năm" is also the word for a year."""

_SUBMIT = (
    "(?<!chương )(?<!quy )(?<!quá )(?<!công )(?<!lộ )(?<!giáo )(?<!tiến )(?<!hành )(?<!tờ )"
    "trình(?! độ| bày| tự)"
)
"""To submit; the same syllable ends the words for programme, procedure, process, works, roadmap."""

_COMPLETION = (
    "hoàn (?:thành|tất|thiện)|xong|ban hành|báo cáo|gửi|nộp|phê duyệt|công bố|kết thúc|bàn giao"
    "|nghiệm thu|khánh thành|đưa vào (?:sử dụng|vận hành|khai thác)|phấn đấu|xem xét,? thông qua"
    f"|thông qua(?= (?:trong|trước|vào|tại|chậm|muộn) )|{_SUBMIT}"
)


_FIGURES = (
    "tỷ lệ|tỉ lệ|tốc độ|tăng trưởng|kim ngạch|doanh thu|sản lượng|tổng (?:mức|chi|thu|số)|chỉ tiêu"
)


def _any_of(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


@cache
def completion() -> re.Pattern[str]:
    """Match a verb that ends a piece of work: what is done then, not what goes on meanwhile."""
    return _any_of(_COMPLETION)


@cache
def carrying_out() -> re.Pattern[str]:
    """Match a verb of carrying work out, which has a duration."""
    return _any_of(
        "thực hiện|triển khai|tổ chức|tiến hành|khai mạc|khởi công|áp dụng|gia hạn|kéo dài|duy trì"
    )


@cache
def title() -> re.Pattern[str]:
    """Match a noun that heads the title of a document; a year after it belongs to the title."""
    return _any_of(
        "chương trình|chiến lược|quy hoạch|kế hoạch|đề án|dự án|nghị quyết|nghị định|quyết định"
        "|chỉ thị|kết luận|luật|định hướng|tầm nhìn|mục tiêu|phát triển"
    )


@cache
def doubt() -> re.Pattern[str]:
    """Match what is past, negated or conditional, or counts up to a moment: it sets no deadline."""
    return re.compile(
        r"(?<!\w)đã(?! (?:được )?(?:giao|đề ra|nêu|xác định|phân công|đăng ký|cam kết|có|quy định))"
        r"|(?<!\w)đã(?: được)?(?: \w+){0,2}$"
        r"|(?<!\w)(?:chưa|nếu|trường hợp|giả sử|so với|cùng kỳ|kỳ báo cáo|tính (?:từ|đến|tới)"
        r"|không (?:hoàn thành|kịp|thể|được|phải|ban hành|trình|thực hiện|để))(?!\w)"
        r"|^khi "
    )


@cache
def condition() -> re.Pattern[str]:
    """Match what makes the sentence before it depend on something."""
    return _any_of("nếu|trong trường hợp|với điều kiện")


@cache
def share() -> re.Pattern[str]:
    """Match a share of the work at the end of what a sentence says of it: the rest is due later."""
    return re.compile(r"[0-9] ?%(?: [^\W\d_]+){0,8}$")


_DAYS = r"[0-9]{1,3} (?:ngày|tuần)(?: làm việc)?"


@cache
def days_before() -> re.Pattern[str]:
    """Match days that are counted back from what follows: "10 ngày" trước ngày 30/6."""
    return re.compile(rf"(?<!\w){_DAYS} ?$", re.IGNORECASE)


@cache
def days_ahead() -> re.Pattern[str]:
    """Match days counted back from what stands before: trước ngày 30/6 "ít nhất 10 ngày"."""
    return re.compile(rf",? ?(?:ít nhất|tối thiểu) {_DAYS}(?!\w)", re.IGNORECASE)


@cache
def until_now() -> re.Pattern[str]:
    """Match what makes a start one of a story about the past, or a source ("từ năm … đến nay")."""
    return re.compile(
        r"(?<!\w)(?:(?:đến|tới) nay|trở (?:về trước|lại đây))(?!\w)|^,? ?(?:chuyển )?sang(?!\w)"
    )


@cache
def measure() -> re.Pattern[str]:
    """Match what is measured or reported over a period, which is then no time for work."""
    return _any_of(f"kết quả|tình hình|số liệu|{_FIGURES}|(?:đạt|tăng|giảm) [0-9.,]+[^,;]*")


@cache
def figure() -> re.Pattern[str]:
    """Match what a figure is of, at the start of what a sentence says about a period."""
    return _any_of(f"(?:tổng )?(?:{_FIGURES})")


@cache
def past() -> re.Pattern[str]:
    """Match the rest of a sentence that tells what was done in the period it begins with."""
    return re.compile(r",? ?[^,;]{0,40}?(?<!\w)đã(?!\w)")


@cache
def amount() -> re.Pattern[str]:
    """Match the words of a figure that follow its period."""
    return _any_of("tối đa|tối thiểu|không vượt quá|đạt|tăng|giảm|bình quân|có [0-9]+")


def is_substantial(text: str) -> bool:
    """Tell whether a plain text speaks of completion in the main ("cơ bản hoàn thành")."""
    return "cơ bản" in text and _substantially().search(text) is not None


def find_substantially(text: str) -> list[tuple[int, int]]:
    """Return where a text, which need not be plain, speaks of completion in the main."""
    if "bản" not in text and "BẢN" not in text:
        return []  # A quick way past the letters of most texts.
    lowered = text.lower()
    if "cơ bản" not in lowered or len(lowered) != len(text):
        return []
    return [match.span() for match in _substantially().finditer(lowered)]


@cache
def _substantially() -> re.Pattern[str]:
    return _any_of("cơ bản (?:hoàn (?:thành|tất)|xong)|hoàn (?:thành|tất)(?: về)? cơ bản")


def find_ongoing(text: str) -> list[tuple[int, int]]:
    """Return where a plain text says that a duty is a standing one.

    The budget heading and the adult education of the same name ("chi thường xuyên", "giáo dục
    thường xuyên") are no standing duties.
    """
    if "thường xuyên" not in text and "tiếp tục" not in text:
        return []
    return [match.span() for match in _ongoing().finditer(text)]


@cache
def _ongoing() -> re.Pattern[str]:
    return _any_of(
        "(?<!chi )(?<!kinh phí )(?<!ngân sách )(?<!giáo dục )(?<!không )thường xuyên"
        "|tiếp tục [^;.()]{1,200}trong (?:[0-9]{1,2}|những|các) năm (?:tiếp theo|tới)"
    )
