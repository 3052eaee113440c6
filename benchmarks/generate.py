"""Valid plans of any size, the same for the same numbers; also a command of its own.

``python benchmarks/generate.py 1000 --log 3000 > plan.yaml``
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.bodies import FEWEST, agencies, count_for
from benchmarks.dues import ISSUED
from benchmarks.ledger import entries
from benchmarks.obligations import task_of, task_yaml


def plan_lines(tasks: int, log: int = 0) -> Iterator[str]:
    """Yield the text of a plan of ``tasks`` obligations and ``log`` entries, a piece at a time.

    Raises ValueError for fewer obligations than there are agencies, which would go unused.
    """
    if tasks < FEWEST:
        raise ValueError(f"at least {FEWEST} obligations")
    yield (
        f"format: 1\ndocument:\n  number: {tasks}-KH/TU\n"
        "  title: Kế hoạch phát triển kinh tế - xã hội của một tỉnh không có thật\n"
        f"  issued: {ISSUED}\n  issuer: Tỉnh ủy\n  timezone: Asia/Ho_Chi_Minh\nagencies:\n"
    )
    for body in agencies(count_for(tasks)):
        yield f"  {body.id}: {{name: {body.name}{body.more}}}\n"
    yield "tasks:\n"
    for number in range(tasks):
        yield task_yaml(task_of(number, tasks))
    if not log:
        yield "log: []\n"
        return
    yield "log:\n"
    yield from entries(tasks, log)


def write_plan(path: Path, tasks: int, log: int = 0) -> None:
    """Write a generated plan to a file, without ever holding it whole."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(plan_lines(tasks, log))


def _command() -> None:
    parser = argparse.ArgumentParser(description="Write a generated plan to standard output.")
    parser.add_argument("tasks", type=int, help="obligations, at least 40")
    parser.add_argument("--log", type=int, default=0, help="entries of the log")
    parser.add_argument("--output", type=Path, help="a file to write instead")
    asked = parser.parse_args()
    if asked.output is not None:
        write_plan(asked.output, asked.tasks, asked.log)
    else:
        sys.stdout.writelines(plan_lines(asked.tasks, asked.log))


if __name__ == "__main__":
    _command()
