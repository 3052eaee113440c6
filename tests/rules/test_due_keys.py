"""Due periods by themselves."""

from itertools import combinations

import pytest

from rules.found import brief, found, task, tasks

_EXCLUSIVE = [("by", "in"), ("by", "before"), ("in", "before"), ("in", "from")]
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
