"""Lookup of the agency or the obligation that a person means by what was typed."""

from collections.abc import Iterable
from datetime import date
from itertools import islice

from kh20.agencies import AgencyNotFound, resolve_agency
from kh20.agencies.register import NO_REGISTERS, Registers
from kh20.cli.errors import UserError
from kh20.cli.terminal import say
from kh20.model import Plan, Recurrence, Task
from kh20.obligations import Book, Standing
from kh20.text.folding import fold
from kh20.text.i18n import _, ngettext
from kh20.text.look_alikes import plain_characters
from kh20.text.quoting import shown
from kh20.text.suggestions import closest, did_you_mean


def agency_named(
    query: str,
    plan: Plan,
    day: date,
    registers: Registers = NO_REGISTERS,
    *,
    whole: bool = False,
) -> str:
    """Return the id of the agency, and say so where it was not called by one of its names.

    Names are those of a day. With ``whole`` a part of a name is not enough. Raises
    :class:`UserError` that lists what may be meant.
    """
    if not query.strip():
        raise UserError(_("the name of the agency is empty"), _("“kh20 owners” lists all agencies"))
    try:
        found = resolve_agency(query, plan.agencies, registers, day)
    except AgencyNotFound as error:
        names = [name_and_id(plan, each, registers) for each in error.candidates]
        raise _no_such_agency(error, names, registers) from None
    meant = name_and_id(plan, found.agency, registers)
    if whole and found.guessed:
        raise UserError(
            _("“{query}” is only a part of the name of {agency}").format(
                query=shown(query), agency=meant
            ),
            _("type the whole name, a usual abbreviation, or the short name in brackets"),
        )
    if not found.spelt:
        say(_("“{query}” is taken to be {agency}.").format(query=shown(query), agency=meant))
    return found.agency


def name_and_id(plan: Plan, agency: str, registers: Registers = NO_REGISTERS) -> str:
    """Return an agency as messages name it: its official name, and its id in brackets."""
    body = plan.agencies.get(agency) or registers.get(agency)
    return f"{body.name} [{agency}]" if body is not None else agency


def _no_such_agency(error: AgencyNotFound, names: list[str], registers: Registers) -> UserError:
    query = shown(error.query)
    if error.ambiguous:
        message = ngettext(
            "“{query}” may be {count} agency:",
            "“{query}” may be any of {count} agencies:",
            len(names),
        )
        return UserError(
            _with_list(message.format(query=query, count=len(names)), names),
            _("type more of the name, or the short name in brackets"),
        )
    message = _("the plan names no agency “{query}”")
    if registers:
        message = _("neither the plan nor its register has an agency “{query}”")
    return UserError(
        message.format(query=query),
        _with_list(_("did you mean:"), names) if names else _("“kh20 owners” lists all agencies"),
    )


def _with_list(sentence: str, names: Iterable[str]) -> str:
    """Return a sentence with names under it, one on a line."""
    return "\n".join([sentence, *(f"    {name}" for name in names)])


def find_task(plan: Plan, typed: str) -> tuple[Task, str | None]:
    """Return the task with an id, or with a label, and the turn that stands behind an ``@``.

    Behind a colon may stand a part that is owed by itself: then that is returned. Whether a
    recurring duty has that turn is not looked at. Raises :class:`UserError`.
    """
    named, at, turn = plain_characters(typed).strip().partition("@")
    head, colon, part = named.partition(":")
    wanted = head.strip().rstrip(".").casefold()
    found = [task for task in plan.tasks if task.id.casefold() == wanted][:1]
    labelled = [task for task in plan.tasks if task.label and fold(task.label) == fold(named)]
    if not found and len(labelled) == 1:
        found, colon = labelled, ""
    if found:
        task = _part_of(found[0], part.strip().casefold()) if colon else found[0]
        return task, turn.strip() if at else None
    ids = [task.id for task in plan.tasks]
    below = [id_ for id_ in ids if id_.casefold().startswith(f"{wanted}.")]
    if below and wanted:
        message = ngettext(
            "“{id}” is not an obligation but holds {count} of them",
            "“{id}” is not an obligation but holds {count} of them",
            len(below),
        )
        raise UserError(
            message.format(id=shown(typed), count=len(below)),
            _("“kh20 list --section {id}” lists them: {ids}").format(
                id=head.strip().rstrip("."), ids=", ".join(below[:8] + (["…"] if below[8:] else []))
            ),
        )
    raise UserError(
        _("there is no obligation “{id}”").format(id=shown(typed)),
        did_you_mean(closest(head.strip().upper(), ids)) or _("“kh20 list” lists all of them"),
    )


def _part_of(task: Task, part: str) -> Task:
    for assigned in task.assigned:
        if assigned.part == part:
            return assigned
    apart = [assigned.id for assigned in task.assigned if assigned.part is not None]
    raise UserError(
        _("{id} has no part “{part}” that is owed by itself").format(id=task.id, part=shown(part)),
        _("there are: {parts}").format(parts=", ".join(apart))
        if apart
        else _("ask for {id}").format(id=task.id),
    )


def find_standings(book: Book, typed: str) -> list[Standing]:
    """Return the obligation with an id; of a recurring duty the turn named, or those so far.

    Where none of a duty's turns has begun, its first one is given. Of an obligation that is owed by
    its parts these are the standings of all of them. Raises :class:`UserError`.
    """
    task, turn = find_task(book.plan, typed)
    if task.divided:
        recurring = [part for part in task.assigned if isinstance(part.due, Recurrence)]
        if turn is None:
            return [
                standing for part in task.assigned for standing in _standings(book, part, None)[-1:]
            ]
        if len(recurring) != 1:
            raise UserError(
                _("{id} is owed by its parts").format(id=task.id),
                _("ask for one of them: {parts}").format(
                    parts=", ".join(part.id for part in recurring or task.assigned)
                ),
            )
        task = recurring[0]
    return _standings(book, task, turn)


def _standings(book: Book, task: Task, turn: str | None) -> list[Standing]:
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
        _("{id} has no turn “{turn}”").format(id=task.id, turn=shown(turn)),
        _("its turns are: {turns}, …").format(turns=some),
    )
