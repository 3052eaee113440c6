"""Whether an edit of a due corrects a slip of the encoding, which the verbatim text proves."""

from __future__ import annotations

from datetime import date

from kh20.model import Task
from kh20.phrases import read_phrase
from kh20.rules.agreement import disagreement
from kh20.text.quoting import one_line


def is_correction(was: Task, now: Task, issued: tuple[date, date]) -> bool:
    """Tell whether the new due agrees with the unchanged text, and the old one did not.

    ``issued`` is the day of the document in both versions. An old phrase that could not be read
    proves nothing against the old due, so a change of it is no correction.
    """
    if one_line(was.text) != one_line(now.text):
        return False
    return _agrees(was, issued[0]) is False and _agrees(now, issued[1]) is True


def _agrees(task: Task, issued: date) -> bool | None:
    """Tell whether the text bears out a due; ``None`` where it cannot be told."""
    due = task.due
    if due == "none" or one_line(due.stated) not in one_line(task.text):
        return False
    reading = read_phrase(due.stated, issued=issued)
    return None if reading is None else disagreement(due, reading) is None
