"""Reading of a register file, and of the registers that a plan names."""

import os
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from kh20.agencies.register import Register, Registers
from kh20.findings import Diagnostic, Finding, Place, Span
from kh20.model import RegisterFile
from kh20.model.days_off import DaysOff
from kh20.planfile.decode import Unreadable, decode, read_plan_bytes
from kh20.planfile.plain_data import plain_data
from kh20.planfile.registers.packaged import PACKAGED, packaged_register
from kh20.planfile.shape.faults import shape_diagnostics
from kh20.planfile.shape.salvage import sound_register
from kh20.planfile.shape.unknown_keys import is_register
from kh20.planfile.tie import tie
from kh20.rules import check_draft
from kh20.text.i18n import _
from kh20.text.quoting import shown
from kh20.text.suggestions import closest, did_you_mean

_FILE_ENDINGS = (".yaml", ".yml", ".json")


class RegisterSource(NamedTuple):
    """The bytes of a register file, and what people call it."""

    data: bytes
    path: str


Reader = Callable[[str], RegisterSource]
"""Reads the register at a path as a plan gives it. Raises :class:`Unreadable`."""


class Opened(NamedTuple):
    """The registers of a plan, with what is wrong with their names and in their files."""

    registers: Registers
    diagnostics: list[Diagnostic]
    findings: list[Finding]


def beside(plan_path: str) -> Reader:
    """Return what reads a register by its path from the folder of a plan."""
    folder = os.path.dirname(plan_path)  # noqa: PTH120 (an empty one stays empty)

    def read(path: str) -> RegisterSource:
        found = os.path.normpath(os.path.join(folder, path))  # noqa: PTH118
        return RegisterSource(read_plan_bytes(Path(found)), found)

    return read


def open_registers(names: Sequence[str], read: Reader) -> Opened:
    """Open the registers that a plan names. What cannot be opened is left out, and reported."""
    registers: list[Register] = []
    diagnostics: list[Diagnostic] = []
    findings: list[Finding] = []
    several = len(names) > 1
    for number, name in enumerate(names):
        place = Place(("register", number) if several else ("register",))
        if name in names[:number]:
            message = _("the register “{name}” is named twice").format(name=shown(name))
            diagnostics.append(Diagnostic("KH220", message, place, _("name it once")))
        elif name == PACKAGED:
            registers.append(packaged_register())
        elif not name.endswith(_FILE_ENDINGS):
            diagnostics.append(_no_register(name, place))
        else:
            try:
                source = read(name)
            except Unreadable as error:
                message = _("the register “{name}” cannot be read: {reason}")
                message = message.format(name=shown(name), reason=error.reason)
                diagnostics.append(Diagnostic("KH220", message, place, error.hint))
                continue
            register, found = _read(source, name)
            findings += found
            if register is not None:
                registers.append(register)
    return Opened(Registers(registers), diagnostics, findings)


def _no_register(name: str, place: Place) -> Diagnostic:
    message = _("there is no register “{name}”").format(name=shown(name))
    near = did_you_mean(closest(name.casefold(), [PACKAGED]))
    hint = _(
        "{vn} is the one that comes with kh20; another one is named by the path of its file, such "
        "as ../agencies.yaml"
    ).format(vn=PACKAGED)
    return Diagnostic("KH220", message, place, near or hint)


@lru_cache(maxsize=64)
def _read(source: RegisterSource, name: str) -> tuple[Register | None, tuple[Finding, ...]]:
    """Read a register file, once for all the plans that name it."""
    text, undecodable = decode(source.data)
    if undecodable:
        return None, tuple(tie(undecodable, text, source.path))
    file = plain_data(text)
    if not is_register(file.data):
        message = _("the file is no register: it has not the key “register”")
        hint = _("a register begins with “register: 1” and has its bodies under “agencies”")
        found = Diagnostic("KH107", message, Place(span=Span(0, 0)), hint)
        return None, tuple(tie([*file.diagnostics, found], text, source.path))
    register, diagnostics = read_register(file.data, name)
    return register, tuple(tie([*file.diagnostics, *diagnostics], text, source.path))


def read_register(data: dict[str, Any], name: str) -> tuple[Register | None, list[Diagnostic]]:
    """Return the register that plain data is, with what is wrong with it.

    It may refer to agencies of the packaged register.
    """
    shape: list[Diagnostic] = []
    register = None
    try:
        file = RegisterFile.model_validate(data)
        days_off = DaysOff(file.holidays, file.working_days)
        register = Register(name, file.version, data["agencies"], days_off)
    except ValidationError as error:
        shape = shape_diagnostics(error, data)
    draft = sound_register(data, shape, Registers((packaged_register(),)))
    return register, [*shape, *check_draft(draft)]
