"""The shipped plan and its source, read once for the tests that compare them.

The plan is read with PyYAML alone: these tests must hold whatever kh20 makes of the file.
"""

from pathlib import Path
from typing import Any

import yaml

from source_document import obligations, parse

_TESTS = Path(__file__).parents[1]

PLAN_TEXT = (_TESTS.parent / "plan.yaml").read_text(encoding="utf-8")
PLAN: dict[str, Any] = yaml.safe_load(PLAN_TEXT)
AGENCIES: dict[str, dict[str, Any]] = PLAN["agencies"]
TASKS: dict[str, dict[str, Any]] = {task["id"]: task for task in PLAN["tasks"]}

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
