"""The catalogue of codes, read only where a finding is shown or explained."""

from functools import cache

from kh20.findings.code import Code
from kh20.findings.finding import Severity


@cache
def codes() -> dict[str, Code]:
    """Return the whole catalogue, in the order of the codes."""
    from kh20.findings.codes import due, edits, file, identity, log, shape

    families = (file, shape, identity, due, log, edits)
    found = {code.code: code for family in families for code in family.CODES}
    return dict(sorted(found.items()))


def severity_of(code: str) -> Severity:
    """Return how much findings with a code weigh, unless a finding says otherwise itself."""
    return codes()[code].severity


def is_of_judgement(code: str) -> bool:
    """Tell whether findings with a code can be accepted by a person who has looked at them."""
    return code in judgements()


@cache
def judgements() -> tuple[str, ...]:
    """Return the codes of the findings that can be accepted."""
    return tuple(code for code, entry in codes().items() if entry.judgement)
