"""Corrections of slips of copying in title and text (KH213)."""

from collections.abc import Iterator

from kh20.findings import Diagnostic, Place
from kh20.rules.draft import Draft
from kh20.text.i18n import _
from kh20.text.quoting import one_line


def put_right(draft: Draft) -> Iterator[Diagnostic]:
    """KH213: a correction after which the words are as they were, or from before the document."""
    for index, task in draft.tasks.items():
        for number, note in enumerate(task.corrections):
            key: tuple[str | int, ...] = ("tasks", index, "corrections", number)
            if one_line(note.was) in (one_line(task.text), one_line(task.title)):
                message = _("{id} still says what is said to have been corrected")
                hint = _("“was” is the title or the text as it was before the correction")
                place = Place((*key, "was"))
                yield Diagnostic("KH213", message.format(id=task.id), place, hint, task=task.id)
            if draft.issued is not None and note.on < draft.issued:
                message = _("{day} is before the document was issued, on {issued}")
                message = message.format(day=note.on, issued=draft.issued)
                place = Place((*key, "on"))
                yield Diagnostic("KH213", message, place, _("check the year"), task=task.id)
