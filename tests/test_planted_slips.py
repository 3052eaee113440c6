"""Slips of owners and partners, planted in real documents that are encoded as signed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from asking import ROOT
from kh20.model import Plan, Task
from kh20.planfile import load
from kh20.rules import check_draft, warn_of_draft
from kh20.rules.draft import Draft

DOCUMENTS = sorted((ROOT / "tests" / "data" / "documents").glob("*.plan.yaml"))
OTHERS = ("bo-y-te", "bo-quoc-phong", "thanh-tra-chinh-phu")


def _other(task: Task) -> str:
    return next(body for body in OTHERS if body not in (*task.owners, *task.partners))


def _planted(task: Task) -> Iterator[tuple[str, Task]]:
    """Yield an obligation with one slip each: a body exchanged, left out, or too many."""
    other = _other(task)
    owners, partners = task.owners, task.partners
    yield "owner exchanged", task.model_copy(update={"owners": (other, *owners[1:])})
    yield "owner added", task.model_copy(update={"owners": (*owners, other)})
    if owners[1:]:
        yield "owner left out", task.model_copy(update={"owners": owners[:-1]})
    if partners:
        yield "partner exchanged", task.model_copy(update={"partners": (*partners[:-1], other)})
        yield "partner left out", task.model_copy(update={"partners": partners[:-1]})
        swapped = {"owners": (partners[0],), "partners": (*owners, *partners[1:])}
        yield "owner and partner exchanged", task.model_copy(update=swapped)


def _found(draft: Draft) -> Counter[str]:
    return Counter(each.code for each in [*check_draft(draft), *warn_of_draft(draft)])


def _slips_of(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield each slip that can be planted in a document, and whether anything tells of it."""
    loaded = load(str(path))
    assert isinstance(loaded.plan, Plan)
    plan, registers = loaded.plan, loaded.registers
    for task in plan.tasks:
        if any(plan.agencies[owner].collective for owner in task.owners) or not task.owners:
            continue
        for kind, wrong in _planted(task):
            draft = Draft.joined(plan.own, registers, plan.document, {0: wrong}, {}, whole=False)
            draft = replace(draft, headings=plan.headings)
            yield kind, _found(draft) != _found(replace(draft, tasks={0: task}))


def test_most_slips_of_owners_and_partners_are_found() -> None:
    """At least eight of ten of each kind."""
    counts: dict[str, list[bool]] = {}
    for path in DOCUMENTS:
        for kind, found in _slips_of(path):
            counts.setdefault(kind, []).append(found)
    assert len(counts) == 6
    for kind, found_each in counts.items():
        assert sum(found_each) >= len(found_each) * 0.8, kind
