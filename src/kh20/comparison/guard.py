"""The guard over edits: what weakens an obligation is an error at the line of the change (KH5xx).

The sanctioned way to change what is owed is an entry in the log with its basis; those pass, and so
does the correction of an encoding slip, which the verbatim text itself proves.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kh20.comparison.change import Change, Kind
from kh20.comparison.compare import compare
from kh20.comparison.sentences import sentence
from kh20.diagnostics import Diagnostic, Place
from kh20.i18n import _
from kh20.model import Plan, Task
from kh20.phrases import read_phrase
from kh20.rules.agreement import disagreement

_CODES = {
    Kind.TASK_REMOVED: "KH501",
    Kind.DEADLINE_LATER: "KH502",
    Kind.DEADLINE_DROPPED: "KH502",
    Kind.OWNER_REMOVED: "KH503",
    Kind.OWNER_REPLACED: "KH503",
    Kind.TEXT_ALTERED: "KH504",
    Kind.STATED_ALTERED: "KH504",
    Kind.LOG_REMOVED: "KH505",
    Kind.LOG_CHANGED: "KH505",
}
_WEAKER_IN_KIND = "KH506"
_CORRECTION = "KH507"
_NOTICES = {"tasks": "KH510", "agencies": "KH511", "document": "KH512", "log": "KH513"}
_OF_THE_DUE = frozenset(
    kind
    for kind in Kind
    if kind.startswith(("deadline", "start", "substantially", "ongoing", "recurrence", "stated"))
) | {Kind.PERIOD_RESTATED}


def guard(old: Plan, new: Plan) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each change from one version of a plan to the next."""
    before = {task.id: task for task in old.tasks}
    after = {task.id: task for task in new.tasks}
    changes = compare(old, new)
    former = {change.new: change.old for change in changes if change.kind is Kind.TASK_RENUMBERED}
    for change in changes:
        was = before.get(former.get(change.subject) or change.subject)
        now = after.get(change.subject)
        if was and now and change.kind in _OF_THE_DUE and _is_correction(was, now, old, new):
            yield _diagnostic(_CORRECTION, change, _("an encoding slip is corrected: {change}"))
        elif change.guarded:
            code = _CODES.get(change.kind, _WEAKER_IN_KIND)
            yield _diagnostic(code, change, "{change}", _hint(change))
        else:
            yield _diagnostic(_NOTICES[str(change.new_path[0])], change, "{change}")


def _diagnostic(code: str, change: Change, message: str, hint: str | None = None) -> Diagnostic:
    on_key = change.new is None or change.kind is Kind.TEXT_ALTERED
    return Diagnostic(
        code,
        message.format(change=sentence(change)),
        Place(change.new_path, on_key=on_key),
        hint,
        task=change.task,
    )


def _hint(change: Change) -> str:
    if change.kind in (Kind.LOG_CHANGED, Kind.LOG_REMOVED):
        return _("the log is only ever added to: put the entry back, and add one that corrects it")
    if change.kind in (Kind.TEXT_ALTERED, Kind.STATED_ALTERED):
        return _("the text is the signed document: put back what it says")
    if change.kind is Kind.TASK_REMOVED:
        return _(
            "put it back; if a decision lifted it, record that: kh20 cancel {id} --basis …"
        ).format(id=change.subject)
    if change.kind in (Kind.DEADLINE_LATER, Kind.DEADLINE_DROPPED):
        return _(
            "put it back; if a decision moved it, record that: kh20 extend {id} --to … --basis …"
        ).format(id=change.subject)
    return _(
        "put it back: the obligations are the signed document, and what a decision changes "
        "goes into the log"
    )


def _is_correction(was: Task, now: Task, old: Plan, new: Plan) -> bool:
    """Tell whether the new due agrees with the unchanged text, and the old one did not."""
    if _one_line(was.text) != _one_line(now.text):
        return False
    return not _proved(was, old.document.issued) and _proved(now, new.document.issued)


def _proved(task: Task, issued: date) -> bool:
    due = task.due
    if due == "none":
        return False
    if _one_line(due.stated) not in _one_line(task.text):
        return False
    reading = read_phrase(due.stated, issued=issued)
    return reading is not None and disagreement(due, reading) is None


def _one_line(text: str) -> str:
    return " ".join(text.split())
