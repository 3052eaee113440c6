"""Words that tell what a time is to the work: verbs, titles, doubts, measures, numbers.

The patterns are over plain text (:mod:`kh20.phrases.plain`), compiled on first use.
"""

import re
from collections.abc import Callable

from kh20.text.patterns import lazy_pattern

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

_FIGURES = (
    "tỷ lệ|tỉ lệ|tốc độ|tăng trưởng|kim ngạch|doanh thu|sản lượng|tổng (?:mức|chi|thu|số)|chỉ tiêu"
)


def _any_of(alternatives: str) -> Callable[[], re.Pattern[str]]:
    return lazy_pattern(rf"(?<!\w)(?:{alternatives})(?!\w)")


completion = _any_of(
    "hoàn (?:thành|tất|thiện)|xong|ban hành|báo cáo|gửi|nộp|phê duyệt|công bố|kết thúc|bàn giao"
    "|nghiệm thu|khánh thành"
    "|đưa vào (?:sử dụng|vận hành|khai thác)|phấn đấu|xem xét,? thông qua"
    f"|thông qua(?= (?:trong|trước|vào|tại|chậm|muộn) )|{_SUBMIT}"
)
"""Match a verb that ends a piece of work: what is done then, not what goes on meanwhile."""

carrying_out = _any_of(
    "thực hiện|triển khai|tổ chức|tiến hành|khai mạc|khởi công|áp dụng|gia hạn|kéo dài|duy trì"
    "|(?<!báo cáo )(?:sơ|tổng) kết"
)
"""Match a verb of carrying work out, which has a duration."""

title = _any_of(
    "chương trình|chiến lược|quy hoạch|kế hoạch|đề án|dự án|nghị quyết|nghị định|quyết định"
    "|chỉ thị|kết luận|luật|định hướng|tầm nhìn|mục tiêu|phát triển"
)
"""Match a noun that heads the title of a document; a year after it belongs to the title."""

done = lazy_pattern(
    r"(?<!\w)đã(?! (?:được )?(?:giao|đề ra|nêu|xác định|phân công|đăng ký|cam kết|có|quy định))"
    r"|(?<!\w)đã(?: được)?(?: \w+){0,2}$"
)
"""Match what was done before, which the time then dates; it sets no deadline."""

doubt = lazy_pattern(
    r"(?<!\w)(?:có khả năng|còn tồn|phải nộp|(?:người|hồ sơ|vụ việc) bị"
    r"|(?:^|(?<=các )|(?<=những )|(?<=số ))(?:dự án|công trình|gói thầu)(?: \w+){0,6}"
    r"(?= hoàn thành| đưa vào)"
    r"|chưa|nếu|trường hợp|giả sử|so với|cùng kỳ|kỳ báo cáo|tính (?:từ|đến|tới)"
    r"|không (?:hoàn thành|kịp|thể|được|phải|ban hành|trình|thực hiện|để))(?!\w)"
    r"|^khi "
)
"""Match what is negated or conditional, a property of things, or counts up to a moment."""

condition = _any_of("nếu|trong trường hợp|với điều kiện")
"""Match what makes the sentence before it depend on something."""

share = lazy_pattern(r"[0-9] ?%(?: [^\W\d_]+){0,8}$")
"""Match a share of the work at the end of what a sentence says of it: the rest is due later."""

_DAYS = r"[0-9]{1,3} (?:ngày|tuần)(?: làm việc)?"

days_before = lazy_pattern(rf"(?<!\w){_DAYS} ?$", re.IGNORECASE)
"""Match days that are counted back from what follows: "10 ngày" trước ngày 30/6."""

days_ahead = lazy_pattern(rf",? ?(?:ít nhất|tối thiểu) {_DAYS}(?!\w)", re.IGNORECASE)
"""Match days counted back from what stands before: trước ngày 30/6 "ít nhất 10 ngày"."""

until_now = lazy_pattern(
    r"(?<!\w)(?:(?:đến|tới) nay|trở (?:về trước|lại đây))(?!\w)|^,? ?(?:chuyển )?sang(?!\w)"
)
"""Match what makes a start one of a story about the past, or a source ("từ năm … đến nay")."""

measure = _any_of(f"kết quả|tình hình|số liệu|{_FIGURES}|(?:đạt|tăng|giảm) [0-9.,]+[^,;]*")
"""Match what is measured or reported over a period, which is then no time for work."""

figure = _any_of(f"(?:tổng )?(?:{_FIGURES})")
"""Match what a figure is of, at the start of what a sentence says about a period."""

past = lazy_pattern(r",? ?[^,;]{0,40}?(?<!\w)đã(?!\w)")
"""Match the rest of a sentence that tells what was done in the period it begins with."""

amount = _any_of("tối đa|tối thiểu|không vượt quá|đạt|tăng|giảm|bình quân|có [0-9]+")
"""Match the words of a figure that follow its period."""

_substantially = _any_of("cơ bản (?:hoàn (?:thành|tất)|xong)|hoàn (?:thành|tất)(?: về)? cơ bản")

_ongoing = _any_of(
    "(?<!chi )(?<!kinh phí )(?<!ngân sách )(?<!giáo dục )(?<!không )thường xuyên"
    "|tiếp tục [^;.()]{1,200}trong (?:[0-9]{1,2}|những|các) năm (?:tiếp theo|tới)"
)


def find_substantially(text: str) -> list[tuple[int, int]]:
    """Return where a text, which need not be plain, speaks of completion in the main."""
    if "bản" not in text and "BẢN" not in text:
        return []  # A quick way past the letters of most texts.
    lowered = text.lower()
    if "cơ bản" not in lowered or len(lowered) != len(text):
        return []
    return [match.span() for match in _substantially().finditer(lowered)]


def find_ongoing(text: str) -> list[tuple[int, int]]:
    """Return where a plain text says that a duty is an ongoing one.

    The budget heading and the adult education of the same name ("chi thường xuyên", "giáo dục
    thường xuyên") are no ongoing duties.
    """
    if "thường xuyên" not in text and "tiếp tục" not in text:
        return []
    return [match.span() for match in _ongoing().finditer(text)]
