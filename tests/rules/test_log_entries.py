"""Entries of the log by themselves: what they speak of, when, and on what grounds."""

import pytest

from kh20.planfile import load_bytes
from kh20.rules.draft import Draft
from kh20.rules.log_entries import known_subjects
from plans.logged_files import AGENCIES, EACH, PARTS, YEARLY, Found, brief, findings, task
from plans.made_plans import made_plan
from plans.made_plans import task as made_task

DONE = "on: 2024-03-01, event: completed, note: xong"
NOTE = "on: 2024-03-01, event: progress, note: đang làm"


def only(*entries: str, tasks: str = "") -> Found:
    (found,) = findings(*entries, tasks=tasks)
    return found


def test_an_obligation_that_there_is_not() -> None:
    """The finding points at the id, and names the nearest."""
    found = only(f"task: I.2, {DONE}")
    assert (found.code, found.at, found.hint) == ("KH401", "I.2", "did you mean I.1?")
    assert only(f"task: XX.99.99, {DONE}").hint is None


def test_an_obligation_that_is_there_but_not_sound_is_not_missing() -> None:
    """Its own finding says what is wrong with it."""
    unsound = task(tilte="Báo cáo")
    assert {found.code for found in findings(f"task: I.1, {NOTE}", tasks=unsound)} == {"KH102"}


@pytest.mark.parametrize("event", [DONE, NOTE])
def test_an_agency_that_there_is_not_or_that_owes_nothing(event: str) -> None:
    """Progress is reported by those who owe it, too."""
    assert brief(f"task: I.1, agency: bo-x, {event}") == [("KH402", "bo-x", 1)]
    found = only(f"task: I.1, agency: bo-b, {event}")
    assert (found.code, found.at, found.hint) == ("KH402", "bo-b", "the owners are: bo-a")
    assert brief(f"task: I.1, agency: bo-d, {event}") == [("KH402", "bo-d", 1)]
    assert brief(f"task: I.1, agency: bo-a, {event}") == []


def test_an_agency_that_is_there_but_not_sound_may_be_anything() -> None:
    """Whom it handed over to is not known, so nobody is said to have no part in it."""
    text = (
        "format: 1\ndocument: {number: 1-KH, title: x, issued: 2024-01-02, issuer: z}\n"
        + AGENCIES.replace("successor:", "succesor:")
        + "tasks:\n"
        + task(owners="[bo-b]")
        + f"log: [{{task: I.1, agency: bo-c, {DONE}}}]\n"
    )
    assert {found.code for found in load_bytes(text.encode(), "p").findings} == {"KH102"}


@pytest.mark.parametrize(
    ("day", "found"),
    [("2024-06-30", [("KH402", "bo-c", 1)]), ("2024-07-01", []), ("2025-01-01", [])],
)
def test_an_heir_answers_from_the_day_of_the_succession(
    day: str, found: list[tuple[str, str, int]]
) -> None:
    """The day before, it is a stranger; the old body still answers for itself on any day."""
    tasks = task(owners="[bo-b]")
    event = f"on: {day}, event: completed, document: 1/BC"
    assert brief(f"task: I.1, agency: bo-c, {event}", tasks=tasks) == found
    assert brief(f"task: I.1, agency: bo-b, {event}", tasks=tasks) == []


def test_a_part_that_there_is_not() -> None:
    """The nearest is named, or all of them, or that there are none."""
    assert only(f"task: I.1, part: mott, {DONE}", tasks=task(**PARTS)).hint == "did you mean mot?"
    found = only(f"task: I.1, part: xyz, {DONE}", tasks=task(**PARTS))
    assert (found.at, found.hint) == ("xyz", "its parts are: mot, hai")
    assert only(f"task: I.1, part: mot, {DONE}").hint == "its parts are: none"


def test_a_day_before_the_document() -> None:
    """The day of issue itself is possible."""
    assert brief("task: I.1, on: 2024-01-01, event: completed, note: xong") == [
        ("KH403", "2024-01-01", 1)
    ]
    assert brief("task: I.1, on: 2024-01-02, event: completed, note: xong") == []


def test_entries_out_of_order_are_a_warning_that_points_at_the_later_one() -> None:
    """Each is compared with the latest above it, and the same day twice is in order."""
    log = [f"task: I.1, on: 2024-0{month}-01, event: progress, note: x" for month in (4, 3, 4, 2)]
    first, second = findings(*log)
    assert (first.code, first.at, first.line) == ("KH409", "2024-03-01", 2)
    assert first.earlier == (("2024-04-01", 1),)
    assert (second.code, second.at, second.line) == ("KH409", "2024-02-01", 4)
    assert second.earlier == (("2024-04-01", 3),)


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("event: completed", ("KH407", "completed")),
        ("event: reopened", ("KH407", "reopened")),
        ("event: completed, document: 1/BC", None),
        ("event: completed, note: xong", None),
        ("event: completed, document: ''", ("KH106", "''")),
        ("event: progress", ("KH407", "{")),
        ("event: extended, to: 2024-06", ("KH407", "{")),
        ("event: extended, basis: 1/QĐ", ("KH407", "{")),
        ("event: extended, to: 2024-6, basis: 1/QĐ", ("KH310", "2024-6")),
        ("event: cancelled", ("KH407", "{")),
        ("event: cancelled, basis: '  '", ("KH106", "'  '")),
        ("event: progress, note: x, percent: 101", ("KH104", "101")),
        ("event: progress, note: x, percent: -1", ("KH104", "-1")),
        ("event: progress, note: x, percent: 0", None),
        ("event: progress, note: x, percent: 100", None),
        ("event: finished, note: x", ("KH104", "finished")),
        ("event: cancelled, basis: x, agency: bo-a", ("KH102", "agency")),
    ],
)
def test_what_each_event_needs(entry: str, found: tuple[str, str] | None) -> None:
    """A document or a note for a completion, a decision for what changes the duty itself."""
    seen = [
        (each.code, each.at)
        for each in findings(f"task: I.1, on: 2024-03-01, {entry}")
        if each.code != "KH411"
    ]
    if found is None:
        assert seen == []
    elif found[1] == "{":  # A key that is missing has no place but the entry itself.
        assert [(code, at[:1]) for code, at in seen] == [found]
    else:
        assert seen == [found]


def test_turns() -> None:
    """Every event but the end of the whole duty is about one turn, and the turn must exist."""
    yearly = task(due=YEARLY)
    for event in (DONE, NOTE, "on: 2024-03-01, event: extended, to: 2025-01, basis: 1/QĐ"):
        found = only(f"task: I.1, {event}", tasks=yearly)
        assert (found.code, found.at) == ("KH410", "I.1")
        assert found.hint == 'add the turn, such as “for: "2024"”'
        assert brief(f"task: I.1, for: '2024', {event}", tasks=yearly) == []
    assert brief("task: I.1, on: 2024-03-01, event: cancelled, basis: 1/QĐ", tasks=yearly) == []
    found = only(f"task: I.1, for: '20244', {DONE}", tasks=yearly)
    assert (found.code, found.at) == ("KH410", "'20244'")
    assert (found.hint or "").startswith('did you mean "2024"')
    found = only(f"task: I.1, for: 2024-Q1, {DONE}", tasks=yearly)
    assert found.hint == 'its turns are: "2024", "2025", "2026", "2027", …'
    assert brief(f"task: I.1, for: '2099', {DONE}", tasks=yearly) == []
    assert brief(f"task: I.1, for: '2023', {DONE}", tasks=yearly) == [("KH410", "'2023'", 1)]
    assert brief(f"task: I.1, for: '2024', {DONE}") == [("KH410", "'2024'", 1)]


def test_turns_are_not_judged_where_the_day_of_issue_is_not_known() -> None:
    """Which turns there are depends on it."""
    text = (
        "format: 1\ndocument: {number: 1-KH, title: x, issued: 2024-13-02, issuer: z}\n"
        + AGENCIES
        + "tasks:\n"
        + task(due=YEARLY)
        + f"log: [{{task: I.1, for: '2024', {DONE}}}]\n"
    )
    codes = {found.code for found in load_bytes(text.encode(), "p").findings}
    assert not {code for code in codes if code.startswith("KH4")}


def test_each_names_an_owner_and_parts_name_a_part() -> None:
    """Where both count, both are named."""
    both = task(**EACH, **PARTS)
    assert brief(f"task: I.1, {DONE}", tasks=task(**EACH)) == [("KH406", "completed", 1)]
    assert brief(f"task: I.1, {DONE}", tasks=task(**PARTS)) == [("KH406", "completed", 1)]
    assert brief(f"task: I.1, agency: bo-a, {DONE}", tasks=both) == [("KH406", "completed", 1)]
    assert brief(f"task: I.1, part: mot, {DONE}", tasks=both) == [("KH406", "completed", 1)]
    assert brief(f"task: I.1, part: mot, agency: bo-a, {DONE}", tasks=both) == []
    assert (
        only(f"task: I.1, {DONE}", tasks=task(**EACH)).hint
        == "add “agency: …”, or “whole: true” where one document completes all: bo-a, bo-b"
    )
    assert only(f"task: I.1, {DONE}", tasks=task(**PARTS)).hint == "add “part: …”: mot, hai"
    assert brief(f"task: I.1, {NOTE}", tasks=both) == []


def test_thousands_of_unknown_obligations_are_found_in_a_moment() -> None:
    """A log that belongs to another plan: every entry is a finding, the first get a suggestion."""
    log = [
        {"task": f"X.{n}", "on": "2024-03-01", "event": "progress", "note": "x"}
        for n in range(3000)
    ]
    plan = made_plan([made_task(f"I.{n}") for n in range(1, 2000)], log=log)
    found = list(known_subjects(Draft.of(plan)))
    assert [each.code for each in found] == ["KH401"] * 3000
    assert found[-1].hint is None


def test_a_turn_is_quoted_short_and_on_one_line() -> None:
    """Whatever the file has there."""
    found = findings(f'task: I.1, for: "a\\nb\\e[1m", {DONE}')
    assert [each.message for each in found if each.code == "KH410"] == [
        r"I.1 does not recur, so it has no turn “a b\x1b[1m”"
    ]
