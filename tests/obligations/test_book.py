"""The state on a day: from what was known then, and from nothing else."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kh20.model import Cancelled, Completed, Due, Extended, LogEntry, Plan, Reopened
from kh20.obligations import Book, Share, Standing, Status
from kh20.obligations.obligation import meant_among
from kh20.periods import Period
from kh20.queries.agencies import agency_counts, summarise
from kh20.queries.deadlines import due_in, overdue, upcoming
from plans.logged_plans import AGENCIES, DAYS, PARTS, logged_plans
from plans.made_plans import BY_Q1, IN_JUNE, completed, made_plan, task

YEARLY = {"every": "year", "before": "12-15", "stated": "trước ngày 15/12 hằng năm"}
EACH = {"owners": ["bo-a", "bo-b"], "responsibility": "each"}


def with_log(plan: Plan, log: list[LogEntry]) -> Plan:
    return plan.model_copy(update={"log": tuple(log)})


def answers(plan: Plan, day: date) -> list[Any]:
    """Return what every query says of a plan on a day."""
    book, year = Book(plan, day), Period.year(day.year)
    grid = summarise([book])
    due = due_in([book], year)
    return [
        _known(book.standings()),
        _known(book.standings(date(2027, 12, 31))),
        [_known(found) for found in (due.due, due.started, due.ongoing, due.moved)],
        _known(overdue([book])),
        _known(upcoming([book])),
        _known(upcoming([book], date(2027, 1, 1))),
        [(row.body and row.body.key, row.counts) for row in grid.rows],
        [grid.assignments.counts, grid.obligations.counts],
        [(row.body.key, *row[1:]) for row in agency_counts([book])],
        [book.lifted_on(each) for each in plan.tasks],
    ]


def _known(standings: Iterable[Standing]) -> list[Any]:
    """Return all that is known of each standing but for the book that it stands in."""
    return [(each.obligation, *each[2:]) for each in standings]


@settings(max_examples=40)
@given(logged_plans(), st.lists(DAYS, min_size=1, max_size=4))
def test_a_past_day_gives_exactly_what_was_known_then(plan: Plan, days: list[date]) -> None:
    """The log cut off at that day answers everything the same: nothing later shines through."""
    for day in [*days, *(entry.on for entry in plan.log[:3])]:
        prefix = with_log(plan, [entry for entry in plan.log if entry.on <= day])
        assert answers(plan, day) == answers(prefix, day)


@settings(max_examples=40)
@given(logged_plans(), DAYS, st.randoms(use_true_random=False))
def test_the_order_of_the_file_counts_only_within_a_day(plan: Plan, day: date, chance: Any) -> None:
    """Entries of different days, or of different obligations, may stand in any order."""
    groups: dict[tuple[date, str], list[LogEntry]] = {}
    for entry in plan.log:
        groups.setdefault((entry.on, entry.task), []).append(entry)
    shuffled = list(groups.values())
    chance.shuffle(shuffled)
    other = with_log(plan, [entry for group in shuffled for entry in group])
    assert answers(other, day) == answers(plan, day)


def told(standing: Standing, plan: Plan) -> tuple[Status, date | None, date | None]:
    """Tell state, deadline and day of completion from the history alone, share by share."""
    day, events = standing.as_of, standing.history
    agencies = plan.agencies

    def concerns(event: Completed | Extended | Reopened, share: Share) -> bool:
        meant = meant_among(standing.task.owners, event.agency or "", event.on, agencies)
        of_owner = not share.agency or not event.agency or share.agency in meant
        return of_owner and event.part in (None, share.part or event.part)

    def deadline_on(when: date, share: Share) -> date | None:
        known = [
            event.to.last
            for event in events
            if isinstance(event, Extended) and event.on <= when and concerns(event, share)
        ]
        return known[-1] if known else standing.obligation.deadline

    closed = {True: False, False: False}
    reopenings = []
    for event in events:
        # A turn can be cancelled by itself and with the whole duty; reopening it ends both.
        whole = standing.obligation.turn is not None and event.for_ is None
        if isinstance(event, Cancelled):
            closed[whole] = True
        elif isinstance(event, Reopened) and any(closed.values()):
            closed = {True: False, False: closed[False] and whole}
        elif isinstance(event, Reopened):
            reopenings.append(event)
    states = []
    for share in standing.shares:
        last: Completed | None = None
        for event in events:
            if not isinstance(event, Completed) and event not in reopenings:
                continue
            assert isinstance(event, Completed | Reopened)
            if not concerns(event, share):
                continue
            last = event if isinstance(event, Completed) else None
        states.append(last)
    shares = list(zip(standing.shares, states, strict=True))
    done = [(share, event) for share, event in shares if event is not None]
    limits = [deadline_on(day, share) for share, event in shares if event is None]
    deadline = (
        min(limits, key=str)
        if limits
        else max((deadline_on(day, share) for share in standing.shares), key=str)
    )
    start = standing.obligation.start
    completed_on = max(event.on for _share, event in done) if len(done) == len(states) else None
    if any(closed.values()):
        status = Status.CANCELLED
    elif completed_on is not None:
        late = [
            event
            for share, event in done
            if (limit := deadline_on(event.on, share)) is not None and event.on > limit
        ]
        status = Status.COMPLETED_LATE if late else Status.COMPLETED
    elif deadline is not None and day > deadline:
        status = Status.OVERDUE
    elif start is not None and day < start:
        status = Status.NOT_STARTED
    elif deadline is not None:
        status = Status.OPEN
    else:
        status = Status.RUNNING if isinstance(standing.task.due, Due) else Status.UNSCHEDULED
    return status, deadline, completed_on


@settings(max_examples=80)
@given(logged_plans(), DAYS)
def test_the_state_follows_from_the_history(plan: Plan, day: date) -> None:
    """What “show” prints as the timeline is all that the state comes from."""
    for standing in Book(plan, day).standings(date(2027, 1, 1)):
        assert told(standing, plan) == (standing.status, standing.deadline, standing.completed_on)
        assert all(entry.on <= day for entry in standing.history)
        assert [entry.on for entry in standing.history] == sorted(e.on for e in standing.history)


@settings(max_examples=40)
@given(logged_plans(), DAYS)
def test_every_obligation_is_counted_once_in_both_directions(plan: Plan, day: date) -> None:
    """Rows add up to the line of assignments, and its states to the total."""
    book = Book(plan, day)
    grid = summarise([book])
    assert sum((row.counts for row in grid.rows), Counter()) == grid.assignments.counts
    assert sum(row.total for row in grid.rows) == grid.assignments.total
    for row in (*grid.rows, grid.assignments, grid.obligations):
        assert row.total == sum(row.counts[status] for status in Status)
    standings = list(book.standings())
    assert grid.obligations.total == len(standings)
    assert grid.assignments.total == sum(max(1, len(s.task.owners)) for s in standings)


def status_on(day: str, *log: dict[str, Any], due: Any = BY_Q1, **more: Any) -> Status:
    plan = made_plan([task("I.1", due, **more)], AGENCIES, log)
    return next(Book(plan, date.fromisoformat(day)).standings()).status


def extended(on: str, to: str, **more: Any) -> dict[str, Any]:
    return {"event": "extended", "task": "I.1", "on": on, "to": to, "basis": "1/QĐ", **more}


def cancelled(on: str, **more: Any) -> dict[str, Any]:
    return {"event": "cancelled", "task": "I.1", "on": on, "basis": "1/QĐ", **more}


def reopened(on: str, **more: Any) -> dict[str, Any]:
    return {"event": "reopened", "task": "I.1", "on": on, "note": "thiếu", **more}


@pytest.mark.parametrize(
    ("log", "status"),
    [
        ([completed("I.1", "2024-03-31")], Status.COMPLETED),
        ([completed("I.1", "2024-04-01")], Status.COMPLETED_LATE),
        ([extended("2024-03-01", "2024-Q2"), completed("I.1", "2024-06-30")], Status.COMPLETED),
        (
            [extended("2024-03-01", "2024-Q2"), completed("I.1", "2024-07-01")],
            Status.COMPLETED_LATE,
        ),
        # The decision came after the work was handed in late: it was late on that day.
        (
            [completed("I.1", "2024-04-10"), extended("2024-04-11", "2024-Q2")],
            Status.COMPLETED_LATE,
        ),
        # On the day of the decision the new deadline holds, however the file has the two.
        ([completed("I.1", "2024-04-10"), extended("2024-04-10", "2024-Q2")], Status.COMPLETED),
        ([extended("2024-04-10", "2024-Q2"), completed("I.1", "2024-04-10")], Status.COMPLETED),
        (
            [completed("I.1", "2024-03-01"), reopened("2024-03-05")],
            Status.OVERDUE,
        ),
        (
            [
                completed("I.1", "2024-03-01"),
                reopened("2024-03-05"),
                completed("I.1", "2024-04-02"),
            ],
            Status.COMPLETED_LATE,
        ),
        (
            [
                completed("I.1", "2024-03-01"),
                reopened("2024-03-01"),
                completed("I.1", "2024-03-01"),
            ],
            Status.COMPLETED,
        ),
        ([cancelled("2024-02-01")], Status.CANCELLED),
        ([cancelled("2024-02-01"), reopened("2024-02-05")], Status.OVERDUE),
        (
            [completed("I.1", "2024-03-01"), cancelled("2024-03-02"), reopened("2024-03-03")],
            Status.COMPLETED,
        ),
    ],
)
def test_courses(log: list[dict[str, Any]], status: Status) -> None:
    """In time or late is judged against the deadline in force on the day of completion."""
    assert status_on("2024-12-31", *log) is status


def test_the_original_deadline_stays_and_the_extensions_are_counted() -> None:
    """How often it moved, and to when; before the first decision nothing is known of it."""
    log = [extended("2024-03-01", "2024-Q2"), extended("2024-06-01", "2024-Q3")]
    plan = made_plan([task("I.1", BY_Q1)], AGENCIES, log)
    seen = {}
    for day in ("2024-02-29", "2024-03-01", "2024-05-31", "2024-06-01"):
        standing = next(Book(plan, date.fromisoformat(day)).standings())
        assert standing.obligation.deadline == date(2024, 3, 31)
        seen[day] = (str(standing.deadline), len(standing.extensions))
    assert seen == {
        "2024-02-29": ("2024-03-31", 0),
        "2024-03-01": ("2024-06-30", 1),
        "2024-05-31": ("2024-06-30", 1),
        "2024-06-01": ("2024-09-30", 2),
    }


def test_an_heir_completes_for_the_body_that_it_succeeded() -> None:
    """From the day of the succession on; before it, the entry would be about nobody."""
    done_b = completed("I.1", "2024-03-02", agency="bo-b")
    for day, status in (("2024-06-30", Status.OVERDUE), ("2024-07-01", Status.COMPLETED_LATE)):
        by_heir = completed("I.1", day, agency="bo-c")
        assert status_on("2024-12-31", by_heir, owners=["bo-b"]) is status
    joint = completed("I.1", "2024-07-01", agency="bo-c")
    assert status_on("2024-12-31", joint, done_b, **EACH) is Status.OVERDUE


def test_each_and_parts_are_complete_when_all_are() -> None:
    """Four shares of two owners and two parts; the last one decides, and one late one taints."""
    log = [
        completed("I.1", f"2024-0{month}-01", agency=agency, part=part)
        for month, agency, part in (
            (1, "bo-a", "mot"),
            (2, "bo-a", "hai"),
            (3, "bo-b", "mot"),
            (4, "bo-b", "hai"),
        )
    ]
    plan = made_plan([task("I.1", BY_Q1, parts=PARTS, **EACH)], AGENCIES, log)
    standing = next(Book(plan, date(2024, 3, 15)).standings())
    assert standing.status is Status.OPEN
    assert [(share.agency, share.part) for share in standing.missing] == [("bo-b", "hai")]
    assert standing.of_body("bo-a").status is Status.COMPLETED
    whole = next(Book(plan, date(2024, 5, 1)).standings())
    assert whole.status is Status.COMPLETED_LATE
    assert whole.completed_on == date(2024, 4, 1)
    assert whole.of_body("bo-a").status is Status.COMPLETED
    assert whole.of_body("bo-b").status is Status.COMPLETED_LATE


def turns_on(day: str, *log: dict[str, Any], until: str = "2026-12-31") -> dict[str, Status]:
    plan = made_plan([task("I.1", YEARLY)], AGENCIES, log)
    book = Book(plan, date.fromisoformat(day))
    return {s.obligation.turn or "": s.status for s in book.standings(date.fromisoformat(until))}


def test_every_turn_of_a_recurring_duty_has_its_own_state() -> None:
    """Completing one leaves the others; an extension moves one."""
    log = [
        completed("I.1", "2023-12-14", **{"for": "2023"}),
        extended("2024-12-01", "2025-01-31", **{"for": "2024"}),
        completed("I.1", "2025-12-15", **{"for": "2025"}),
    ]
    assert turns_on("2025-01-31", *log) == {
        "2023": Status.COMPLETED,
        "2024": Status.OPEN,
        "2025": Status.OPEN,
        "2026": Status.NOT_STARTED,
    }
    assert turns_on("2026-01-01", *log) == {
        "2023": Status.COMPLETED,
        "2024": Status.OVERDUE,
        "2025": Status.COMPLETED_LATE,
        "2026": Status.OPEN,
    }


def test_a_duty_that_is_lifted_is_owed_for_the_turns_that_were_past() -> None:
    """And what was completed stays so; taken up again, the turns are owed as before."""
    done = completed("I.1", "2024-10-01", **{"for": "2024"})
    lifted = turns_on("2025-06-01", done, cancelled("2024-11-01"))
    assert lifted == {
        "2023": Status.OVERDUE,
        "2024": Status.COMPLETED,
    }
    back = turns_on("2025-06-01", done, cancelled("2024-11-01"), reopened("2025-03-01"))
    assert back["2025"] is Status.OPEN
    assert back["2023"] is Status.OVERDUE
    one = turns_on("2025-06-01", cancelled("2024-11-01"), reopened("2025-03-01", **{"for": "2025"}))
    assert one == {"2023": Status.OVERDUE, "2024": Status.CANCELLED, "2025": Status.OPEN}


def test_on_one_day_the_file_tells_what_came_first_also_for_a_whole_duty() -> None:
    """Completed and then lifted is completed; lifted and then completed cannot be."""
    done = completed("I.1", "2024-10-01", **{"for": "2024"})
    assert turns_on("2025-01-01", done, cancelled("2024-10-01"))["2024"] is Status.COMPLETED
    assert turns_on("2025-01-01", cancelled("2024-10-01"), done)["2024"] is Status.CANCELLED


def test_one_turn_can_be_cancelled_by_itself() -> None:
    """The duty as a whole goes on."""
    log = [cancelled("2024-11-01", **{"for": "2024"})]
    plan = made_plan([task("I.1", YEARLY)], AGENCIES, log)
    book = Book(plan, date(2025, 6, 1))
    assert book.lifted_on(plan.tasks[0]) is None
    assert turns_on("2025-06-01", *log)["2024"] is Status.CANCELLED
    assert turns_on("2025-06-01", *log)["2025"] is Status.OPEN


def test_many_entries_for_one_obligation_take_no_longer_than_for_many() -> None:
    """A log of ten thousand extensions and completions is followed in one pass."""
    log = [extended("2024-05-01", "2024-Q4")] * 5000 + [completed("I.1", "2024-06-01")] * 5000
    plan = made_plan([task("I.1", IN_JUNE)], AGENCIES, log)
    assert next(Book(plan, date(2024, 6, 2)).standings()).status is Status.COMPLETED
