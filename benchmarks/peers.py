"""The same work in other programs, where they are installed: listing what is overdue, validating.

Everything they read and write is in the measuring folder; nobody's own lists are touched.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import Command, Failed, best, interleaved, run
from benchmarks.peer_data import write_icalendar, write_taskwarrior
from benchmarks.report import Line, Section
from benchmarks.sizes import commands_on

LIMIT = 120.0
"""Seconds after which a run of another program is given up."""

_REPEATS = 3
_SETTING_UP = 600.0


class Plan(NamedTuple):
    """A generated plan to set peers up with, and where they may write."""

    tasks: int
    path: Path
    folder: Path


class Peer(NamedTuple):
    """Another program: the kh20 command that does the same, and how it is set up for a plan.

    ``commands`` are the names that its packagers give its command.
    """

    name: str
    commands: tuple[str, ...]
    same_as: str
    prepare: Callable[[str, Plan, Mapping[str, str]], Command]

    def find(self) -> str | None:
        """Return the path of its command; ``None`` where it is not installed."""
        # Beside this Python first: the programs of one environment belong together.
        search = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        found = (shutil.which(command, path=search) for command in self.commands)
        return next((program for program in found if program is not None), None)


def _taskwarrior(program: str, plan: Plan, base: Mapping[str, str]) -> Command:
    folder = plan.folder / f"taskwarrior-{plan.tasks}"
    folder.mkdir()
    settings = folder / "taskrc"
    settings.write_text(
        f"data.location={folder}\nconfirmation=no\ngc=off\nhooks=off\ndetection=off\n"
        "defaultwidth=120\nnews.version=9.9.9\nrecurrence=no\n",
        encoding="utf-8",
    )
    own = {"TASKRC": str(settings), "TASKDATA": str(folder), "HOME": str(folder)}
    given = folder / "import.json"
    write_taskwarrior(given, plan.tasks)
    run(Command([program, "import", str(given)], own, limit=_SETTING_UP), base, folder)
    return Command([program, "overdue"], own, limit=LIMIT)


def _todoman(program: str, plan: Plan, base: Mapping[str, str]) -> Command:
    folder = plan.folder / f"todoman-{plan.tasks}"
    calendar = folder / "lists" / "plan"
    calendar.mkdir(parents=True)
    write_icalendar(calendar, plan.tasks)
    settings = folder / "config.py"
    settings.write_text(
        f'path = "{folder}/lists/*"\ncache_path = "{folder}/cache.sqlite3"\n'
        'date_format = "%Y-%m-%d"\ntime_format = "%H:%M"\ndefault_list = "plan"\n',
        encoding="utf-8",
    )
    own = {"HOME": str(folder), "TODOMAN_CONFIG": str(settings), "PYTHONPATH": ""}
    argv = [program, "--config", str(settings), "list", "--due", "1", "--sort", "due"]
    run(Command(argv, own, limit=_SETTING_UP), base, folder)
    return Command(argv, own, limit=LIMIT)


def _check_jsonschema(program: str, plan: Plan, base: Mapping[str, str]) -> Command:
    schema = plan.folder / "schema.json"
    kh20 = [sys.executable, "-m", "kh20", "schema", "--output", str(schema)]
    run(Command(kh20), base, plan.folder)
    return Command([program, "--schemafile", str(schema), str(plan.path)], limit=LIMIT)


def _yamllint(program: str, plan: Plan, base: Mapping[str, str]) -> Command:
    # Its own opinions on layout are no failure here: what counts is the time it takes to have them.
    return Command(
        [program, "-d", "relaxed", str(plan.path)], limit=LIMIT, accept=frozenset({0, 1, 2})
    )


PEERS = (
    Peer("Taskwarrior", ("task",), "overdue", _taskwarrior),
    Peer("todoman", ("todoman", "todo"), "overdue", _todoman),
    Peer("check-jsonschema", ("check-jsonschema",), "check", _check_jsonschema),
    Peer("yamllint", ("yamllint",), "check", _yamllint),
)


def peers_section(plan: Plan, base: Mapping[str, str]) -> Section:
    """Run every peer that is installed beside kh20 on one plan."""
    lines = [_line(peer, plan, base) for peer in PEERS]
    heading = f"Other programs on {plan.tasks:,} obligations, against kh20: best of {_REPEATS}"
    return Section(heading, lines)


def _line(peer: Peer, plan: Plan, base: Mapping[str, str]) -> Line:
    what = f"{peer.name}, as kh20 {peer.same_as}"
    program = peer.find()
    if program is None:
        return Line(what, None, note="not installed")
    try:
        command = peer.prepare(program, plan, base)
        own = commands_on(plan.path)[peer.same_as]
        samples = interleaved({"it": command, "kh20": own}, _REPEATS, base, plan.folder)
    except Failed as error:
        return Line(what, None, note=str(error).replace("\n", " ")[:120])
    took, ours = best(samples["it"]), best(samples["kh20"])
    note = f"{took:.2f} s, kh20 {ours:.2f} s; lines printed: " + ", ".join(
        f"{len(samples[name][0].output.splitlines())}" for name in ("it", "kh20")
    )
    return Line(what, took / ours, note=note)
