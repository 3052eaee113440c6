"""Running the command line from a test: inside the test's process, and in one of its own."""

import io
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

# Catalogues and messages are chosen when modules are imported, so this comes before any of kh20.
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ[_name] = "C"

settings.register_profile("kh20", database=None, deadline=None, derandomize=True, max_examples=50)
settings.register_profile("thorough", database=None, deadline=None, max_examples=1000)
settings.load_profile("kh20")
# What hypothesis remembers of the sources and of Unicode is no part of the checkout.
set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "kh20-hypothesis")

# The tests start hundreds of processes. What one of them compiles is kept for the next, outside the
# checkout, also where Python is told to keep nothing.
_COMPILED = str(Path(tempfile.gettempdir()) / "kh20-compiled")
sys.dont_write_bytecode, sys.pycache_prefix = False, _COMPILED

# A suite that was started in the background is deaf to interrupts; what it starts must not be.
signal.signal(signal.SIGINT, signal.default_int_handler)

PATIENCE = 600
"""Seconds after which a program that hangs is killed; no test is about how long one takes."""

_UNSET = ("KH20_PLAN", "KH20_DEBUG", "NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS", "LINES")
_SOURCES = Path(__file__).parents[1] / "src"


class Result(NamedTuple):
    """What a run of kh20 ended with and printed."""

    code: int
    out: str
    err: str


class _Stream(io.TextIOWrapper):
    """A standard stream as a process has it, on a terminal or not, kept in memory."""

    def __init__(self, *, tty: bool, typed: bytes = b"") -> None:
        self.written = io.BytesIO(typed)
        super().__init__(self.written, encoding="utf-8", newline="", write_through=True)
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty

    def text(self) -> str:
        return self.written.getvalue().decode("utf-8")


def _bytes(text: bytes | str | None) -> bytes:
    return text.encode() if isinstance(text, str) else text or b""


Run = Callable[..., Result]
"""``kh20(*args, stdin=…, cwd=…, env=…, …)``; the type of both fixtures."""


@pytest.fixture
def kh20() -> Run:
    """Run kh20 in this process; ``tty`` puts it on a terminal (set COLUMNS in ``env``).

    With ``together`` standard error goes where standard output goes, as on a person's screen.
    """
    from kh20.cli.main import run

    def call(
        *args: str,
        stdin: bytes | str | None = None,
        cwd: Path | str | None = None,
        env: Mapping[str, str] | None = None,
        tty: bool = False,
        together: bool = False,
    ) -> Result:
        out, err = _Stream(tty=tty), _Stream(tty=tty)
        with pytest.MonkeyPatch.context() as patch:
            for name in _UNSET:
                patch.delenv(name, raising=False)
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            if cwd is not None:
                patch.chdir(cwd)
            patch.setattr(sys, "stdin", _Stream(tty=tty, typed=_bytes(stdin)))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", out if together else err)
            code = run(list(args))
        return Result(int(code), out.text(), err.text())

    return call


def process_environment(env: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a process that finds these sources and nothing of the user's."""
    kept = {name: value for name, value in os.environ.items() if name not in _UNSET}
    compiled = {"PYTHONPYCACHEPREFIX": _COMPILED, "PYTHONDONTWRITEBYTECODE": ""}
    return {**kept, **compiled, "PYTHONPATH": str(_SOURCES), **(env or {})}


@pytest.fixture
def kh20_process() -> Run:
    """Run ``python -m kh20`` in a process of its own."""

    def call(
        *args: str | bytes,
        stdin: bytes | str | None = None,
        cwd: Path | str | None = None,
        env: Mapping[str, str] | None = None,
    ) -> Result:
        done = subprocess.run(
            [sys.executable, "-m", "kh20", *args],
            input=_bytes(stdin),
            cwd=cwd,
            env=process_environment(env),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        return Result(done.returncode, done.stdout.decode(), done.stderr.decode())

    return call


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh-goldens", action="store_true", help="write the expected outputs anew"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare text with a file; with ``--refresh-goldens`` write the file instead."""
    refresh = request.config.getoption("--refresh-goldens")

    def compare(path: Path, text: str) -> None:
        if refresh:
            path.write_bytes(text.encode("utf-8"))
        assert text == path.read_bytes().decode("utf-8")

    return compare
