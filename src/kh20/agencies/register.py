"""Registers: agencies that plans share, and those of them that a plan reaches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, reduce
from operator import or_
from typing import Any

from kh20.model import Agency, LogEntry, Plan, Task
from kh20.model.agency import KIND
from kh20.model.days_off import DaysOff


class Register:
    """The agencies of one register file, each built when it is first asked for.

    ``name`` is what a plan calls it, ``version`` what the file says of itself. ``bodies`` are the
    agencies by their short names, as valid plain data.
    """

    def __init__(
        self,
        name: str,
        version: str | None,
        bodies: Mapping[str, Mapping[str, Any]],
        days_off: DaysOff | None = None,
    ):
        self.name = name
        self.version = version
        self.days_off = days_off or DaysOff()
        self._bodies = bodies
        self._built: dict[str, Agency] = {}

    @property
    def title(self) -> str:
        """The name with the version, as messages give it."""
        return self.name if self.version is None else f"{self.name} {self.version}"

    def __iter__(self) -> Iterator[str]:
        return iter(self._bodies)

    def get(self, key: str) -> Agency | None:
        """Return an agency; ``None`` where the register has none of that short name."""
        if key not in self._built:
            body = self._bodies.get(key)
            if body is None:
                return None
            self._built[key] = Agency.model_validate(body)
        return self._built[key]

    def names(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each short name with all names of the agency, none of which has to be built."""
        for key, body in self._bodies.items():
            names = (body["name"], body.get("en"), body.get("abbr"), *body.get("aliases", ()))
            yield key, tuple(name for name in names if name)

    def of_kind(self, kind: str) -> list[str]:
        """Return the short names of the bodies of a kind, of whatever day."""
        return self._kinds.get(kind, [])

    @cached_property
    def _kinds(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for key, body in self._bodies.items():
            kinds = body.get("kind", ())
            for kind in (kinds,) if isinstance(kinds, str) else kinds:
                found.setdefault(kind, []).append(key)
        return found


class Registers(tuple[Register, ...]):
    """The registers of a plan. Where several have a short name, the first of them counts."""

    __slots__ = ()

    def get(self, key: str) -> Agency | None:
        """Return an agency of one of the registers."""
        return next((body for each in self if (body := each.get(key)) is not None), None)

    @property
    def days_off(self) -> DaysOff:
        """The days off that they list."""
        return reduce(or_, (each.days_off for each in self), DaysOff())

    def holding(self, key: str) -> Register | None:
        """Return the register that an agency is taken from."""
        return next((each for each in self if each.get(key) is not None), None)

    def names(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each short name with all names of the agency, without building one."""
        seen: set[str] = set()
        for register in self:
            for key, names in register.names():
                if key not in seen:
                    yield key, names
            seen.update(register)

    def of_kind(self, kind: str) -> list[str]:
        """Return the short names of the bodies of a kind, of whatever day."""
        return [key for register in self for key in register.of_kind(kind)]


NO_REGISTERS = Registers()


def with_registers(plan: Plan, registers: Registers, *further: str) -> Plan:
    """Return a plan that has also the agencies of its registers that it reaches.

    ``further`` are short names of agencies that are wanted beside them.
    """
    named = [*named_agencies(plan.tasks, plan.log), *further]
    agencies = reached(plan.own, named, registers, plan.document.issued)
    return plan.with_shared(agencies, registers.days_off)


def named_agencies(tasks: Iterable[Task], log: Iterable[LogEntry]) -> Iterator[str]:
    """Yield the short names by which obligations and the log name agencies."""
    for task in tasks:
        yield from (body for _key, body in task.bodies())
    for entry in log:
        agency = getattr(entry, "agency", None)
        if agency is not None:
            yield agency


def reached(
    own: Mapping[str, Agency], named: Iterable[str], registers: Registers, issued: date | None
) -> dict[str, Agency]:
    """Return the agencies that a plan defines, and those of its registers that it reaches.

    Reached is what is named, and what such a body acts for, passed its duties to, or has as a
    member. A member that is a kind stands for the bodies of that kind that lived on the day of the
    document, ``issued``.
    """
    found: dict[str, Agency] = {}
    waiting = [*own, *named]
    for key in waiting:
        if key in found:
            continue
        agency = own.get(key) or registers.get(key)
        if agency is not None:
            members = _members(agency, own, registers, issued)
            if members != agency.members:
                agency = agency.model_copy(update={"members": members})
            found[key] = agency
            waiting += agency.links
    return found


def _members(
    agency: Agency, own: Mapping[str, Agency], registers: Registers, issued: date | None
) -> tuple[str, ...]:
    """Return the members of an agency, each by its short name."""
    found: dict[str, None] = {}
    for member in agency.members:
        if not member.startswith(KIND):
            found[member] = None
            continue
        for key in bodies_of_kind(member.removeprefix(KIND), own, registers):
            body = own.get(key) or registers.get(key)
            if body is not None and issued is not None and body.lives_on(issued):
                found[key] = None
    return tuple(found)


def bodies_of_kind(kind: str, own: Mapping[str, Agency], registers: Registers) -> list[str]:
    """Return the short names of all bodies of a kind that a plan can name, of whatever day."""
    keys = [key for key, agency in own.items() if kind in agency.kind]
    return list(dict.fromkeys([*keys, *registers.of_kind(kind)]))
