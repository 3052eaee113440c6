"""Findings as a JSON document, schema ``kh20/diagnostics/1``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kh20.findings import Finding, Severity
from kh20.formats.json_csv import json_text

SCHEMA = "kh20/diagnostics/1"


def json_document(findings: Sequence[Finding]) -> str:
    """Return the document: the diagnostics in file order, and how many weigh how much."""
    return json_text(
        {
            "schema": SCHEMA,
            "diagnostics": [_record(finding) for finding in findings],
            "errors": _count(findings, Severity.ERROR),
            "warnings": _count(findings, Severity.WARNING),
            "notices": _count(findings, Severity.NOTICE),
        }
    )


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)


def _record(finding: Finding) -> dict[str, Any]:
    region = finding.region
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "hint": finding.hint,
        "path": finding.path,
        "line": region.line,
        "column": region.column,
        "end_line": region.end_line,
        "end_column": region.end_column,
        "task": finding.task,
        "related": [
            {
                "message": reference.note,
                "line": reference.region.line,
                "column": reference.region.column,
            }
            for reference in finding.references
        ],
    }
