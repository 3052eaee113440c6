"""Mentions: the times of a text that say when work is to be done, and what each of them says.

Most times in an official text say something else: the date of a cited document, the years of a
programme's title, the moment of a figure. A time is one of ours only by the words around it.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from kh20.phrases import lexicon
from kh20.phrases.leads import Clause, Lead, Role, clauses, lead_of
from kh20.phrases.senses import Says, sense, within
from kh20.phrases.times import Time, find_times
from kh20.text.patterns import lazy_pattern


class Mention(NamedTuple):
    """A time and what it says about the work, at ``start`` to ``end`` of the plain text.

    ``role`` is that of the words before it, None where the time stands alone or right after a verb.
    ``bound`` tells that a verb of completion stands right before it, or that the words before it
    set a limit outright ("trước", "chậm nhất"), so that it cannot belong to a title. ``joined``
    is the word or comma by which it goes on the mention right before it, else empty.
    """

    start: int
    end: int
    says: Says
    role: Role | None
    time: Time
    clause: Clause
    bound: bool
    joined: str


_onwards = lazy_pattern(
    r",? (?:(?:và (?:những |các )?|những |các )năm (?:tiếp theo|kế tiếp|sau)(?: nữa)?|và tiếp theo)"
    r"(?!\w)"
)

_rest = lazy_pattern(
    r"[ .,]*(?:(?:và )?(?:(?:chỉ đạo )?thực hiện |(?<=và )[^;.()|0-9]{1,60} )?"
    r"(?:thường xuyên|(?:hằng|hàng) (?:năm|quý|tháng)|định kỳ)[ .,]*)?"
)

_more = lazy_pattern(
    r"(?<!\w)(?:trước|trong|chậm nhất|xong|đến|vào) (?:hết )?(?:ngày|tháng|quý|năm|[0-9])"
)
"""Match a time behind a year that begins a clause: "năm 2024, hoàn thành trước ngày 30/6"."""
_HEADED = 160
"""Characters behind a time at the head of a clause that tell whether they give an order."""
_JOINT = re.compile(",? (?:và |hoặc )?")


def find_mentions(text: str) -> tuple[list[Mention], list[Time]]:
    """Return what the times of a plain text say about the work, and its other times; in order."""
    found: list[Mention] = []
    others: list[Time] = []
    times = find_times(text)
    following = clauses(text, times)
    clause = Clause(0, 0, 0, "")
    for number, time in enumerate(times):
        while time.start >= clause.end:
            clause = next(following)
        previous = found[-1] if found and found[-1].clause == clause else None
        mention = _mention(text, clause, times, number, previous)
        if mention is not None:
            found.append(mention)
        else:
            others.append(time)
    return found, others


def _end_of_list(text: str, times: Sequence[Time], number: int) -> int:
    """Return where the list of times ends that one of them begins: "năm 2027, 2028"."""
    end = times[number].end
    for time in islice(times, number + 1, None):
        joint = _JOINT.fullmatch(text, end, time.start)
        if joint is None or not joint[0].strip():
            break
        end = time.end
    return end


def _mention(
    text: str, clause: Clause, times: Sequence[Time], number: int, previous: Mention | None
) -> Mention | None:
    """Return what one of the times of a text says."""
    time = times[number]
    lead = lead_of(text, clause.start, time.start)
    if lead.role == "report":
        return None
    tail = _onwards().match(text, time.end, clause.end)
    end = tail.end() if tail is not None else time.end
    opens = lead.start == clause.body and lead.role is None
    if opens and (ahead := _ahead(text, clause, time, lead, end)) is not None:
        return Mention(lead.start, end, ahead, None, time, clause, True, "")
    listed = max(end, _end_of_list(text, times, number)) if opens else end
    if opens and _rest().fullmatch(text, listed, clause.end):
        says = _alone(clause, time, lead, onwards=tail is not None)
        return Mention(lead.start, end, says, None, time, clause, bool(clause.label), "")
    joint = _JOINT.fullmatch(text, previous.end, lead.start) if previous is not None else None
    joined = joint[0].strip(" ,") or "," if joint is not None else ""
    if joined and previous is not None and lead.role is None:
        return previous._replace(start=lead.start, end=time.end, time=time, joined=joined)
    verb = _verb_before(text, clause, lead.start)
    after_start = previous is not None and previous.says == "from"
    said = sense(text, clause, time, lead, verb, after_start=after_start)
    if said is None:
        return None
    if tail is not None:
        # What is completed in a year does not go on after it; what is done in it may.
        runs = said in ("from", "in", "span") or (lead.role == "in" and verb is None)
        said = "onwards" if runs else "unsure"
    bound = lead.role in ("before", "latest", "from now to") or (
        verb is not None and not text.endswith("phấn đấu ", verb, lead.start)
    )
    start = lead.start if verb is None else verb
    return Mention(start, end, said, lead.role, time, clause, bound, joined)


def _ahead(text: str, clause: Clause, time: Time, lead: Lead, end: int) -> Says | None:
    """Say what a time says that its clause begins with: "Tháng 8/2024: trình Đề án"."""
    right = text[end : min(clause.end, end + _HEADED)]
    after = right.lstrip(" ")
    if clause.label or after[:1] not in (":", ",") or not after[1:].strip(" ."):
        return None
    work = after[1:].lstrip()
    if after[0] == ",":
        # Behind a comma a story may follow as well as an order.
        told = lexicon.done().search(work) or lexicon.figure().match(work)
        orders = lexicon.completion().match(work) or lexicon.carrying_out().match(work)
        if told or not orders or _more().search(text, end, clause.end):
            return None
    return within("span" if time.unit == "range" else "by", lead, time)


def _alone(clause: Clause, time: Time, lead: Lead, *, onwards: bool) -> Says:
    """Say what a time says that is all there is to its clause, but for a label."""
    says: Says
    if onwards:
        says = "onwards"
    elif clause.label == "execution" or time.unit == "range":
        says = "span"
    else:
        says = "by" if clause.label else "bare"
    return within(says, lead, time)


def _verb_before(text: str, clause: Clause, start: int) -> int | None:
    """Return where a verb of completion begins that stands right before ``start``, if one does."""
    verb = None
    for match in lexicon.completion().finditer(text, max(clause.start, start - 48), start):
        if text[match.end() : start] == " ":
            verb = match.start()
    if verb is None:
        return None
    for ahead in ("cơ bản ", "phấn đấu ", "dự kiến "):
        if verb - len(ahead) >= clause.start and text.startswith(ahead, verb - len(ahead)):
            verb -= len(ahead)
    return verb
