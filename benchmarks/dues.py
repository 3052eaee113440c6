"""Due periods for generated obligations: the phrase, the keys that it means, and the deadline."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from benchmarks.chance import Chance

ISSUED = date(2024, 1, 5)
"""The day on which generated plans are signed."""

AS_OF = date(2025, 6, 30)
"""The day as of which generated plans are queried: about a third of the obligations is overdue."""

_ROMAN = ("I", "II", "III", "IV")


class GeneratedDue(NamedTuple):
    """A due as YAML keys, the phrase that states it, and the last day in time if there is one.

    ``keys`` is empty and ``stated`` is ``None`` where no period is stated.
    """

    keys: dict[str, str]
    stated: str | None
    deadline: date | None


def due_of(chance: Chance) -> GeneratedDue:
    """Return one of the ways to say when, each about as often as plans of this kind have it."""
    return chance.weighted(_KINDS)(chance)


def _by_quarter(chance: Chance) -> GeneratedDue:
    year, quarter = _year(chance), 1 + chance.below(4)
    main = chance.below(6) == 0
    keys = {"by": f"{year}-Q{quarter}"} | ({"substantially": "true"} if main else {})
    lead = "cơ bản hoàn thành" if main else "hoàn thành"
    stated = f"{lead} trong quý {_ROMAN[quarter - 1]}/{year}"
    return GeneratedDue(keys, stated, _last(year, 3 * quarter))


def _by_month(chance: Chance) -> GeneratedDue:
    year, month = _year(chance), 1 + chance.below(12)
    keys = {"by": f"{year}-{month:02}"}
    return GeneratedDue(keys, f"hoàn thành trong tháng {month}/{year}", _last(year, month))


def _by_year(chance: Chance) -> GeneratedDue:
    year = _year(chance)
    return GeneratedDue({"by": f'"{year}"'}, f"hoàn thành trong năm {year}", date(year, 12, 31))


def _by_day(chance: Chance) -> GeneratedDue:
    day = _day(chance)
    stated = f"chậm nhất ngày {day.day}/{day.month}/{day.year}"
    return GeneratedDue({"by": day.isoformat()}, stated, day)


def _in_month(chance: Chance) -> GeneratedDue:
    year, month = _year(chance), 1 + chance.below(12)
    keys = {"in": f"{year}-{month:02}"}
    return GeneratedDue(keys, f"trong tháng {month:02}/{year}", _last(year, month))


def _before_day(chance: Chance) -> GeneratedDue:
    day = _day(chance)
    stated = f"hoàn thành trước ngày {day.day}/{day.month}/{day.year}"
    return GeneratedDue({"before": day.isoformat()}, stated, day - timedelta(days=1))


def _from_month(chance: Chance) -> GeneratedDue:
    year, month = _year(chance), 1 + chance.below(12)
    keys = {"from": f"{year}-{month:02}"}
    return GeneratedDue(keys, f"thực hiện từ tháng {month:02}/{year}", None)


def _by_and_ongoing(chance: Chance) -> GeneratedDue:
    year, month = _year(chance), 1 + chance.below(12)
    stated = f"hoàn thành trong tháng {month}/{year} và chỉ đạo thực hiện thường xuyên"
    keys = {"by": f"{year}-{month:02}", "ongoing": "true"}
    return GeneratedDue(keys, stated, _last(year, month))


def _ongoing(chance: Chance) -> GeneratedDue:
    return GeneratedDue({"ongoing": "true"}, "thực hiện thường xuyên", None)


def _none(chance: Chance) -> GeneratedDue:
    return GeneratedDue({}, None, None)


_KINDS: tuple[tuple[int, Callable[[Chance], GeneratedDue]], ...] = (
    (20, _by_quarter),
    (14, _by_month),
    (8, _by_year),
    (8, _by_day),
    (8, _in_month),
    (10, _before_day),
    (12, _from_month),
    (4, _by_and_ongoing),
    (6, _ongoing),
    (10, _none),
)


def _year(chance: Chance) -> int:
    return 2024 + chance.below(3)


def _day(chance: Chance) -> date:
    return date(2024, 2, 1) + timedelta(days=chance.below(1060))


def _last(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
