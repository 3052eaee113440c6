"""Regular expressions that are compiled on first use: of the many here a command needs few."""

import re
from collections.abc import Callable
from functools import cache


def lazy_pattern(expression: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """Return a function that compiles an expression when it is first called, and keeps it."""
    return cache(lambda: re.compile(expression, flags))
