"""Comparing made plans in a few words."""

from collections.abc import Iterable, Mapping
from typing import Any

from kh20.comparison import Change, compare, guard
from kh20.findings import Diagnostic, Severity
from kh20.findings.codes import severity_of
from kh20.model import Plan
from plans.made_plans import made_plan, plan_data


def changes(old: Plan, new: Plan) -> list[str]:
    """Return the changes as ``kind effect subject: old -> new``; what is not there is ``-``."""
    return [said(change) for change in compare(old, new)]


def said(change: Change) -> str:
    values = f"{change.old or '-'} -> {change.new or '-'}"
    return f"{change.kind} {change.effect} {change.subject}: {values}"


def kinds(old: Plan, new: Plan) -> list[str]:
    return [change.kind.value for change in compare(old, new)]


def codes(old: Plan, new: Plan) -> list[str]:
    """Return the codes of the guard, with an exclamation mark behind those that are errors."""
    return [
        diagnostic.code + ("!" if severity(diagnostic) is Severity.ERROR else "")
        for diagnostic in guard(old, new)
    ]


def severity(diagnostic: Diagnostic) -> Severity:
    return diagnostic.severity or severity_of(diagnostic.code)


def between(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[Plan, Plan]:
    """Return two plans of one task each."""
    return made_plan([before]), made_plan([after])


def issued_on(day: str, tasks: Iterable[Mapping[str, Any]]) -> Plan:
    data = plan_data(tasks)
    data["document"]["issued"] = day
    return Plan.model_validate(data)
