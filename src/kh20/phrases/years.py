"""Years behind a time: the joints by which a text gives a day, a month or a quarter its year.

A year that stands close behind and is not read makes the time one without a known year: it is never
taken for one of the year of issue.
"""

import re
from typing import NamedTuple

from kh20.phrases.plain import plain
from kh20.text.patterns import lazy_pattern

YEAR = "(?:19|2[0-9])[0-9]{2}(?![0-9])"

_WORD = "n[ăằắẳẵặâaã]m"
"""The word for a year, and what it is mistyped as."""
_JOINT = r" ?[-/,:]? ?(?:(?:của|thuộc|trong|vào) )?"
_NAMED = rf"{_WORD} ?[-/:]? ?{YEAR}"
NAMED_YEAR = (
    rf"(?:{_JOINT}{_NAMED}"
    rf"|[;.] ?(?:của )?{_NAMED}(?= ?(?:$|[.;)|]))"
    rf"| ?[(\[] ?(?:của )?(?:{_WORD} ?)?{YEAR} ?[)\]])"
)
"""A year that can be nothing but that of the time before it."""
OF_YEAR = rf"(?: ?[-/] ?{YEAR}| {YEAR}|{NAMED_YEAR})"

next_turn = lazy_pattern(
    r",? ?(?:của |vào )?(?:"
    r"(?P<quarter>tháng (?:đầu|cuối)(?: của)? quý(?: sau| tiếp theo)?|quý (?:sau|tiếp theo))"
    r"|(?P<month>tháng (?:sau|tiếp theo|kế tiếp))"
    r"|(?P<year>năm (?:(?P<last>trước(?! ngày))|(?P<next>sau(?! nữa)|tiếp theo|kế tiếp))"
    r"|(?<=của )năm)"
    r")(?!\w)(?! [0-9])"
)
"""Match, behind a day, what says that it comes round: the quarter, month or year that it is of."""

_relative = lazy_pattern(
    r"(?:(?:,? ?(?:(?:của|trong|vào) )?năm|(?<=năm)) (?:nay|tới|ngoái)"
    r"|(?<=năm) (?:sau|tiếp theo|kế tiếp|trước)|,? ?sang năm)(?!\w)"
    r"| ?\((?:của )?năm (?:nay|tới|sau|tiếp theo|kế tiếp)\)"
)
_LATER = {"nay": 0, "ngoái": -1, "trước": -1}
"""By the last word of a relative year, how many years after that of issue it is; else one."""

_MARK = r"(?:[^\w;|.]|\.(?! ))"
_LINK = rf"{_MARK}*(?:(?:của|thuộc|vào|theo|tức|là|ở) )*"
_OF_KIND = "học|tài chính|ngân sách|kế hoạch"
_unread = lazy_pattern(
    rf"(?:{_LINK}(?:trong )?{_WORD}|(?<=năm)){_MARK}*[0-9][\w-]*(?: [0-9]{{2,3}}(?![\w/]))?"
    rf"|(?:{_LINK}(?:trong )?(?:năm (?:{_OF_KIND})|niên (?:độ|kh[óo][aá]|vụ)|tài kh[óo][aá])"
    rf"|(?<=năm) (?:{_OF_KIND}))(?: \w[\w-]*)?"
    rf"|{_LINK}năm[ :]{{1,2}}\w[\w-]*"
    r"| ?(?:[-/'’]+ ?[0-9]{2}(?= ?(?:$|[.,;:)|]))|\( ?[0-9]{2} ?\))"
)
"""Match a year, or what stands in its place, that is not written as one."""

_OTHER = "đến|tới|và|hoặc|hay|từ|trước|hết|quý|tháng|ngày|nửa|hằng|hàng|mỗi"
_COMING = "năm (?:tới|sau|tiếp theo|kế tiếp)"
_near = lazy_pattern(
    rf"(?:(?:{_MARK}|;)+(?:(?:của|thuộc|trong|vào) )?(?:(?:{_WORD}{_MARK}*)?{YEAR}|{_COMING})"
    rf"|(?:{_MARK}+(?!(?:{_OTHER})(?!\w))[^\W\d_]+){{0,4}}{_MARK}+(?:{YEAR}|{_COMING}))(?![\w/%])"
)
"""Match up to a year that is a few words off, and may be that of the time or of something else."""


_sole = lazy_pattern(rf"(?:[^\W\d_]+ ?){{0,3}}{YEAR}|năm \w+(?: \w+)?")
_ENDS_A_TIME = re.compile(r"[0-9IVivMm]\s*$")
_STOP = re.compile(r"[();|.]")


def year_alone(text: str, stop: int) -> int | None:
    """Return where a year ends that is all there is behind a stop: "quý III (năm 2025)".

    ``text`` need not be plain. None where the stop is one between two statements.
    """
    if _ENDS_A_TIME.search(text, max(0, stop - 8), stop) is None:
        return None
    following = _STOP.search(text, stop + 1)
    end = len(text) if following is None else following.start()
    if _sole().fullmatch(plain(text[stop + 1 : end])) is None:
        return None
    return end + 1 if text[stop] == "(" and text.startswith(")", end) else end


class YearBehind(NamedTuple):
    """What follows a time, up to ``end``, in the place of its year.

    ``later`` is how many years after the year of issue it is; None where that cannot be told.
    """

    end: int
    later: int | None


def year_behind(text: str, end: int) -> YearBehind | None:
    """Return what stands for the year of a time that ends at ``end`` and gives none in digits.

    None where nothing does.
    """
    relative = _relative().match(text, end)
    if relative is not None:
        word = relative[0].rstrip(")").rpartition(" ")[2]
        return YearBehind(relative.end(), _LATER.get(word, 1))
    turn = next_turn().match(text, end)
    if turn is not None:
        # What comes round is no part of the time, which is a day of each year.
        return YearBehind(end, 1 if turn["next"] else -1 if turn["last"] else 0)
    unread = _unread().match(text, end)
    if unread is not None:
        return YearBehind(unread.end(), None)
    return YearBehind(end, None) if _near().match(text, end) else None
