"""Clauses of a text, and the words in them that come before a time: labels and leads.

A label begins a clause of a table or an outline ("Thời hạn hoàn thành:"). A lead stands right
before a time, such as "trước" (before) and "từ" (from).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from kh20.phrases.times import Time
from kh20.text.patterns import lazy_pattern

Role = Literal[
    "before",
    "latest",
    "until",
    "to",
    "in",
    "at",
    "from",
    "from now to",
    "meeting",
    "after",
    "report",
]
"""``latest``: by its end, said outright. ``until``: to its end, which figures say too. ``to``: up
to it, which titles say too. ``report``: a moment of counting, not of work."""

_LEADS: dict[str, str] = {
    "trước": "before",
    "chậm nhất": "latest", "muộn nhất": "latest", "trễ nhất": "latest", "không quá": "latest",
    "không muộn hơn": "latest", "không chậm hơn": "latest", "không trễ hơn": "latest",
    "hạn chót": "latest", "hạn cuối": "latest", "thời hạn": "latest", "đến hạn": "latest",
    "hết": "until",
    "đến": "to", "tới": "to",
    "trong": "in",
    "vào": "at",
    "từ": "from", "kể từ": "from", "bắt đầu": "from", "bắt đầu từ": "from",
    "từ nay": "now",
    "kỳ họp": "meeting", "phiên họp": "meeting",
    "sau": "after", "khoảng": "after", "quá": "after", "ngoài": "after", "gần": "after",
    "tính đến": "report", "tính từ": "report", "tính tới": "report",
    "tính hết": "report", "thời điểm": "report",
    "tầm nhìn đến": "report", "định hướng đến": "report", "tầm nhìn": "report",
    "định hướng": "report",
    "sáng": "", "chiều": "", "tối": "", "ngay": "", "là": "", "dịp": "", "cả": "", "suốt": "",
    "đầu": "part", "giữa": "part", "cuối": "part",
}  # fmt: skip

_STRONGEST: tuple[Role, ...] = (
    "report", "after", "before", "from", "latest", "until", "to", "in", "at", "meeting",
)  # fmt: skip
"""Where several stand together the first of these decides: "chậm nhất trước ngày" is before."""

_CLOCK = re.compile(
    r"(?<![\w:])[0-9]{1,2}(?:h(?:[0-9]{2})?|:[0-9]{2}| giờ(?: [0-9]{2}(?: phút)?)?) $"
)
_MIDNIGHT = re.compile(r"00?(?:h|:|$| giờ)(?:00?)?(?: phút)?$")
"""The hour at which a day begins: before it is before the day."""

_BULLET = re.compile(" *[-+*•] ?| +")
_stop = lazy_pattern(r"[;()|]|[.!?](?= |$)")
_label = lazy_pattern(
    r"(?:(?P<execution>thời gian (?:thực hiện|triển khai|tổ chức|tiến hành)(?:[^:]{0,60}:|(?= )))"
    r"|(?:thời (?:gian|hạn)|thời điểm (?:hoàn thành|trình|ban hành)|hạn|tiến độ|hoàn thành)"
    r"[^:]{0,60}:"
    r"|(?:thời )?hạn (?:hoàn thành|trình|báo cáo|ban hành|gửi|nộp)(?= (?:là )?(?:ngày|[0-9]))"
    r") *"
)


class Clause(NamedTuple):
    """A stretch of a plain text between two stops, without its bullet.

    ``label`` is ``execution`` after "Thời gian thực hiện:", ``completion`` after the label of a
    time limit ("Thời hạn hoàn thành:"); what is labelled begins at ``body``.
    """

    start: int
    end: int
    body: int
    label: Literal["", "execution", "completion"]


class Lead(NamedTuple):
    """The words before a time: from where in the text, what they say, which part of the time.

    ``role`` is None if nothing there says what the time is for. ``part`` is ``đầu``, ``giữa`` or
    ``cuối`` (beginning, middle, end), or empty.
    """

    start: int
    role: Role | None
    part: str


def clauses(text: str, times: Sequence[Time] = ()) -> Iterator[Clause]:
    """Yield the clauses of a plain text, in its order; the last one ends where the text does.

    A stop inside one of the ``times`` is none: "quý III (năm 2025)".
    """
    inside = {at for time in times for at in range(time.start, time.end)}
    start = 0
    for stop in _stop().finditer(text):
        if stop.start() in inside:
            continue
        yield _clause(text, start, stop.start())
        start = stop.end()
    yield _clause(text, start, len(text))


def _clause(text: str, start: int, end: int) -> Clause:
    bullet = _BULLET.match(text, start, end)
    begin = bullet.end() if bullet is not None else start
    label = _label().match(text, begin, end)
    if label is None:
        return Clause(begin, end, begin, "")
    return Clause(begin, end, label.end(), "execution" if label["execution"] else "completion")


def lead_of(text: str, clause: int, time: int) -> Lead:
    """Return the lead of the time at offset ``time``, in the clause that begins at ``clause``."""
    start = time
    found: set[str] = set()
    part = ""
    while start > clause and text[start - 1] == " ":
        words = text[max(clause, start - 24) : start - 1].rsplit(" ", 3)
        taken = next((w for n in (3, 2, 1) if (w := " ".join(words[-n:])) in _LEADS), None)
        hour = None if taken is not None else _CLOCK.search(text, max(clause, start - 20), start)
        if hour is not None:
            taken = hour[0][:-1]
        if taken is None:
            break
        start -= len(taken) + 1
        meaning = _LEADS.get(taken, "clock")
        if meaning == "clock" and _MIDNIGHT.match(taken):
            meaning = ""
        if meaning == "part":
            part = part or taken
        elif meaning:
            found.add(meaning)
    role = next((role for role in _STRONGEST if role in found), None)
    if "now" in found and role in ("to", "until"):
        role = "from now to"
    elif role == "before" and found & {"clock", "until"}:
        # Before five o'clock of a day is still on that day, and so is before the day is over.
        role = "latest"
    return Lead(start, role, part)
