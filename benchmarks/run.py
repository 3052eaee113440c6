"""Measure kh20 and say whether its bounds hold.

``python benchmarks/run.py [--quick] [--peers]``, with a Python that has kh20 installed. Ends with 1
where a bound is exceeded, with 2 where something could not be measured.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.measure import Failed, environment
from benchmarks.peers import Plan, peers_section
from benchmarks.report import Section, section_text
from benchmarks.sizes import (
    confirm_valid,
    generate,
    growth_section,
    measured,
    memory_section,
    time_section,
)
from benchmarks.startup import startup

SMALL, LARGE, WITH_LOG = "1,000", "10,000", "10,000 with 30,000 log entries"
HUGE = "100,000"


def main() -> int:
    """Measure what the command line asks for, print it, and return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--quick", action="store_true", help="no plan of 100,000 obligations, fewer repeats"
    )
    parser.add_argument("--peers", action="store_true", help="also other programs that do the same")
    parser.add_argument(
        "--repeats", type=int, default=None, metavar="N", help="runs of each command"
    )
    asked = parser.parse_args()
    exceeded = False
    try:
        with TemporaryDirectory(prefix="kh20-benchmark-") as name:
            for section in _sections(Path(name), asked.repeats, asked.quick, asked.peers):
                print(section_text(section), flush=True)
                exceeded = exceeded or any(line.exceeded for line in section.lines)
    except Failed as error:
        print(error, file=sys.stderr)
        return 2
    print("A bound is EXCEEDED." if exceeded else "All bounds hold.")
    return 1 if exceeded else 0


def _sections(folder: Path, repeats: int | None, quick: bool, peers: bool) -> Iterator[Section]:
    base = environment(folder)
    yield startup(base, folder, repeats or 15)
    plans = {
        SMALL: generate(base, folder, 1_000),
        LARGE: generate(base, folder, 10_000),
        WITH_LOG: generate(base, folder, 10_000, 30_000),
    }
    for path in plans.values():
        confirm_valid(base, folder, path)
    sizes = measured(base, folder, plans, repeats or (3 if quick else 7))
    yield time_section(sizes, unbounded=[SMALL])
    if quick:
        yield memory_section(sizes[1:])
    else:
        huge_plan = generate(base, folder, 100_000)
        around = {LARGE: plans[LARGE], HUGE: huge_plan, f"{LARGE} again": plans[LARGE]}
        before, huge, after = measured(base, folder, around, repeats or 3, across=True)
        yield growth_section(before, huge, after)
        yield memory_section([*sizes[1:], huge])
    if peers:
        for tasks, name in ((1_000, SMALL), (10_000, LARGE)):
            yield peers_section(Plan(tasks, plans[name], folder), base)


if __name__ == "__main__":
    sys.exit(main())
