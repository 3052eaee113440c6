"""Obligation: something owed once, be it a task of the plan or one turn of a recurring duty."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kh20.model import Due, Task


class Obligation(NamedTuple):
    """Something that is owed once, with its days. Not its state, which depends on the day asked.

    ``deadline`` is the last day on which completion is in time; ``None`` for a duty without one.
    ``turn`` names the turn of a recurring duty (``2025-H1``) and is ``None`` for all others.
    """

    task: Task
    start: date | None
    deadline: date | None
    turn: str | None = None

    @property
    def id(self) -> str:
        """The id of the task, with ``@`` and the turn for a recurring duty."""
        return self.task.id if self.turn is None else f"{self.task.id}@{self.turn}"

    @property
    def ongoing(self) -> bool:
        """Whether the duty goes on: stated as an ongoing one, or with a start and no end."""
        due = self.task.due
        return isinstance(due, Due) and (due.ongoing or (self.deadline is None))


def of_task(task: Task) -> Obligation:
    """Return the obligation of a task that is not recurring."""
    if isinstance(task.due, Due):
        return Obligation(task, task.due.start, task.due.deadline)
    return Obligation(task, None, None)
