"""Random plans with a random log, for properties of what is asked about them."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from kh20.model import Plan
from kh20.periods import Period
from plans.made_plans import completed, made_plan, task

AGENCIES: dict[str, dict[str, Any]] = {
    "bo-a": {"name": "Bộ A"},
    "bo-b": {"name": "Bộ B", "successor": {"agency": "bo-a", "from": "2024-07-01", "basis": "1"}},
    "ban-a": {"name": "Ban A", "acts_for": "bo-a"},
    "cac-bo": {"name": "Các bộ", "collective": True, "members": ["bo-a", "bo-b"]},
}

DAYS = st.dates(date(2023, 10, 1), date(2025, 6, 30))
"""The days that plans and questions are about."""

PERIODS = st.tuples(DAYS, st.integers(0, 200)).map(
    lambda pair: Period(pair[0], pair[0] + timedelta(pair[1]))
)


@st.composite
def dues(draw: st.DrawFn) -> Any:
    """Any due but a recurring one."""
    kind = draw(st.sampled_from(["none", "ongoing", "by", "in", "before", "from", "from by"]))
    if kind == "none":
        return "none"
    due: dict[str, Any] = {"stated": "…"}
    if kind == "ongoing":
        return {**due, "ongoing": True}
    if kind == "before":
        return {**due, "before": draw(DAYS).isoformat(), "ongoing": draw(st.booleans())}
    if kind == "from by":
        span = draw(PERIODS)
        return {**due, "from": span.first.isoformat(), "by": span.last.isoformat()}
    period = str(draw(PERIODS))
    return {**due, kind: period, "ongoing": kind == "by" and draw(st.booleans())}


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan of a few obligations, some of them completed, extended, cancelled or reopened."""
    tasks, log = [], []
    for number in range(draw(st.integers(0, 6))):
        identifier = f"I.{number + 1}"
        owners = draw(st.lists(st.sampled_from(sorted(AGENCIES)), max_size=3, unique=True))
        each = draw(st.booleans())
        tasks.append(
            task(
                identifier,
                draw(dues()),
                owners=owners,
                partners=draw(st.lists(st.sampled_from(sorted(AGENCIES)), max_size=1)),
                responsibility="each" if each else "joint",
            )
        )
        for _ in range(draw(st.integers(0, 2))):
            on = draw(DAYS).isoformat()
            whose = {"agency": draw(st.sampled_from(owners))} if each and owners else {}
            log.append(
                draw(
                    st.sampled_from(
                        [
                            completed(identifier, on, **whose),
                            {"event": "reopened", "task": identifier, "on": on, "note": "…"},
                            {"event": "cancelled", "task": identifier, "on": on, "basis": "…"},
                            {
                                "event": "extended",
                                "task": identifier,
                                "on": on,
                                "to": draw(DAYS).isoformat(),
                                "basis": "…",
                            },
                        ]
                    )
                )
            )
    return made_plan(tasks, AGENCIES, sorted(log, key=lambda entry: entry["on"]))
