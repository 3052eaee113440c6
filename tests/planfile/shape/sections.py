"""Sections of a plan with a fault put into them."""

from kh20.findings.code import merge
from kh20.planfile import load_bytes

TASK = """\
tasks:
  - id: I.1
    title: Báo cáo
    text: Báo cáo kết quả (hoàn thành trong quý I/2024).
    owners: [bo-a]
    partners: [bo-b]
    due: {by: 2024-Q1, stated: hoàn thành trong quý I/2024}
"""
DUE = "{by: 2024-Q1, stated: hoàn thành trong quý I/2024}"


def task(old: str, new: str) -> str:
    assert TASK.count(old) == 1
    return TASK.replace(old, new)


def agency(keys: str) -> str:
    return f"agencies:\n  bo-a: {keys}\n  bo-b: {{name: Bộ B}}\n"


def log(entry: str) -> str:
    return f"log:\n  - {{{entry}}}\n"


def said(section: str) -> list[tuple[str, str, str | None]]:
    """Return of each finding the code, the message and the hint."""
    findings = load_bytes(merge(section).encode(), "plan.yaml").findings
    return [(each.code, each.message, each.hint) for each in findings]
