"""Periods of the calendar and their spellings: one parser for plan.yaml and the command line."""

from kh20.periods.parse import in_plan, parse_canonical, parse_day, parse_period
from kh20.periods.period import Period, PeriodError, Unit
from kh20.periods.spellings import CANONICAL_PATTERN

__all__ = [
    "CANONICAL_PATTERN",
    "Period",
    "PeriodError",
    "Unit",
    "in_plan",
    "parse_canonical",
    "parse_day",
    "parse_period",
]
