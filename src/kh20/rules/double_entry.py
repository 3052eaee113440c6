"""Double entry: the stated phrase, the encoded period and the text must tell the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kh20.diagnostics import Diagnostic, Place, Related, Severity, shown
from kh20.i18n import _
from kh20.model import Due, Recurrence, Task
from kh20.model.draft import Draft
from kh20.names import fold
from kh20.phrases import (
    FoundPhrase,
    WholePhrase,
    completed_in_the_main,
    find_days_of_turns,
    find_phrases,
    read_phrase,
    recurs,
    stands_alone,
    whole_phrase,
)
from kh20.rules.agreement import (
    Disagreement,
    can_be_encoded,
    disagreement,
    encoded,
    encoded_recurrence,
)
from kh20.rules.due_keys import contradicts_itself

_MAYBE_TIME = re.compile(
    r"[0-9][ ]?[/.-][ ]?[0-9]|\b(?:19|2[0-9])[0-9]{2}\b"
    r"|\b(?:quý|tháng|năm|ngày|tuần|kỳ)\b",
    re.IGNORECASE,
)
_SENTENCE_ENDS = re.compile(r"[();|]|\.(?= )")
_YEAR = re.compile(r"(?:19|2[0-9])[0-9]{2}")
_NUMBER = re.compile("[0-9]")
_TIME_WORDS = ("quý", "tháng", "năm", "ngày", "tuần", "kỳ")
_DATED = frozenset({"deadline", "range", "from"})
_PLACES = 8
"""How often a stated phrase is looked for in its text: few have it twice."""
_LONGEST_PHRASE = 160
"""Characters of a phrase that a message quotes; the phrases of real documents are shorter."""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def stated_in_text(draft: Draft) -> Iterator[Diagnostic]:
    """KH303: a stated phrase that is not in the obligation's text."""
    for index, task in draft.every_task.items():
        if task.due == "none" or task.due.stated in task.text:
            continue
        if _one_line(task.due.stated) in _one_line(task.text):
            continue
        stated = task.due.stated
        hint = _("copy the phrase from the text, letter by letter")
        if fold(stated) in fold(task.text):
            hint = _("only case, diacritics or punctuation differ: copy it letter by letter")
        yield Diagnostic(
            "KH303",
            _("“{stated}” does not stand in the text").format(
                stated=shown(stated, _LONGEST_PHRASE)
            ),
            Place(("tasks", index, "due", "stated")),
            hint,
            (Related(_("the text is here"), Place(("tasks", index, "text"), on_key=True)),),
            task=task.id,
        )


def stated_agrees(draft: Draft) -> Iterator[Diagnostic]:
    """KH304 and KH305: a stated phrase that means another period, or cannot be read."""
    issued = draft.document.issued if draft.document is not None else None
    for index, task in draft.every_task.items():
        due = task.due
        if due == "none":
            continue
        if isinstance(due, Due) and contradicts_itself(due):
            continue  # Which of the keys is meant has its own finding.
        place = Place(("tasks", index, "due", "stated"))
        reading = read_phrase(due.stated, issued=issued)
        if reading is None:
            yield Diagnostic(
                "KH305",
                _("“{stated}” could not be read, so nothing confirms the encoded period").format(
                    stated=shown(due.stated, _LONGEST_PHRASE)
                ),
                place,
                _("check the period by hand; is the whole phrase there, and only the phrase?"),
                task=task.id,
            )
            continue
        wrong = disagreement(due, reading)
        if wrong is not None and _said_by_sentence(task.text, due, issued):
            wrong = None
        if wrong is None and reading.cutoffs_unread:
            yield Diagnostic(
                "KH305",
                _("the day that “{stated}” names for each turn could not be read").format(
                    stated=shown(due.stated, _LONGEST_PHRASE)
                ),
                place,
                _("compare it by hand with the days that are encoded"),
                task=task.id,
            )
        if wrong is None:
            continue
        given = encoded(due) if isinstance(due, Due) else encoded_recurrence(due)
        key = wrong.key if wrong.key in given else None
        yield Diagnostic(
            "KH304",
            _("“{stated}” means {meant}, but {given} is encoded").format(
                stated=shown(due.stated, _LONGEST_PHRASE), meant=wrong.meant, given=wrong.given
            ),
            Place(("tasks", index, "due", key)) if key else place,
            _hint(wrong),
            (Related(_("the phrase is here"), place),) if key else (),
            task=task.id,
        )


def _said_by_sentence(text: str, due: Due | Recurrence, issued: date | None) -> bool:
    """Tell whether the sentence up to the end of the stated phrase says what is encoded.

    "Trình Bộ Chính trị Đề án trong tháng 9/2024" is a completion, though "trong tháng 9/2024" alone
    is not.
    """
    text, stated = _one_line(text), _one_line(due.stated)
    start = text.find(stated)
    if start <= 0:
        return False
    begin = max((stop.end() for stop in _SENTENCE_ENDS.finditer(text, 0, start)), default=0)
    reading = read_phrase(text[begin : start + len(stated)].strip(), issued=issued)
    return reading is not None and disagreement(due, reading) is None


def _hint(wrong: Disagreement) -> str:
    hint = _("correct the one that is not as the signed document has it")
    if {wrong.meant.partition(":")[0], wrong.given.partition(":")[0]} == {"by", "in"}:
        return hint + _("; “trong” alone is in, with its verb (“hoàn thành trong”) it is by")
    return hint


def stated_whole(draft: Draft) -> Iterator[Diagnostic]:
    """KH312: a stated phrase that leaves out words of the text that change what it means."""
    issued = draft.document.issued if draft.document is not None else None
    for index, task in draft.every_task.items():
        due = task.due
        if due == "none" or (isinstance(due, Due) and contradicts_itself(due)):
            continue
        whole = _longer_phrase(task.text, due, issued)
        if whole is None:
            continue
        yield Diagnostic(
            "KH312",
            _("the text says “{whole}”, of which “{stated}” is only a part").format(
                whole=shown(whole.phrase, _LONGEST_PHRASE),
                stated=shown(_one_line(due.stated), _LONGEST_PHRASE),
            ),
            Place(("tasks", index, "due", "stated")),
            _("state the whole phrase, and encode what it means"),
            (Related(_("the text is here"), Place(("tasks", index, "text"), on_key=True)),),
            task=task.id,
        )


def _longer_phrase(text: str, due: Due | Recurrence, issued: date | None) -> WholePhrase | None:
    """Return the phrase that the stated one is cut out of, if it says something else.

    None where the stated phrase stands in the text as a whole, once at least.
    """
    stated = due.stated
    if stated not in text:
        text, stated = _one_line(text), _one_line(stated)
    longer = None
    start, looked_at = text.find(stated), 0
    while start >= 0 and looked_at < _PLACES:
        end = start + len(stated)
        whole = None
        if "ơ bản" in text or "Ơ BẢN" in text:
            whole = completed_in_the_main(text, start, end, issued=issued)
        if whole is None and stands_alone(text, start, end):
            return None
        whole = whole or whole_phrase(text, start, end, issued=issued)
        if whole is None or (whole.reading and disagreement(due, whole.reading) is None):
            return None
        longer = longer or whole
        start, looked_at = text.find(stated, end), looked_at + 1
    return longer


def days_of_turns(draft: Draft) -> Iterator[Diagnostic]:
    """KH307: a day for each turn that stands away from the word that says that a duty recurs."""
    for index, task in draft.every_task.items():
        due = task.due
        if due == "none":
            continue
        stated = _one_line(due.stated)
        if isinstance(due, Due) and (_YEAR.search(stated) or not _NUMBER.search(stated)):
            continue
        recurs_in_text = isinstance(due, Recurrence) or recurs(task.text)
        for start, end in find_days_of_turns(task.text) if recurs_in_text else ():
            phrase = _one_line(task.text[start:end])
            if isinstance(due, Due) != (phrase in stated):
                continue
            message = _("the text also says “{phrase}”, which is not encoded")
            if isinstance(due, Due):
                message = _("“{phrase}” is of each turn of what recurs, but once is encoded")
            yield Diagnostic(
                "KH307",
                message.format(phrase=shown(phrase, _LONGEST_PHRASE)),
                Place(("tasks", index, "text"), inside=(start, end - start)),
                _("state the whole, from the word that says that it recurs to the day"),
                task=task.id,
            )


def phrases_encoded(draft: Draft) -> Iterator[Diagnostic]:
    """KH306, KH307 and KH313: a phrase of time in the text that the due leaves out."""
    issued = draft.document.issued if draft.document is not None else None
    for index, task in draft.every_task.items():
        if task.due != "none" and _covers(task):
            continue
        for found in find_phrases(task.text, issued=issued):
            if found.reading.kind not in _DATED and not (
                task.due == "none" and can_be_encoded(found.reading.every or "")
            ):
                continue
            inside = (found.start, found.end - found.start)
            place = Place(("tasks", index, "text"), inside=inside)
            phrase = shown(found.phrase, _LONGEST_PHRASE)
            if task.due == "none":
                certain = found.reading.kind in _DATED and _outright(task.text, found)
                hint = _("encode it as the due of this obligation")
                if not certain:
                    hint += _("; leave it if it is not this work that it dates")
                yield Diagnostic(
                    "KH306" if found.reading.kind in _DATED else "KH313",
                    _("the text says “{phrase}”, but the due is none").format(phrase=phrase),
                    place,
                    hint,
                    (Related(_("the due is here"), Place(("tasks", index, "due"))),),
                    task=task.id,
                    severity=None if certain else Severity.WARNING,
                )
            elif not _overlap(found.phrase, task.due) and disagreement(task.due, found.reading):
                yield Diagnostic(
                    "KH307",
                    _("the text also says “{phrase}”, which is not encoded").format(phrase=phrase),
                    place,
                    _("if it is a deadline of its own, encode it as an obligation of its own"),
                    task=task.id,
                )


_VERB = re.compile(r"(?:về )?(?:cơ bản|hoàn (?:thành|tất|thiện)|xong|kết thúc|phấn đấu|trình)\b")


def _outright(text: str, found: FoundPhrase) -> bool:
    """Tell whether a phrase can only date the work: in brackets of its own, or with its verb.

    "trước ngày 01/7/2024" in running text may also date what is spoken of ("các dự án phát sinh
    trước ngày 01/7/2024"), and then nothing is to be encoded.
    """
    alone = text[max(0, found.start - 1) : found.start] == "(" and text.startswith(")", found.end)
    return (alone and not found.reading.bare) or _VERB.match(found.phrase.lower()) is not None


def _covers(task: Task) -> bool:
    """Tell whether nothing but the stated phrase in the text can be about time.

    A quick way past the search, for most texts: a period is named by a word for one, by a year, or
    by numbers with a slash or a dot.
    """
    stated = task.due.stated if task.due != "none" else ""
    rest = task.text.replace(stated, "")
    lowered = rest.lower()
    for word in _TIME_WORDS:
        if word in lowered:
            return _MAYBE_TIME.search(rest) is None
    # Ten searches for a letter are faster than one for any of ten.
    for digit in "0123456789":
        if digit in rest:
            return _MAYBE_TIME.search(rest) is None
    return True


def _overlap(phrase: str, due: Due | Recurrence) -> bool:
    stated = _one_line(due.stated)
    return _one_line(phrase) in stated or stated in _one_line(phrase)
