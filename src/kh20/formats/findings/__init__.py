"""Findings as text: one module for each format, all of them pure functions to strings."""

from kh20.formats.findings.formats import FindingFormat, render_findings
from kh20.formats.findings.tally import file_line, tally

__all__ = ["FindingFormat", "file_line", "render_findings", "tally"]
