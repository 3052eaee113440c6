"""Killing writers with SIGKILL: at random instants, and before each call of the system.

A program of its own, since it forks: ``python killed_writers.py FOLDER KILLS SEED`` asserts after
each kill what a reader finds, and prints how many kills there were and how many left a file behind.
"""

import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

from kh20.planfile import load_bytes
from kh20.planfile.log.append import EntryData, append_entry
from kh20.planfile.log.whole_file import create_file, locked, replace_file
from plans.plan_layouts import TOP

EMPTY = (TOP + "log: []\n").encode()


def with_entries(count: int) -> bytes:
    """Return the one content that a plan with so many entries can have."""
    if not count:
        return EMPTY
    items = "".join(
        f"  - {{task: I.1, on: 2024-03-01, event: progress, note: lần {number}}}\n"
        for number in range(1, count + 1)
    )
    return (TOP + "log:\n" + items).encode()


def names(folder: Path) -> list[str]:
    """Return what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def write_one(path: Path, before_replacing: Callable[[], None] = lambda: None) -> None:
    """Append the next entry, as the writing commands do."""
    with locked(path) as real:
        data = real.read_bytes()
        loaded = load_bytes(data, str(path))
        assert loaded.plan is not None
        number = len(loaded.plan.log) + 1
        entry: EntryData = {
            "task": "I.1",
            "on": date(2024, 3, 1),
            "event": "progress",
            "note": f"lần {number}",
        }
        appended = append_entry(loaded, data, entry)
        assert appended.faithful
        before_replacing()
        replace_file(real, appended.data, data)


def look(path: Path) -> tuple[int, int]:
    """Assert that the file is one of the states it can be in; return entries and strays."""
    data = path.read_bytes()
    loaded = load_bytes(data, str(path))
    assert loaded.plan is not None
    assert loaded.valid, (loaded.findings, data[-300:])
    assert not loaded.findings
    assert data == with_entries(len(loaded.plan.log)), data[-300:]
    strays = sorted(set(names(path.parent)) - {path.name})
    assert strays in ([], [f".{path.name}.kh20-new"]), strays
    return len(loaded.plan.log), len(strays)


def forked(work: Callable[[], None]) -> int:
    """Start a process that does some work until it is killed."""
    child = os.fork()
    if child:
        return child
    try:
        work()
    finally:
        os._exit(9)


def killed(child: int) -> bool:
    """Wait for a process; tell whether it was killed."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def at_random(path: Path, kills: int, chance: Random) -> int:
    """Kill writers that write without a pause; return how many left a file behind."""

    ours, theirs = os.pipe()

    def write() -> None:
        os.write(theirs, b"x")
        while True:
            write_one(path)

    entries = left = 0
    for _kill in range(kills):
        if entries > 40:
            path.write_bytes(EMPTY)
            entries = 0
        child = forked(write)
        os.read(ours, 1)  # It has begun, however busy the machine is.
        time.sleep(chance.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        assert killed(child)
        now, strays = look(path)
        assert now >= entries
        entries, left = now, left + strays
    write_one(path)
    assert look(path) == (entries + 1, 0)
    return left


def at_every_call(work: Callable[[Callable[[], None]], None], check: Callable[[], None]) -> int:
    """Kill a writer before each call that it makes of compiled code; return how many there are.

    ``work`` is given what to call where the calls begin to count.
    """
    number = 0
    while True:

        def write(limit: int = number) -> None:
            calls = 0

            def count(frame: FrameType, event: str, argument: Any) -> None:
                nonlocal calls
                if event == "c_call":
                    calls += 1
                    if calls > limit:
                        os.kill(os.getpid(), signal.SIGKILL)

            work(lambda: sys.setprofile(count))
            sys.setprofile(None)

        if not killed(forked(write)):
            return number
        check()
        number += 1


def main() -> None:
    """Run all three kinds of kills."""
    folder, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    path = folder / "old" / "plan.yaml"
    path.parent.mkdir()
    path.write_bytes(EMPTY)
    left = at_random(path, kills, Random(seed))

    path.write_bytes(EMPTY)
    seen = set()

    def after_replacing() -> None:
        seen.add(look(path))

    calls = at_every_call(lambda begin: write_one(path, begin), after_replacing)
    assert {strays for _entries, strays in seen} == {0, 1}
    write_one(path)
    assert look(path)[1] == 0

    new = folder / "new" / "plan.yaml"
    found = set()

    def create(begin: Callable[[], None]) -> None:
        begin()
        create_file(new, EMPTY)

    def after_creating() -> None:
        there = names(new.parent) if new.parent.exists() else []
        found.add(tuple(there))
        assert set(there) <= {"plan.yaml", ".plan.yaml.kh20-init"}, there
        if new.exists():
            assert new.read_bytes() == EMPTY
            new.unlink()

    creations = at_every_call(create, after_creating)
    assert new.read_bytes() == EMPTY
    assert names(new.parent) == ["plan.yaml"]
    assert {(), (".plan.yaml.kh20-init",), ("plan.yaml",)} <= found
    print(kills, left, calls, creations)


if __name__ == "__main__":
    main()
