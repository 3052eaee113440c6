"""What only shows when several plan files are looked at together."""

from __future__ import annotations

from collections.abc import Iterable

from kh20.findings import Diagnostic, Finding, Place
from kh20.planfile.load import Loaded, tie
from kh20.text.i18n import _


def shared_numbers(plans: Iterable[Loaded]) -> list[Finding]:
    """KH212: a document number that an earlier file has already."""
    first: dict[str, str] = {}
    findings: list[Finding] = []
    for loaded in plans:
        if loaded.shaped is None:
            continue
        number = loaded.shaped.document.number
        earlier = first.setdefault(number.casefold(), loaded.path)
        if earlier != loaded.path:
            message = _("the document number “{number}” is also that of “{path}”")
            diagnostic = Diagnostic(
                "KH212",
                message.format(number=number, path=earlier),
                Place(("document", "number")),
                _("keep one file for each document, with its own number"),
            )
            findings += tie([diagnostic], loaded.text, loaded.path)
    return findings
