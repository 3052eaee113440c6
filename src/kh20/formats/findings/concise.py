"""One line for each finding: ``path:line:col: CODE message``, as editors and grep read it."""

from kh20.answers.checked import Checked
from kh20.findings import Finding
from kh20.formats.screen import Screen
from kh20.text.quoting import printable


def concise_line(finding: Finding) -> str:
    """Return the one canonical line of a finding, without a line break."""
    region = finding.region
    message = " ".join(finding.message.split())
    return f"{printable(finding.path)}:{region.line}:{region.column}: {finding.code} {message}"


def write(answer: Checked, _screen: Screen) -> str:
    """Return one line for each finding."""
    return "".join(f"{concise_line(finding)}\n" for finding in answer.findings)
