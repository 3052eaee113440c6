"""Double entry: the stated phrase, the encoded period and the text must say the same."""

import re
from collections.abc import Iterator
from datetime import date

from kh20.findings import Diagnostic, KeyPath, Place, Related
from kh20.model import Due, Recurrence, Task
from kh20.model.due import StatedDue
from kh20.phrases import (
    Reading,
    WholePhrase,
    completed_in_the_main,
    find_phrases,
    read_phrase,
    stands_alone,
    whole_phrase,
)
from kh20.rules.agreement import Disagreement, disagreement, encoded
from kh20.rules.draft import Draft, PlacedDue, dues_of
from kh20.rules.dues import contradicts_itself, is_past
from kh20.text.folding import fold
from kh20.text.i18n import _
from kh20.text.quoting import one_line, shown

_SENTENCE_ENDS = re.compile(r"[();|]|\.(?= )")
_PLACES = 8
"""The most places in its text at which a stated phrase is looked at: few have it twice."""
LONGEST_PHRASE = 160
"""Characters of a phrase that a message quotes; the phrases of real documents are shorter."""


def stated_in_text(draft: Draft) -> Iterator[Diagnostic]:
    """KH303: a stated phrase that is neither in the obligation's text nor in a heading above it."""
    for path, task, due in draft.dues:
        if due.stated in task.text:
            continue
        stated = one_line(due.stated)
        if any(stated in one_line(said) for said in (task.text, *draft.headings_of(task.id))):
            continue
        message = _("“{stated}” does not stand in the text")
        message = message.format(stated=shown(due.stated, LONGEST_PHRASE))
        hint = _("copy the phrase from the text, letter by letter")
        if fold(due.stated) in fold(task.text):
            hint = _("only case, diacritics or punctuation differ: copy it letter by letter")
        place = Place((*path, "stated"))
        yield Diagnostic("KH303", message, place, hint, _see_text(path), task=task.whole.id)


def stated_agrees(draft: Draft) -> Iterator[Diagnostic]:
    """KH304 and KH305: a stated phrase that means another period, or cannot be read."""
    for path, task, due in _possible_dues(draft):
        id_, place = task.whole.id, Place((*path, "stated"))
        stated = shown(due.stated, LONGEST_PHRASE)
        reading = read_phrase(due.stated, issued=draft.issued)
        reading = reading and _share_of(reading, task, due)
        wrong = None if reading is None else disagreement(due, reading)
        if (wrong is not None or reading is None) and _said_under_heading(draft, task, due):
            continue
        if wrong is not None and not _said_by_sentence(task.text, due, draft.issued):
            message = _("“{stated}” means {meant}, but {given} is encoded")
            message = message.format(stated=stated, meant=wrong.meant, given=wrong.given)
            related: tuple[Related, ...] = ()
            if wrong.key in encoded(due):
                related = (Related(_("the phrase is here"), place),)
                place = Place((*path, wrong.key))
            yield Diagnostic("KH304", message, place, _hint(wrong), related, task=id_)
        elif reading is None and not (isinstance(due, Due) and is_past(due, draft.issued)):
            message = _("“{stated}” could not be read, so nothing confirms the encoded period")
            hint = _("check the period by hand; is the whole phrase there, and only the phrase?")
            yield Diagnostic("KH305", message.format(stated=stated), place, hint, task=id_)
        elif reading is not None and reading.cutoffs_unread:
            message = _("the day that “{stated}” names for each turn could not be read")
            hint = _("compare it by hand with the days that are encoded")
            yield Diagnostic("KH305", message.format(stated=stated), place, hint, task=id_)


def _share_of(reading: Reading, task: Task, due: StatedDue) -> Reading:
    """Return what a phrase says of one due, where it says a first date and then how often.

    "Tháng 12/2024 và bổ sung hằng năm" is a date and a recurring duty, each of a part; or a date
    and an ongoing duty.
    """
    if reading.every is None or not reading.bare:
        return reading
    others = dues_of(task.whole)
    if isinstance(due, Due) and (due.ongoing or any(isinstance(o, Recurrence) for o in others)):
        return reading._replace(every=None, once=None, ongoing=due.ongoing)
    first = any(isinstance(each, Due) and each.deadline == reading.deadline for each in others)
    if isinstance(due, Recurrence) and first:
        return reading._replace(by=None, in_=None, before=None, bare=False)
    return reading


def _possible_dues(draft: Draft) -> Iterator[PlacedDue]:
    """Yield the dues to compare with their phrases: not those that contradict themselves."""
    for placed in draft.dues:
        if not (isinstance(placed.due, Due) and contradicts_itself(placed.due)):
            yield placed


def _said_by_sentence(text: str, due: StatedDue, issued: date | None) -> bool:
    """Tell whether the sentence up to the end of the stated phrase says what is encoded.

    "Trình Bộ Chính trị Đề án trong tháng 9/2024" is a completion, though "trong tháng 9/2024" alone
    is not.
    """
    text, stated = one_line(text), one_line(due.stated)
    start = text.find(stated)
    if start <= 0:
        return False
    begin = max((stop.end() for stop in _SENTENCE_ENDS.finditer(text, 0, start)), default=0)
    reading = read_phrase(text[begin : start + len(stated)].strip(), issued=issued)
    return reading is not None and disagreement(due, reading) is None


def _said_under_heading(draft: Draft, task: Task, due: StatedDue) -> bool:
    """Tell whether the stated phrase says what is encoded where a heading says how often.

    "Trước ngày 15/12" under "Nhiệm vụ hằng năm" is a day of every year.
    """
    if not isinstance(due, Recurrence):
        return False
    rhythms = (
        found.phrase
        for heading in draft.headings_of(task.id)
        for found in find_phrases(heading, issued=draft.issued)
        if found.reading.every is not None
    )
    readings = (read_phrase(f"{due.stated} {each}", issued=draft.issued) for each in rhythms)
    return any(reading and disagreement(due, reading) is None for reading in readings)


def _hint(wrong: Disagreement) -> str:
    if {wrong.meant.partition(":")[0], wrong.given.partition(":")[0]} == {"by", "in"}:
        return _(
            "correct the one that is not as the signed document has it; "
            "“trong” alone is in, with its verb (“hoàn thành trong”) it is by"
        )
    return _("correct the one that is not as the signed document has it")


def stated_whole(draft: Draft) -> Iterator[Diagnostic]:
    """KH312: a stated phrase that leaves out words of the text that change what it means."""
    for path, task, due in _possible_dues(draft):
        whole = _longer_phrase(task.text, due, draft.issued)
        if whole is None or _said_under_heading(draft, task, due):
            continue
        others = (one_line(other.stated) for other in dues_of(task.whole) if other != due)
        if any(other in one_line(whole.phrase) for other in others):
            continue  # Two dues in one sentence, each of a part.
        message = _("the text says “{whole}”, of which “{stated}” is only a part").format(
            whole=shown(whole.phrase, LONGEST_PHRASE),
            stated=shown(one_line(due.stated), LONGEST_PHRASE),
        )
        hint = _("state the whole phrase, and encode what it means")
        place = Place((*path, "stated"))
        yield Diagnostic("KH312", message, place, hint, _see_text(path), task=task.whole.id)


def _see_text(due: KeyPath) -> tuple[Related, ...]:
    return (Related(_("the text is here"), Place((*due[:2], "text"), on_key=True)),)


def _longer_phrase(text: str, due: StatedDue, issued: date | None) -> WholePhrase | None:
    """Return the phrase that the stated one is cut out of, if it says something else.

    None where the stated phrase stands in the text as a whole, once at least.
    """
    stated = due.stated
    start = text.find(stated)
    if start < 0:
        text, stated = one_line(text), one_line(stated)
        start = text.find(stated)
    longer = None
    looked_at = 0
    while start >= 0 and looked_at < _PLACES:
        end = start + len(stated)
        whole = completed_in_the_main(text, start, end, issued=issued)
        if whole is None and stands_alone(text, start, end):
            return None
        whole = whole or whole_phrase(text, start, end, issued=issued)
        if whole is None or (whole.reading and disagreement(due, whole.reading) is None):
            return None
        longer = longer or whole
        start, looked_at = text.find(stated, end), looked_at + 1
    return longer
