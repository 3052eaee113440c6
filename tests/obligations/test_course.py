"""One obligation followed event by event, by the book and by the rule on the order of the log."""

from datetime import date
from typing import Any

import pytest

from kh20.model import Extended, Plan
from kh20.obligations.course import Course
from kh20.obligations.obligation import Obligation, of_task
from kh20.obligations.turns import find_turn
from kh20.rules.draft import Draft
from kh20.rules.log_order import possible_course
from plans.made_plans import AGENCIES, BY_Q1, completed, made_plan, task

YEARLY = {"every": "year", "before": "12-15", "stated": "trước ngày 15/12 hằng năm"}
EXTENDED = {"event": "extended", "task": "I.1", "to": "2024-Q4", "basis": "1/QĐ"}
CANCELLED = {"event": "cancelled", "task": "I.1", "on": "2024-04-10", "basis": "1/QĐ"}
REOPENED = {"event": "reopened", "task": "I.1", "on": "2024-04-11", "note": "thiếu"}


def followed(*log: dict[str, Any], **more: Any) -> Course:
    """Return the course of I.1 after a log."""
    plan = made_plan([task("I.1", BY_Q1, **more)], AGENCIES, log)
    return Course.after(of_task(plan.tasks[0]), list(enumerate(plan.log)), plan.agencies)


def places(course: Course) -> list[int]:
    return [placed[0] for placed in course.completed_by if placed is not None]


def codes(plan: Plan) -> list[str]:
    return [found.code for found in possible_course(Draft.of(plan))]


def test_a_second_completion_changes_nothing() -> None:
    """The share keeps the day and the place of the first, until it is reopened."""
    log = [completed("I.1", "2024-03-01"), completed("I.1", "2024-03-05")]
    course = followed(*log)
    assert (course.completed_on, places(course)) == (date(2024, 3, 1), [0])
    assert len(course.history) == 2
    again = followed(*log, REOPENED, completed("I.1", "2024-04-12"))
    assert (again.completed_on, places(again)) == (date(2024, 4, 12), [3])
    assert again.shares[0].late


def test_a_reopening_ends_the_cancellation_and_leaves_the_completion() -> None:
    """Cancelled twice, the first decision is the one that counts."""
    course = followed(completed("I.1", "2024-03-01"), CANCELLED, CANCELLED)
    assert course.closed is not None
    assert course.closed[0] == 1
    back = followed(completed("I.1", "2024-03-01"), CANCELLED, CANCELLED, REOPENED)
    assert back.closed is None
    assert back.completed_on == date(2024, 3, 1)


def test_an_extension_holds_on_the_whole_day_of_the_decision() -> None:
    """For the state, also for what the file has before it; the rule goes by the file."""
    done, more_time = completed("I.1", "2024-04-10"), {**EXTENDED, "on": "2024-04-10"}
    course = followed(done, more_time)
    assert (course.deadline, course.shares[0].late) == (date(2024, 12, 31), False)
    plan = made_plan([task("I.1", BY_Q1)], AGENCIES, [done, more_time])
    assert codes(plan) == ["KH413"]
    step_by_step = Course(of_task(plan.tasks[0]), plan.agencies)
    for placed in enumerate(plan.log):
        if isinstance(placed[1], Extended):
            step_by_step.extend(placed[1])
        step_by_step.take(placed)
    assert (step_by_step.deadline, step_by_step.shares[0].late) == (date(2024, 12, 31), True)


@pytest.mark.parametrize("first", ["lifted", "extended"])
def test_a_turn_extended_on_the_day_on_which_the_duty_is_lifted(first: str) -> None:
    """It is not past, so it is lifted with the duty; for the rule only where the file says so."""
    lifted = {**CANCELLED, "on": "2024-12-20"}
    more_time = {**EXTENDED, "on": "2024-12-20", "to": "2025-01", "for": "2024"}
    log = [lifted, more_time] if first == "lifted" else [more_time, lifted]
    done = completed("I.1", "2024-12-21", **{"for": "2024"})
    plan = made_plan([task("I.1", YEARLY)], AGENCIES, [*log, done])
    turn = find_turn(plan.tasks[0], plan.document.issued, "2024")
    assert isinstance(turn, Obligation)
    assert Course.after(turn, list(enumerate(plan.log)), plan.agencies).closed is not None
    assert codes(plan) == ([] if first == "lifted" else ["KH408"])
