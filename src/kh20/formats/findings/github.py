"""Findings as workflow commands of GitHub Actions, which shows them at the lines of a change.

The runner shows no more than ten of each severity, so the full text comes first. Escapes are
those of the runner's toolkit: percent sign and line breaks in messages; colon and comma too in
properties.
"""

from collections.abc import Iterable
from hashlib import sha256

from kh20.answers.checked import Checked
from kh20.findings import Finding, Severity
from kh20.formats.findings.pretty import pretty_text
from kh20.formats.lines import Screen
from kh20.text.quoting import printable

_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "notice"}


def write(answer: Checked, _screen: Screen) -> str:
    """Return the full text of the findings, and a command for each of them."""
    if not answer.findings:
        return ""
    full = pretty_text(answer.findings, Screen(None, colour=False))
    # Commands are paused under the text's own hash, which no text can hold and so end the pause.
    token = sha256(full.encode("utf-8", "replace")).hexdigest()
    commands = "".join(f"{_command(each)}\n" for each in answer.reported.findings)
    return f"::stop-commands::{token}\n{full}::{token}::\n\n{commands}"


def _command(finding: Finding) -> str:
    region = finding.region
    properties = {
        "file": printable(finding.path),
        "line": str(region.line),
        "endLine": str(region.end_line),
        "title": finding.code,
    }
    if region.line == region.end_line:
        # The runner takes columns on a single line only.
        properties["col"] = str(region.column)
        properties["endColumn"] = str(region.end_column)
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = "\n".join(map(printable, finding.full_message.split("\n")))
    return f"::{_COMMAND[finding.severity]} {given}::{_data(message)}"


def _data(text: str) -> str:
    return _replaced(text, (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")))


def _property(text: str) -> str:
    return _replaced(_data(text), ((":", "%3A"), (",", "%2C")))


def _replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    for plain, escaped in pairs:
        text = text.replace(plain, escaped)
    return text
