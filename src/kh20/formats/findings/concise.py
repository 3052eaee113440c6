"""One line for each finding: ``path:line:col: CODE message``, as editors and grep read it."""

from __future__ import annotations

from collections.abc import Iterable

from kh20.findings import Finding
from kh20.text.quoting import printable


def concise_line(finding: Finding) -> str:
    """Return the one canonical line of a finding, without a line break."""
    region = finding.region
    message = " ".join(finding.message.split())
    return f"{printable(finding.path)}:{region.line}:{region.column}: {finding.code} {message}"


def concise_text(findings: Iterable[Finding]) -> str:
    """Return one line for each finding."""
    return "".join(f"{concise_line(finding)}\n" for finding in findings)
