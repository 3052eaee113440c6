"""Obligations of generated plans, each worked out from its own number."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill
from typing import NamedTuple

from benchmarks.bodies import COLLECTIVE, count_for, owner
from benchmarks.chance import Chance
from benchmarks.dues import GeneratedDue, due_of
from benchmarks.wording import deliverable_of, text_of, title_of, topic_of

_SECTIONS = ("II", "III", "IV", "V", "VI", "VII")


class GeneratedTask(NamedTuple):
    """An obligation of a generated plan. ``parts`` are ids; owners and partners are too."""

    id: str
    title: str
    text: str
    owners: tuple[str, ...]
    partners: tuple[str, ...]
    each: bool
    parts: tuple[tuple[str, str], ...]
    due: GeneratedDue

    @property
    def shares(self) -> tuple[str, ...]:
        """What an entry of the log must name for each thing to be completed; once, nothing."""
        if self.each and len(self.owners) > 1:
            return tuple(f"agency: {agency}" for agency in self.owners)
        return tuple(f"part: {part}" for part, _title in self.parts) or ("",)


def task_of(number: int, tasks: int) -> GeneratedTask:
    """Return the obligation at a position, from 0, in a plan of so many."""
    chance = Chance(f"task {number} of {tasks}")
    bodies = count_for(tasks)
    # The first owners go round, so that every agency owes something.
    how_many = chance.weighted(((3, 0), (62, 1), (20, 2), (10, 3), (5, 4)))
    if number < bodies:
        how_many = max(1, how_many)
    owning = list(dict.fromkeys(_chosen(chance, number, how_many, bodies)))
    coordinating = [
        key
        for key in dict.fromkeys(
            chance.below(bodies) for _ in range(chance.weighted(((5, 0), (3, 1), (2, 3))))
        )
        if key not in owning
    ]
    due, topic = due_of(chance), topic_of(chance)
    owners = [owner(key) for key in owning]
    partners = [owner(key) for key in coordinating]
    with_collective = number == 0 or (how_many > 0 and chance.below(40) == 0)
    parts: tuple[tuple[str, str], ...] = ()
    each = len(owners) > 1 and chance.below(2) == 0
    if not each and chance.below(40) == 0:
        parts = tuple((f"phan-{n}", deliverable_of(chance)) for n in range(1, 3 + chance.below(2)))
    return GeneratedTask(
        id=_id_of(number, tasks),
        title=title_of(chance, topic),
        text=text_of(
            chance,
            topic,
            owners=[body.name for body in owners],
            partners=[body.name for body in partners],
            stated=due.stated,
        ),
        owners=(*(body.id for body in owners), *((COLLECTIVE,) if with_collective else ())),
        partners=tuple(body.id for body in partners),
        each=each,
        parts=parts,
        due=due,
    )


def task_yaml(task: GeneratedTask) -> str:
    """Write an obligation the way people lay plan files out: folded text, short lists in a line."""
    text = fill(task.text, 98, initial_indent="      ", subsequent_indent="      ")
    lines = [
        f"  - id: {task.id}",
        f"    title: {task.title}",
        f"    text: >-\n{text}",
        f"    owners: [{', '.join(task.owners)}]",
    ]
    if task.partners:
        lines.append(f"    partners: [{', '.join(task.partners)}]")
    if task.each:
        lines.append("    responsibility: each")
    if task.parts:
        lines.append("    parts:")
        lines += [f"      - {{id: {part}, title: '{title}'}}" for part, title in task.parts]
    if task.due.stated is None:
        lines.append("    due: none")
    else:
        keys = "".join(f"{key}: {value}, " for key, value in task.due.keys.items())
        lines.append(f"    due: {{{keys}stated: {task.due.stated}}}")
    return "\n".join(lines) + "\n"


def _chosen(chance: Chance, number: int, how_many: int, bodies: int) -> Iterator[int]:
    for place in range(how_many):
        yield number % bodies if place == 0 else chance.below(bodies)


def _id_of(number: int, tasks: int) -> str:
    """Return the id. Of nine in a section, the fifth is an item of its own between two of four."""
    per_section = -(-tasks // len(_SECTIONS))
    section, place = divmod(number, per_section)
    nine, within = divmod(place, 9)
    item = 3 * nine + 1
    if within < 4:
        step = f"{item}.{within + 1}"
    elif within == 4:
        step = f"{item + 1}"
    else:
        step = f"{item + 2}.{within - 4}"
    return f"{_SECTIONS[section]}.{step}"
