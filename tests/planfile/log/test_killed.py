"""Writers that are killed: the old file or the new one, and nothing piling up."""

import subprocess
import sys
from pathlib import Path

from conftest import PATIENCE, process_environment

SCRIPT = Path(__file__).parents[2] / "killed_writers.py"
KILLS = 200


def test_killed_at_any_instant(tmp_path: Path) -> None:
    """The script asserts after each kill; here it is seen that the kills hit something."""
    paths = f"{SCRIPT.parents[1] / 'src'}:{SCRIPT.parent}"
    done = subprocess.run(
        [sys.executable, SCRIPT, tmp_path, str(KILLS), "45"],
        env=process_environment({"PYTHONPATH": paths}),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    kills, left_behind, calls, creations = map(int, done.stdout.split())
    assert kills == KILLS
    assert 0 < left_behind < kills
    assert min(calls, creations) > 20
