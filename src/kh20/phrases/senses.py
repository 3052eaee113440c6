"""Senses of a time: a deadline, a start, a span, or nothing that says when work is to be done.

A clause tells the sense by the words right before the time, by its verbs, and by its subject.
"""

import re
from typing import Literal

from kh20.phrases import lexicon
from kh20.phrases.leads import Clause, Lead
from kh20.phrases.times import Time
from kh20.text.patterns import lazy_pattern

Says = Literal["by", "in", "before", "from", "onwards", "span", "bare", "unsure"]
"""``onwards``: from then on without an end ("2025 và những năm tiếp theo"). ``span``: from the
time's beginning to its end. ``bare``: the time stands alone. ``unsure``: something is due, but
when cannot be told for certain ("đầu năm 2025", "sau ngày 30/6/2024")."""

_BEFORE, _AFTER = 240, 160
"""How many characters around a time can bear on it; more than any clause of a phrase has."""

_SENTENCE = 800
"""How many characters before a meeting can tell what is put before it."""

_recurs = lazy_pattern(r"(?<!\w)(?:định kỳ|(?:hằng|hàng|mỗi) (?:năm|quý|tháng))(?!\w)")


_comes_round = lazy_pattern(r"(?<!\w)(?:hằng|hàng|mỗi) (?:năm|quý|tháng)$")


_PURPOSE = re.compile(r"để (?:triển khai|thực hiện|áp dụng|tổ chức)(?: thực hiện)?$")


def sense(
    text: str, clause: Clause, time: Time, lead: Lead, verb: int | None, *, after_start: bool
) -> Says | None:
    """Return what a time says; None if it says nothing about when work is to be done.

    ``verb`` is where a verb of completion begins that stands right before the lead, if one does.
    ``after_start`` tells that the time before it in the clause is a start.
    """
    if lead.role is None and verb is None and time.unit != "range" and lead.part != "cuối":
        return None  # Nothing marks it, as nothing does the date and number of a cited document.
    left = text[max(clause.start, lead.start - _BEFORE) : lead.start].rstrip()
    near = left.rpartition(", ")[2]
    right = text[time.end : min(clause.end, time.end + _AFTER)]
    number = time.text.isdigit() or (lead.role is None and time.text[0].isdigit())
    if (
        lexicon.done().search(left)
        or lexicon.doubt().search(near)
        or lexicon.share().search(left)
        or lexicon.until_now().search(right)
        or lexicon.condition().search(right)
        or (number and not _stands_as_time(text, time.end))
        or (lead.role in ("in", "at") and lexicon.past().match(right))
        or (lead.role == "before" and left.endswith("không"))  # "không trước": not before.
    ):
        return None
    counted_back = lexicon.days_before().search(left) or lexicon.days_ahead().match(right)
    if lead.role in ("before", "latest") and counted_back:
        return "unsure"
    completes = (
        verb is not None
        or clause.label == "completion"
        or lexicon.completion().search(left) is not None
        or lexicon.completion().search(right) is not None
    )
    says: Says | None
    match lead.role:
        case "after":
            return "unsure"
        case "before":
            return "unsure" if lead.part else "before"
        case "from":
            if lead.part not in ("", "đầu"):
                return "unsure"
            return "span" if time.unit == "range" else "from"
        case "latest" | "from now to":
            says = "by"
        case "until":
            ends = after_start or completes or lead.start == clause.body
            ends = ends or lexicon.carrying_out().search(left) is not None
            ends = ends or bool(lexicon.find_ongoing(left))
            says = "by" if ends and not _counts(near, right, verb) else None
        case "to":
            goal = after_start or verb is not None or _is_goal(clause, time, lead, left)
            goal = goal or _comes_round().search(left) is not None
            says = "by" if goal else None
        case "in":
            says = _inside(time, near, right, verb, completes)
        case "at":
            if completes or lead.start == clause.body or _recurs().search(left + right):
                says = "by"
            else:
                says = "in" if lexicon.carrying_out().search(left + right) else None
        case "meeting":
            # The verb is often outside the brackets: "trình Quốc hội (kỳ họp tháng 5/2025)".
            ahead = text[max(0, time.start - _SENTENCE) : time.start]
            says = "by" if lexicon.completion().search(ahead) else None
        case _:
            # "báo cáo quý I" is the report on it, whenever it is due.
            of_report = verb is not None and text.startswith("báo cáo", verb)
            says = _unmarked(time, lead, left + right, verb, completes, of_report=of_report)
    return None if says is None else within(says, lead, time)


def within(says: Says, lead: Lead, time: Time) -> Says:
    """Return ``says``, or ``unsure`` if the lead names a part of the time that is too vague."""
    # The early part of a quarter or a month is still that quarter or month as far as a plan
    # counts; the beginning of a year is months before its end.
    if lead.part in ("", "cuối") or (lead.part == "đầu" and time.unit in ("month", "quarter")):
        return says
    return "unsure"


def _inside(time: Time, left: str, right: str, verb: int | None, completes: bool) -> Says | None:
    if _counts(left, right, verb):
        return None
    if _PURPOSE.search(left):
        return "span"
    if completes:
        return "by"
    return "span" if time.unit == "range" else "in"


def _unmarked(
    time: Time, lead: Lead, around: str, verb: int | None, completes: bool, *, of_report: bool
) -> Says | None:
    if verb is not None and time.unit != "day" and not of_report:
        return "span" if time.unit == "range" else "by"
    if time.unit == "range" and lexicon.carrying_out().fullmatch(around):
        return "span"
    if lead.part == "cuối" and (completes or _recurs().search(around)):
        return "by"
    return None


def _counts(left: str, right: str, verb: int | None) -> bool:
    """Tell whether a time is that of a figure or a report, and not of work."""
    if verb is not None or "hoàn thành" in left or "phấn đấu" in left:
        return False
    after = right.lstrip(" ,")
    return bool(
        lexicon.measure().search(left)
        or lexicon.figure().match(after)
        or lexicon.amount().match(after)
    )


def _is_goal(clause: Clause, time: Time, lead: Lead, left: str) -> bool:
    """Tell whether "đến" some time is a goal, and not the reach of a programme's title."""
    opens = lead.start == clause.body or left.rstrip(",") in ("bước đầu", "trước mắt")
    if opens or left.endswith(("phấn đấu", "mục tiêu", "dự kiến")):
        return True
    ends = [verb.end() for verb in lexicon.completion().finditer(left)]
    if time.unit != "year":
        ends += [verb.end() for verb in lexicon.carrying_out().finditer(left)]
    return bool(ends) and not lexicon.title().search(left, max(ends))


def _stands_as_time(text: str, end: int) -> bool:
    # A number after "trước" or "hoàn thành" is a time only where nothing is left for it to count.
    return end == len(text) or text[end] in ".,;:)|" or text.startswith((" và ", " trở "), end)
