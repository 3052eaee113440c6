"""Loading: from the bytes of a plan file to the plan, and to everything that is wrong with it."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from pydantic import ValidationError

from kh20.agencies.register import NO_REGISTERS, Register, Registers, with_registers
from kh20.findings import Diagnostic, Finding, Place, Severity, Span, has_errors
from kh20.model import Plan
from kh20.planfile.decode import Unreadable, decode, read_plan_bytes, read_stream_bytes
from kh20.planfile.plain_data import plain_data
from kh20.planfile.registers.read import Reader, beside, open_registers, read_register
from kh20.planfile.shape.faults import left_blank, missing_agencies, shape_diagnostics, task_id
from kh20.planfile.shape.salvage import sound_parts
from kh20.planfile.shape.unknown_keys import is_register
from kh20.planfile.shape.unquoted import as_text, to_be_quoted
from kh20.planfile.source_text import SourceText
from kh20.planfile.tie import severity_in, tie
from kh20.rules import check_draft, warn_of_draft
from kh20.rules.draft import Draft
from kh20.text.i18n import _
from kh20.text.quoting import shown

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
    registers: Registers = NO_REGISTERS
    """The registers that the plan names, but for those that cannot be read."""
    register: Register | None = None
    """The register that the file is, where it is no plan."""

    @property
    def valid(self) -> bool:
        """Whether there is a plan, or a register, and no finding is an error."""
        whole = self.plan is not None or self.register is not None
        return whole and not has_errors(self.findings)

    @property
    def errors(self) -> list[Finding]:
        """The findings that make the plan invalid."""
        return [finding for finding in self.findings if finding.severity is Severity.ERROR]


def load(path: str, stdin: BinaryIO | None = None, *, warn: bool = True) -> Loaded:
    """Read and check the plan at a path, ``-`` being standard input. Never raises for its content.

    Who only asks whether it is valid does not ``warn``: some warnings are then left out of a plan
    without an error.
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
    return load_bytes(data, path, warn=warn)


def load_bytes(data: bytes, path: str, read: Reader | None = None, *, warn: bool = True) -> Loaded:
    """Check a plan given as bytes; ``path`` is the name that its findings carry.

    ``read`` reads the registers that it names, by default from files beside the path.
    """
    text, undecodable = decode(data)
    if undecodable:
        return Loaded(path, text, None, tie(undecodable, text, path))
    with _without_cycle_collection():
        return _read(text, path, read or beside(path), warn=warn)


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


def _read(text: SourceText, path: str, read: Reader, *, warn: bool) -> Loaded:
    file = plain_data(text)
    data, diagnostics = file.data, file.diagnostics
    if not file.complete or not isinstance(data, dict):
        if file.complete:
            diagnostics.append(_empty(text) if file.empty else _not_a_plan(data))
        return Loaded(path, text, None, tie(diagnostics, text, path))
    if is_register(data):
        register, found = read_register(data, path)
        return Loaded(path, text, None, tie([*diagnostics, *found], text, path), register=register)
    diagnostics = [
        found if found.task else found._replace(task=task_id(found.place.path, data))
        for found in diagnostics
    ]
    plan, shape = _shaped(data)
    unquoted = as_text(shape, data)
    if unquoted:
        plan, shape = _shaped(data)
    opened = open_registers(_registers_named(data, shape), read)
    if plan is not None:
        plan = with_registers(plan, opened.registers)
        draft = Draft.of(plan, opened.registers)
    else:
        draft = sound_parts(data, shape, opened.registers)
    if len(opened.registers) < len(_registers_named(data, [])):
        draft = replace(draft, agencies_known=False)
    # What an alias stands for is not known, so it is neither of the wrong kind nor empty.
    found = [diagnostic for diagnostic in shape if diagnostic.place.path not in file.aliases]
    named = {diagnostic.place.path for diagnostic in shape}
    found += (left_blank(key, data) for key in file.blanks if key not in named)
    by_rules = list(check_draft(draft))
    unquoted += (diagnostic for diagnostic in diagnostics if diagnostic.code == "KH009")
    diagnostics = [diagnostic for diagnostic in diagnostics if diagnostic.code != "KH009"]
    diagnostics += to_be_quoted(unquoted, shape, by_rules)
    diagnostics += (*found, *opened.diagnostics, *by_rules)
    wrong = has_errors(opened.findings) or Severity.ERROR in map(severity_in, diagnostics)
    if warn or wrong:  # Where somebody has to look at the file, everything is shown.
        diagnostics += warn_of_draft(draft)
    findings = [*tie(diagnostics, text, path), *opened.findings]
    return Loaded(path, text, plan, findings, registers=opened.registers)


def _shaped(data: dict[str, Any]) -> tuple[Plan | None, list[Diagnostic]]:
    """Return the plan that data is, or what is wrong with its shape."""
    try:
        plan = Plan.model_validate(data)
    except ValidationError as error:
        return None, [*missing_agencies(data), *shape_diagnostics(error, data)]
    shape = missing_agencies(data)
    return (None if shape else plan), shape


def _registers_named(data: dict[str, Any], shape: Iterable[Diagnostic]) -> list[str]:
    """Return the registers that data names, as far as what it has there is sound."""
    if any(found.place.path[:1] == ("register",) for found in shape):
        return []
    names = data.get("register")
    listed = names if isinstance(names, list) else [names]
    return [name for name in listed if isinstance(name, str)]


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
