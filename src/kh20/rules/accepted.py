"""Findings of judgement that a person has looked at and accepted (KH315)."""

from collections.abc import Iterable, Iterator

from kh20.findings import Diagnostic, Place, Severity
from kh20.findings.codes import is_of_judgement, judgements
from kh20.rules.draft import Draft
from kh20.text.i18n import _
from kh20.text.quoting import shown


def settle(draft: Draft, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield findings, those that the file accepts as notices, and what is accepted in vain."""
    accepted = {
        (task.id, each.code): each
        for task in draft.every_task.values()
        for each in task.accepted
        if is_of_judgement(each.code)
    }
    met = set()
    for diagnostic in found:
        key = (diagnostic.task or "", diagnostic.code)
        if key in accepted:
            met.add(key)
            message = _("{message} (accepted: {reason})").format(
                message=diagnostic.message, reason=shown(accepted[key].reason)
            )
            diagnostic = diagnostic._replace(message=message, hint=None, severity=Severity.NOTICE)
        yield diagnostic
    for index, task in draft.tasks.items():
        for number, each in enumerate(task.accepted):
            place = Place(("tasks", index, "accepted", number, "code"))
            if not is_of_judgement(each.code):
                message = _("{code} is no finding of judgement, and cannot be accepted")
                message = message.format(code=each.code)
                hint = _("these can be: {codes}").format(codes=", ".join(judgements()))
                yield Diagnostic("KH315", message, place, hint, task=task.id)
            elif (task.id, each.code) not in met:
                message = _("{code} is accepted here, and is not found any more")
                message = message.format(code=each.code)
                hint = _("take it out")
                weight = Severity.WARNING
                yield Diagnostic("KH315", message, place, hint, task=task.id, severity=weight)
