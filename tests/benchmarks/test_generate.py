import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

# The benchmarks are no installed package: they lie beside the tests.
sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.bodies import FEWEST, agencies, count_for
from benchmarks.dues import AS_OF, ISSUED
from benchmarks.generate import plan_lines, write_plan

from conftest import PATIENCE
from kh20.model import Due, Extended, Plan
from kh20.obligations import Book, Status
from kh20.planfile import load_bytes

TASKS = 300
GENERATE = Path(__file__).parents[2] / "benchmarks" / "generate.py"


def generated(tasks: int = TASKS, log: int = 0) -> Plan:
    loaded = load_bytes("".join(plan_lines(tasks, log)).encode(), "generated.yaml")
    assert [f"{finding.code} {finding.message}" for finding in loaded.findings] == []
    assert loaded.valid
    assert loaded.plan is not None
    return loaded.plan


@pytest.fixture(scope="module")
def plan() -> Plan:
    return generated()


@pytest.fixture(scope="module")
def followed() -> Plan:
    return generated(TASKS, 3 * TASKS + 1)


def test_it_is_valid_without_any_finding(plan: Plan) -> None:
    assert len(plan.tasks) == TASKS
    assert plan.log == ()
    assert plan.document.issued == ISSUED


@pytest.mark.parametrize("tasks", [FEWEST, 61, 2500])
def test_it_is_valid_at_other_sizes(tasks: int) -> None:
    assert len(generated(tasks, tasks).tasks) == tasks


def test_every_process_writes_the_same(tmp_path: Path) -> None:
    here, there = tmp_path / "here.yaml", tmp_path / "there.yaml"
    write_plan(here, TASKS, TASKS)
    subprocess.run(
        [sys.executable, GENERATE, str(TASKS), "--log", str(TASKS), "--output", there],
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "77"},
        timeout=PATIENCE,
    )
    assert here.read_bytes() == there.read_bytes()
    assert here.read_text("utf-8") == "".join(plan_lines(TASKS, TASKS))


def test_a_plan_with_fewer_tasks_than_agencies_is_refused() -> None:
    with pytest.raises(ValueError, match=str(FEWEST)):
        next(plan_lines(FEWEST - 1))


def test_texts_and_titles_have_the_length_of_real_ones(plan: Plan) -> None:
    assert all(200 <= len(task.text) <= 400 for task in plan.tasks)
    assert all(10 <= len(task.title) <= 100 for task in plan.tasks)
    assert len({task.text for task in plan.tasks}) == TASKS


def test_dues_come_in_every_kind(plan: Plan) -> None:
    kinds: Counter[str] = Counter()
    for task in plan.tasks:
        if isinstance(task.due, Due):
            kinds.update(task.due.model_dump(by_alias=True, exclude_defaults=True).keys())
        else:
            kinds["none"] += 1
    assert kinds["by"] > TASKS * 0.4
    for kind in ("in", "before", "from", "ongoing", "none"):
        assert TASKS * 0.03 < kinds[kind] < TASKS * 0.25, kind
    assert kinds["substantially"] > 0


def test_about_a_third_is_overdue_on_the_day_of_the_queries(plan: Plan) -> None:
    standings = Book(plan, AS_OF).standings()
    overdue = sum(standing.status is Status.OVERDUE for standing in standings)
    assert TASKS * 0.28 <= overdue <= TASKS * 0.38


def test_some_texts_cite_documents_that_set_no_deadline(plan: Plan) -> None:
    cited = sum(re.search(r"số [0-9]+", task.text) is not None for task in plan.tasks)
    assert TASKS * 0.18 <= cited <= TASKS * 0.32


def test_sections_owners_and_partners_vary(plan: Plan) -> None:
    assert len({task.section for task in plan.tasks}) >= 5
    assert {len(task.owners) for task in plan.tasks} >= {0, 1, 2, 3, 4}
    assert {len(task.partners) for task in plan.tasks} >= {0, 1, 3}
    each = sum(task.responsibility == "each" for task in plan.tasks)
    assert TASKS * 0.1 < each < TASKS * 0.3
    assert any(task.parts for task in plan.tasks)


def test_agencies_grow_with_the_plan() -> None:
    assert count_for(TASKS) == FEWEST == 40
    assert count_for(100_000) == 2_000
    names = [body.name for body in agencies(2_000)]
    assert len(set(names)) == len(names) > 2_000


def test_agencies_act_for_others_pass_duties_on_and_form_a_collective(plan: Plan) -> None:
    bodies = plan.agencies.values()
    assert any(body.acts_for for body in bodies)
    assert any(body.successor for body in bodies)
    assert any(body.collective and body.members for body in bodies)


def test_the_log_has_the_length_asked_for_and_the_order_of_days(followed: Plan) -> None:
    assert len(followed.log) == 3 * TASKS + 1
    days = [entry.on for entry in followed.log]
    assert days == sorted(days)
    assert ISSUED < days[0] <= days[-1] <= AS_OF


def test_the_log_has_every_event(followed: Plan) -> None:
    events = Counter(entry.event for entry in followed.log)
    assert set(events) == {"completed", "progress", "extended", "cancelled", "reopened"}
    assert events["completed"] > TASKS * 0.3


def test_an_extension_leads_past_the_deadline(followed: Plan) -> None:
    dues = {task.id: task.due for task in followed.tasks}
    extensions = [entry for entry in followed.log if isinstance(entry, Extended)]
    assert extensions
    for entry in extensions:
        due = dues[entry.task]
        assert isinstance(due, Due)
        assert due.deadline is not None
        assert entry.to.last > due.deadline


def test_nothing_is_completed_twice(followed: Plan) -> None:
    shares: Counter[tuple[str, str | None, str | None]] = Counter()
    for entry in followed.log:
        share = (entry.task, getattr(entry, "agency", None), getattr(entry, "part", None))
        if entry.event == "completed":
            shares[share] += 1
        elif entry.event == "reopened":
            shares[share] -= 1
    assert set(shares.values()) == {0, 1}
