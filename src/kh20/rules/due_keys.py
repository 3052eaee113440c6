"""Due periods by themselves: keys that go together, in an order of time that is possible."""

from __future__ import annotations

from collections.abc import Iterator

from kh20.findings import Diagnostic, Place
from kh20.model import Due
from kh20.rules.draft import Draft
from kh20.text.i18n import _

_EXCLUSIVE = (("by", "in"), ("by", "before"), ("in", "before"), ("in", "from"))


def _dated(draft: Draft) -> Iterator[tuple[int, str, Due]]:
    for index, task in draft.every_task.items():
        if isinstance(task.due, Due):
            yield index, task.id, task.due


def _is_empty(due: Due) -> bool:
    return not due.ongoing and due.deadline is None and due.from_ is None


def contradicts_itself(due: Due) -> bool:
    """Tell whether keys of a due exclude each other (KH301), or none says when (KH302)."""
    return _excluded(due) is not None or _is_empty(due)


def _excluded(due: Due) -> tuple[str, str] | None:
    """Return the first two keys of which only one can hold."""
    given = due.given()
    return next((pair for pair in _EXCLUSIVE if pair[0] in given and pair[1] in given), None)


def compatible_keys(draft: Draft) -> Iterator[Diagnostic]:
    """KH301: two keys of which only one can hold."""
    for index, task, due in _dated(draft):
        excluded = _excluded(due)
        if excluded is not None:
            one, other = excluded
            message = _("“{one}” and “{other}” cannot both hold").format(one=one, other=other)
            hint = _("keep the one that the stated phrase means")
            place = Place(("tasks", index, "due", other), on_key=True)
            yield Diagnostic("KH301", message, place, hint, task=task)
        if due.substantially and due.deadline is None and not _is_empty(due):
            message = _("“substantially” speaks of a completion, and there is no deadline")
            hint = _("add by, in or before, or take it out")
            place = Place(("tasks", index, "due", "substantially"), on_key=True)
            yield Diagnostic("KH301", message, place, hint, task=task)


def says_when(draft: Draft) -> Iterator[Diagnostic]:
    """KH302: a due that says neither a period nor that the duty is an ongoing one."""
    for index, task, due in _dated(draft):
        if _is_empty(due):
            hint = _("add by, in, before, from or “ongoing: true”; or write “due: none”")
            place = Place(("tasks", index, "due"), on_key=True)
            yield Diagnostic("KH302", _("this due names no period"), place, hint, task=task)


def possible_order(draft: Draft) -> Iterator[Diagnostic]:
    """KH308: a start after the deadline."""
    for index, task, due in _dated(draft):
        start, deadline = due.start, due.deadline
        if start is not None and deadline is not None and start > deadline:
            message = _("it starts on {start}, after its deadline {deadline}")
            message = message.format(start=start, deadline=deadline)
            hint = _("check both periods against the document")
            place = Place(("tasks", index, "due", "from"))
            yield Diagnostic("KH308", message, place, hint, task=task)


def after_issue(draft: Draft) -> Iterator[Diagnostic]:
    """KH309: a deadline before the day on which the document was issued."""
    if draft.document is None:
        return
    issued = draft.document.issued
    for index, task, due in _dated(draft):
        deadline = due.deadline
        if deadline is not None and deadline < issued:
            key = next(key for key in ("before", "by", "in") if key in due.given())
            message = _("the deadline {deadline} is before the document was issued, on {issued}")
            message = message.format(deadline=deadline, issued=issued)
            place = Place(("tasks", index, "due", key))
            yield Diagnostic("KH309", message, place, _("check the year"), task=task)
