"""The guard: which code, how heavy, where, and what to do instead."""

from typing import Any

import pytest

from comparison.comparing import codes, severity
from kh20.comparison import Kind, guard
from kh20.findings import Diagnostic, Severity
from kh20.findings.codes import codes as catalogue
from kh20.model import Plan
from plans.made_plans import BY_Q1, completed, made_plan, task

OLD = task("I.1", BY_Q1, owners=["bo-a", "bo-b"], responsibility="each")


def only(old: Plan, new: Plan) -> Diagnostic:
    (diagnostic,) = guard(old, new)
    return diagnostic


@pytest.mark.parametrize(
    ("edit", "code", "hint"),
    [
        ({"due": {**BY_Q1, "by": "2024-Q2"}}, "KH502", "kh20 extend I.1 --to … --basis …"),
        ({"due": {"ongoing": True, "stated": BY_Q1["stated"]}}, "KH502", "kh20 extend I.1"),
        ({"owners": ["bo-a"]}, "KH503", "“successor”"),
        ({"owners": ["bo-a", "bo-c"]}, "KH503", "“successor”"),
        ({"text": "Làm khác (hoàn thành trong quý I/2024)."}, "KH504", "the signed document"),
        ({"due": {**BY_Q1, "stated": "quý I/2024"}}, "KH504", "the signed document"),
        ({"responsibility": "joint"}, "KH506", "goes into the log"),
        ({"due": {**BY_Q1, "substantially": True}}, "KH506", "goes into the log"),
    ],
)
def test_what_weakens_is_an_error_with_the_way_to_do_it(
    edit: dict[str, Any], code: str, hint: str
) -> None:
    found = guard(made_plan([OLD]), made_plan([{**OLD, **edit}]))
    errors = [each for each in found if severity(each) is Severity.ERROR]
    assert [each.code for each in errors] == [code]
    assert errors[0].task == "I.1"
    assert errors[0].message.startswith("I.1: ")
    assert hint in str(errors[0].hint)


def test_a_removed_obligation_names_the_sanctioned_way() -> None:
    diagnostic = only(made_plan([OLD, task("I.2")]), made_plan([OLD]))
    assert (diagnostic.code, diagnostic.task) == ("KH501", "I.2")
    assert "kh20 cancel I.2 --basis …" in str(diagnostic.hint)
    assert diagnostic.place.on_key


@pytest.mark.parametrize(
    "entry",
    [
        {"event": "extended", "to": "2030", "basis": "Công văn 5-CV/TW"},
        {"event": "cancelled", "basis": "Kết luận 7-KL/TW"},
        {"event": "completed", "document": "1/BC"},
        {"event": "progress", "note": "x", "percent": 10},
    ],
)
def test_what_is_recorded_in_the_log_passes(entry: dict[str, Any]) -> None:
    new = made_plan([OLD], log=[{"task": "I.1", "on": "2024-02-01", **entry}])
    diagnostic = only(made_plan([OLD]), new)
    assert (diagnostic.code, severity(diagnostic)) == ("KH513", Severity.NOTICE)
    assert diagnostic.place.path == ("log", 0)


def test_an_edit_is_not_sanctioned_by_an_entry_that_says_the_same() -> None:
    entry = {"event": "extended", "task": "I.1", "on": "2024-02-01", "to": "2024", "basis": "5"}
    new = made_plan([{**OLD, "due": {**BY_Q1, "by": "2024"}}], log=[entry])
    assert codes(made_plan([OLD]), new) == ["KH502!", "KH513"]


def test_what_strengthens_is_a_notice() -> None:
    new = {**OLD, "due": {**BY_Q1, "by": "2024-01"}, "owners": ["bo-a", "bo-b", "bo-c"]}
    assert codes(made_plan([OLD]), made_plan([new, task("I.2")])) == ["KH510"] * 3


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        (Kind.LOG_REMOVED, "KH505"),
        (Kind.LOG_CHANGED, "KH505"),
    ],
)
def test_the_log_names_its_own_way(kind: Kind, code: str) -> None:
    old = made_plan([OLD], log=[completed("I.1", "2024-01-02", agency="bo-a")])
    changed = [completed("I.1", "2024-01-03", agency="bo-a")]
    new = made_plan([OLD], log=[] if kind is Kind.LOG_REMOVED else changed)
    diagnostic = only(old, new)
    assert (diagnostic.code, diagnostic.task) == (code, "I.1")
    assert "add one that corrects it" in str(diagnostic.hint)


def test_errors_stop_an_edit_and_notices_tell_of_it() -> None:
    weights = {code: each.severity for code, each in catalogue().items() if code[:3] == "KH5"}
    errors = {f"KH50{number}" for number in range(1, 7)}
    assert {code for code, weight in weights.items() if weight is Severity.ERROR} == errors
    # What cannot be compared is for somebody to look at.
    warnings = {code for code, weight in weights.items() if weight is Severity.WARNING}
    assert warnings == {"KH522"}


def test_a_message_is_one_line_that_a_terminal_may_have() -> None:
    odd = "Việc\x1b[31m\nkhác\u202e" + "x" * 5000
    diagnostic = only(made_plan([OLD]), made_plan([{**OLD, "due": {**BY_Q1, "stated": odd}}]))
    assert diagnostic.message.isprintable()
    assert len(diagnostic.message) < 2100
