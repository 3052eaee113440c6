"""Double entry from the other side: times that the text names and the due leaves out."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter

from kh20.findings import Diagnostic, Place, Related, Severity
from kh20.model import Due, Recurrence, Task, Term
from kh20.model.due import StatedDue
from kh20.phrases import (
    FoundPhrase,
    find_days_of_turns,
    find_phrases,
    in_brackets,
    read_phrase,
    recurs,
)
from kh20.rules.agreement import can_be_encoded, disagreement
from kh20.rules.draft import Draft, dues_of
from kh20.rules.stated import LONGEST_PHRASE
from kh20.text.i18n import _
from kh20.text.look_alikes import plain_characters
from kh20.text.quoting import one_line, shown

_MAYBE_TIME = re.compile(
    r"[0-9][ ]?[/.-][ ]?[0-9]|\b(?:19|2[0-9])[0-9]{2}\b"
    r"|\b(?:quý|tháng|năm|ngày|tuần|kỳ)\b",
    re.IGNORECASE,
)
_SIGNS_OF_TIME = ("quý", "tháng", "năm", "ngày", "tuần", "kỳ", *"0123456789")
_YEAR = re.compile(r"(?:19|2[0-9])[0-9]{2}")
_NUMBER = re.compile("[0-9]")
_CELL = re.compile(r"[|\t]")
_RHYTHM = 4
"""The most words that say only how often: "định kỳ 6 tháng"."""
_DATED = frozenset({"deadline", "range", "from"})
_VERB = re.compile(r"(?:về )?(?:cơ bản|hoàn (?:thành|tất|thiện)|xong|kết thúc|phấn đấu|trình)\b")


def phrases_encoded(draft: Draft) -> Iterator[Diagnostic]:
    """KH306, KH307 and KH313: a phrase of time in the text that the due leaves out."""
    for index, task in draft.every_task.items():
        dues = dues_of(task)
        if dues and _covers(task, dues):
            continue
        cells = dict(_cells(task.text))
        for found in _phrases_in(task.text, cells, draft.issued):
            kind = found.reading.kind
            encodable = kind == "counted" or can_be_encoded(found.reading.every or "")
            encodable = encodable or (found.start, found.end) in cells
            if kind not in _DATED and not (not dues and encodable):
                continue
            inside = (found.start, found.end - found.start)
            place = Place(("tasks", index, "text"), inside=inside)
            phrase = shown(found.phrase, LONGEST_PHRASE)
            if not dues:
                certain = kind != "counted" and _outright(task.text, found, cells)
                hint = _(
                    "encode it as the due of this obligation; "
                    "leave it if it is not this work that it dates"
                )
                if certain:
                    hint = _("encode it as the due of this obligation")
                message = _("the text says “{phrase}”, but the due is none").format(phrase=phrase)
                code = "KH306" if certain or kind in _DATED else "KH313"
                weight = None if certain else Severity.WARNING
                due = Related(_("the due is here"), Place(("tasks", index, "due")))
                yield Diagnostic(code, message, place, hint, (due,), task.id, weight)
            elif all(
                not _overlap(found.phrase, due) and disagreement(due, found.reading) for due in dues
            ):
                message = _("the text also says “{phrase}”, which is not encoded")
                message = message.format(phrase=phrase)
                hint = _("if it is a deadline of its own, give it to a part of the obligation")
                yield Diagnostic("KH307", message, place, hint, task=task.id)


def _phrases_in(
    text: str, cells: dict[tuple[int, int], str], issued: date | None
) -> list[FoundPhrase]:
    """Return the phrases of time in a text; in a row of a table also those that fill a cell."""
    found = find_phrases(text, issued=issued)
    last = next(reversed(cells), None)
    filling: dict[int, FoundPhrase] = {}
    for (start, end), cell in cells.items():
        reading = read_phrase(cell, issued=issued)
        # A number may be a year only where the last cell, that of the date, holds it.
        if reading is not None and ((start, end) == last or not cell.isdigit()):
            filling[start] = FoundPhrase(start, end, cell, reading)
    starts = list(filling)
    outside = (each for each in found if not _filled(each, filling, starts))
    return sorted([*outside, *filling.values()], key=attrgetter("start"))


def _filled(found: FoundPhrase, filling: Mapping[int, FoundPhrase], starts: Sequence[int]) -> bool:
    """Tell whether a phrase stands in a cell that is one phrase as a whole."""
    at = bisect_right(starts, found.start)
    return at > 0 and found.end <= filling[starts[at - 1]].end


def _cells(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield where the cells of a row begin and end, and what they hold; not that of its number."""
    edges = [match.start() for match in _CELL.finditer(text)]
    for edge, following in zip(edges, [*edges[1:], len(text)], strict=False):
        cell = text[edge + 1 : following]
        if cell.strip():
            start = edge + 1 + len(cell) - len(cell.lstrip())
            yield (start, start + len(cell.strip())), cell.strip()


def _outright(text: str, found: FoundPhrase, cells: Container[tuple[int, int]]) -> bool:
    """Tell whether a phrase can only date the work: in brackets of its own, or with its verb.

    "trước ngày 01/7/2024" in running text may also date what is spoken of ("các dự án phát sinh
    trước ngày 01/7/2024"), and then nothing is to be encoded.
    """
    if (found.start, found.end) in cells:
        return True
    alone = in_brackets(text, found.start, found.end)
    if found.reading.kind not in _DATED:
        return alone and len(found.phrase.split()) <= _RHYTHM
    return (alone and not found.reading.bare) or _VERB.match(found.phrase.lower()) is not None


def _covers(task: Task, dues: Sequence[StatedDue]) -> bool:
    """Tell whether nothing but the stated phrases in the text can be about time.

    A quick way past the search, for most texts: a period is named by a word for one, by a year, or
    by numbers with a slash or a dot.
    """
    rest = task.text
    for due in dues:
        rest = rest.replace(due.stated, "")
    rest = one_line(plain_characters(rest))
    lowered = rest.lower()
    # Searches for one word or digit each are faster than one for any of them.
    if not any(sign in lowered for sign in _SIGNS_OF_TIME):
        return True
    return _MAYBE_TIME.search(rest) is None


def _overlap(phrase: str, due: StatedDue) -> bool:
    stated = one_line(due.stated)
    return one_line(phrase) in stated or stated in one_line(phrase)


def days_of_turns(draft: Draft) -> Iterator[Diagnostic]:
    """KH307: a day for each turn that stands away from the word that says that a duty recurs."""
    for path, task, due in draft.dues:
        stated = one_line(due.stated)
        if isinstance(due, Term):
            continue
        if isinstance(due, Due) and (_YEAR.search(stated) or not _NUMBER.search(stated)):
            continue
        recurs_in_text = isinstance(due, Recurrence) or recurs(task.text)
        for start, end in find_days_of_turns(task.text) if recurs_in_text else ():
            phrase = one_line(task.text[start:end])
            said = any(phrase in one_line(each.stated) for each in dues_of(task.whole))
            if isinstance(due, Due) != (phrase in stated) or (said and phrase not in stated):
                continue
            message = _("the text also says “{phrase}”, which is not encoded")
            if isinstance(due, Due):
                message = _("“{phrase}” is of each turn of what recurs, but once is encoded")
            message = message.format(phrase=shown(phrase, LONGEST_PHRASE))
            place = Place((*path[:2], "text"), inside=(start, end - start))
            hint = _("state the whole, from the word that says that it recurs to the day")
            yield Diagnostic("KH307", message, place, hint, task=task.whole.id)
