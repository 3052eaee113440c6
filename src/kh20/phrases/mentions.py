"""Mentions: the times of a text that say when work is to be done, and what each of them says.

Most times in an official text say something else: the date of a cited document, the years of a
programme's title, the moment of a figure. A time is one of ours only by the words around it.
"""

import re
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
    r",? (?:và (?:những |các )?|những |các )năm (?:tiếp theo|kế tiếp|sau)(?: nữa)?(?!\w)"
)

_rest = lazy_pattern(
    r"[ .,]*(?:(?:và )?(?:(?:chỉ đạo )?thực hiện )?"
    r"(?:thường xuyên|(?:hằng|hàng) (?:năm|quý|tháng)|định kỳ)[ .,]*)?"
)

_JOINT = re.compile(",? (?:và |hoặc )?")


def find_mentions(text: str) -> tuple[list[Mention], list[Time]]:
    """Return what the times of a plain text say about the work, and its other times; in order."""
    found: list[Mention] = []
    others: list[Time] = []
    times = find_times(text)
    following = clauses(text, times)
    clause = Clause(0, 0, 0, "")
    for time in times:
        while time.start >= clause.end:
            clause = next(following)
        previous = found[-1] if found and found[-1].clause == clause else None
        mention = _mention(text, clause, time, previous)
        if mention is not None:
            found.append(mention)
        else:
            others.append(time)
    return found, others


def _mention(text: str, clause: Clause, time: Time, previous: Mention | None) -> Mention | None:
    lead = lead_of(text, clause.start, time.start)
    if lead.role == "report":
        return None
    tail = _onwards().match(text, time.end, clause.end)
    end = tail.end() if tail is not None else time.end
    opens = lead.start == clause.body and lead.role is None
    if opens and _rest().fullmatch(text, end, clause.end):
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
        runs = said in ("from", "in") or (lead.role == "in" and verb is None)
        said = "onwards" if runs else "unsure"
    bound = lead.role in ("before", "latest", "from now to") or (
        verb is not None and not text.endswith("phấn đấu ", verb, lead.start)
    )
    start = lead.start if verb is None else verb
    return Mention(start, end, said, lead.role, time, clause, bound, joined)


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
