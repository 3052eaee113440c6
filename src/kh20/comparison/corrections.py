"""Slips of copying: an edit of a text that leaves alone what it says of days and bodies."""

import re
from collections.abc import Iterable
from functools import cache

from kh20.phrases import find_phrases
from kh20.text.folding import fold, normalise_tone_placement
from kh20.text.quoting import one_line

_WORD = re.compile(r"\w+")
_OF_TIME = re.compile(
    "ngày|tuần|tháng|quý|năm|kỳ|hằng|hàng|thường|xuyên|trước|sau|đầu|giữa|cuối|hết|từ|đến"
    "|một|hai|ba|bốn|tư|sáu|bảy|tám|chín|mười|rưỡi"
)
_NUMERAL = re.compile(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_BODIES = re.compile(
    r"\b(?:bộ|sở|ban|cục|ủy ban|chính phủ|quốc hội|hội đồng|đảng ủy|tỉnh ủy|thành ủy|cấp ủy"
    r"|đảng đoàn|văn phòng|viện|thanh tra|mặt trận|liên hiệp|cơ quan|đơn vị|địa phương|ngành)\b"
)
_SENTENCE = re.compile(r"(?:^|[.:;!?]\s+)\W*")


def only_a_slip(old: str, new: str, names: frozenset[str]) -> bool:
    """Tell whether two versions of a text say the same of days and bodies.

    ``names`` are those of the bodies. Where it is not certain, the answer is no: every word that
    may speak of a time, and every capital inside a sentence, must be there as before.
    """
    before, after = (normalise_tone_placement(one_line(text)) for text in (old, new))
    return (
        _times(before) == _times(after)
        and _capitals(before) == _capitals(after)
        and _bodies(before, names) == _bodies(after, names)
    )


def _times(text: str) -> list[str]:
    words = [word.casefold() for word in _WORD.findall(text)]
    said = [word for word in words if _speaks_of_time(word)]
    return said + [found.phrase.casefold() for found in find_phrases(text)]


def _speaks_of_time(word: str) -> bool:
    return (
        _OF_TIME.fullmatch(word) is not None
        or any(map(str.isdigit, word))
        or _NUMERAL.fullmatch(word) is not None
    )


def _capitals(text: str) -> list[str]:
    """Return the words with a capital that do not begin a sentence, without their marks."""
    begins = {found.end() for found in _SENTENCE.finditer(text)}
    return [
        fold(found[0])
        for found in _WORD.finditer(text)
        if found[0][0].isupper() and found.start() not in begins
    ]


def _bodies(text: str, names: frozenset[str]) -> list[str]:
    named = [found[0] for found in _pattern(names).finditer(fold(text))]
    return named + _BODIES.findall(text.casefold())


@cache
def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    folded = sorted({fold(name) for name in names}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, folded)) or '(?!)'})\b")
