"""Many cases in one test: a failure names the case that it is about."""

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def case(*names: object) -> Iterator[None]:
    """Add the names of a case to whatever is raised while it is tried."""
    try:
        yield
    except Exception as error:
        error.add_note("in the case of " + ", ".join(map(repr, names)))
        raise
