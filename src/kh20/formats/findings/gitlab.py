"""Findings as a Code Quality report of GitLab."""

from pathlib import PurePosixPath

from kh20.answers.checked import Checked
from kh20.findings import Severity
from kh20.formats.findings.fingerprints import fingerprints
from kh20.formats.json_document import json_text
from kh20.formats.lines import Screen

_SEVERITY = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTICE: "info"}


def write(answer: Checked, _screen: Screen) -> str:
    """Return the report: a JSON list with an entry for each finding."""
    findings = answer.reported.findings
    return json_text(
        [
            {
                "description": f"{finding.code}: {finding.message}"
                + (f" ({finding.hint})" if finding.hint else ""),
                "check_name": finding.code,
                "fingerprint": fingerprint,
                "severity": _SEVERITY[finding.severity],
                "location": {
                    "path": PurePosixPath(finding.path).as_posix(),
                    "lines": {"begin": finding.region.line, "end": finding.region.end_line},
                },
            }
            for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
        ]
    )
