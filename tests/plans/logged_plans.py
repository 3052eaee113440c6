"""Random plans with a log that the rules let pass: every kind of duty, every kind of event."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import islice
from typing import Any

from hypothesis import strategies as st

from kh20.model import Plan, Recurrence
from kh20.obligations.turns import turns_of
from kh20.rules.draft import Draft
from kh20.rules.log_entries import dates, grounds, known_subjects
from kh20.rules.log_order import possible_course
from plans.made_plans import BY_Q1, FROM_MAY, IN_JUNE, STANDING, THEN_STANDING, made_plan, task

AGENCIES: Mapping[str, Mapping[str, Any]] = {
    "bo-a": {"name": "Bộ A"},
    "bo-b": {"name": "Bộ B", "successor": {"agency": "bo-c", "from": "2024-07-01", "basis": "1"}},
    "bo-c": {"name": "Bộ C"},
}

DAYS = st.dates(date(2023, 11, 28), date(2026, 6, 30))
"""The days of events, and those that are asked about."""

PARTS = [{"id": "mot", "title": "Một"}, {"id": "hai", "title": "Hai"}]
_EACH = {"owners": ["bo-a", "bo-b"], "responsibility": "each"}

_DUES: tuple[Mapping[str, Any] | str, ...] = (
    BY_Q1,
    IN_JUNE,
    FROM_MAY,
    STANDING,
    THEN_STANDING,
    "none",
    {"before": "2024-06-30", "stated": "trước ngày 30/6/2024"},
    {"every": "year", "before": ["12-15"], "stated": "trước ngày 15/12 hằng năm"},
    {"every": "half-year", "until": "2025", "stated": "định kỳ 6 tháng"},
    {"every": "year", "by": ["06-15", "12-01"], "stated": "hằng năm"},
    {"every": "5 months", "from": "2024-01-31", "stated": "định kỳ"},
)
_SHARES: tuple[dict[str, Any], ...] = (
    {},
    {"owners": ["bo-a", "bo-b"]},
    {"owners": []},
    _EACH,
    {"parts": PARTS},
    {**_EACH, "parts": PARTS},
)


@st.composite
def logged_plans(draw: st.DrawFn) -> Plan:
    """Return a plan with up to a dozen entries in its log, mostly in the order of days."""
    tasks = [
        task(f"I.{number}", draw(st.sampled_from(_DUES)), **draw(st.sampled_from(_SHARES)))
        for number in range(1, draw(st.integers(1, 3)) + 1)
    ]
    plan = made_plan(tasks, AGENCIES)
    log: list[dict[str, Any]] = []
    for on in sorted(draw(st.lists(DAYS, max_size=14))):
        entry = draw(_entries(plan, on))
        wider = made_plan(tasks, AGENCIES, [*log, entry])
        if not _findings(wider):
            plan = wider
            log.append(entry)
    return plan


def _findings(plan: Plan) -> list[Any]:
    draft = Draft.of(plan)
    return [
        found
        for rule in (known_subjects, dates, grounds, possible_course)
        for found in rule(draft)
        if found.code != "KH409"
    ]


@st.composite
def _entries(draw: st.DrawFn, plan: Plan, on: date) -> dict[str, Any]:
    subject = draw(st.sampled_from(plan.tasks))
    event = draw(
        st.sampled_from(["completed"] * 4 + ["progress", "extended", "extended", "cancelled"])
        | st.sampled_from(["reopened", "completed"])
    )
    entry: dict[str, Any] = {"task": subject.id, "on": on.isoformat(), "event": event}
    if isinstance(subject.due, Recurrence):
        turns = [each.turn for each in islice(turns_of(subject, plan.document.issued), 4)]
        # A whole recurring duty can be cancelled and taken up again.
        some = [*turns, None] if event in ("cancelled", "reopened") else turns
        turn = draw(st.sampled_from(some))
        entry |= {"for": turn} if turn is not None else {}
    if event in ("cancelled", "extended"):
        entry["basis"] = "1/QĐ"
    else:
        entry["note"] = "xong"
    whole = event == "cancelled" or (event == "extended" and draw(st.booleans()))
    if not whole and subject.responsibility == "each" and len(subject.owners) > 1:
        entry["agency"] = draw(st.sampled_from(sorted(AGENCIES)))
    if not whole and subject.parts:
        entry["part"] = draw(st.sampled_from(["mot", "hai"]))
    if event == "extended":
        entry["to"] = (on + timedelta(draw(st.integers(0, 400)))).isoformat()
    return entry
