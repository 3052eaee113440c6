"""Random edits of the shipped plan: whatever weakens is found where it is, nothing else is said."""

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kh20.comparison import Change, Effect, Kind, compare, guard
from kh20.findings import Finding, Severity
from kh20.model import Plan
from kh20.planfile import load_bytes, tie
from plans import harmless_edits, weakenings
from plans.eventful_plan import eventful_plan
from plans.plan_styles import Styler, plain_text

Data = dict[str, Any]
Errors = set[tuple[str, str]]

SEEDS = st.integers(0, 2**32)


def loaded(text: str) -> Plan:
    plan = load_bytes(text.encode(), "plan.yaml").plan
    assert plan is not None
    return plan


MIRRORED_EFFECTS = ({Effect.WEAKENS, Effect.STRENGTHENS}, {Effect.ALTERS}, {Effect.NEUTRAL})
"""What a change may be to the two sides that look at it."""

BASE = loaded(plain_text(eventful_plan()))


def findings_of(old: Plan, text: str) -> list[Finding]:
    new = load_bytes(text.encode(), "plan.yaml")
    assert new.plan is not None, new.findings
    return tie(guard(old, new.plan), new.text, "plan.yaml")


def errors_in(findings: list[Finding]) -> Errors:
    return {
        (finding.code, str(finding.task))
        for finding in findings
        if finding.severity is Severity.ERROR
    }


@lru_cache(maxsize=1)
def blocks(text: str) -> dict[str, range]:
    """Return the lines, from 1, that each task fills, as PyYAML has them."""
    root = yaml.compose(text, yaml.CSafeLoader)
    assert isinstance(root, yaml.MappingNode)
    tasks = next(value for key, value in root.value if key.value == "tasks")
    found = {}
    for node in tasks.value:
        id_ = next(value.value for key, value in node.value if key.value == "id")
        last = node.end_mark.line + (1 if node.end_mark.column else 0)
        found[id_] = range(node.start_mark.line + 1, max(last, node.start_mark.line + 1) + 1)
    return found


def place_of(id_: str, old: Data, text: str) -> range:
    """Return where a task is in the new text, or what stands in the place of one that is gone."""
    here = blocks(text)
    ids = [task["id"] for task in old["tasks"]]
    following = [each for each in ids[ids.index(id_) :] if each in here]
    earlier = [each for each in reversed(ids[: ids.index(id_)]) if each in here]
    return here[(following + earlier)[0]]


def weaken(data: Data, random: Random, count: int) -> Errors:
    """Edit some tasks, each in one way, and return the errors that there must be."""
    expected: Errors = set()
    for task in random.sample(data["tasks"], count):
        for edit in random.sample(weakenings.ALL, len(weakenings.ALL)):
            codes = edit(task, random)
            if codes:
                expected |= {(code, task["id"]) for code in codes}
                break
    return expected


def remove(data: Data, random: Random, count: int) -> Errors:
    logged = {entry["task"] for entry in data["log"]}
    free = [task for task in data["tasks"] if task["id"] not in logged]
    gone = random.sample(free, count)
    for task in gone:
        data["tasks"].remove(task)
    return {("KH501", task["id"]) for task in gone}


@settings(max_examples=60)
@given(SEEDS, st.booleans())
def test_every_weakening_is_an_error_at_its_task_and_nothing_else_is(
    seed: int, styled: bool
) -> None:
    random = Random(seed)
    old, data = eventful_plan(), eventful_plan()
    expected = remove(data, random, random.choice([0, 0, 1, 3]))
    expected |= weaken(data, random, random.choice([1, 1, 2, 5]))
    for edit in random.sample(harmless_edits.ALL, random.choice([0, 1, 3])):
        edit(data, random)
    text = Styler(seed if styled else None).write(data)
    findings = findings_of(BASE, text)
    assert errors_in(findings) == expected
    for finding in findings:
        if finding.severity is Severity.ERROR:
            assert finding.task is not None
            assert finding.region.line in place_of(finding.task, old, text), finding


@pytest.mark.parametrize("edit", weakenings.ALL, ids=lambda edit: edit.__name__)
def test_each_way_to_weaken_is_an_error_and_no_more(edit: weakenings.Weakening) -> None:
    random, tried = Random(1), 0
    numbers = range(len(eventful_plan()["tasks"]))
    for number in random.sample(numbers, len(numbers)):
        data = eventful_plan()
        task = data["tasks"][number]
        codes = edit(task, random)
        if codes and tried < 6:
            tried += 1
            text = plain_text(data)
            assert errors_in(findings_of(BASE, text)) == {(code, task["id"]) for code in codes}
            for change in compare(BASE, loaded(text)):
                effects = {change.effect, change.mirrored().effect}
                assert effects in MIRRORED_EFFECTS or change.kind is Kind.OWNER_REPLACED
    assert tried


@settings(max_examples=30)
@given(SEEDS)
@example(0)
def test_every_harmless_edit_is_silent(seed: int) -> None:
    random, data = Random(seed), eventful_plan()
    for edit in random.sample(harmless_edits.ALL, random.randrange(len(harmless_edits.ALL) + 1)):
        edit(data, random)
    assert findings_of(BASE, Styler(seed).write(data)) == []


@pytest.mark.parametrize("edit", harmless_edits.ALL, ids=lambda edit: edit.__name__)
def test_each_harmless_edit_alone_is_silent(edit: Any) -> None:
    data = eventful_plan()
    before = plain_text(data)
    edit(data, Random(3))
    assert plain_text(data) != before
    assert findings_of(BASE, plain_text(data)) == []


def rewrite(data: Data, random: Random) -> None:
    """Make all sorts of edits, also of agencies and of the log, and renumber."""
    remove(data, random, random.choice([0, 1]))
    weaken(data, random, random.choice([0, 2, 6]))
    agencies = data["agencies"]
    for key in random.sample(sorted(agencies), random.choice([0, 2])):
        agencies[key]["name"] += " mới"
        agencies[key]["aliases"] = ["X" + key]
    if random.random() < 0.3:
        one, other = random.sample(sorted(agencies), 2)
        agencies[one], agencies[other] = agencies[other], agencies[one]
    if random.random() < 0.5:
        agencies["bo-y-te-2"] = agencies.pop("bo-y-te")
    for entry in random.sample(data["log"], random.choice([0, 1, 3])):
        if random.random() < 0.5:
            data["log"].remove(entry)
        else:
            entry["on"] = "2024-02-02"
    if random.random() < 0.3:
        data["log"].append({"task": "II.2", "on": "2024-07-01", "event": "progress", "note": "x"})
    if random.random() < 0.5:
        task = random.choice(data["tasks"])
        for entry in data["log"]:
            if entry["task"] == task["id"]:
                entry["task"] = "IX.9"
        task["id"] = "IX.9"
    if random.random() < 0.2:
        data["document"]["issued"] = "2024-11-28"
    random.choice(harmless_edits.ALL)(data, random)


def corrected(changes: list[Change]) -> set[str | None]:
    """Return the obligations in which a slip is corrected, by their ids in both versions."""
    found = [change for change in changes if change.effect is Effect.CORRECTS]
    return {change.task for change in found} | {change.formerly for change in found} - {None}


@settings(max_examples=30)
@given(SEEDS, SEEDS)
def test_two_versions_differ_alike_from_both_sides(one: int, other: int) -> None:
    plans = []
    for seed in (one, other):
        data = eventful_plan()
        rewrite(data, Random(seed))
        plans.append(loaded(plain_text(data)))
    forth, back = compare(*plans), compare(*reversed(plans))
    # That an edit corrects a slip is the one thing that has no mirror image.
    slips = corrected(forth) | corrected(back)

    def bare(change: Change) -> Change:
        in_a_slip = change.task in slips or change.formerly in slips
        return replace(change, effect_known=None) if in_a_slip else change

    assert Counter(bare(change.mirrored()) for change in forth) == Counter(map(bare, back))
    assert Counter(bare(change.mirrored().mirrored()) for change in forth) == Counter(
        map(bare, forth)
    )
    assert compare(plans[0], plans[0]) == []
