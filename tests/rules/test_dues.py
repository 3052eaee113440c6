"""Dues by themselves: those that come once, and those that recur."""

from itertools import combinations

import pytest

from plans import logged_files
from rules.found import brief, found, task, tasks

_EXCLUSIVE = [("by", "in"), ("by", "before"), ("in", "before"), ("in", "from")]
SAID = "stated: hằng năm"
_ISSUED = "document: {number: 1, title: K, issued: 2024-05-02, issuer: A}\n".replace("1", '"1"', 1)


def _codes(due: str, text: str | None = None) -> list[tuple[str, str]]:
    each = task(due=due) if text is None else task(due=due, text=text)
    return [(code, at) for code, at, _earlier in brief(tasks(each))]


@pytest.mark.parametrize(("one", "other"), [*combinations(["by", "in", "before", "from"], 2)])
def test_which_keys_go_together(one: str, other: str) -> None:
    keys = {"by": "by: 2024-Q2", "in": "in: 2024-Q2", "before": "before: 2024-Q2"}
    due = f"{{{keys.get(one)}, {keys.get(other, 'from: 2024-Q1')}, stated: x}}"
    wrong = [at for code, at in _codes(due) if code == "KH301"]
    assert wrong == ([other] if (one, other) in _EXCLUSIVE else [])


def test_several_contradictions_have_one_finding() -> None:
    due = "{by: 2024-Q2, in: 2024-Q2, before: 2024-Q2, from: 2024-Q1, stated: trong năm 2024}"
    assert _codes(due) == [("KH301", "in")]


def test_substantially_needs_a_deadline() -> None:
    due = "{from: 2024-06, substantially: true, stated: từ tháng 6/2024}"
    assert ("KH301", "substantially") in _codes(due)
    assert "KH301" not in {code for code, _at in _codes(due.replace("from", "by"))}


@pytest.mark.parametrize("due", ["{stated: x}", "{ongoing: false, stated: x}"])
def test_a_due_says_when(due: str) -> None:
    (wrong,) = found(tasks(task(due=due)))
    assert wrong[:2] == ("KH302", "due")
    assert wrong.message == "this due names no period"


def test_a_standing_duty_says_when() -> None:
    assert _codes("{ongoing: true, stated: thường xuyên}") == []


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("2024-06", "2024-06", False),
        ("2024-06-30", "2024-Q2", False),
        ("2024-07", "2024-Q2", True),
        ("2025", "2024", True),
    ],
)
def test_a_start_is_not_after_the_deadline(start: str, end: str, wrong: bool) -> None:
    found_codes = _codes(f"{{from: '{start}', by: '{end}', stated: x}}")
    assert (("KH308", f"'{start}'") in found_codes) == wrong


@pytest.mark.parametrize(
    ("key", "period", "late"),
    [
        ("by", "2024-05-02", False),
        ("by", "2024-05", False),
        ("by", "2024-05-01", True),
        ("in", "2024-04", True),
        ("in", "2024-Q2", False),
        ("before", "2024-05-03", False),
        ("before", "2024-05", True),
    ],
)
def test_a_deadline_is_not_before_the_issue(key: str, period: str, late: bool) -> None:
    each = tasks(task(due=f"{{{key}: {period}, stated: x}}"))
    wrong = [(code, at) for code, at, _earlier in brief(_ISSUED + each) if code == "KH309"]
    assert wrong == ([("KH309", period)] if late else [])


def test_what_has_no_deadline_is_never_late() -> None:
    assert [c for c, _at, _e in brief(_ISSUED + tasks(task(due="{from: 2023-01, stated: x}")))] == [
        "KH305"
    ]


def test_where_the_day_of_issue_cannot_be_read_nothing_is_before_it() -> None:
    section = "document: {number: 1/K, title: K, issued: 2024, issuer: A}\n"
    codes = {code for code, _at, _e in brief(section + tasks(task(due="{by: 2001-01, stated: x}")))}
    assert codes == {"KH310", "KH305"}


def faults(due: str) -> list[tuple[str, str, str]]:
    tasks = logged_files.task(due=f"{{{due}, {SAID}}}")
    return [
        (found.at, found.message, found.hint or "")
        for found in logged_files.findings(tasks=tasks)
        if found.code == "KH311"
    ]


@pytest.mark.parametrize(
    "due",
    [
        "every: year",
        "every: year, by: 02-29",
        "every: year, by: '15'",
        "every: year, by: last day",
        "every: year, before: 01-01",
        "every: year, before: [06-15, 12-01]",
        "every: half-year, by: [06-10, 12-10]",
        "every: half-year, before: [07-01, 01-01]",
        "every: half-year, by: [03-01, 06-10, 12-10]",
        "every: quarter, by: '25'",
        "every: 4 months, from: 2024-03, by: [06-15, 07-15, 02-15]",
        "every: 5 months, by: '10'",
        "every: 18 months, by: 03-01",
        "every: 2 years, from: '2024', until: '2025'",
        "every: month, by: ['15', last day]",
        "every: year, from: '2024', until: '2024'",
    ],
)
def test_recurrences_that_can_be(due: str) -> None:
    """Cut-offs that every turn has, an end that leaves room for one."""
    assert faults(due) == []


@pytest.mark.parametrize(
    ("due", "at", "said"),
    [
        ("every: year, by: 02-30", "02-30", "no day “02-30” in any year"),
        ("every: year, by: [06-15, 11-31]", "11-31", "no day “11-31” in any year"),
        ("every: year, by: 06-15, before: 06-15", "06-15", "cannot both hold"),
        ("every: year, by: [06-15, 06-15]", "06-15", "“06-15” is given twice"),
        ("every: year, by: []", "[]", "names no day"),
        ("every: half-year, by: 06-10", "06-10", "do not fall into every turn of “half-year”"),
        ("every: half-year, by: [06-10, 05-10]", "06-10", "do not fall into every turn"),
        ("every: half-year, before: [07-01, 06-10]", "07-01", "do not fall into every turn"),
        ("every: quarter, by: [03-10, 06-10]", "03-10", "do not fall into every turn"),
        ("every: 5 months, by: [03-10, 06-10]", "03-10", "do not fall into every turn"),
        ("every: 4 months, from: 2024-03, by: [06-15, 05-15, 02-15]", "06-15", "every turn"),
        ("every: year, from: 2024-06, until: 2024-05", "2024-05", "before it starts"),
        ("every: year, until: '2023'", "'2023'", "before it is due for the first time"),
        ("every: year, by: 03-15, from: 2024-06, until: '2024'", "'2024'", "first time"),
        ("every: 2 years, from: '2024', until: '2024'", "'2024'", "first time"),
    ],
)
def test_recurrences_that_cannot_be(due: str, at: str, said: str) -> None:
    """One finding each, at the very value."""
    ((where, message, hint),) = faults(due)
    assert where == at
    assert said in message
    assert hint


@pytest.mark.parametrize(
    "due",
    [
        "every: weekly",
        "every: week, by: fri",
        "every: 0 months",
        "every: 100 months",
        "every: 1 year",
        "every: year, by: 13-01",
        "every: year, by: 6-1",
        "every: year, by: '32'",
        "every: year, by: '0'",
        "every: year, by: 1-15",
    ],
)
def test_what_is_not_written_as_a_recurrence_is(due: str) -> None:
    """The shape has findings of its own."""
    tasks = logged_files.task(due=f"{{{due}, {SAID}}}")
    assert {found.code for found in logged_files.findings(tasks=tasks)} <= {"KH105", "KH009"}
    assert logged_files.findings(tasks=tasks)


def test_each_recurrence_is_looked_at() -> None:
    every = "{every: year, by: 02-30, stated: hằng năm}"
    found_ = brief(tasks(task("I.1"), task("I.2", due=every), task("I.3", due=every)))
    assert [each[:2] for each in found_ if each[0] == "KH311"] == [("KH311", "02-30")] * 2


def test_a_day_falls_into_every_turn_of_two_years() -> None:
    assert "KH311" not in {code for code, _at in _codes("{every: 2 years, by: 03-15, stated: x}")}


def test_a_recurrence_may_end_on_the_day_on_which_it_starts() -> None:
    due = "{every: year, from: 2024-06-30, until: 2024-06-30, by: 06-30, stated: hằng năm}"
    assert "KH311" not in {code for code, _at in _codes(due)}
