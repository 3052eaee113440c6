"""Tying of diagnostics to the text: each gets its line and column."""

from collections.abc import Iterable

from kh20.findings import Diagnostic, Finding, Reference, Severity, in_file_order
from kh20.findings.codes import severity_of
from kh20.planfile.source_text import SourceText
from kh20.planfile.yaml.locate import locate


def severity_in(diagnostic: Diagnostic) -> Severity:
    """Return how grave a diagnostic is: as it says, else as its code does."""
    return diagnostic.severity or severity_of(diagnostic.code)


def tie(diagnostics: Iterable[Diagnostic], text: SourceText, path: str) -> list[Finding]:
    """Give diagnostics their lines and columns, and put them in file order."""
    diagnostics = list(diagnostics)
    if not diagnostics:
        return []
    places = [d.place for d in diagnostics]
    places += [related.place for d in diagnostics for related in d.related]
    spans = dict(zip(places, locate(text, places), strict=True))
    return in_file_order(
        Finding(
            path,
            text.region(spans[diagnostic.place]),
            diagnostic.code,
            severity_in(diagnostic),
            diagnostic.message,
            diagnostic.hint,
            tuple(
                Reference(related.note, text.region(spans[related.place]))
                for related in diagnostic.related
            ),
            diagnostic.task,
            diagnostic.place.path,
            text.line_at(spans[diagnostic.place].start),
        )
        for diagnostic in diagnostics
    )
