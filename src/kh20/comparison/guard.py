"""The guard over edits: what weakens an obligation is an error at the line of the change (KH5xx).

The sanctioned way to change what is owed is an entry in the log with its basis; those pass, and so
does the correction of an encoding slip, which the verbatim text itself proves.
"""

import re
from collections.abc import Iterator
from typing import Any

from kh20.comparison.change import Change, Effect, Kind, sentence
from kh20.comparison.compare import compare
from kh20.findings import Diagnostic, Place, Severity
from kh20.model import Plan
from kh20.text.i18n import N_, _
from kh20.text.quoting import one_line, shown

_OF_ENCODING = ("KH507", N_("an encoding slip is corrected: {change}"))
_OF_COPYING = ("KH508", N_("a slip of copying is corrected: {change}"))
_NOTICES = {
    "tasks": "KH510",
    "agencies": "KH511",
    "register": "KH511",
    "document": "KH512",
    "headings": "KH512",
    "log": "KH513",
}
_LONGEST = 2000
"""Characters of a message: values are shown whole, as long as they are those of a plan."""

_COUNTED_FROM = frozenset({"issued", "timezone"})
"""The data of the document on which days depend."""


def guard(old: Plan, new: Plan) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each change from one version of a plan to the next."""
    for change in compare(old, new):
        message, hint, severity = shown(sentence(change), _LONGEST), None, None
        if change.guarded:
            code, instead = change.kind.remedy
            hint = _(instead).format(id=change.subject)
        elif change.effect is Effect.CORRECTS:
            code, told = _OF_COPYING if change.kind is Kind.TEXT_ALTERED else _OF_ENCODING
            message = _(told).format(change=message)
        else:
            code = _NOTICES[str(change.new_path[0])]
            hint = _what_to_see_to(change)
            severity = Severity.WARNING if hint is not None else None
        yield Diagnostic(
            code, message, _place(change, new), hint, task=change.task, severity=severity
        )


def _place(change: Change, new: Plan) -> Place:
    """Return where a change shows in the new version."""
    if change.kind.of_texts and change.old is not None:
        return Place(change.new_path, inside=_altered_word(change.old, _text_at(change, new)))
    return Place(change.new_path, on_key=change.new is None)


def _text_at(change: Change, new: Plan) -> str:
    """Return an altered text as the new version has it, with its own line breaks."""
    value: Any = new
    for step in change.new_path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return str(value)


def _altered_word(old: str, new: str) -> tuple[int, int]:
    """Return where the first word of a text is that is not as it was: offset and length."""
    words = [*re.finditer(r"\S+", new)]
    pairs = zip(old.split(), words, strict=False)
    first = next((i for i, (was, now) in enumerate(pairs) if was != one_line(now[0])), -1)
    if first < 0:  # Words were taken from the end, or put there.
        first = min(len(old.split()), len(words) - 1)
    start, end = words[first].span()
    return start, end - start


def _what_to_see_to(change: Change) -> str | None:
    """Return what to see to in an edit that the guard lets pass but cannot call harmless."""
    if change.effect is Effect.REASSIGNS:
        if change.kind is Kind.AGENCY_RENAMED:
            return _(
                "a body that took over is an agency of its own, and the “successor” of this one"
            )
        return _("other bodies answer for these obligations now: see that a decision says so")
    if change.kind is Kind.ACCEPTED_ADDED:
        return _("read the finding and the reason: nobody is told of it again")
    if change.kind is Kind.DOCUMENT_ALTERED and change.subject in _COUNTED_FROM:
        return _("days are counted by this: see that it is as the signed document has it")
    return None
