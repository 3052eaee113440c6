"""A plan that may have faults: the parts of it that are sound, each at its place in the file.

Rules look at a draft, so that one misspelt key in one obligation does not hide what is wrong with
the others. A valid plan is a draft without gaps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from kh20.agencies.register import NO_REGISTERS, Registers, named_agencies, reached
from kh20.agencies.resolve import NearNames
from kh20.findings import KeyPath
from kh20.model.agency import Agency
from kh20.model.days_off import DaysOff
from kh20.model.due import StatedDue
from kh20.model.log import LogEntry
from kh20.model.plan import Document, Plan, headings_above
from kh20.model.task import Task
from kh20.obligations.voids import voids_of
from kh20.text.folding import fold


class PlacedDue(NamedTuple):
    """What is said of when a task, or a part of one with a due of its own, is due, and where.

    ``task`` is what is owed by it: for a part, the part as a task.
    """

    path: KeyPath
    task: Task
    due: StatedDue


def dues_of(task: Task) -> list[StatedDue]:
    """Return the dues that are stated of a task and of its parts."""
    dues = [task.due, *(part.due or "none" for part in task.parts)]
    return [due for due in dues if due != "none"]


@dataclass(frozen=True)
class Draft:
    """The sound parts of a plan file.

    ``own`` are the agencies that the file defines, ``agencies`` these and those of the registers
    that it reaches. ``tasks`` and ``log`` are keyed by the position in the file, from 0.
    ``unsound_agencies`` and ``unsound_tasks`` are the ids of the parts that are there but not
    sound: a reference to one of them is no mistake of the part that refers. ``salvaged_tasks`` are
    obligations with some keys left out: rules on the other keys look at them too. ``whole`` says
    that no agency, obligation or entry is amiss; ``agencies_known``, that all agencies are known
    that the file may name.
    ``days_off`` are those that the file and its registers list.
    """

    document: Document | None
    agencies: Mapping[str, Agency]
    tasks: Mapping[int, Task]
    log: Mapping[int, LogEntry]
    own: Mapping[str, Agency]
    registers: Registers = NO_REGISTERS
    headings: Mapping[str, str] = field(default_factory=dict)
    unsound_agencies: frozenset[str] = frozenset()
    unsound_tasks: frozenset[str] = frozenset()
    salvaged_tasks: Mapping[int, Task] = field(default_factory=dict)
    agencies_known: bool = True
    whole: bool = True
    days_off: DaysOff = field(default_factory=DaysOff)

    @classmethod
    def of(cls, plan: Plan, registers: Registers = NO_REGISTERS) -> Draft:
        """Return a plan as the draft that it is."""
        tasks, log = dict(enumerate(plan.tasks)), dict(enumerate(plan.log))
        return cls(
            plan.document,
            plan.agencies,
            tasks,
            log,
            plan.own,
            registers,
            plan.headings,
            days_off=plan.days_off,
        )

    @classmethod
    def joined(
        cls,
        own: dict[str, Agency],
        registers: Registers,
        document: Document | None,
        tasks: Mapping[int, Task],
        log: Mapping[int, LogEntry],
        **known: Any,
    ) -> Draft:
        """Return a draft that has also the agencies of the registers that its parts reach."""
        every = [*tasks.values(), *known.get("salvaged_tasks", {}).values()]
        named = named_agencies(every, log.values())
        issued = document.issued if document is not None else None
        agencies = reached(own, named, registers, issued)
        days_off = registers.days_off
        return cls(document, agencies, tasks, log, own, registers, days_off=days_off, **known)

    def knows_agency(self, agency: str) -> bool:
        """Tell whether an agency is defined, soundly or not."""
        return (
            not self.agencies_known
            or agency in self.agencies
            or fold(agency) in self._unsound_names
        )

    @property
    def issued(self) -> date | None:
        """The day on which the document was issued, where that is known."""
        return self.document.issued if self.document is not None else None

    def headings_of(self, task: str) -> tuple[str, ...]:
        """Return the headings above an obligation, the outermost first."""
        return headings_above(task, self.headings)

    @cached_property
    def every_task(self) -> Mapping[int, Task]:
        """The sound and the salvaged obligations, in the order of the file."""
        if not self.salvaged_tasks:
            return self.tasks
        return dict(sorted({**self.tasks, **self.salvaged_tasks}.items()))

    @cached_property
    def dues(self) -> Sequence[PlacedDue]:
        """The dues that are stated, of tasks and of their parts, in the order of the file."""
        found = []
        for index, task in self.every_task.items():
            if task.due != "none":
                found.append(PlacedDue(("tasks", index, "due"), task, task.due))
            for number, part in enumerate(task.parts):
                if part.due is not None and part.due != "none":
                    path = ("tasks", index, "parts", number, "due")
                    found.append(PlacedDue(path, task.as_part(part), part.due))
        return found

    @property
    def counting(self) -> Mapping[int, LogEntry]:
        """The entries that count: none that was taken back, none that takes back."""
        return dict(voids_of(self.log.items()).live)

    @cached_property
    def _unsound_names(self) -> frozenset[str]:
        # An id that is not sound may be a sound one in capitals or with diacritics.
        return frozenset(map(fold, self.unsound_agencies))

    @cached_property
    def near_names(self) -> NearNames:
        """The agencies by their names, for suggestions."""
        return NearNames(self.agencies, self.registers)
