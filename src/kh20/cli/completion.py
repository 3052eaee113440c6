"""Values that the shell completes: agencies and obligations of the plan at hand.

Typer offers a shell only what begins as typed, letter by letter, so a value that the program reads
in any case is offered in the case that was typed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from typer import Context

from kh20.agencies.register import named_agencies
from kh20.model import Agency, Plan, Task
from kh20.model.owing import answerable

if TYPE_CHECKING:
    from kh20.planfile import Loaded

_HELP_WIDTH = 60
"""Typer breaks a longer description into lines, which a shell would take for further values."""


def complete_agency(ctx: Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the names of agencies that go on from what was typed, with their official names.

    Short names and abbreviations come first of all, and those of the plan before all others that
    its registers have.
    """
    loaded = _loaded(ctx)
    plan = loaded.plan if loaded is not None else None
    agencies = plan.agencies if plan is not None and incomplete else _named(plan)
    yield from _agencies(_names_of(agencies), incomplete)
    if incomplete and loaded is not None:
        others = (known for known in loaded.registers.names() if known[0] not in agencies)
        yield from _agencies(others, incomplete)


def complete_owner(ctx: Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """As :func:`complete_agency`, of the owners of the obligation that was typed before.

    The bodies that they act for are among them, and the members that owe by themselves.
    """
    plan = _plan(ctx)
    agencies = _named(plan)
    task = _task(ctx, plan)
    if plan is not None and task is not None:
        owing = answerable(task, plan.agencies)
        bodies = {*owing, *(plan.agencies[owner].acts_for for owner in task.owners)}
        agencies = {key: agency for key, agency in plan.agencies.items() if key in bodies}
    yield from _agencies(_names_of(agencies), incomplete)


def complete_part(ctx: Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of the obligation that was typed before, with their titles."""
    task = _task(ctx, _plan(ctx))
    for part in task.parts if task is not None else ():
        if part.id.startswith(incomplete.lower()):
            yield as_typed(part.id, incomplete), description(part.title)


def complete_section(ctx: Context, incomplete: str) -> Iterator[str]:
    """Yield the sections and items that go on from what was typed."""
    plan = _plan(ctx)
    found: dict[str, None] = {}
    for task in plan.tasks if plan is not None else ():
        steps = task.id.split(".")
        for count in range(1, len(steps)):
            found[".".join(steps[:count])] = None
    for section in found:
        if section.casefold().startswith(incomplete.casefold()):
            yield as_typed(section, incomplete)


def _named(plan: Plan | None) -> Mapping[str, Agency]:
    """Return the agencies that a plan defines or that its obligations name."""
    if plan is None:
        return {}
    named = {*plan.own, *named_agencies(plan.tasks, plan.log)}
    return {key: agency for key, agency in plan.agencies.items() if key in named}


def _names_of(agencies: Mapping[str, Agency]) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((key, agency.names) for key, agency in agencies.items())


def _agencies(
    named: Iterable[tuple[str, tuple[str, ...]]], incomplete: str
) -> Iterator[tuple[str, str]]:
    for key, names in named:
        if key.startswith(incomplete.lower()):
            yield as_typed(key, incomplete), description(names[0])
        elif incomplete:
            for name in names:
                if name.startswith(incomplete):
                    yield name, description(names[0])


def complete_task(ctx: Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Yield the ids of the obligations that go on from what was typed, with their titles.

    Those of parts that are owed by themselves come where the colon before them was typed.
    """
    plan = _plan(ctx)
    if plan is None:
        return
    for task in plan.assigned if ":" in incomplete else plan.tasks:
        if task.id.casefold().startswith(incomplete.casefold()):
            yield as_typed(task.id, incomplete), description(task.title)


def complete_status(incomplete: str) -> list[str]:
    """Return the states that go on from what was typed."""
    from kh20.obligations import Status

    return [as_typed(s, incomplete) for s in Status if s.startswith(incomplete.lower())]


def as_typed(value: str, incomplete: str) -> str:
    """Return a value beginning with what was typed, which is the same but for its case."""
    return incomplete + value[len(incomplete) :]


def description(text: str) -> str:
    """Return a description short enough for one line, of which Typer and a shell take all as text.

    zsh evaluates it behind an escape that knows no backslashes.
    """
    from rich.markup import escape

    from kh20.formats.lines import visible, wrap

    first, *more = wrap(visible(text).replace("\\", "＼"), _HELP_WIDTH)
    return escape(f"{first} …" if more else first)


def _task(ctx: Context, plan: Plan | None) -> Task | None:
    # Behind an option whose value is still to come, what was typed before is not yet sorted out.
    typed = str(ctx.params.get("task_id") or next(iter(ctx.args), ""))
    wanted = typed.partition("@")[0].casefold()
    tasks = plan.tasks if plan is not None else ()
    return next((task for task in tasks if task.id.casefold() == wanted), None)


def _plan(ctx: Context) -> Plan | None:
    loaded = _loaded(ctx)
    return loaded.plan if loaded is not None else None


def _loaded(ctx: Context) -> Loaded | None:
    from kh20.cli.plans import plan_at_hand
    from kh20.planfile import load
    from kh20.planfile.decode import packaged_plan

    # While completing, nothing may be said and standard input may not be read.
    given = ctx.params.get("plan")
    if given is not None:  # The shell hands over the line as it is typed, “~” and all.
        given = os.path.expandvars(os.path.expanduser(given))  # noqa: PTH111
    path = plan_at_hand(given) or str(packaged_plan())
    if path == "-":
        return None
    loaded = load(path)
    return loaded if loaded.valid else None
