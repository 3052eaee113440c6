"""The agencies that a plan can name, its own and those of its registers, one by one and listed."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kh20.agencies.register import Register, Registers
from kh20.model import Agency, Plan, Successor
from kh20.text.sorting import collation_key


class Known(NamedTuple):
    """An agency, its short name, and the register that has it; ``None`` for the plan's own."""

    key: str
    agency: Agency
    register: Register | None


class Neighbours(NamedTuple):
    """The agencies next to one: what it took over and from whom, and who acts for it."""

    predecessors: list[tuple[Known, Successor]]
    acting: list[Known]


def known_agencies(plan: Plan, registers: Registers) -> Iterator[Known]:
    """Yield all agencies that a plan can name, its own first."""
    for key in plan.own:
        yield Known(key, plan.agencies[key], None)
    for register in registers:
        for key in register:
            found = plan.agencies.get(key) or register.get(key)
            if found is not None and key not in plan.own and registers.holding(key) is register:
                yield Known(key, found, register)


def living_agencies(
    plan: Plan, registers: Registers, day: date, kind: str | None = None
) -> list[Known]:
    """Return the agencies that live on a day, of one kind where it is given.

    They are in the order of protocol; those that have no place in it follow by name.
    """
    living = [
        known
        for known in known_agencies(plan, registers)
        if known.agency.lives_on(day) and (kind is None or kind in known.agency.kind)
    ]
    return sorted(living, key=_by_protocol)


def neighbours(known: Known, plan: Plan, registers: Registers) -> Neighbours:
    """Return the agencies next to one, on whatever day."""
    predecessors: list[tuple[Known, Successor]] = []
    acting: list[Known] = []
    for other in known_agencies(plan, registers):
        steps = (step for step in other.agency.successor if step.agency == known.key)
        predecessors += ((other, step) for step in steps)
        if other.agency.acts_for == known.key:
            acting.append(other)
    predecessors.sort(key=lambda pair: (pair[1].from_, _by_protocol(pair[0])))
    return Neighbours(predecessors, sorted(acting, key=_by_protocol))


def kinds_of(plan: Plan, registers: Registers) -> list[str]:
    """Return the kinds of all agencies that a plan can name, in order of their names."""
    return sorted({kind for known in known_agencies(plan, registers) for kind in known.agency.kind})


def _by_protocol(known: Known) -> tuple[object, ...]:
    precedence = known.agency.precedence
    name = collation_key(known.agency.name)
    return precedence is None, precedence or 0, name, known.key
