import sys
from pathlib import Path

import pytest

# The benchmarks are no installed package: they lie beside the tests.
sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.report import Line, Section, section_text


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (Line("check", 6.0, bound=6.0), "ok"),
        (Line("check", 6.01, bound=6.0), "EXCEEDED"),
        (Line("check", 6.01), ""),
        (Line("task", None, note="not installed"), "skipped"),
    ],
)
def test_the_verdict(line: Line, verdict: str) -> None:
    assert line.verdict == verdict
    assert line.exceeded == (verdict == "EXCEEDED")


def test_the_table_is_aligned() -> None:
    lines = [
        Line("check, 10,000", 4.961, bound=6.0, note="1.2 s"),
        Line("peak", 94.4, "MiB", 132.0),
        Line("task", None, note="not installed"),
    ]
    assert section_text(Section("Time", lines)).splitlines() == [
        "Time",
        "                 figure    bound",
        "  check, 10,000  4.96 ×   6.00 ×  ok       1.2 s",
        "  peak           94 MiB  132 MiB  ok",
        "  task                –        –  skipped  not installed",
    ]
