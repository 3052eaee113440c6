"""Fingerprints: one for each finding of a report, and the same one when its line has moved."""

from typing import Any

import pytest

from comparison.comparing import codes as guard_codes
from formats.findings.made_findings import FINDING, examples
from kh20.comparison import guard
from kh20.findings import Finding, Region
from kh20.formats.findings.fingerprints import fingerprints
from kh20.planfile import load_bytes, tie
from plans.eventful_plan import eventful_plan
from plans.plan_styles import Styler, plain_text

_BYTES = {"KH002", "KH005"}
"""Codes of files that are no text, in front of which no comment can be put."""


def test_each_finding_of_a_report_has_its_own() -> None:
    found = fingerprints([FINDING, FINDING, FINDING._replace(task="IV.2.2"), FINDING])
    assert len(set(found)) == 4
    assert all(len(each) == 64 for each in found)


@pytest.mark.parametrize(
    "moved",
    [
        {"region": Region(99, 1, 99, 2)},
        {"key_path": ("tasks", 17, "due", "by")},
        {"message": "said otherwise"},
        {"hint": None},
        {"source_line": "  by: 2024-Q2"},
        {"references": ()},
    ],
)
def test_what_does_not_matter(moved: dict[str, Any]) -> None:
    assert fingerprints([FINDING._replace(**moved)]) == fingerprints([FINDING])


@pytest.mark.parametrize(
    "other",
    [
        {"path": "khác.yaml"},
        {"code": "KH305"},
        {"task": "IV.2.2"},
        {"key_path": ("tasks", 3, "due", "in")},
    ],
)
def test_what_does_matter(other: dict[str, Any]) -> None:
    assert fingerprints([FINDING._replace(**other)]) != fingerprints([FINDING])


def test_an_agency_is_known_by_its_short_name_and_other_things_by_what_is_said() -> None:
    agency = FINDING._replace(task=None, key_path=("agencies", "bo-a", "name"))
    assert fingerprints([agency]) == fingerprints([agency._replace(message="khác")])
    assert fingerprints([agency]) != fingerprints(
        [agency._replace(key_path=("agencies", "bo-b", "name"))]
    )
    bare = FINDING._replace(task=None, key_path=())
    assert fingerprints([bare]) != fingerprints([bare._replace(message="khác")])


def test_comments_above_move_no_fingerprint() -> None:
    for code, loaded, _found in examples():
        if code.fails.whole:
            continue
        text = "# một\n# hai\n\n" + loaded.text.text
        moved = load_bytes(text.encode(), loaded.path)
        assert fingerprints(moved.findings) == fingerprints(loaded.findings), code.code
        lines = [finding.region.line + 3 for finding in loaded.findings]
        assert [finding.region.line for finding in moved.findings] == lines, code.code


def faulty() -> dict[str, Any]:
    data = eventful_plan()
    tasks = {task["id"]: task for task in data["tasks"]}
    tasks["II.3"]["owners"][1:3] = ["khong-co", "cung-khong"]
    tasks["IV.2.1"]["due"]["by"] = "2024-Q3"
    tasks["IV.8"]["due"]["stated"] = "trong năm 2029"
    tasks["V.1"]["text"] = "Lãnh đạo thường xuyên kiểm tra, giám sát."
    data["agencies"]["bo-y-te"]["acts_for"] = "khong-co"
    data["log"][2]["agency"] = "bo-y-te"
    return data


def checked(text: str) -> list[Finding]:
    old = load_bytes(plain_text(eventful_plan()).encode(), "old.yaml").plan
    new = load_bytes(text.encode(), "plan.yaml")
    assert old is not None
    assert new.plan is not None
    assert "KH502!" in guard_codes(old, new.plan)
    return [*new.findings, *tie(guard(old, new.plan), new.text, "plan.yaml")]


@pytest.mark.parametrize("seed", range(6))
def test_moved_obligations_and_another_style_move_no_fingerprint(seed: int) -> None:
    found = checked(plain_text(faulty()))
    data = faulty()
    data["tasks"].reverse()
    data["agencies"] = dict(reversed(data["agencies"].items()))
    moved = checked(Styler(seed).write(data))
    # That obligations do not stand in the document's order is a finding about their places.
    of_order = {f.code for f in moved} - {f.code for f in found}
    assert len(of_order) <= 1
    kept = [f for f in moved if f.code not in of_order]
    assert sorted(fingerprints(kept)) == sorted(fingerprints(found))
    assert {f.region for f in kept} != {f.region for f in found}
    assert len(found) >= 8
