"""All diagnostic codes, by number. Read only where a finding is shown or explained."""

from __future__ import annotations

from functools import cache

from kh20.findings.code import Code
from kh20.findings.finding import Severity


@cache
def codes() -> dict[str, Code]:
    """Return the whole catalogue, in the order of the codes."""
    from kh20.findings.codes import FAMILIES

    return {code.code: code for family in FAMILIES for code in family}


def severity_of(code: str) -> Severity:
    """Return how much findings with a code weigh, unless a finding says otherwise itself."""
    return codes()[code].severity
