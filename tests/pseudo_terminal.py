"""A program on a terminal of a given width, as a person runs it; without one, it is a pipe."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path

from conftest import PATIENCE, Result, process_environment


def on_terminal(
    *args: str,
    columns: int,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    stderr_too: bool = True,
) -> Result:
    """Run kh20 with standard output, and standard error if wanted, on a pseudo-terminal.

    What stands on the terminal is the result's ``out``, its line ends as the program wrote them.
    """
    command = [sys.executable, "-m", "kh20", *args]
    return command_on_terminal(command, columns, env=env, cwd=cwd, stderr_too=stderr_too)


def command_on_terminal(
    command: Sequence[str],
    columns: int,
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
    stderr_too: bool = True,
) -> Result:
    """As :func:`on_terminal`, for any command."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs if stderr_too else subprocess.PIPE,
        cwd=cwd,
        env=process_environment({"TERM": "xterm", **(env or {})}),
    ) as process:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b""))
        err = process.stderr.read() if process.stderr is not None else b""
        code = process.wait(PATIENCE)
    os.close(ours)
    return Result(code, shown.decode().replace("\r\n", "\n"), err.decode())


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # How Linux says that the other end is closed.
        return b""
