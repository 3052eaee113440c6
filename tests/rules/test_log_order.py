"""What can follow what in the log of one obligation."""

import pytest

from plans.logged_files import EACH, PARTS, YEARLY, Found, brief, findings, task


def entry(on: str, event: str, **more: str) -> str:
    """Return an entry about I.1 in 2024, with what its event needs."""
    needs = {
        "completed": "note: xong",
        "progress": "note: đang làm",
        "extended": "basis: 1/QĐ",
        "cancelled": "basis: 1/QĐ",
        "reopened": "note: thiếu",
    }
    keys = "".join(f", {key.rstrip('_')}: {value}" for key, value in more.items())
    return f"task: I.1, on: 2024-{on}, event: {event}, {needs[event]}{keys}"


def only(*entries: str, tasks: str = "") -> Found:
    (found,) = findings(*entries, tasks=tasks)
    return found


def test_completed_twice_points_at_both() -> None:
    """In between, a reopening makes it possible, on the same day too."""
    found = only(entry("03-01", "completed"), entry("03-05", "completed"))
    assert (found.code, found.at, found.line) == ("KH404", "completed", 2)
    assert found.earlier == (("completed", 1),)
    same_day = [entry("03-01", event) for event in ("completed", "reopened", "completed")]
    assert brief(*same_day) == []
    assert brief(*same_day, entry("03-01", "completed")) == [("KH404", "completed", 4)]


def test_events_of_one_day_happen_in_the_order_of_the_file() -> None:
    """Reopened before it was completed is not reopened."""
    assert brief(entry("03-01", "reopened"), entry("03-01", "completed")) == [
        ("KH411", "reopened", 1)
    ]


def test_events_of_different_days_happen_in_the_order_of_days() -> None:
    """Wherever they stand; that they stand so is a warning of its own."""
    assert brief(entry("03-05", "reopened"), entry("03-01", "completed")) == [
        ("KH409", "2024-03-01", 2)
    ]


def test_shares_are_completed_one_by_one() -> None:
    """A second completion of the same share is one too many, of another share it is not."""
    both = task(**EACH, **PARTS)
    a1, a2 = ({"agency": "bo-a", "part": part} for part in ("mot", "hai"))
    b1 = {"agency": "bo-b", "part": "mot"}
    log = [entry("03-01", "completed", **share) for share in (a1, a2, b1, a1)]
    assert brief(*log[:3], tasks=both) == []
    found = only(*log, tasks=both)
    assert (found.code, found.line, found.earlier) == ("KH404", 4, (("completed", 1),))
    taken_back = entry("03-02", "reopened", **a2)
    assert brief(*log[:3], taken_back, entry("03-03", "completed", **a2), tasks=both) == []
    assert brief(*log[:3], taken_back, entry("03-03", "completed", **a1), tasks=both) == [
        ("KH404", "completed", 5)
    ]
    assert brief(log[0], entry("03-02", "reopened", **b1), tasks=both) == [("KH411", "reopened", 2)]


def test_a_reopening_without_a_share_is_about_all_that_were_completed() -> None:
    """The whole is taken back."""
    each = task(**EACH)
    log = [
        entry("03-01", "completed", agency="bo-a"),
        entry("03-02", "reopened"),
        entry("03-03", "completed", agency="bo-a"),
    ]
    assert brief(*log, tasks=each) == []
    assert brief(log[1], tasks=each) == [("KH411", "reopened", 1)]


def test_an_heir_completes_the_share_of_the_body_that_it_succeeded() -> None:
    """So that the body's own entry afterwards is a second one for the same share."""
    each = task(**EACH)
    log = [
        entry("07-01", "completed", agency="bo-c"),
        entry("07-02", "completed", agency="bo-b"),
    ]
    assert brief(log[0], tasks=each) == []
    assert brief(*log, tasks=each) == [("KH404", "completed", 2)]
    assert brief(log[0], entry("07-02", "completed", agency="bo-a"), tasks=each) == []


def test_an_extension_moves_the_deadline_in_force_later() -> None:
    """The second is compared with the first, not with the document."""
    assert brief(entry("02-01", "extended", to="2024-Q1")) == [("KH405", "2024-Q1", 1)]
    assert brief(entry("02-01", "extended", to="2024-04-01")) == []
    log = [entry("02-01", "extended", to="2024-Q3"), entry("03-01", "extended", to="2024-Q2")]
    found = only(*log)
    assert (found.code, found.at, found.line) == ("KH405", "2024-Q2", 2)
    assert "2024-09-30" in found.message
    assert brief(log[1], entry("03-02", "extended", to="2024-Q3")) == []


@pytest.mark.parametrize(
    "due",
    [
        "none",
        "{ongoing: true, stated: thường xuyên}",
        "{from: 2024-02, stated: thực hiện từ tháng 2/2024}",
    ],
)
def test_what_has_no_deadline_is_not_extended(due: str) -> None:
    """There is nothing to move."""
    text = "Báo cáo" if due == "none" else f"Báo cáo {due[due.index('stated: ') + 8 : -1]}"
    found = only(entry("02-01", "extended", to="2025-01"), tasks=task(due=due, text=text))
    assert (found.code, found.at) == ("KH405", "2025-01")
    assert found.hint == "record the decision as progress"


@pytest.mark.parametrize("event", ["completed", "progress", "cancelled", "extended"])
def test_after_a_cancellation_only_a_reopening_can_follow(event: str) -> None:
    """The finding refers to the cancellation."""
    more = {"to": "2024-Q4"} if event == "extended" else {}
    log = [entry("02-01", "cancelled"), entry("02-02", event, **more)]
    found = only(*log)
    assert (found.code, found.at, found.line) == ("KH408", event, 2)
    assert found.earlier == (("cancelled", 1),)
    assert brief(log[0], entry("02-01", "reopened"), log[1]) == []


def test_a_reopening_ends_the_cancellation_and_not_the_completion_before_it() -> None:
    """A second reopening takes that back too; a standing duty may be lifted after it."""
    goes_on = task(due="{by: 2024-Q1, ongoing: true, stated: …}")
    log = [entry("02-01", "completed"), entry("02-02", "cancelled"), entry("02-03", "reopened")]
    again = [*log, entry("02-04", "completed")]
    assert ("KH404", "completed", 4) in brief(*again, tasks=goes_on)
    back = [*log, entry("02-04", "reopened"), entry("02-05", "completed")]
    codes = {code for code, _at, _line in brief(*back, tasks=goes_on)}
    assert not codes & {"KH404", "KH411", "KH413"}


@pytest.mark.parametrize("event", ["extended", "cancelled"])
def test_what_is_completed_needs_no_decision(event: str) -> None:
    """Unless it was reopened, or not all of it is completed; the completion is pointed at."""
    to = {"to": "2024-Q3"} if event == "extended" else {}
    done = entry("02-01", "completed")
    found = only(done, entry("02-02", event, **to))
    assert (found.code, found.at, found.earlier) == ("KH413", event, (("completed", 1),))
    assert brief(done, entry("02-02", "reopened"), entry("02-03", event, **to)) == []
    one = entry("02-01", "completed", agency="bo-a")
    assert brief(one, entry("02-02", event, **to), tasks=task(**EACH)) == []


@pytest.mark.parametrize("event", ["completed", "reopened"])
def test_one_of_several_joint_owners_completes_nothing_by_itself(event: str) -> None:
    """A report of one of them is progress."""
    joint = task(owners="[bo-a, bo-b]")
    before = [entry("02-01", "completed")] if event == "reopened" else []
    found = only(*before, entry("02-02", event, agency="bo-b"), tasks=joint)
    assert (found.code, found.at) == ("KH412", "bo-b")
    assert brief(*before, entry("02-02", event), tasks=joint) == []
    assert brief(*before, entry("02-02", event, agency="bo-a"), tasks=task()) == []
    assert brief(entry("02-02", "progress", agency="bo-b"), tasks=joint) == []


def test_a_cancellation_is_taken_back_as_a_whole() -> None:
    """Naming one owner would leave the others lifted, which the entry does not do."""
    lifted = entry("02-01", "cancelled")
    found = only(lifted, entry("02-02", "reopened", agency="bo-a"), tasks=task(**EACH))
    assert (found.code, found.at) == ("KH412", "bo-a")
    assert brief(lifted, entry("02-02", "reopened"), tasks=task(**EACH)) == []


def test_time_that_is_over_is_not_given() -> None:
    """On the last day it still is."""
    late = only(entry("10-01", "extended", to="2024-Q3"))
    assert (late.code, late.at) == ("KH414", "2024-Q3")
    assert brief(entry("09-30", "extended", to="2024-Q3")) == []


def test_what_was_never_closed_is_not_reopened() -> None:
    """Neither before nor after progress."""
    assert brief(entry("02-01", "progress"), entry("02-02", "reopened")) == [
        ("KH411", "reopened", 2)
    ]


def turn(on: str, event: str, label: str, **more: str) -> str:
    return entry(on, event, for_=f"'{label}'", **more)


def test_every_turn_has_a_course_of_its_own() -> None:
    """Completing one does not complete the next."""
    yearly = task(due=YEARLY)
    log = [turn("03-01", "completed", "2024"), turn("03-02", "completed", "2025")]
    assert brief(*log, tasks=yearly) == []
    assert brief(*log, turn("03-03", "completed", "2025"), tasks=yearly) == [
        ("KH404", "completed", 3)
    ]
    assert brief(turn("03-01", "extended", "2024", to="2024-12-14"), tasks=yearly) == [
        ("KH405", "2024-12-14", 1)
    ]
    assert brief(turn("03-01", "extended", "2024", to="2024-12-15"), tasks=yearly) == []
    assert brief(turn("03-01", "reopened", "2024"), tasks=yearly) == [("KH411", "reopened", 1)]


def test_a_duty_that_was_lifted_is_lifted_for_its_turns() -> None:
    """But not for those that were past or completed by then; and it can be taken up again."""
    yearly = task(due=YEARLY)
    lifted = entry("11-01", "cancelled")
    found = only(lifted, turn("11-02", "completed", "2024"), tasks=yearly)
    assert (found.code, found.line, found.earlier) == ("KH408", 2, (("cancelled", 1),))
    late = entry("12-20", "cancelled")
    assert brief(late, turn("12-21", "completed", "2024"), tasks=yearly) == []
    assert brief(late, turn("12-21", "completed", "2025"), tasks=yearly) == [
        ("KH408", "completed", 2)
    ]
    done = turn("03-01", "completed", "2024")
    assert brief(done, lifted, turn("11-02", "reopened", "2024"), tasks=yearly) == []
    back = entry("11-03", "reopened")
    assert brief(lifted, back, turn("11-04", "completed", "2024"), tasks=yearly) == []
    one = turn("11-03", "reopened", "2024")
    assert brief(lifted, one, turn("11-04", "completed", "2024"), tasks=yearly) == []
    assert brief(lifted, one, turn("11-04", "completed", "2025"), tasks=yearly) == [
        ("KH408", "completed", 3)
    ]


def test_a_whole_duty_is_lifted_once_and_taken_up_again_only_then() -> None:
    """Completing a turn does not close the duty."""
    yearly = task(due=YEARLY)
    lifted = entry("11-01", "cancelled")
    assert brief(lifted, entry("11-02", "cancelled"), tasks=yearly) == [("KH408", "cancelled", 2)]
    assert brief(entry("11-02", "reopened"), tasks=yearly) == [("KH411", "reopened", 1)]
    done = turn("03-01", "completed", "2024")
    assert brief(done, entry("11-02", "reopened"), tasks=yearly) == [("KH411", "reopened", 2)]
