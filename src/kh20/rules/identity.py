"""Ids: each obligation and each part has one of its own, in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator

from kh20.findings import Diagnostic, Place, Related
from kh20.rules.draft import Draft
from kh20.text.i18n import _
from kh20.text.sorting import natural_key


def unique_ids(draft: Draft) -> Iterator[Diagnostic]:
    """KH201: two obligations with one id."""
    first: dict[str, int] = {}
    for index, task in draft.every_task.items():
        earlier = first.setdefault(task.id, index)
        if earlier != index:
            message = _("the id {id} is given to two obligations").format(id=task.id)
            hint = _("give each obligation the number that the document gives it")
            place = Place(("tasks", index, "id"))
            first_given = Related(_("first given here"), Place(("tasks", earlier, "id")))
            yield Diagnostic("KH201", message, place, hint, (first_given,), task=task.id)


def document_order(draft: Draft) -> Iterator[Diagnostic]:
    """KH205: an obligation that stands before one that the document has earlier."""
    previous = None
    seen: set[str] = set()
    for index, task in draft.every_task.items():
        if task.id in seen:
            continue  # Where it belongs is not known before it has an id of its own.
        seen.add(task.id)
        key = natural_key(task.id)
        if previous is not None and key < previous[0]:
            message = _("{id} stands after {earlier}, but the document has it before")
            message = message.format(id=task.id, earlier=previous[1].id)
            hint = _("keep the obligations in the order of the document")
            place = Place(("tasks", index, "id"))
            yield Diagnostic("KH205", message, place, hint, task=task.id)
        else:
            previous = (key, task)


def unique_parts(draft: Draft) -> Iterator[Diagnostic]:
    """KH209: two parts of an obligation with one id."""
    for index, task in draft.every_task.items():
        first: dict[str, int] = {}
        for number, part in enumerate(task.parts):
            earlier = first.setdefault(part.id, number)
            if earlier != number:
                message = _("the part “{part}” is given twice in {id}")
                message = message.format(part=part.id, id=task.id)
                hint = _("give each part a name of its own")
                place = Place(("tasks", index, "parts", number, "id"))
                before = Place(("tasks", index, "parts", earlier, "id"))
                first_given = Related(_("first given here"), before)
                yield Diagnostic("KH209", message, place, hint, (first_given,), task=task.id)
