"""A plan of one's own to record in, on a day that is given."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plans.written_plan import own_plan, today_is


@pytest.fixture
def day_of_recording() -> Iterator[None]:
    """Make the day of the written plan today."""
    with today_is():
        yield


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Write the plan into the folder of the test, with an empty log."""
    return own_plan(tmp_path)
