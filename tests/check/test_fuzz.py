"""Whatever stands in a file, checking it ends with a plan or with findings that make sense."""

import re
from functools import cache
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kh20.answers.checked import Checked
from kh20.findings import Finding, Region, Severity, in_file_order
from kh20.findings.codes import codes
from kh20.formats.lines import Screen
from kh20.formats.write import FindingFormat, write
from kh20.planfile import Loaded, load_bytes
from plans.faulty_plans import RICH, SHIPPED, VALUES, dumped, faulty_data, faulty_text

_BREAK = re.compile(r"\r\n|\r|\n")
_WORDS_OF_PYDANTIC = ("Input should", "Value should", "Field required", "Extra inputs", "{", "}")


def _lines(data: bytes) -> list[str]:
    return _BREAK.split(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace"))


def _inside(region: Region, lines: list[str]) -> bool:
    return (
        (1, 1) <= region[:2] <= region[2:]
        and region.end_line <= len(lines)
        and region.column <= len(lines[region.line - 1]) + 1
        and region.end_column <= len(lines[region.end_line - 1]) + 1
    )


def _check(data: bytes) -> Loaded:
    loaded = load_bytes(data, "plan.yaml")
    errors = [finding for finding in loaded.findings if finding.severity is Severity.ERROR]
    assert loaded.valid == (not errors)
    assert loaded.findings == in_file_order(loaded.findings)
    assert len(set(loaded.findings)) == len(loaded.findings)
    lines = _lines(data) if loaded.text.text else [""]
    for finding in loaded.findings:
        _check_finding(finding, lines)
    for fmt in (FindingFormat.TEXT, FindingFormat.CONCISE, FindingFormat.JSON):
        assert write(Checked(loaded.findings), fmt, Screen(None, colour=False)).count("\x1b") == 0
    return loaded


def _check_finding(finding: Finding, lines: list[str]) -> None:
    assert finding.code in codes()
    assert _inside(finding.region, lines), finding
    assert all(_inside(reference.region, lines) for reference in finding.references), finding
    assert finding.source_line == lines[finding.region.line - 1]
    said = finding.message.split("“", 1)[0]
    assert not any(words in said for words in _WORDS_OF_PYDANTIC), finding


@given(st.binary(max_size=200))
@example(b"\xef\xbb\xbf\xef\xbb\xbf")
@example(b"\x00" * 9)
def test_any_bytes(data: bytes) -> None:
    _check(data)


@given(st.text(st.characters(codec="utf-8"), max_size=120))
def test_any_text(text: str) -> None:
    _check(text.encode())


@given(st.text("ab:-?[]{},&*!|>'\"%#@` \t\n\r\\u0d8~<.12", max_size=60))
@settings(max_examples=200)
def test_any_signs_of_yaml(text: str) -> None:
    _check(text.encode())


@given(faulty_text())
@settings(max_examples=150)
def test_a_plan_with_damaged_text(text: str) -> None:
    _check(text.encode())


@given(faulty_text(SHIPPED))
@settings(max_examples=25)
def test_the_shipped_plan_with_damaged_text(text: str) -> None:
    _check(text.encode())


@given(faulty_data())
@settings(max_examples=100)
def test_a_plan_with_faulty_data(data: Any) -> None:
    _check(dumped(data).encode())


@given(VALUES)
def test_any_data_instead_of_a_plan(data: Any) -> None:
    loaded = _check(dumped(data).encode())
    assert not loaded.valid


@cache
def _section(name: str) -> str:
    start = RICH.index(f"\n{name}:") + 1
    end = re.compile(r"^[a-z]", re.MULTILINE).search(RICH, start + 1)
    return RICH[start : end.start() if end else len(RICH)]


@given(data=VALUES)
@pytest.mark.parametrize("name", ["document", "agencies", "tasks", "log"])
@settings(max_examples=30)
def test_any_data_in_place_of_a_section(name: str, data: Any) -> None:
    _check(RICH.replace(_section(name), dumped({name: data})).encode())


@given(st.integers(0, len(RICH)))
@settings(max_examples=60)
def test_a_plan_that_was_cut_off(length: int) -> None:
    _check(RICH[:length].encode())


@given(st.integers(0, len(RICH.encode())))
@settings(max_examples=60)
def test_a_plan_that_was_cut_off_inside_a_letter(length: int) -> None:
    _check(RICH.encode()[:length])
