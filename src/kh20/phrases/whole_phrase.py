"""Whole phrases of time, told from parts of one that say something else.

"ngày 30/6/2025" is a deadline; in "trước ngày 30/6/2025" it is the first day that is too late.
"""

import re
from datetime import date
from typing import NamedTuple

from kh20.phrases.find import find_phrases
from kh20.phrases.leads import lead_of
from kh20.phrases.lexicon import days_ahead, days_before, find_substantially
from kh20.phrases.plain import aligned, in_brackets, plain
from kh20.phrases.read import read_phrase
from kh20.phrases.reading import Reading
from kh20.phrases.times import find_times
from kh20.phrases.years import year_alone

_NEAR = 240
"""Characters of the text on either side that can belong to the phrase."""
_OPENS = re.compile(r"(?:^|[(;:|])\s*$")
_CLOSES = re.compile(r"\s*(?:$|[);|]|\.(?:\s|$))")
_CLOSE_BY = 60
"""Characters right before a time in which words can change what it is."""
_STOP = re.compile(r"[();|]")
_ENDS = re.compile(r"[;|]|\.(?=\s)")
_WORD = re.compile(r"[^\W_]+")
_PART_OF = re.compile(
    r"(?<!\w)(?:(?:[0-9]{1,2} )?(?:tháng|tuần|ngày|nửa)(?: (?:lễ|làm việc))? (?:đầu|giữa|cuối)"
    r"|(?:thượng|trung|hạ) tuần|tuần thứ \w+)(?: tiên)?(?: của)? $",
    re.IGNORECASE,
)
"""A part of the time that follows: "tháng đầu quý II", "thượng tuần tháng 6"."""
_EVENT_BEFORE = re.compile(
    r"(?<!\w)trước (?:\(|(?:mốc|thời điểm|hạn|dịp|lễ|quốc khánh|khi)(?: \w+){0,4},?(?: là)? )$",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"(?:,| và| hoặc) ?(?:trước |trong )?(?:(?:quý|tháng|ngày) )?(?:iv|i{1,3}|[0-9]{1,2})"
    r"(?:(?:/| tháng )[0-9]{1,2})?(?:[/-]|,? (?:của )?năm )[0-9]{4}",
    re.IGNORECASE,
)
"""The next of several times that have the year in common: "quý III, IV/2024"."""


class WholePhrase(NamedTuple):
    """The phrase that a stretch of a text is only a part of, and what it says, where it is read."""

    phrase: str
    reading: Reading | None


def stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether a stretch of a text stands between brackets, semicolons or the ends of it."""
    if in_brackets(text, start, end):
        # As most documents have it; but "trước (30/6/2025)" is no phrase of its own.
        return not text[max(0, start - 8) : start - 1].rstrip().endswith("trước")
    before, after = text[max(0, start - 3) : start], text[end : end + 3]
    stop = end + len(after) - len(after.lstrip())
    alone = _OPENS.search(before) is not None and _CLOSES.match(after) is not None
    return alone and year_alone(text, stop) is None


def whole_phrase(
    text: str, start: int, end: int, *, issued: date | None = None
) -> WholePhrase | None:
    """Return the phrase of which ``text[start:end]`` is only a part; None if it is whole.

    It is a part where it begins or ends inside a word or a date, where words right before it say
    what the time is to the work ("trước", "sau", "đến"), or where a longer phrase holds it.
    ``issued`` is as for :func:`kh20.phrases.read_phrase`.
    """
    first, last = _clause(text, start, end)
    cut = _cut_through(text, start, end, first, last)
    if cut is not None:
        at, to = cut
        return WholePhrase(text[at:to], None)
    started = _changed_by(text, start, end)
    if started is not None:
        return WholePhrase(text[started:end], None)
    more = days_ahead().match(text, end) or _listed(text, start, end)
    if more is not None:
        return WholePhrase(text[start : more.end()], None)
    for found in find_phrases(text, issued=issued):
        inside = found.start <= start and end <= found.end and not found.reading.year_unread
        if inside and (found.start, found.end) != (start, end):
            return WholePhrase(found.phrase, found.reading)
    words, starts, _ends = aligned(text[first:end])
    begin = next((i for i, at in enumerate(starts) if first + at >= start), len(words))
    lead = lead_of(words, 0, begin)
    if lead.role is None and not lead.part:
        return None
    at = first + starts[lead.start]
    return WholePhrase(text[at:end], read_phrase(text[at:end], issued=issued))


def completed_in_the_main(
    text: str, start: int, end: int, *, issued: date | None = None
) -> WholePhrase | None:
    """Return the phrase that begins with "cơ bản hoàn thành" further up in the sentence.

    None where nothing there speaks of completion in the main, or the stretch does so itself.
    """
    found = [
        at
        for at, to in find_substantially(text[:end])
        if at < start and not _ENDS.search(text, to, start)
    ]
    if not found or find_substantially(text[start:end]):
        return None
    whole = text[found[-1] : end]
    return WholePhrase(whole, read_phrase(whole, issued=issued))


def _listed(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the next time of a list that gives its year to one that has none itself."""
    times = find_times(plain(text[start:end]))
    return None if not times or times[-1].dated else _LISTED.match(text, end)


def _changed_by(text: str, start: int, end: int) -> int | None:
    """Return where words begin that make less, or something else, of the time right after them."""
    if not find_times(plain(text[start:end])):
        return None
    for pattern in (_PART_OF, _EVENT_BEFORE, days_before()):
        match = pattern.search(text, max(0, start - _CLOSE_BY), start)
        if match is not None:
            return match.start()
    return None


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the clause around a stretch begins and ends."""
    first = max(0, start - _NEAR)
    for stop in _STOP.finditer(text, first, start):
        first = stop.end()
    last = min(len(text), end + _NEAR)
    after_year = 0
    for stop in _STOP.finditer(text, end, last):
        after_year = max(after_year, year_alone(text, stop.start()) or 0)
        if stop.start() >= after_year:
            return first, stop.start()
    return first, last


def _cut_through(text: str, start: int, end: int, first: int, last: int) -> tuple[int, int] | None:
    """Return the word or the date that a stretch begins or ends in the middle of."""
    words, starts, ends = aligned(text[first:last])
    for time in find_times(words):
        at, to = first + starts[time.start], first + ends[time.end - 1]
        if at < end and to > start and not start <= at <= to <= end:
            return min(at, start), max(to, end)
    for word in _WORD.finditer(text, first, last):
        at, to = word.span()
        if at < start < to or at < end < to:
            return min(at, start), max(to, end)
    return None
