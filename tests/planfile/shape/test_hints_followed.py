"""Wrong scalars in every place of a plan: one finding at the place, whose hint mends it."""

import re
from collections.abc import Iterator
from functools import reduce
from operator import getitem
from typing import Any

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kh20.findings import Finding, Severity
from kh20.planfile import load_bytes
from kh20.planfile.yaml.scalars import read_plain
from plans.made_plans import BY_Q1, FROM_MAY, completed, plan_data, task

_RAW = "RAW SCALAR"
_SCALARS = (
    *("yes", "No", "on", "OFF", "y", "N", "True", "FALSE", "true", "false", "Null", "="),
    *("010", "0x1F", "0b11", "0o17", "1_000", "+1", "1e3", "33.3", "1.0", ".5", "5.", ".inf"),
    *("12:30", "-1:30", "190:20:30", "+7", "1" * 20),
    *("2024-3-1", "2024-02-30", "2024-13-01", "2024-01-02T00:00:00.000Z", "2024-1-2 0:00:00"),
    *("2024-01-02T10:00:00+07:00", "0", "1", "5", "15", "99", "-5", "2024", "202406"),
    *("2024-01-02", "2024-06", "2024-Q2", "quý I", "năm 2024", "Q2/24", "30/6"),
)
_OF_SHAPE = re.compile("KH009|KH1..|KH310")
_OF_VALUE = re.compile(f"{_OF_SHAPE.pattern}|KH202|KH210|KH303|KH401|KH402|KH410")


def _plan() -> dict[str, Any]:
    """Return a plan with every key of the format."""
    agencies: dict[str, dict[str, Any]] = {
        "bo-a": {"name": "Bộ A", "en": "A", "aliases": ["BA"], "acts_for": "bo-b"},
        "bo-b": {"name": "Bộ B", "collective": True, "members": ["bo-c"]},
        "bo-c": {
            "name": "Bộ C",
            "successor": {"agency": "bo-b", "from": "2024-03-01", "basis": "1/QĐ"},
        },
    }
    whole = {"by": "2024-Q1", "ongoing": True, "substantially": True, "stated": "quý I/2024"}
    every = {"every": "half-year", "from": "2024", "until": "2025", "stated": "định kỳ"}
    tasks = [
        task("I.1", whole, partners=["bo-b"], responsibility="each"),
        task("I.2", BY_Q1, parts=[{"id": "de-an", "title": "Đề án"}]),
        task("I.3", {"in": "2024-06", "stated": "trong tháng 6/2024"}),
        task("I.4", {"before": "2024-06-30", "stated": "trước ngày 30/6/2024"}),
        task("I.5", FROM_MAY),
        task("I.6", {**every, "by": ["06-15", "12-15"]}),
        task("I.7", {**every, "every": "quarter", "before": "15"}),
    ]
    log = [
        completed("I.1", "2024-02-01", agency="bo-a", note="x"),
        completed("I.2", "2024-02-01", part="de-an"),
        completed("I.7", "2024-02-01", **{"for": "2024-Q1"}),
        {"task": "I.2", "on": "2024-03-01", "event": "progress", "note": "x", "percent": 50},
        {"task": "I.2", "on": "2024-03-01", "event": "extended", "to": "2024-Q3", "basis": "1/QĐ"},
        {"task": "I.2", "on": "2024-03-01", "event": "cancelled", "basis": "1/QĐ"},
        {"task": "I.2", "on": "2024-03-01", "event": "reopened", "basis": "1/QĐ"},
    ]
    plan = plan_data(tasks, agencies, log)
    plan["document"] |= {"signed_by": "A", "implements": "B", "source": "C", "timezone": "UTC"}
    return plan


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the paths of all values of a plan below its top."""
    if path:
        yield path
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _places(inner, (*path, step))


def _errors(path: tuple[Any, ...], raw: str) -> list[Finding]:
    """Return the errors at a place of the plan where a scalar stands as it is."""
    plan = _plan()
    holder: Any = reduce(getitem, path[:-1], plan)
    holder[path[-1]] = _RAW
    text = yaml.safe_dump(plan, allow_unicode=True, sort_keys=False, width=10**6)
    findings = load_bytes(text.replace(_RAW, raw).encode(), "plan.yaml").findings
    return [each for each in findings if each.key_path == path and each.severity is Severity.ERROR]


def _follow(hint: str) -> str | None:
    """Return what a hint says to write, to the letter; none where it leaves that to the person."""
    written = re.fullmatch("(?:quote it: |put it in brackets: |write )([^ ]*|.*[]})])", hint)
    return None if written is None else written[1]


@settings(max_examples=2 * settings().max_examples)
@given(st.sampled_from(list(_places(_plan()))), st.sampled_from(_SCALARS))
def test_one_finding_says_how_to_write_it(path: tuple[Any, ...], raw: str) -> None:
    said = [each for each in _errors(path, raw) if _OF_VALUE.match(each.code)]
    assert len(said) <= 1
    assert said or read_plain(raw)[1] is None
    written = _follow(said[0].hint or "") if said else None
    if written is not None:
        assert not [each for each in _errors(path, written) if _OF_SHAPE.match(each.code)]
