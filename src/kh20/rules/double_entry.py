"""Double entry: the stated phrase, the encoded period and the text must tell the same."""

from __future__ import annotations

from collections.abc import Iterator

from kh20.diagnostics import Diagnostic, Place, Related
from kh20.i18n import _
from kh20.model import Due, Recurrence, Task
from kh20.model.draft import Draft
from kh20.names import fold
from kh20.phrases import find_phrases, read_phrase
from kh20.rules.agreement import disagreement, encoded, encoded_recurrence

_DATED = frozenset({"deadline", "range", "from"})


def _one_line(text: str) -> str:
    return " ".join(text.split())


def stated_in_text(draft: Draft) -> Iterator[Diagnostic]:
    """KH303: a stated phrase that is not in the obligation's text."""
    for index, task in draft.tasks.items():
        if task.due == "none" or _one_line(task.due.stated) in _one_line(task.text):
            continue
        stated = task.due.stated
        hint = _("copy the phrase from the text, letter by letter")
        if fold(stated) in fold(task.text):
            hint = _("only case, diacritics or punctuation differ: copy it letter by letter")
        yield Diagnostic(
            "KH303",
            _("“{stated}” does not stand in the text").format(stated=stated),
            Place(("tasks", index, "due", "stated")),
            hint,
            (Related(_("the text is here"), Place(("tasks", index, "text"), on_key=True)),),
            task=task.id,
        )


def stated_agrees(draft: Draft) -> Iterator[Diagnostic]:
    """KH304 and KH305: a stated phrase that means another period, or cannot be read."""
    issued = draft.document.issued if draft.document is not None else None
    for index, task in draft.tasks.items():
        due = task.due
        if due == "none":
            continue
        place = Place(("tasks", index, "due", "stated"))
        reading = read_phrase(due.stated, issued=issued)
        if reading is None:
            yield Diagnostic(
                "KH305",
                _("“{stated}” could not be read, so nothing confirms the encoded period").format(
                    stated=due.stated
                ),
                place,
                _("check the period by hand; is the whole phrase there, and only the phrase?"),
                task=task.id,
            )
            continue
        wrong = disagreement(due, reading)
        if wrong is None:
            continue
        given = encoded(due) if isinstance(due, Due) else encoded_recurrence(due)
        key = wrong.key if wrong.key in given else None
        yield Diagnostic(
            "KH304",
            _("“{stated}” means {meant}, but {given} is encoded").format(
                stated=due.stated, meant=wrong.meant, given=wrong.given
            ),
            Place(("tasks", index, "due", key)) if key else place,
            _("correct the one that is not as the signed document has it"),
            (Related(_("the phrase is here"), place),) if key else (),
            task=task.id,
        )


def phrases_encoded(draft: Draft) -> Iterator[Diagnostic]:
    """KH306 and KH307: a deadline phrase in the text that the due leaves out."""
    issued = draft.document.issued if draft.document is not None else None
    for index, task in draft.tasks.items():
        if task.due != "none" and _covers(task):
            continue
        for found in find_phrases(task.text, issued=issued):
            if found.reading.kind not in _DATED:
                continue
            inside = (found.start, found.end - found.start)
            place = Place(("tasks", index, "text"), inside=inside)
            if task.due == "none":
                yield Diagnostic(
                    "KH306",
                    _("the text says “{phrase}”, but the due is none").format(phrase=found.phrase),
                    place,
                    _("encode it as the due of this obligation"),
                    (Related(_("the due is here"), Place(("tasks", index, "due"))),),
                    task=task.id,
                )
            elif not _overlap(found.phrase, task.due):
                yield Diagnostic(
                    "KH307",
                    _("the text also says “{phrase}”, which is not encoded").format(
                        phrase=found.phrase
                    ),
                    place,
                    _("if it is a deadline of its own, encode it as an obligation of its own"),
                    task=task.id,
                )


def _covers(task: Task) -> bool:
    """Tell whether the stated phrase is the last, parenthesised thing that the text says of time.

    A quick way past the search for texts that end in the phrase and have no other digits.
    """
    stated = task.due.stated if task.due != "none" else ""
    rest = task.text.replace(stated, "")
    return not any(char.isdigit() for char in rest) and "quý" not in rest


def _overlap(phrase: str, due: Due | Recurrence) -> bool:
    stated = _one_line(due.stated)
    return _one_line(phrase) in stated or stated in _one_line(phrase)
