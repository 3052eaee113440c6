"""Large plans: time against libyaml's events over the same file, growth, and memory."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.dues import AS_OF
from benchmarks.measure import Command, Failed, Sample, interleaved, paired, peak, run
from benchmarks.report import Line, Section

TIMES_EVENTS = 6.0
"""How many times the iteration of the events a command may take on 10,000 obligations."""

GROWTH = 11.0
"""How many times as long ten times as many obligations may take."""

TIMES_FILE, BESIDE_FILE = 12, 60 * 1024 * 1024
"""Peak memory: so many times the size of the file, and so many bytes."""

COMMANDS = ("events", "check", "overdue")

_EVENTS = """\
import sys, time, yaml
with open(sys.argv[1], encoding="utf-8") as stream:
    text = stream.read()
started = time.perf_counter()
for event in yaml.parse(text, Loader=yaml.CLoader):
    pass
print(time.perf_counter() - started)
"""
_MIB = 1024 * 1024


class Size(NamedTuple):
    """A generated plan, and what was measured on it: ``check``, ``overdue`` and ``events``."""

    name: str
    path: Path
    samples: Mapping[str, Sequence[Sample]]

    def seconds(self, command: str) -> list[float]:
        """Return the wall time of a command in each round."""
        return [sample.seconds for sample in self.samples[command]]

    @property
    def events(self) -> list[float]:
        """The seconds of iterating the events in each round, without starting Python for it."""
        return [float(sample.output) for sample in self.samples["events"]]


def generate(base: Mapping[str, str], folder: Path, tasks: int, log: int = 0) -> Path:
    """Write a generated plan, in a process of its own, and return its path."""
    path = folder / f"plan-{tasks}-{log}.yaml"
    program = str(Path(__file__).with_name("generate.py"))
    argv = [sys.executable, program, str(tasks), "--log", str(log), "--output", str(path)]
    run(Command(argv), base, folder)
    return path


def commands_on(path: Path) -> dict[str, Command]:
    """Return what is run on a plan: kh20's two commands, and the events alone."""
    kh20 = [sys.executable, "-m", "kh20"]
    return {
        "events": Command([sys.executable, "-c", _EVENTS, str(path)]),
        "check": Command([*kh20, "check", str(path)]),
        "overdue": Command([*kh20, "overdue", "--plan", str(path), "--as-of", AS_OF.isoformat()]),
    }


def measured(
    base: Mapping[str, str],
    folder: Path,
    plans: Mapping[str, Path],
    repeats: int,
    *,
    across: bool = False,
) -> list[Size]:
    """Run the commands on all plans in turns: all on one plan, then all on the next.

    With ``across``, one command on all plans, then the next: what is compared stands together.
    """
    pairs = [(name, command) for name in plans for command in COMMANDS]
    if across:
        pairs.sort(key=lambda pair: COMMANDS.index(pair[1]))
    commands = {f"{command} {name}": commands_on(plans[name])[command] for name, command in pairs}
    samples = interleaved(commands, repeats, base, folder)
    return [
        Size(name, path, {command: samples[f"{command} {name}"] for command in COMMANDS})
        for name, path in plans.items()
    ]


def time_section(sizes: Sequence[Size], unbounded: Sequence[str]) -> Section:
    """Compare the commands with the events alone; plans in ``unbounded`` only for comparing."""
    lines = []
    for size in sizes:
        for command in ("check", "overdue"):
            took = size.seconds(command)
            process = paired(took, size.seconds("events"))
            bests = min(took) / min(size.events)
            lines.append(
                Line(
                    f"{command}, {size.name}",
                    paired(took, size.events),
                    bound=None if size.name in unbounded else TIMES_EVENTS,
                    note=f"of bests {bests:.2f} ×; {process:.2f} × the whole process of the events;"
                    f" {min(took):.2f} s",
                )
            )
    return Section(
        "Time, against iterating libyaml's events in a running process: median of the rounds", lines
    )


def growth_section(before: Size, large: Size, after: Size) -> Section:
    """Compare a plan with one ten times as large; the smaller was run before and after it."""
    lines = []
    for command, bound in (("check", GROWTH), ("overdue", GROWTH), ("events", None)):
        sides = zip(before.seconds(command), after.seconds(command), strict=True)
        around = [(one + other) / 2 for one, other in sides]
        lines.append(
            Line(
                f"{command}, from {before.name} to {large.name}",
                paired(large.seconds(command), around),
                bound=bound,
                note=f"{min(large.seconds(command)):.1f} s",
            )
        )
    return Section("Growth: median of the rounds", lines)


def memory_section(sizes: Sequence[Size]) -> Section:
    """Compare the peak of resident memory with the size of the file."""
    lines = []
    for size in sizes:
        file = size.path.stat().st_size
        for command in ("check", "overdue"):
            used = peak(size.samples[command])
            lines.append(
                Line(
                    f"{command}, {size.name}",
                    used / _MIB,
                    "MiB",
                    (TIMES_FILE * file + BESIDE_FILE) / _MIB,
                    f"{used / file:.1f} × the file of {file / _MIB:.1f} MiB",
                )
            )
    return Section(f"Peak memory: at most {TIMES_FILE} times the file and 60 MiB", lines)


def confirm_valid(base: Mapping[str, str], folder: Path, path: Path) -> None:
    """Raise Failed unless kh20 finds nothing at all to say of a generated plan."""
    kh20 = [sys.executable, "-m", "kh20", "check", "--format", "concise", str(path)]
    said = run(Command(kh20), base, folder).output.strip()
    if said:
        raise Failed(f"the generated plan is not what it should be: {said[:400]}")
