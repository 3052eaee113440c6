"""A signal at the worst moment: the entry is whole, it is said, and nothing is left behind."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import PATIENCE, Run, process_environment
from kh20.planfile import load
from plans.written_plan import own_plan

SCRIPT = """
import os, sys
from kh20.cli.main import run

number = int(sys.argv[1])
named = {"replace": os.replace, "fsync": os.fsync}[sys.argv[2]]

def hit(*arguments):
    done = named(*arguments)
    os.kill(os.getpid(), number)
    return done

setattr(os, sys.argv[2], hit)
sys.exit(run(["done", "I.1", "--document", "9-BC", "--on", "2024-03-01"]))
"""


@pytest.mark.parametrize("moment", ["replace", "fsync"])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_while_an_entry_is_written(name: str, moment: str, tmp_path: Path) -> None:
    """Whoever stops the program reads that the entry is recorded."""
    own_plan(tmp_path)
    number = getattr(signal, name)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(int(number)), moment],
        cwd=tmp_path,
        env=process_environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == (130 if name == "SIGINT" else -number)
    assert b"Written to plan.yaml." in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]
    plan = load(str(tmp_path / "plan.yaml")).plan
    assert plan is not None
    assert plan.log[-1].task == "I.1"


def test_a_plan_with_another_name_is_not_parted_from_it(kh20: Run, tmp_path: Path) -> None:
    """A hard link: the other name would keep the old content without a word."""
    own_plan(tmp_path)
    plan, other = tmp_path / "plan.yaml", tmp_path / "other.yaml"
    os.link(plan, other)
    before = plan.read_bytes()
    result = kh20("done", "I.1", "--document", "9-BC", "--on", "2024-03-01", cwd=tmp_path)
    assert result.code == 2
    assert "has another name (a hard link)" in result.err
    assert plan.read_bytes() == before
    assert plan.samefile(other)
