"""One line for each finding: ``path:line:col: CODE message``, as editors and grep read it."""

from __future__ import annotations

from collections.abc import Iterable

from kh20.findings import Finding


def concise_line(finding: Finding) -> str:
    """Return the one canonical line of a finding, without a line break."""
    region = finding.region
    message = " ".join(finding.message.split())
    return f"{printable(finding.path)}:{region.line}:{region.column}: {finding.code} {message}"


def concise_text(findings: Iterable[Finding]) -> str:
    """Return one line for each finding."""
    return "".join(f"{concise_line(finding)}\n" for finding in findings)


def printable(text: str) -> str:
    """Return text with what a terminal would obey, or could not encode, made visible."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in text
    )
