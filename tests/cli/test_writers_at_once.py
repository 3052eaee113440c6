"""Many writers at the same time: each entry lands, in a file that is always whole."""

import subprocess
import sys
import time
from pathlib import Path

from conftest import PATIENCE, process_environment
from kh20.planfile import load
from plans.written_plan import log_of, own_plan

WRITERS = 20

# Their clock stands still, so that none gives up waiting where the machine is busy.
WRITER = """
import time
time.monotonic = lambda: 0.0
from kh20.__main__ import main
main()
"""


def test_twenty_writers_at_once_all_land(tmp_path: Path) -> None:
    """While they write, whoever reads finds a valid plan with more and more entries."""
    path = own_plan(tmp_path)
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, *command],
            cwd=tmp_path,
            env=process_environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for command in (
            ["done", f"I.4@{2024 + number}", "--note", f"số {number}", "--yes"]
            if number % 2
            else ["progress", "I.1", "--note", f"số {number}"]
            for number in range(WRITERS)
        )
    ]
    seen = 0
    while any(writer.poll() is None for writer in writers):
        time.sleep(0.05)
        loaded = load(str(path))
        assert loaded.valid
        plan = loaded.plan
        assert plan is not None
        assert len(plan.log) >= seen
        seen = len(plan.log)
    for writer in writers:
        out, err = writer.communicate(timeout=PATIENCE)
        assert (writer.returncode, err) == (0, b"Written to plan.yaml.\n"), (out, err)
    log = log_of(path)
    assert sorted(f"số {number}" for number in range(WRITERS)) == sorted(
        line.partition("note: ")[2].rstrip("}") for line in log.splitlines()
    )
    assert [entry.name for entry in tmp_path.iterdir()] == ["plan.yaml"]
