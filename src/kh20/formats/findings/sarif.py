"""Findings as SARIF 2.1.0, the exchange format for results of static analysis (OASIS, 2020)."""

from pathlib import PurePath, PurePosixPath
from typing import Any
from urllib.parse import quote

from kh20 import __version__
from kh20.answers.checked import Checked
from kh20.findings import Finding, Severity
from kh20.findings.code import Code
from kh20.findings.codes import codes
from kh20.formats.findings.fingerprints import fingerprints
from kh20.formats.json_document import json_text
from kh20.formats.lines import Screen
from kh20.text.i18n import _

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def write(answer: Checked, _screen: Screen) -> str:
    """Return one run with the findings and the rules that they come from."""
    findings = answer.reported.findings
    used = sorted({finding.code for finding in findings})
    rules = {code: number for number, code in enumerate(used)}
    results = [
        _result(finding, fingerprint, rules[finding.code])
        for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
    ]
    driver = {
        "name": "kh20",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(codes()[code]) for code in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.code,
        "shortDescription": {"text": _(code.summary)},
        "fullDescription": {"text": _(code.why)},
        "help": {
            "text": f"{_(code.why)}\n\n" + _("More: kh20 explain {code}").format(code=code.code)
        },
        "defaultConfiguration": {"level": _LEVEL[code.severity]},
    }


def _result(finding: Finding, fingerprint: str, rule: int) -> dict[str, Any]:
    region = finding.region
    one_line = region.line == region.end_line
    length = len(finding.source_line or "")
    end = region.end_column if one_line else max(region.column, length + 1)
    location = _location(finding.path)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": _LEVEL[finding.severity],
        "message": {"text": finding.full_message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": location,
                    "region": _region(region.line, region.column, end),
                }
            }
        ],
        "partialFingerprints": {"kh20/v1": fingerprint},
    }
    if finding.references:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": reference.note},
                "physicalLocation": {
                    "artifactLocation": location,
                    "region": _region(
                        reference.region.line,
                        reference.region.column,
                        reference.region.end_column
                        if reference.region.line == reference.region.end_line
                        else reference.region.column,
                    ),
                },
            }
            for number, reference in enumerate(finding.references, 1)
        ]
    return result


def _region(line: int, column: int, end: int) -> dict[str, int]:
    """Return a region on one line; the end is exclusive."""
    return {"startLine": line, "startColumn": column, "endLine": line, "endColumn": end}


def _location(path: str) -> dict[str, str]:
    """Return a file as a relative URI with slashes, or a file URI where its path is absolute."""
    pure = PurePath(path)
    if pure.is_absolute():
        return {"uri": pure.as_uri()}
    posix = PurePosixPath(*pure.parts)
    return {"uri": quote(str(posix).encode("utf-8", "surrogateescape"))}
