"""Findings and the catalogue of their codes."""

from kh20.findings.finding import (
    Diagnostic,
    Finding,
    KeyPath,
    Place,
    Reference,
    Region,
    Related,
    Severity,
    Span,
    has_errors,
    in_file_order,
)

__all__ = [
    "Diagnostic",
    "Finding",
    "KeyPath",
    "Place",
    "Reference",
    "Region",
    "Related",
    "Severity",
    "Span",
    "has_errors",
    "in_file_order",
]
