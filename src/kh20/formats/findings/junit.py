"""Findings as a JUnit report: a suite for each file, a case for each finding.

A failure is something wrong in a plan; an error is a file that could not be read at all. Warnings
and notices are cases that pass and say something.
"""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from kh20.answers.checked import Checked
from kh20.findings import Finding, Severity
from kh20.formats.findings.fingerprints import UNREADABLE
from kh20.formats.findings.pretty import concise_line
from kh20.formats.lines import Screen
from kh20.text.quoting import printable


def write(answer: Checked, _screen: Screen) -> str:
    """Return the report; a file in which nothing is wrong has a suite as well."""
    answer = answer.reported
    root = ET.Element("testsuites", name="kh20 check")
    totals = [0, 0, 0]
    for path in answer.files:
        own = answer.of(path)
        suite = ET.SubElement(root, "testsuite", name=printable(path))
        if not own:
            ET.SubElement(suite, "testcase", classname=printable(path), name="kh20 check")
        for finding in own:
            _case(suite, finding)
        outcomes = [_outcome(finding) for finding in own]
        counts = (max(1, len(own)), outcomes.count("failure"), outcomes.count("error"))
        _count(suite, counts)
        totals = [total + count for total, count in zip(totals, counts, strict=True)]
    _count(root, totals)
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _count(element: ET.Element, counts: Sequence[int]) -> None:
    for key, count in zip(("tests", "failures", "errors"), counts, strict=True):
        element.set(key, str(count))


def _case(suite: ET.Element, finding: Finding) -> None:
    name = f"{finding.code} {finding.region.line}:{finding.region.column}"
    if finding.task:
        name += f" {printable(finding.task)}"
    case = ET.SubElement(suite, "testcase", classname=printable(finding.path), name=name)
    # XML has no way at all to write most control characters.
    line = printable(concise_line(finding))
    if finding.hint:
        line += f"\n{printable(finding.hint)}"
    outcome = ET.SubElement(case, _outcome(finding))
    outcome.text = line
    if finding.severity is Severity.ERROR:
        outcome.set("type", finding.code)
        outcome.set("message", printable(finding.message))


def _outcome(finding: Finding) -> str:
    if finding.severity is not Severity.ERROR:
        return "system-out"
    return "error" if finding.code == UNREADABLE else "failure"
