"""Time and memory of commands, each run as a process of its own.

The peak of a child counts what it shared with its parent before it became another program, so
whoever measures must stay small: plans are generated in processes of their own.
"""

from __future__ import annotations

import fcntl
import os
import struct
import subprocess
import termios
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from typing import NamedTuple

_TERMINAL = struct.pack("HHHH", 40, 120, 0, 0)


class Command(NamedTuple):
    """What is run: with further environment, on a terminal or into a file, ended after ``limit``.

    ``limit`` is in seconds. An exit code outside ``accept`` is a failure of the measurement.
    """

    argv: Sequence[str]
    environment: Mapping[str, str] = {}
    terminal: bool = False
    limit: float = 300
    accept: frozenset[int] = frozenset({0})


class Sample(NamedTuple):
    """One run: wall time in seconds, peak resident memory in bytes, standard output."""

    seconds: float
    peak: int
    output: str


class Failed(Exception):
    """A command that did not do what was to be measured."""


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of all runs: this one without what would tilt the comparison.

    Bytecode is cached in ``folder`` for every program alike, so that nothing is compiled twice and
    nothing is written beside the sources.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "KH20_", "COLUMNS", "LINES", "COVERAGE"))
    }
    search = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    kept["PYTHONPATH"] = os.pathsep.join(
        [*(str(Path(path).resolve()) for path in search if path), str(folder)]
    )
    kept["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    return kept | {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}


def run(command: Command, base: Mapping[str, str], folder: Path) -> Sample:
    """Run a command in a folder, and measure it. Raises Failed."""
    with TemporaryFile() as output, TemporaryFile() as errors:
        started = time.perf_counter()
        if command.terminal:
            master, slave = os.openpty()
            fcntl.ioctl(slave, termios.TIOCSWINSZ, _TERMINAL)
            process = _start(command, base, folder, slave, slave)
            os.close(slave)
            reader = threading.Thread(target=_copy, args=(master, output.fileno()))
            reader.start()
        else:
            process = _start(command, base, folder, output.fileno(), errors.fileno())
        clock = threading.Timer(command.limit, process.kill)
        clock.start()
        _pid, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        clock.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if command.terminal:
            reader.join()
            os.close(master)
        output.seek(0)
        errors.seek(0)
        if process.returncode not in command.accept:
            said = (errors.read() or output.read()).decode("utf-8", "replace")[-400:].strip()
            late = f" after {command.limit:g} s" if seconds >= command.limit else ""
            name = Path(command.argv[0]).name
            raise Failed(f"{name} ended with {process.returncode}{late}: {said}")
        return Sample(seconds, used.ru_maxrss * 1024, output.read().decode("utf-8", "replace"))


def _start(
    command: Command, base: Mapping[str, str], folder: Path, output: int, errors: int
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command.argv,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=errors,
        cwd=folder,
        env={**base, **command.environment},
    )


def _copy(master: int, output: int) -> None:
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # What Linux says once the other side is closed.
            return
        if not piece:
            return
        os.write(output, piece)


def interleaved(
    commands: Mapping[str, Command],
    repeats: int,
    base: Mapping[str, str],
    folder: Path,
    *,
    warm: bool = True,
) -> dict[str, list[Sample]]:
    """Run commands in turns, so that what else the machine does hits all of them alike.

    Every second round is in the opposite order. ``warm`` runs each once before, uncounted.
    """
    if warm:
        for command in commands.values():
            run(command, base, folder)
    samples: dict[str, list[Sample]] = {name: [] for name in commands}
    for turn in range(repeats):
        for name in list(commands)[:: 1 if turn % 2 == 0 else -1]:
            samples[name].append(run(commands[name], base, folder))
    return samples


def paired(over: Sequence[float], under: Sequence[float]) -> float:
    """Return the median of the ratios within one round.

    A machine that is slow for a while is slow on both sides of a round, while of long runs hardly
    one is as undisturbed as the best of the short ones.
    """
    return median(a / b for a, b in zip(over, under, strict=True))


def typical(samples: Sequence[Sample]) -> float:
    """Return the median wall time, in seconds."""
    return median(sample.seconds for sample in samples)


def best(samples: Sequence[Sample]) -> float:
    """Return the least wall time, in seconds: the work itself, with the least noise on top."""
    return min(sample.seconds for sample in samples)


def peak(samples: Sequence[Sample]) -> int:
    """Return the greatest peak of resident memory, in bytes."""
    return max(sample.peak for sample in samples)
