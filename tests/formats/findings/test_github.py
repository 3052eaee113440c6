"""Workflow commands, read back by the rules that the runner documents."""

import re
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.findings.made_findings import FINDING, examples, findings
from kh20.answers.checked import Checked
from kh20.findings import Finding, Region, Severity
from kh20.formats.findings.pretty import pretty_text
from kh20.formats.lines import Screen
from kh20.formats.write import FindingFormat, write
from kh20.text.quoting import printable

SCREEN = Screen(None, colour=False)


def written(given_findings: list[Finding]) -> str:
    return write(Checked(given_findings), FindingFormat.GITHUB, SCREEN)


class Command(NamedTuple):
    """A workflow command as the runner understands it."""

    name: str
    properties: dict[str, str]
    message: str


_IN_MESSAGES = {"%25": "%", "%0D": "\r", "%0A": "\n"}
_IN_PROPERTIES = _IN_MESSAGES | {"%3A": ":", "%2C": ","}


def _unescaped(text: str, escapes: dict[str, str]) -> str:
    return re.sub("|".join(escapes), lambda found: escapes[found[0]], text)


def commands(output: str) -> list[Command]:
    """Read what a step prints: lines, of which those that begin with two colons are commands.

    ``::stop-commands::TOKEN`` makes text of all that follows up to ``::TOKEN::``.
    """
    found, token = [], None
    for line in re.split(r"\r\n|\r|\n", output):
        if token is not None:
            token = None if line.strip() == f"::{token}::" else token
            continue
        stop = re.fullmatch(r"\s*::stop-commands::(.+)", line)
        if stop:
            token = stop[1]
            continue
        command = re.fullmatch(r"\s*::([a-z-]+)(?: (.*?))?::(.*)", line, re.DOTALL)
        if command is None:
            assert "##[" not in line
            continue
        pairs = (pair.partition("=") for pair in (command[2] or "").split(",") if pair)
        properties = {key: _unescaped(value, _IN_PROPERTIES) for key, _equals, value in pairs}
        found.append(Command(command[1], properties, _unescaped(command[3], _IN_MESSAGES)))
    assert token is None
    return found


def expected(finding: Finding) -> Command:
    region = finding.region
    properties = {
        "file": printable(finding.path),
        "line": str(region.line),
        "endLine": str(region.end_line),
        "title": finding.code,
    }
    if region.line == region.end_line:
        properties |= {"col": str(region.column), "endColumn": str(region.end_column)}
    said = finding.message + (f"\n{finding.hint}" if finding.hint else "")
    message = "\n".join(map(printable, said.split("\n")))
    return Command(finding.severity.value, properties, message)


@given(st.lists(findings(), max_size=4))
def test_the_runner_reads_what_was_meant(given_findings: list[Finding]) -> None:
    output = written(given_findings)
    assert commands(output) == [expected(finding) for finding in given_findings]


@given(st.lists(findings(), min_size=1, max_size=3))
def test_the_full_text_comes_first_and_is_no_command(given_findings: list[Finding]) -> None:
    output = written(given_findings)
    full = pretty_text(given_findings, SCREEN)
    start, _newline, rest = output.partition("\n")
    token = start.removeprefix("::stop-commands::")
    assert rest.startswith(f"{full}::{token}::\n")
    assert token not in full


@pytest.mark.parametrize(
    "attack",
    [
        "::error file=x::nothing to see",
        "##[stop-commands]x",
        "x\n::stop-commands::x",
        "::add-mask::plan",
        "%0A::error::x",
    ],
)
def test_a_plan_cannot_give_the_runner_a_command(attack: str) -> None:
    finding = FINDING._replace(message=attack, source_line=attack, hint=attack, path=attack)
    (command,) = commands(written([finding]))
    assert command == expected(finding)


def test_one_finding_as_it_is_written() -> None:
    output = written([FINDING._replace(hint="100 %", path="a, b: c/plan.yaml")])
    assert output.splitlines()[-1] == (
        "::error file=a%2C b%3A c/plan.yaml,line=12,endLine=12,title=KH304,col=5,endColumn=9::"
        "“quý I/2024” means by: 2024-Q1, but by: 2024-Q2 is encoded%0A100 %25"
    )


@pytest.mark.parametrize("severity", Severity)
def test_each_severity_has_its_command(severity: Severity) -> None:
    (command,) = commands(written([FINDING._replace(severity=severity)]))
    assert command.name == severity.value


def test_columns_are_given_on_one_line_only() -> None:
    (command,) = commands(written([FINDING._replace(region=Region(3, 4, 5, 6))]))
    assert command.properties == {
        "file": "plan.yaml", "line": "3", "endLine": "5", "title": "KH304"
    }  # fmt: skip


def test_nothing_is_said_of_a_clean_plan() -> None:
    assert written([]) == ""


def test_every_finding_of_the_catalogue() -> None:
    for _code, _loaded, found in examples():
        assert commands(written(found)) == [expected(finding) for finding in found]
