"""The clauses of a text, and the labels that tables and outlines put before a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

Label = Literal["", "execution", "completion"]


class Clause(NamedTuple):
    """A stretch of a plain text between two stops, without its bullet.

    ``label`` is ``execution`` after "Thời gian thực hiện:", ``completion`` after the label of a
    time limit ("Thời hạn hoàn thành:"); what is labelled begins at ``body``.
    """

    start: int
    end: int
    body: int
    label: Label


@cache
def _boundary() -> re.Pattern[str]:
    return re.compile(r"[;()|]|[.!?](?= |$)")


@cache
def _label() -> re.Pattern[str]:
    carrying_out = "thực hiện|triển khai|tổ chức|tiến hành"
    return re.compile(
        rf"(?P<execution>thời gian (?:{carrying_out})(?:[^:]{{0,60}}:|(?= )))"
        r"|(?:thời (?:gian|hạn)|hạn|tiến độ|hoàn thành)[^:]{0,60}:"
        r"|(?:thời )?hạn (?:hoàn thành|trình|báo cáo|ban hành|gửi|nộp)(?= (?:là )?(?:ngày|[0-9]))"
    )


_BULLET = re.compile(r" *(?:[-+*•] ?|(?:[a-zđ]|[0-9]{1,2})\) ?)?")


def clauses(text: str) -> Iterator[Clause]:
    """Yield the clauses of a plain text, in its order; the text must not be empty to have any."""
    start = 0
    for match in _boundary().finditer(text):
        yield _clause(text, start, match.start())
        start = match.end()
    yield _clause(text, start, len(text))


def _clause(text: str, start: int, end: int) -> Clause:
    bullet = _BULLET.match(text, start, end)
    begin = bullet.end() if bullet is not None else start
    label = _label().match(text, begin, end)
    if label is None:
        return Clause(begin, end, begin, "")
    body = label.end()
    while body < end and text[body] == " ":
        body += 1
    return Clause(begin, end, body, "execution" if label["execution"] else "completion")
