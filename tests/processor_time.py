"""Bounds on work as seconds of the processor, which a busy machine does not lengthen much."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Assert that a block takes this process at most so many seconds of the processor.

    A bound is many times what the work takes: it tells work that grows with the square of its
    input, or has no end, from work that does not.
    """
    begin = time.process_time()
    yield
    taken = time.process_time() - begin
    assert taken < seconds, f"it took {taken:.1f} s of the processor"
