"""What a person feels: a query on the shipped plan against the imports that it stands on."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.measure import Command, best, interleaved, paired, typical
from benchmarks.report import Line, Section
from kh20.planfile.decode import packaged_plan

BOUND = 1.35
"""How many times the wall time of the bare program the query may take."""

_BARE = "kh20_benchmark_bare"
_PROGRAM = '''\
"""A Typer program that imports what kh20 is built on, and does nothing."""

import pydantic
import rich.table
import typer
import yaml

app = typer.Typer()


@app.command()
def nothing() -> None:
    """Do nothing."""


if __name__ == "__main__":
    app()
'''


def startup(base: Mapping[str, str], folder: Path, repeats: int) -> Section:
    """Measure ``kh20 due`` against the bare program, into a file and on a terminal."""
    (folder / f"{_BARE}.py").write_text(_PROGRAM, encoding="utf-8")
    bare = [sys.executable, "-m", _BARE]
    plan = str(packaged_plan())
    query = ["due", "--quarter", "2024Q2", "--plan", plan, "--as-of", "2024-04-15"]
    module = [sys.executable, "-m", "kh20", *query]
    script = Path(sys.executable).with_name("kh20")
    commands = {
        "bare": Command(bare),
        "due": Command(module),
        "bare on a terminal": Command(bare, terminal=True),
        "due on a terminal": Command(module, terminal=True),
    }
    if script.exists():
        commands["script"] = Command([str(script), *query])
    samples = interleaved(commands, repeats, base, folder)
    floor, floor_on_terminal = samples["bare"], samples["bare on a terminal"]

    def line(what: str, name: str, against: str) -> Line:
        over, under = samples[name], samples[against]
        note = f"best {best(over) / best(under):.2f} ×; {typical(over) * 1000:.0f} ms"
        took, floor = ([sample.seconds for sample in side] for side in (over, under))
        return Line(what, paired(took, floor), bound=BOUND, note=note)

    lines = [
        line("due --quarter 2024Q2, piped", "due", "bare"),
        line("the same on a terminal", "due on a terminal", "bare on a terminal"),
        line("the same by its script", "script", "bare")
        if "script" in samples
        else Line("the same by its script", None, note="no kh20 command beside this Python"),
    ]
    heading = (
        f"Start-up, against a bare Typer program ({typical(floor) * 1000:.0f} ms piped, "
        f"{typical(floor_on_terminal) * 1000:.0f} ms on a terminal): median of {repeats} rounds"
    )
    return Section(heading, lines)
