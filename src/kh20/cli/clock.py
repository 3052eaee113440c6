"""The clock of the command line. It is read here and nowhere else, and can be handed in."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the present moment, with its time zone."""


def system_clock() -> datetime:
    """Return the present moment by the clock of this machine."""
    return datetime.now(UTC)


_clock: ContextVar[Clock] = ContextVar("clock", default=system_clock)


def now() -> datetime:
    """Return the present moment by the clock in use."""
    return _clock.get()()


@contextmanager
def using(clock: Clock) -> Iterator[None]:
    """Let what runs inside read another clock than that of this machine."""
    token = _clock.set(clock)
    try:
        yield
    finally:
        _clock.reset(token)
