"""JUnit: suites that count right, failures told from errors, XML whatever the plan holds."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.findings.made_findings import FINDING, examples, findings
from kh20.answers.checked import Checked
from kh20.findings import Finding, Severity
from kh20.formats.lines import Screen
from kh20.formats.write import FindingFormat, write

_CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "error", "system-out"},
}
_ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors"},
    "testcase": {"name", "classname"},
    "failure": {"message", "type"},
    "error": {"message", "type"},
    "system-out": set(),
}


def validated(given_findings: Sequence[Finding], files: Sequence[str]) -> ET.Element:
    """Return the report, which has the elements and attributes of the format and counts right."""
    document = write(
        Checked(given_findings, files), FindingFormat.JUNIT, Screen(None, colour=False)
    )
    assert document.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    root = ET.fromstring(document.encode())
    assert root.tag == "testsuites"
    for element in root.iter():
        assert {child.tag for child in element} <= _CHILDREN.get(element.tag, set())
        assert set(element.keys()) == _ATTRIBUTES[element.tag]
    for suite in (root, *root):
        cases = list(suite.iter("testcase"))
        outcomes = [[child.tag for child in case] for case in cases]
        assert all(len(outcome) <= 1 for outcome in outcomes)
        counted = [len(cases), outcomes.count(["failure"]), outcomes.count(["error"])]
        assert counted == [int(suite.get(key, "")) for key in ("tests", "failures", "errors")]
    return root


@given(st.lists(findings(), max_size=5), st.booleans())
def test_any_report(given_findings: list[Finding], unreadable: bool) -> None:
    if unreadable and given_findings:
        given_findings[0] = given_findings[0]._replace(code="KH001", severity=Severity.ERROR)
    files = list(dict.fromkeys([*(f.path for f in given_findings), "sạch/plan.yaml"]))
    root = validated(given_findings, files)
    assert len(root) == len(files)
    errors = [f for f in given_findings if f.severity is Severity.ERROR]
    assert len(list(root.iter("failure"))) + len(list(root.iter("error"))) == len(errors)
    assert len(list(root.iter("error"))) == sum(f.code == "KH001" for f in errors)


def test_a_failure_an_error_and_what_is_neither() -> None:
    unreadable = FINDING._replace(code="KH001", path="không.yaml", task=None)
    warning = FINDING._replace(severity=Severity.WARNING, hint=None)
    root = validated([FINDING, warning, unreadable], ["plan.yaml", "không.yaml", "sạch.yaml"])
    assert [dict(suite.items()) for suite in root] == [
        {"name": "plan.yaml", "tests": "2", "failures": "1", "errors": "0"},
        {"name": "không.yaml", "tests": "1", "failures": "0", "errors": "1"},
        {"name": "sạch.yaml", "tests": "1", "failures": "0", "errors": "0"},
    ]
    failure = next(root.iter("failure"))
    assert dict(failure.items()) == {"type": "KH304", "message": FINDING.message}
    assert str(failure.text).splitlines() == [
        f"plan.yaml:12:5: KH304 {FINDING.message}", FINDING.hint
    ]  # fmt: skip
    names = [case.get("name") for case in root.iter("testcase")]
    assert names == ["KH304 12:5 IV.2.1", "KH304 12:5 IV.2.1", "KH001 12:5", "kh20 check"]


@pytest.mark.parametrize("text", ["]]>", "<a>&b;", "\0\x1b\x85\ufffe\ud800", "a\r\nb", "\"'"])
def test_any_text_comes_back(text: str) -> None:
    root = validated([FINDING._replace(message=text, task=text)], ["plan.yaml"])
    shown = next(root.iter("failure")).get("message")
    assert shown == "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )


def test_every_finding_of_the_catalogue() -> None:
    for code, loaded, found in examples():
        root = validated(found, [loaded.path])
        cases = [str(case.get("name")) for case in root.iter("testcase")]
        assert any(case.startswith(code.code) for case in cases)
