"""The three uses for which the program exists, run as a person runs them.

``KH20_PROGRAM`` names the program to try; without it, this checkout is tried. CI tries the wheel.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from asking import ROOT
from conftest import process_environment

OWED_BY_HOME_AFFAIRS = ["IV.6.1", "IV.6.2", "IV.6.3", "II.3", "III.1", "IV.7.1", "V.2"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the shipped plan."""
    (tmp_path / "plan.yaml").write_bytes((ROOT / "plan.yaml").read_bytes())
    return tmp_path


def kh20(folder: Path, *arguments: str, code: int = 0) -> str:
    """Run the program, which says nothing on standard error, and return what it prints."""
    program = os.environ.get("KH20_PROGRAM")
    command = [program] if program else [sys.executable, "-m", "kh20"]
    environment = process_environment()
    if program:
        del environment["PYTHONPATH"]
    done = subprocess.run(
        [*command, *arguments], cwd=folder, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr.decode()) == (code, "")
    return done.stdout.decode()


def ids(document: str) -> list[str]:
    return [task["id"] for task in json.loads(document)["tasks"]]


def test_what_falls_due_in_a_quarter(folder: Path) -> None:
    assert ids(kh20(folder, "due", "--quarter", "2024Q2", "-f", "json")) == ["IV.2.3", "IV.3.1"]
    shown = kh20(folder, "due", "--quarter", "2024Q2")
    assert all(number in shown for number in ("IV.2.3", "IV.3.1"))


def test_what_an_agency_owes(folder: Path) -> None:
    for name in ("Bộ Nội vụ", "bo noi vu", "BNV"):
        answer = kh20(folder, "owner", name, "--as-of", "2024-04-15", "-f", "json")
        assert ids(answer) == OWED_BY_HOME_AFFAIRS, name


def test_whether_an_edit_is_valid(folder: Path) -> None:
    assert kh20(folder, "check") == "No findings in plan.yaml. Register: vn 2026-11-27.\n"
    plan = folder / "plan.yaml"
    text = plan.read_text(encoding="utf-8")
    assert "by: 2024-Q2" in text
    plan.write_text(text.replace("by: 2024-Q2", "by: 2024-Q3", 1), encoding="utf-8")
    found = kh20(folder, "check", code=1)
    assert "error[KH304]" in found
    assert found.endswith("“kh20 explain CODE” tells more. Register: vn 2026-11-27.\n")
