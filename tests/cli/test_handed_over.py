"""Pipes that the shell opens for a command, as it does for ``<(another command)``."""

import os
import shlex
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

import pytest

from check.conftest import BAD, GOOD
from conftest import PATIENCE, Run, process_environment
from kh20.planfile.decode import MAX_BYTES

pytestmark = pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="there is no /dev/fd")


@contextmanager
def pipe(text: str, times: int = 1) -> Iterator[int]:
    """Return the end of a pipe through which a text comes, as often as somebody reads it."""
    ours, theirs = os.pipe()

    def send() -> None:
        with suppress(BrokenPipeError), os.fdopen(theirs, "wb") as stream:
            for _time in range(times):
                stream.write(text.encode())

    sender = Thread(target=send)
    sender.start()
    try:
        yield ours
    finally:
        os.close(ours)
        sender.join(PATIENCE)


@pytest.mark.parametrize("folder", ["/dev/fd", "/proc/self/fd"])
@pytest.mark.parametrize(("text", "code"), [(GOOD, 0), (BAD, 1)])
def test_check(kh20: Run, folder: str, text: str, code: int) -> None:
    """By the name that a finding carries too."""
    if not Path(folder).is_dir():
        pytest.skip("not on this system")
    with pipe(text) as end:
        result = kh20("check", f"{folder}/{end}", "-f", "concise")
    assert (result.code, result.err) == (code, "")
    assert result.out.startswith(f"{folder}/{end}:1:9: KH104 " if code else "")


def test_every_command_that_reads_a_plan(kh20: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text(GOOD, encoding="utf-8")
    with pipe(GOOD) as one, pipe(GOOD) as other:
        same = kh20("diff", f"/dev/fd/{one}", f"/dev/fd/{other}")
    assert (same.code, same.err) == (0, "")
    for args in (
        ["list", "--plan"],
        ["diff", str(file), "--plan"],
        ["check", str(file), "--against"],
    ):
        with pipe(GOOD) as end:
            result = kh20(*args, f"/dev/fd/{end}")
        assert (result.code, result.err) == (0, "")


def test_nothing_is_recorded_in_one(kh20: Run) -> None:
    with pipe(GOOD) as end:
        result = kh20("done", "I.1", "--note", "xong", "--plan", f"/dev/fd/{end}")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"kh20: “/dev/fd/{end}” cannot be written: ")


def test_one_without_an_end_is_not_read_to_it(kh20: Run) -> None:
    with pipe("- x\n" * 1024, times=MAX_BYTES) as end:
        result = kh20("check", f"/dev/fd/{end}", "-f", "concise")
    assert result.code == 1
    assert result.out.startswith(f"/dev/fd/{end}:1:1: KH003 ")


def test_a_socket_is_a_pipe_too(kh20: Run) -> None:
    """Some programs connect the standard input of those that they start by one."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(GOOD.encode())
        theirs.shutdown(socket.SHUT_WR)
        assert kh20("check", f"/dev/fd/{ours.fileno()}").code == 0


def test_one_that_is_closed_and_one_that_is_written_to(kh20: Run) -> None:
    ours, theirs = os.pipe()
    refused = kh20("check", f"/dev/fd/{theirs}")
    assert (refused.code, "cannot be read" in refused.out) == (2, True)
    os.close(ours)
    os.close(theirs)
    gone = kh20("check", f"/dev/fd/{ours}")
    assert (gone.code, "there is no file" in gone.out) == (2, True)


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    "line", ["diff <(cat plan.yaml) plan.yaml", "check <(cat plan.yaml)", "check /dev/stdin"]
)
def test_bash_itself(tmp_path: Path, line: str) -> None:
    (tmp_path / "plan.yaml").write_text(GOOD, encoding="utf-8")
    command = f"cat plan.yaml | {shlex.quote(sys.executable)} -m kh20 {line}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=tmp_path,
        env=process_environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
