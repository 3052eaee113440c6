"""Recurring duties for tests, and an account of their deadlines that goes from day to day."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import Any, NamedTuple

from hypothesis import strategies as st

from kh20.periods import parse_canonical
from plans.made_plans import days, task

ISSUED = date(2023, 11, 28)
"""The day on which made plans are issued."""

_MONTHS = {"year": 12, "half-year": 6, "quarter": 3, "month": 1}


class Owed(NamedTuple):
    """One turn: the first and the last day of its period, and its last day in time."""

    first: date
    last: date
    deadline: date


def recurring(number: str = "I.1", /, **due: Any) -> dict[str, Any]:
    """Return a task as the plan file has it, with ``from_`` for the key ``from``."""
    keys = {key.rstrip("_"): value for key, value in due.items() if value is not None}
    return task(number, {"stated": "hằng năm", **keys})


def owed(due: Mapping[str, Any], until: str) -> list[Owed]:
    """Return what a recurring due asks for up to a day, by looking at every single day."""
    start = due.get("from")
    begin = parse_canonical(start).first if start else ISSUED
    end = parse_canonical(due["until"]).last if due.get("until") else date(9999, 12, 31)
    found = []
    for turn in _turns(due, begin, until):
        for cut_off in due.get("by") or due.get("before") or ["last day"]:
            named = [day for day in turn if _is_cut_off(day, cut_off, due, turn[-1])]
            if named and begin <= named[-1] <= end:
                found.append(Owed(turn[0], turn[-1], named[-1]))
    return sorted(set(found), key=lambda each: each.deadline)


def _turns(due: Mapping[str, Any], begin: date, until: str) -> Iterator[list[date]]:
    """Yield the days of each turn; the last turn may be cut short, and is left out."""
    every = due["every"]
    if every in _MONTHS:
        unit = _MONTHS[every]
        calendar = days(f"{begin.year}-01-01", until)
        groups = [list(g) for _k, g in groupby(calendar, lambda d: (d.year, (d.month - 1) // unit))]
    else:
        number, unit_name = every.split()
        count = int(number) * (12 if unit_name == "years" else 1)
        anchor = begin if due.get("from") else begin.replace(day=1)
        groups = []
        for day in days(anchor.isoformat(), until):
            month = (day.year - anchor.year) * 12 + day.month - anchor.month
            if month % count == 0 and day.day == min(anchor.day, _last_of_month(day)):
                groups.append([])
            groups[-1].append(day)
    yield from groups[:-1]


def _last_of_month(day: date) -> int:
    return next(n for n in (31, 30, 29, 28) if _exists(day.year, day.month, n))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_cut_off(day: date, cut_off: str, due: Mapping[str, Any], last: date) -> bool:
    if cut_off == "last day":
        return day == (last - timedelta(1) if due.get("before") else last)
    month, dash, number = cut_off.rpartition("-")
    # A month that has no such day has its last day in time, and before the day too.
    too_short = day.day == _last_of_month(day) < int(number)
    named = day if too_short or not due.get("before") else day + timedelta(1)
    if dash and named.month != int(month):
        return False
    return too_short or named.day == int(number)


_DAYS_OF_YEAR = st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: f"{day:%m-%d}")
_DAYS_OF_MONTH = st.integers(1, 31).map(lambda day: f"{day:02}")
CUT_OFFS = st.one_of(_DAYS_OF_YEAR, _DAYS_OF_MONTH, st.just("last day"), st.just("02-29"))
EVERY = st.one_of(
    st.sampled_from(sorted(_MONTHS)),
    st.integers(1, 30).map(lambda number: f"{number} months"),
    st.integers(1, 4).map(lambda number: f"{number} years"),
)
PERIODS = st.one_of(
    st.dates(date(2022, 1, 1), date(2027, 12, 31)).map(str),
    st.sampled_from(["2024-01-31", "2024-02-29", "2023-12-31", "2024-08-30"]),
    st.tuples(
        st.integers(2022, 2027),
        st.sampled_from(["", "-H1", "-H2", "-Q1", "-Q4", "-01", "-02", "-12"]),
    ).map(lambda pair: f"{pair[0]}{pair[1]}"),
)


@st.composite
def dues(draw: st.DrawFn) -> dict[str, Any]:
    """Return recurring dues whose keys may be anything that the model lets in."""
    due: dict[str, Any] = {"every": draw(EVERY)}
    key = draw(st.sampled_from(["by", "before", None]))
    if key is not None:
        due[key] = draw(st.lists(CUT_OFFS, min_size=1, max_size=3, unique=True))
    if draw(st.booleans()):
        due["from"] = draw(PERIODS)
    if draw(st.booleans()):
        due["until"] = draw(PERIODS)
    return due
