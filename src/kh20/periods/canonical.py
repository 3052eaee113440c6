"""The canonical spelling of periods, the one that plan.yaml uses.

``2024``, ``2024-H1``, ``2024-Q2``, ``2024-06``, ``2024-06-30``, and for a range two of them with a
slash between.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kh20.periods.build import day_of, half_of, month_of, quarter_of, range_of, year_of
from kh20.periods.period import Period

_YEAR = "(?:19|2[0-9])[0-9]{2}"
_DAY = "(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9])|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31"
_ONE = f"{_YEAR}(?:-(?:H[12]|Q[1-4]|0[1-9]|1[0-2]|{_DAY}))?"

CANONICAL_PATTERN: str = f"^{_ONE}(?:/{_ONE})?$"
"""Regular expression of the canonical spellings, in the dialect that JSON Schema uses (ECMA-262).

It knows the length of each month but neither leap years nor the order of a range's ends: those
are for :func:`kh20.periods.parse_canonical`.
"""

_CANONICAL = re.compile(CANONICAL_PATTERN)


@lru_cache(maxsize=4096)
def read_canonical(text: str) -> Period | None:
    """Return the period that ``text`` spells canonically, or None if it is no such spelling.

    Raises PeriodError for the spelling of something that the calendar does not have: 29 February
    of a common year, a range that runs backwards.
    """
    if _CANONICAL.fullmatch(text) is None:
        return None
    start, slash, end = text.partition("/")
    if slash:
        return range_of(_one(start), _one(end), text)
    return _one(text)


def _one(text: str) -> Period:
    year, rest = text[:4], text[5:]
    if not rest:
        return year_of(year, text)
    if rest[0] == "Q":
        return quarter_of(year, int(rest[1]), text)
    if rest[0] == "H":
        return half_of(year, int(rest[1]), text)
    if len(rest) == 2:
        return month_of(year, int(rest), text)
    return day_of(year, int(rest[:2]), int(rest[3:]), text)
