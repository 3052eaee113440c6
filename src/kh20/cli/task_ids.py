"""From the id that a person typed to an obligation, or to a sentence on what may be meant."""

from __future__ import annotations

from itertools import islice

from kh20.cli.errors import UserError
from kh20.model import Plan, Recurrence, Task
from kh20.obligations import Book, Standing
from kh20.text.i18n import _
from kh20.text.suggestions import closest


def find_task(plan: Plan, typed: str) -> tuple[Task, str | None]:
    """Return the task with an id, in any case, and the turn that stands behind an ``@``.

    Whether a recurring duty has that turn is not looked at. Raises :class:`UserError`.
    """
    head, at, turn = typed.strip().partition("@")
    wanted = head.strip().rstrip(".").casefold()
    for task in plan.tasks:
        if task.id.casefold() == wanted:
            return task, turn.strip() if at else None
    ids = [task.id for task in plan.tasks]
    below = [id_ for id_ in ids if id_.casefold().startswith(f"{wanted}.")]
    if below and wanted:
        raise UserError(
            _("“{id}” is not an obligation but holds {count} of them").format(
                id=typed, count=len(below)
            ),
            _("“kh20 list --section {id}” lists them: {ids}").format(
                id=head.strip().rstrip("."), ids=", ".join(below[:8]) + (", …" if below[8:] else "")
            ),
        )
    message = _("there is no obligation “{id}”").format(id=typed)
    close = closest(head.strip().upper(), ids)
    if close:
        raise UserError(message, _("did you mean {ids}?").format(ids=_(" or ").join(close)))
    raise UserError(message, _("“kh20 list” lists all of them"))


def find_standings(book: Book, typed: str) -> list[Standing]:
    """Return the obligation with an id; of a recurring duty the turn named, or those so far.

    Where none of a duty's turns has begun, its first one is given. Raises :class:`UserError`.
    """
    task, turn = find_task(book.plan, typed)
    if not isinstance(task.due, Recurrence):
        if turn is not None:
            raise UserError(
                _("{id} does not recur").format(id=task.id), _("ask for {id}").format(id=task.id)
            )
        return list(book.of(task))
    if turn is None:
        return list(book.of(task)) or [book.standing(next(book.turns(task)))]
    found = book.turn(task, turn)
    if found is not None:
        return [book.standing(found)]
    some = ", ".join(each.id for each in islice(book.turns(task), 4))
    raise UserError(
        _("{id} has no turn “{turn}”").format(id=task.id, turn=turn),
        _("its turns are: {turns}, …").format(turns=some),
    )
