"""Obligation: what is owed once, a task or one turn of it, and the shares it is counted by."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kh20.model import Agency, Due, Task
from kh20.model.agency import successors_by
from kh20.model.owing import debtors_of


class Obligation(NamedTuple):
    """Something that is owed once, with its days. Not its state, which depends on the day asked.

    ``deadline`` is the last day on which completion is in time; ``None`` for a duty without one.
    ``turn`` names the turn of a recurring duty (``2025-H1``) and is ``None`` for all others.
    ``since`` is the day of the event from which a term is counted, once it is known.
    """

    task: Task
    start: date | None
    deadline: date | None
    turn: str | None = None
    since: date | None = None

    @property
    def id(self) -> str:
        """The id of the task, with ``@`` and the turn for a recurring duty."""
        return self.task.id if self.turn is None else f"{self.task.id}@{self.turn}"

    @property
    def ongoing(self) -> bool:
        """Whether the duty goes on: stated as an ongoing one, or with a start and no end."""
        due = self.task.due
        return isinstance(due, Due) and (due.ongoing or self.deadline is None)


def of_task(task: Task) -> Obligation:
    """Return the obligation of a task as a whole; one that recurs has its days in its turns."""
    if isinstance(task.due, Due):
        return Obligation(task, task.due.start, task.due.deadline)
    return Obligation(task, None, None)


class Share(NamedTuple):
    """One body's own result, or one part, of an obligation; the whole where it is not divided.

    ``agency`` is the body that owes it by itself, ``owner`` the one that the document names for it:
    the same, or a collective of which it is a member. Both are ``None`` where it is owed jointly.
    ``deadline`` is the one in force for it: a decision may give one owner more time. ``done`` is
    the day of completion; ``late`` tells whether that was after the deadline in force on that day,
    and is ``False`` while the share is open.
    """

    agency: str | None
    part: str | None
    deadline: date | None = None
    done: date | None = None
    late: bool = False
    owner: str | None = None

    def is_of(self, body: str) -> bool:
        """Tell whether a body owes it: by itself, jointly, or as the collective that is named."""
        return self.agency is None or body in (self.agency, self.owner)

    def concerns(self, body: str | None, part: str | None) -> bool:
        """Tell whether an event that names a body, a part, both or neither is about it."""
        return (body is None or self.is_of(body)) and (part is None or self.part in (None, part))


def shares_of(obligation: Obligation, agencies: Mapping[str, Agency]) -> tuple[Share, ...]:
    """Return what must be completed for all to be complete: each body's own, each part."""
    task, deadline = obligation.task, obligation.deadline
    debtors = debtors_of(task, agencies) if task.responsibility == "each" else ()
    if not debtors and not task.parts:
        return (Share(None, None, deadline),)
    parts: tuple[str | None, ...] = tuple(part.id for part in task.parts) or (None,)
    if not debtors:
        return tuple(Share(None, part, deadline) for part in parts)
    return tuple(
        Share(agency, part, deadline, owner=owner) for owner, agency in debtors for part in parts
    )


def deadline_of(shares: Sequence[Share]) -> date | None:
    """Return the earliest deadline in force of what is missing; where nothing is, the last one."""
    owed = [share for share in shares if share.done is None]
    days = [share.deadline for share in owed or shares if share.deadline is not None]
    return (min if owed else max)(days, default=None)


def all_done_on(shares: Sequence[Share]) -> date | None:
    """Return the day on which the last share was completed; ``None`` while one is not."""
    days = [share.done for share in shares if share.done is not None]
    return max(days) if len(days) == len(shares) else None


def meant_among(
    bodies: Sequence[str], agency: str, on: date, agencies: Mapping[str, Agency]
) -> tuple[str, ...]:
    """Return those of some bodies for which an agency answers on a day.

    Each answers for itself; a body that has taken over answers for those it succeeded.
    """
    if agency in bodies:
        return (agency,)
    return tuple(body for body in bodies if agency in successors_by(body, on, agencies))
