"""Findings on a narrow screen: within its width, whatever a plan holds."""

from hypothesis import given
from hypothesis import strategies as st

from formats.findings.made_findings import FINDING, findings
from kh20.findings import Finding, Region
from kh20.formats.findings.pretty import pretty_text
from kh20.formats.lines import Screen, cells


@given(st.lists(findings(), min_size=1, max_size=2), st.integers(20, 59))
def test_no_line_is_wider_than_the_screen(given_findings: list[Finding], width: int) -> None:
    shown = pretty_text(given_findings, Screen(width, colour=False))
    assert [line for line in shown.split("\n") if cells(line) > width] == []


@given(st.integers(1, 80), st.integers(0, 60), st.integers(20, 59), st.text("aộ漢\t", max_size=140))
def test_carets_stand_under_what_is_marked(column: int, length: int, width: int, line: str) -> None:
    """They begin with it; what has no room ends in “…”."""
    region = Region(12, column, 12, column + length)
    found = FINDING._replace(region=region, source_line=f"{line}{'x' * 141}")
    shown = pretty_text([found], Screen(width, colour=False)).split("\n")
    source, carets = (row.partition(" | ")[2] for row in shown if " | " in row and "“" not in row)
    before = carets[: carets.index("^")]
    marked = (found.source_line or "")[column - 1 : column - 1 + max(1, length)].replace("\t", "→")
    start = next(end for end in range(len(source)) if cells(source[:end]) == cells(before))
    tail = source[start:]
    assert tail.startswith(marked) or marked.startswith(tail.removesuffix("…"))
    assert cells(carets) <= cells(source)
