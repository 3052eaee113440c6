"""The shipped plan and its source, read once for the tests that compare them.

The plan is read with PyYAML alone: these tests must hold whatever kh20 makes of the file.
"""

import json
from pathlib import Path
from typing import Any

import yaml

from source_document import obligations, parse

_TESTS = Path(__file__).parents[1]

PLAN_TEXT = (_TESTS.parent / "plan.yaml").read_text(encoding="utf-8")
PLAN: dict[str, Any] = yaml.safe_load(PLAN_TEXT)
TASKS: dict[str, dict[str, Any]] = {task["id"]: task for task in PLAN["tasks"]}

_REGISTER = _TESTS.parent / "src" / "kh20" / "planfile" / "registers" / "vn.json"


def _agencies() -> dict[str, dict[str, Any]]:
    """Return the agencies of the plan, and those of the register that it names or leads to.

    Of a collective without a list of members none is followed.
    """
    register = json.loads(_REGISTER.read_text(encoding="utf-8"))["agencies"]
    found: dict[str, dict[str, Any]] = dict(PLAN["agencies"])
    waiting = [*found, *(body for task in TASKS.values() for body in named_in(task))]
    for key in waiting:
        agency = found.setdefault(key, register.get(key, {}))
        waiting += (link for link in links_of(agency) if link not in found)
    return found


def named_in(task: dict[str, Any]) -> list[str]:
    return [*task["owners"], *task.get("partners", [])]


def links_of(agency: dict[str, Any]) -> list[str]:
    """Return the short names by which an agency refers to others."""
    members = agency.get("members", [])
    listed = [members] if isinstance(members, str) else members
    principal = [agency["acts_for"]] if "acts_for" in agency else []
    heirs = [step["agency"] for step in successors_of(agency)]
    return [*principal, *heirs, *(key for key in listed if not key.startswith("kind:"))]


def successors_of(agency: dict[str, Any]) -> list[dict[str, Any]]:
    steps = agency.get("successor", [])
    return [steps] if isinstance(steps, dict) else steps


AGENCIES = _agencies()

SOURCE = (_TESTS / "data" / "20-KH-TW.txt").read_text(encoding="utf-8")
CLAUSES = obligations(parse(SOURCE))

# The document's numbers, written out by hand rather than taken from either file.
# fmt: off
IDS = [
    "II.1", "II.2", "II.3",
    "III.1", "III.2", "III.3", "III.4", "III.5",
    "IV.1.1", "IV.1.2", "IV.2.1", "IV.2.2", "IV.2.3", "IV.2.4", "IV.2.5",
    "IV.3.1", "IV.3.2", "IV.4.1", "IV.4.2", "IV.4.3", "IV.5",
    "IV.6.1", "IV.6.2", "IV.6.3", "IV.7.1", "IV.7.2", "IV.7.3", "IV.8",
    "V.1", "V.2", "V.3",
]
# fmt: on
