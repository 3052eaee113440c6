"""A system that replaces no file that is open, as Windows: the file tests on one, and its own."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from conftest import PATIENCE, process_environment
from kh20.planfile.log.lock import OPEN_FILES_STAY
from kh20.planfile.log.whole_file import CannotWrite, create_file, locked, replace_file
from killed_writers import names

ROOT = Path(__file__).parents[3]
FILES = (
    "planfile/log/test_create.py",
    "planfile/log/test_open_files_stay.py",
    "planfile/log/test_replace.py",
    "cli/test_init.py",
    "cli/test_recording.py",
)

there = pytest.mark.skipif(not OPEN_FILES_STAY, reason="the system replaces open files")


@pytest.mark.skipif(sys.platform != "linux", reason="the likeness is made of parts of Linux")
@pytest.mark.skipif(OPEN_FILES_STAY, reason="this is such a system")
def test_the_file_tests_on_such_a_system(tmp_path: Path) -> None:
    """Without ``fcntl`` and what else Windows lacks; it was not tried on Windows itself."""
    paths = os.pathsep.join(str(ROOT / folder) for folder in ("src", "tests"))
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "0", "-rA", "-p", "windows_like"]
        + ["--basetemp", str(tmp_path / "own")]
        + [str(ROOT / "tests" / name) for name in FILES],
        cwd=ROOT,
        env=process_environment({"PYTHONPATH": paths}),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-5000:]
    assert f"PASSED {Path(__file__).relative_to(ROOT)}::{test_the_lock.__name__}" in done.stdout


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_bytes(b"cu\n")
    return path


@there
def test_the_lock(plan: Path) -> None:
    """It is beside the file, keeps others out, and is gone with its holder."""
    with locked(plan) as real:
        assert names(plan.parent) == [".plan.yaml.kh20-lock", "plan.yaml"]
        with pytest.raises(CannotWrite, match="is being written to"), locked(plan, wait_seconds=0):
            pass
        assert names(plan.parent) == [".plan.yaml.kh20-lock", "plan.yaml"]
        replace_file(real, b"moi\n", b"cu\n")
    assert plan.read_bytes() == b"moi\n"
    assert names(plan.parent) == ["plan.yaml"]


@there
def test_the_lock_of_a_killed_writer_is_taken_over(plan: Path) -> None:
    plan.with_name(".plan.yaml.kh20-lock").touch()
    with locked(plan, wait_seconds=0) as real:
        replace_file(real, b"moi\n", b"cu\n")
    assert names(plan.parent) == ["plan.yaml"]


@there
def test_a_reader_keeps_the_file_for_a_moment(plan: Path) -> None:
    """Such as ``kh20 check``, or what looks for viruses."""
    with plan.open("rb"), pytest.raises(PermissionError):
        plan.unlink()
    reading = plan.open("rb")
    threading.Timer(0.2, reading.close).start()
    with locked(plan) as real:
        replace_file(real, b"moi\n", b"cu\n")
    assert plan.read_bytes() == b"moi\n"


@there
def test_a_file_that_stays_open_is_told(plan: Path) -> None:
    with plan.open("rb"), locked(plan) as real, pytest.raises(CannotWrite) as caught:
        replace_file(real, b"moi\n", b"cu\n")
    assert caught.value.hint is not None
    assert caught.value.hint.startswith("another program has it open")
    assert plan.read_bytes() == b"cu\n"
    assert names(plan.parent) == ["plan.yaml"]


@there
def test_a_name_is_locked_beside_it_too(tmp_path: Path) -> None:
    seen: list[list[str]] = []
    path = tmp_path / "plan.yaml"

    def look() -> None:
        while not path.exists():
            seen.append(names(tmp_path))
            time.sleep(0.001)

    thread = threading.Thread(target=look)
    thread.start()
    create_file(path, b"x" * 10_000_000)
    thread.join()
    assert names(tmp_path) == ["plan.yaml"]
    assert [".plan.yaml.kh20-init", ".plan.yaml.kh20-lock"] in seen
