"""A run of kh20 in a process of its own, with the time and the memory that it took."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from conftest import process_environment

# A process is charged with the memory of the one it was forked from until it runs its own program,
# and a test run is large. So a small process stands between them, and does the measuring.
_MEASURE = """
import os, resource, signal, sys
report, *command = sys.argv[1:]
child = os.fork()
if not child:
    resource.setrlimit(resource.RLIMIT_CPU, (30, 30))
    signal.alarm(600)
    os.execv(command[0], command)
_, status, usage = os.wait4(child, 0)
with open(report, "w") as stream:
    seconds = usage.ru_utime + usage.ru_stime
    print(os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss, file=stream)
"""


class Measured(NamedTuple):
    """What a run ended with and printed, and what it cost: seconds of the processor, memory."""

    code: int
    out: str
    err: str
    seconds: float
    mebibytes: float


def measured(arguments: Sequence[str | bytes], folder: Path, stdin: bytes = b"") -> Measured:
    """Run ``python -m kh20`` with these arguments in a folder.

    A run that takes 30 seconds of the processor is killed.
    """
    report = folder / "measured"
    launcher = [sys.executable, "-I", "-S", "-c", _MEASURE]
    done = subprocess.run(
        [*launcher, str(report), sys.executable, "-m", "kh20", *arguments],
        input=stdin,
        cwd=folder,
        env=process_environment(),
        capture_output=True,
        check=True,
    )
    code, seconds, kibibytes = report.read_text().split()
    return Measured(
        int(code),
        done.stdout.decode(),
        done.stderr.decode(),
        float(seconds),
        int(kibibytes) / 1024,
    )
