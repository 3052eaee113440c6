"""The program among others: pipes that close, disks that fill, interrupts, foreign locales."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import pytest

from asking import ROOT
from conftest import PATIENCE, Run, process_environment

DAY = ("--as-of", "2024-04-15")
COMMAND = [sys.executable, "-m", "kh20"]


def run(
    *args: str,
    stdout: int | IO[bytes] = subprocess.PIPE,
    stderr: int | IO[bytes] = subprocess.PIPE,
    env: Mapping[str, str] | None = None,
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *args],
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=stderr,
        cwd=ROOT,
        env=process_environment(env),
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture
def nobody_reads() -> int:
    """The end of a pipe whose other end is closed, as when ``head`` has ended."""
    ours, theirs = os.pipe()
    os.close(ours)
    return theirs


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["list"], 0),
        (["list", "-f", "json"], 0),
        (["show", "IV.2.3"], 0),
        (["overdue", "--fail", *DAY], 1),
        (["--help"], 0),
        (["due", "--help"], 0),
        (["--version"], 0),
    ],
    ids=str,
)
def test_whoever_reads_may_stop(nobody_reads: int, args: list[str], code: int) -> None:
    """Quietly, and with the exit code of the answer; a closed pipe is no finding."""
    done = run(*args, stdout=nobody_reads)
    assert (done.returncode, done.stderr) == (code, b"")
    os.close(nobody_reads)


def test_whoever_reads_the_errors_may_stop(nobody_reads: int) -> None:
    """The mistake is a mistake all the same, and an answer is an answer."""
    assert run("owner", "xyzzy", stderr=nobody_reads).returncode == 2
    done = run("due", "2024Q2", *DAY, stderr=nobody_reads)
    assert done.returncode == 0
    assert b"IV.2.3" in done.stdout
    os.close(nobody_reads)


def test_head(tmp_path: Path) -> None:
    """Of far more than a pipe holds, the first line and not a word on the rest."""
    from plans.made_plans import AGENCIES, plan_file, task

    many = [task(f"I.{n}", text="Làm việc. " * 50) for n in range(1, 400)]
    path = plan_file(tmp_path, many, agencies={"bo-a": AGENCIES["bo-a"]})
    script = f'"{sys.executable}" -m kh20 list -f json --plan "{path}" | head -n 1; '
    done = subprocess.run(
        ["bash", "-c", script + 'echo "${PIPESTATUS[0]}"'],
        env=process_environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.stdout, done.stderr) == (b"{\n0\n", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("args", [["list"], ["due", "-f", "json"], ["--help"]], ids=" ".join)
def test_a_full_disk_is_told(args: list[str]) -> None:
    """In a sentence and by the exit code: nobody may take half an answer for the whole."""
    with Path("/dev/full").open("wb") as full:
        done = run(*args, stdout=full)
    assert done.returncode == 74
    assert done.stderr == b"kh20: the output cannot be written: No space left on device\n"


@pytest.mark.parametrize(
    ("redirection", "code", "said"),
    [
        (">&-", 74, "kh20: the output cannot be written: Bad file descriptor\n"),
        ("2>&-", 0, ""),
        (">&- 2>&-", 74, ""),
        ("--plan - <&-", 2, "kh20: standard input is closed, so no plan can be read from it\n"),
    ],
)
def test_closed_streams(redirection: str, code: int, said: str) -> None:
    """Those that are not there are not written to, nor read."""
    done = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -m kh20 list {redirection}'],
        cwd=ROOT,
        env=process_environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr.decode()) == (code, said)


def test_an_interrupt_ends_quietly() -> None:
    """With 130, while it reads a plan from standard input."""
    with subprocess.Popen(
        [*COMMAND, "list", "--plan", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=process_environment(),
    ) as process:
        assert process.stdin is not None
        # More than a pipe holds: once it is written, the program is reading.
        process.stdin.write(b"# comment\n" * 50_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err.strip()) == (130, b"", b"")


@pytest.mark.parametrize("module", ["typer", "pydantic", "kh20.cli.options", "yaml", "dateutil"])
def test_an_interrupt_while_it_starts_ends_quietly(module: str) -> None:
    """Most of the time is the start, so that is when a person gives up."""
    script = (
        "import os, signal, sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, *rest):\n"
        f"        if name == {module!r}:\n"
        "            os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "sys.argv = ['kh20', 'upcoming', '--within', '90d']\n"
        "from kh20.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=process_environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, b"", b"")


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0"},
        {"LC_ALL": "C", "PYTHONIOENCODING": "latin-1:strict"},
        {"LC_ALL": "", "LANG": ""},
    ],
    ids=str,
)
def test_vietnamese_comes_out_in_any_locale(env: dict[str, str], kh20: Run) -> None:
    """As UTF-8, in answers, messages and JSON."""
    due = ("due", "--quarter", "2024Q2", *DAY)
    assert run(*due, env=env).stdout.decode() == kh20(*due, cwd=ROOT).out
    wrong = ("owner", "dai hoc quoc gia")
    assert run(*wrong, env=env).stderr.decode() == kh20(*wrong, cwd=ROOT).err


@pytest.mark.parametrize("path", [b"/nowhere/k\xe1\xba\xbf.yaml", b"/nowhere/\xff\xfe.yaml"])
def test_a_path_that_is_no_text_is_told_of(kh20_process: Run, path: bytes) -> None:
    """In the locale C, and where it is not UTF-8 at all."""
    env = {"LC_ALL": "C", "PYTHONUTF8": "0"} if b"\xbf" in path else {}
    result = kh20_process("list", "--plan", path, env=env)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("kh20: there is no file “/nowhere/")
    assert "Traceback" not in result.err


def test_the_module_and_the_function_are_the_same_program(kh20: Run, kh20_process: Run) -> None:
    """The tests that run it in their own process test what people run."""
    for args in (["list", *DAY], ["summary", *DAY, "-f", "json"], ["due", "2024Q5"], []):
        assert kh20_process(*args, cwd=ROOT) == kh20(*args, cwd=ROOT)


@pytest.mark.parametrize(("env", "told"), [({}, False), ({"KH20_DEBUG": "1"}, True)])
def test_the_process_ends_at_once_unless_somebody_looks_into_it(
    env: dict[str, str], told: bool
) -> None:
    """What profilers register for the end of Python runs where it is asked for."""
    script = (
        "import atexit, sys\n"
        "atexit.register(lambda: print('the end', flush=True))\n"
        "sys.argv = ['kh20', 'overdue', '--fail', '--as-of', '2024-04-15', '--format', 'csv']\n"
        "from kh20.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=process_environment(env),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert done.stdout.startswith(b"id,")
    assert done.stdout.count(b"\nIV.8,") == 1
    assert done.stdout.endswith(b"the end\n") is told


def test_without_docstrings_and_assertions_every_command_is_the_same() -> None:
    """Help is shorter, and that is all."""
    script = "import sys\nfrom kh20.cli.main import Commands, run\n" + (
        "codes = {name: run([name, '--help']) for name in Commands.entries}\n"
        "codes |= {args: run(args.split()) for args in sys.argv[1:]}\n"
        "bad = {args: code for args, code in codes.items() if code}\n"
        "sys.exit(f'{bad}' if bad else 0)\n"
    )
    asked = ["due --quarter 2024Q2", "check", "schema", "explain KH304", "show IV.2.1 -f json"]
    done = subprocess.run(
        [sys.executable, "-OO", "-c", script, *asked],
        cwd=ROOT,
        env=process_environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
