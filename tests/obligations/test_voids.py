"""Entries that were taken back: the answers are those of a log without them."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kh20.model import LogEntry, Plan, Voided
from kh20.obligations import Book, Standing, Status
from kh20.obligations.voids import identity, voids_of
from obligations.test_book import EACH, answers, extended, with_log
from plans.logged_plans import AGENCIES, DAYS, PARTS, logged_plans
from plans.made_plans import BY_Q1, completed, made_plan, task


def taking_back(entry: LogEntry) -> Voided:
    """Return the entry that takes another one back."""
    given = {key: getattr(entry, key, None) for key in ("agency", "part")}
    return Voided.model_validate(
        {
            **{key: value for key, value in given.items() if value is not None},
            **({"for": entry.for_} if entry.for_ is not None else {}),
            "task": entry.task,
            "on": entry.on,
            "event": "voided",
            "voids": entry.event,
            "note": "nhầm",
        }
    )


@settings(max_examples=40)
@given(logged_plans(), st.data(), st.lists(DAYS, min_size=1, max_size=4))
def test_what_was_taken_back_never_counted(
    plan: Plan, data: st.DataObject, days: list[date]
) -> None:
    """Not even before the mistake was found; of entries that are alike the last one goes."""
    if not plan.log:
        return
    wrong = data.draw(st.sampled_from(plan.log))
    last = max(n for n, entry in enumerate(plan.log) if identity(entry) == identity(wrong))
    without = [entry for n, entry in enumerate(plan.log) if n != last]
    for day in [*days, wrong.on]:
        told = answers(with_log(plan, [*plan.log, taking_back(wrong)]), day)
        assert _unstruck(told) == answers(with_log(plan, without), day)


def _unstruck(told: list[Any]) -> list[Any]:
    """Leave out what was struck: the last of what is known of a standing."""
    if isinstance(told, list):
        return [_unstruck(each) for each in told]
    known = isinstance(told, tuple) and len(told) == len(Standing._fields) - 1
    return (*told[:-1], ()) if known else told


def test_the_history_keeps_both() -> None:
    """Whoever looks sees what was recorded, and why it does not count."""
    wrong = extended("2024-03-01", "2052")
    back = {**wrong, "event": "voided", "voids": "extended", "note": "2025"}
    log = [wrong, {key: back[key] for key in ("task", "on", "event", "voids", "note")}]
    plan = made_plan([task("I.1", BY_Q1)], AGENCIES, log)
    (standing,) = Book(plan, date(2024, 5, 1)).standings()
    assert (standing.status, standing.deadline) == (Status.OVERDUE, date(2024, 3, 31))
    assert standing.history == ()
    assert [(entry.event, voided.note) for entry, voided in standing.struck] == [
        ("extended", "2025")
    ]
    (before,) = Book(plan, date(2024, 2, 29)).standings()
    assert before.struck == ()


def test_what_takes_nothing_back_is_told() -> None:
    """What stands behind it, what is alike but for the part, and what is gone already."""
    done = completed("I.1", "2024-03-01", part="mot")
    other = completed("I.1", "2024-03-01", part="hai")
    plan = made_plan([task("I.1", BY_Q1, parts=PARTS)], AGENCIES, [done, other])
    first, second = plan.log
    log = [taking_back(first), first, second, taking_back(first), taking_back(first)]
    found = voids_of(list(enumerate(log)))
    assert found.by == {1: 3}
    assert found.vain == {0: None, 4: 3}


def test_one_owner_is_given_more_time() -> None:
    """The others are overdue, and it is not; what it completes then is in time."""
    more_time = extended("2024-03-01", "2024-Q2", agency="bo-a")
    plan = made_plan([task("I.1", BY_Q1, **EACH)], AGENCIES, [more_time])
    (standing,) = Book(plan, date(2024, 5, 1)).standings()
    assert (standing.status, standing.deadline) == (Status.OVERDUE, date(2024, 3, 31))
    own, other = (standing.of_body(owner) for owner in ("bo-a", "bo-b"))
    assert (own.status, own.days_left) == (Status.OPEN, 60)
    assert (other.status, other.days_overdue) == (Status.OVERDUE, 31)
    log = [
        more_time,
        completed("I.1", "2024-03-30", agency="bo-b"),
        completed("I.1", "2024-05-02", agency="bo-a"),
    ]
    plan = made_plan([task("I.1", BY_Q1, **EACH)], AGENCIES, log)
    (open_,) = Book(plan, date(2024, 5, 1)).standings()
    assert (open_.status, open_.deadline) == (Status.OPEN, date(2024, 6, 30))
    (whole,) = Book(plan, date(2024, 6, 1)).standings()
    assert whole.status is Status.COMPLETED
