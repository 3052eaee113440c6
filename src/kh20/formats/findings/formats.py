"""The closed set of formats in which findings are printed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from kh20.findings import Finding
from kh20.formats.findings.concise import concise_text
from kh20.formats.findings.document import json_document
from kh20.formats.findings.pretty import pretty_text


class FindingFormat(StrEnum):
    """How `check` prints its findings."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"
    JUNIT = "junit"


def render_findings(
    findings: Sequence[Finding],
    fmt: FindingFormat,
    files: Sequence[str] = (),
    *,
    colour: bool = False,
) -> str:
    """Return findings in a format. ``colour`` matters to the text format only.

    ``files`` are all the files that were checked, also those without a finding.
    """
    match fmt:
        case FindingFormat.TEXT:
            return pretty_text(findings, colour=colour)
        case FindingFormat.CONCISE:
            return concise_text(findings)
        case FindingFormat.JSON:
            return json_document(findings)
        case FindingFormat.GITHUB:
            from kh20.formats.findings.github import github_text

            return github_text(findings)
        case FindingFormat.GITLAB:
            from kh20.formats.findings.gitlab import gitlab_document

            return gitlab_document(findings)
        case FindingFormat.SARIF:
            from kh20.formats.findings.sarif import sarif_document

            return sarif_document(findings)
        case FindingFormat.JUNIT:
            from kh20.formats.findings.junit import junit_document

            return junit_document(findings, files)
