"""The Code Quality report, by the schema that GitLab's documentation describes."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.findings.made_findings import FINDING, examples, findings
from kh20.answers.checked import Checked
from kh20.findings import Finding, Severity
from kh20.formats.lines import Screen
from kh20.formats.write import FindingFormat, write

# From "Code Quality report format" in GitLab's documentation: a list of objects with these keys,
# the path relative to the repository and without "./" in front, either of two kinds of location.
_LINE = {"type": "integer", "minimum": 1}
SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)[\s\S]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": _LINE, "end": _LINE},
                        "additionalProperties": False,
                    },
                },
                "anyOf": [{"required": ["lines"]}, {"required": ["positions"]}],
            },
        },
    },
}


def written(given_findings: list[Finding]) -> str:
    return write(Checked(given_findings), FindingFormat.GITLAB, Screen(None, colour=False))


def report(given_findings: list[Finding]) -> list[dict[str, Any]]:
    document: list[dict[str, Any]] = json.loads(written(given_findings))
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    return document


@given(st.lists(findings(), max_size=5))
def test_any_report(given_findings: list[Finding]) -> None:
    document = report(given_findings)
    assert len(document) == len(given_findings)
    fingerprints = [entry["fingerprint"] for entry in document]
    assert len(set(fingerprints)) == len(fingerprints)
    for entry, finding in zip(document, given_findings, strict=True):
        lines = entry["location"]["lines"]
        assert (lines["begin"], lines["end"]) == (finding.region.line, finding.region.end_line)


def test_an_entry() -> None:
    (entry,) = report([FINDING])
    del entry["fingerprint"]
    assert entry == {
        "description": "KH304: “quý I/2024” means by: 2024-Q1, but by: 2024-Q2 is encoded "
        "(correct the one that is not as the signed document has it)",
        "check_name": "KH304",
        "severity": "major",
        "location": {"path": "plan.yaml", "lines": {"begin": 12, "end": 12}},
    }


@pytest.mark.parametrize(
    ("severity", "name"),
    [(Severity.ERROR, "major"), (Severity.WARNING, "minor"), (Severity.NOTICE, "info")],
)
def test_severities(severity: Severity, name: str) -> None:
    assert report([FINDING._replace(severity=severity)])[0]["severity"] == name


@pytest.mark.parametrize("path", ["./năm 2024/plan.yaml", ".//năm 2024/./plan.yaml"])
def test_paths_are_relative_to_the_repository_without_a_dot(path: str) -> None:
    assert report([FINDING._replace(path=path)])[0]["location"]["path"] == "năm 2024/plan.yaml"


def test_a_clean_plan_is_an_empty_list() -> None:
    assert written([]) == "[]\n"


def test_every_finding_of_the_catalogue() -> None:
    for code, _loaded, found in examples():
        assert code.code in {entry["check_name"] for entry in report(found)}
