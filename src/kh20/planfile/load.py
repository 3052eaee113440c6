"""Loading: from the bytes of a plan file to the plan, and to everything that is wrong with it."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from kh20.findings import (
    Diagnostic,
    Finding,
    Place,
    Reference,
    Severity,
    Span,
    has_errors,
    in_file_order,
)
from kh20.findings.codes import severity_of
from kh20.model import Plan
from kh20.planfile.characters import check_characters, mask_unsafe
from kh20.planfile.decode import Unreadable, decode, read_plan_bytes, read_stream_bytes
from kh20.planfile.shape.faults import left_blank, shape_diagnostics, task_id
from kh20.planfile.shape.salvage import sound_parts
from kh20.planfile.shape.unquoted import as_text, to_be_quoted
from kh20.planfile.source_text import SourceText
from kh20.planfile.yaml.compose import compose
from kh20.planfile.yaml.locate import locate
from kh20.rules import check_draft
from kh20.rules.draft import Draft
from kh20.text.i18n import _
from kh20.text.quoting import shown

PLAIN_KEYS = frozenset({"on"})
"""The key of the log that YAML 1.1 reads as true; in this format it is a word like the others."""

STDIN = "-"
"""The path that stands for standard input."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A plan file that was read: its text, its findings, and the plan where its shape is sound."""

    path: str
    text: SourceText
    plan: Plan | None
    """Also where a rule finds an error in it: queries ask whether it is ``valid`` too."""
    findings: list[Finding]
    readable: bool = True
    """Whether the file could be opened and read at all."""

    @property
    def valid(self) -> bool:
        """Whether there is a plan and no finding is an error."""
        return self.plan is not None and not has_errors(self.findings)

    @property
    def errors(self) -> list[Finding]:
        """The findings that make the plan invalid."""
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]


def load(path: str, stdin: BinaryIO | None = None) -> Loaded:
    """Read and check the plan at a path, ``-`` being standard input. Never raises for its content.

    A file that cannot be opened or read gives the one finding KH001, one too large KH003.
    """
    try:
        if path == STDIN and stdin is not None:
            data = read_stream_bytes(stdin)
        elif path:
            data = read_plan_bytes(Path(path))
        else:  # It would mean the working directory.
            raise Unreadable(_("the name of the file is empty"))
    except Unreadable as error:
        diagnostic = Diagnostic(error.code, error.reason, Place(span=Span(0, 0)), error.hint)
        text = SourceText("")
        findings = tie([diagnostic], text, path)
        return Loaded(path, text, None, findings, readable=error.code != "KH001")
    return load_bytes(data, path)


def load_bytes(data: bytes, path: str) -> Loaded:
    """Check a plan given as bytes; ``path`` is the name that its findings carry."""
    text, undecodable = decode(data)
    if undecodable:
        return Loaded(path, text, None, tie(undecodable, text, path))
    with _without_cycle_collection():
        plan, diagnostics = _read(text)
        findings = tie(diagnostics, text, path)
    return Loaded(path, text, plan, findings)


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
            diagnostic.severity or severity_of(diagnostic.code),
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


def shared_numbers(plans: Iterable[Loaded]) -> list[Finding]:
    """KH212: a document number that an earlier file has already."""
    first: dict[str, str] = {}
    findings: list[Finding] = []
    for loaded in plans:
        if loaded.plan is None:
            continue
        number = loaded.plan.document.number
        earlier = first.setdefault(number.casefold(), loaded.path)
        if earlier != loaded.path:
            message = _("the document number “{number}” is also that of “{path}”")
            message = message.format(number=shown(number), path=earlier)
            hint = _("keep one file for each document, with its own number")
            diagnostic = Diagnostic("KH212", message, Place(("document", "number")), hint)
            findings += tie([diagnostic], loaded.text, loaded.path)
    return findings


def _read(text: SourceText) -> tuple[Plan | None, list[Diagnostic]]:
    diagnostics = list(check_characters(text.text))
    composed = compose(mask_unsafe(text.text), PLAIN_KEYS)
    diagnostics += composed.diagnostics
    if not composed.complete:
        hint = _("quote it where it is text")
        return None, [d._replace(hint=hint) if d.code == "KH009" else d for d in diagnostics]
    data = composed.data
    if not isinstance(data, dict):
        diagnostics.append(_empty(text) if composed.empty else _not_a_plan(data))
        return None, diagnostics
    diagnostics = [
        found if found.task else found._replace(task=task_id(found.place.path, data))
        for found in diagnostics
    ]
    plan, draft, shape = _shaped(data)
    unquoted = as_text(shape, data)
    if unquoted:
        plan, draft, shape = _shaped(data)
    # What an alias stands for is not known, so it is neither of the wrong kind nor empty.
    aliases = set(composed.aliases)
    found = [diagnostic for diagnostic in shape if diagnostic.place.path not in aliases]
    named = {diagnostic.place.path for diagnostic in shape}
    found += (left_blank(path, data) for path in composed.blanks if path not in named)
    by_rules = list(check_draft(draft))
    unquoted += (diagnostic for diagnostic in diagnostics if diagnostic.code == "KH009")
    diagnostics = [diagnostic for diagnostic in diagnostics if diagnostic.code != "KH009"]
    return plan, [
        *diagnostics,
        *to_be_quoted(unquoted, shape, by_rules),
        *found,
        *by_rules,
    ]


def _shaped(data: Any) -> tuple[Plan | None, Draft, list[Diagnostic]]:
    """Return the plan that data is, else its sound parts and what is wrong with its shape."""
    try:
        plan = Plan.model_validate(data)
    except ValidationError as error:
        shape = shape_diagnostics(error, data)
        return None, sound_parts(data, shape), shape
    return plan, Draft.of(plan), []


def _empty(text: SourceText) -> Diagnostic:
    message = _("the file is empty")
    if text.text.strip():
        message = _("the file holds nothing but comments")
    hint = _("start from a plan that is there: kh20 init")
    return Diagnostic("KH012", message, Place(span=Span(0, 0)), hint)


def _not_a_plan(data: Any) -> Diagnostic:
    message = _("at its top the file holds a single value, not the keys of a plan")
    if isinstance(data, list):
        message = _("at its top the file holds a list, not the keys of a plan")
    hint = _("a plan has the keys format, document, agencies, tasks and log")
    return Diagnostic("KH107", message, Place(), hint)


@contextmanager
def _without_cycle_collection() -> Iterator[None]:
    """Pause the cyclic garbage collector, which would walk the growing tree again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
