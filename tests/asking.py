"""Asking the shipped plan: where it is, and the answers as data."""

import json
from pathlib import Path
from typing import Any

from conftest import Run

ROOT = Path(__file__).parents[1]
"""The folder whose ``plan.yaml`` is the shipped plan."""


def ids(run: Run, *args: str) -> list[str]:
    """Return the ids that a query answers with, in its order."""
    return [record["id"] for record in answered(run, *args)["tasks"]]


def answered(run: Run, *args: str) -> Any:
    """Return the JSON answer of a query."""
    result = run(*args, "--format", "json", cwd=ROOT)
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)
