"""SARIF 2.1.0, by its official schema where that is at hand, and by what consumers rely on."""

import json
import os
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.findings.made_findings import FINDING, examples, findings
from kh20 import __version__
from kh20.answers.checked import Checked
from kh20.findings import Finding, Reference, Region, Severity
from kh20.findings.codes import codes
from kh20.formats.findings.fingerprints import fingerprints
from kh20.formats.lines import Screen
from kh20.formats.write import FindingFormat, write

SCHEMA = os.environ.get("KH20_SARIF_SCHEMA")
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}


def written(given_findings: list[Finding]) -> str:
    return write(Checked(given_findings), FindingFormat.SARIF, Screen(None, colour=False))


def run_of(given_findings: list[Finding]) -> dict[str, Any]:
    document = json.loads(written(given_findings))
    assert document["version"] == "2.1.0"
    assert document["$schema"].endswith("sarif-2.1.0.json")
    (run,) = document["runs"]
    return dict(run)


def regions_of(result: dict[str, Any]) -> list[dict[str, int]]:
    places = [*result["locations"], *result.get("relatedLocations", [])]
    return [place["physicalLocation"]["region"] for place in places]


@given(st.lists(findings(), max_size=4))
def test_what_every_report_holds(given_findings: list[Finding]) -> None:
    run = run_of(given_findings)
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("kh20", __version__)
    assert run["columnKind"] == "unicodeCodePoints"
    rules = [rule["id"] for rule in driver["rules"]]
    assert rules == sorted({finding.code for finding in given_findings})
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"] == codes()[rule["id"]].summary
        assert rule["help"]["text"].endswith(f"kh20 explain {rule['id']}")
        assert rule["defaultConfiguration"]["level"] in LEVELS.values()
    prints = fingerprints(given_findings)
    for result, finding, fingerprint in zip(run["results"], given_findings, prints, strict=True):
        assert rules[result["ruleIndex"]] == result["ruleId"] == finding.code
        assert result["level"] == LEVELS[finding.severity]
        assert result["message"]["text"].startswith(finding.message)
        assert result["partialFingerprints"] == {"kh20/v1": fingerprint}
        assert len(regions_of(result)) == 1 + len(finding.references)
        for region in regions_of(result):
            assert region["startLine"] == region["endLine"] >= 1
            assert 1 <= region["startColumn"] <= region["endColumn"]


@given(findings())
def test_the_address_of_a_file(finding: Finding) -> None:
    (result,) = run_of([finding])["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii()
    assert not set(uri) & set(' "<>\\^`{|}')
    parts = urlsplit(uri)
    assert (parts.query, parts.fragment) == ("", "")
    path = unquote(parts.path, errors="surrogateescape")
    given_path = os.fsencode(str(PurePosixPath(finding.path))).decode(errors="surrogateescape")
    assert path == given_path
    assert parts.scheme == ("file" if finding.path.startswith("/") else "")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("plan.yaml", "plan.yaml"),
        ("./kế hoạch/20.plan.yaml", "k%E1%BA%BF%20ho%E1%BA%A1ch/20.plan.yaml"),
        ("a:b/c#d?e%f.yaml", "a%3Ab/c%23d%3Fe%25f.yaml"),
        ("../plan.yaml", "../plan.yaml"),
        ("/srv/kế/plan.yaml", "file:///srv/k%E1%BA%BF/plan.yaml"),
        ("-", "-"),
    ],
)
def test_addresses(path: str, uri: str) -> None:
    (result,) = run_of([FINDING._replace(path=path)])["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


@pytest.mark.parametrize(
    ("region", "line", "expected"),
    [
        (Region(12, 5, 12, 9), "    due", (12, 5, 12, 9)),
        (Region(12, 5, 12, 5), "    due", (12, 5, 12, 5)),
        (Region(12, 5, 14, 2), "    text: >-", (12, 5, 12, 13)),
        (Region(12, 5, 14, 2), None, (12, 5, 12, 5)),
        (Region(1, 1, 3, 1), "", (1, 1, 1, 1)),
    ],
)
def test_regions_stay_on_one_line(region: Region, line: str | None, expected: Any) -> None:
    (result,) = run_of([FINDING._replace(region=region, source_line=line)])["results"]
    found = regions_of(result)[0]
    assert tuple(found[key] for key in ("startLine", "startColumn", "endLine", "endColumn")) == (
        expected
    )


def test_related_places_are_numbered() -> None:
    references = tuple(Reference(note, Region(3, 4, 3, 9)) for note in ("một", "hai"))
    (result,) = run_of([FINDING._replace(references=references)])["results"]
    related = result["relatedLocations"]
    assert [(place["id"], place["message"]["text"]) for place in related] == [
        (1, "một"),
        (2, "hai"),
    ]


def test_a_rule_is_listed_once() -> None:
    run = run_of([FINDING, FINDING._replace(code="KH101"), FINDING])
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["KH101", "KH304"]
    assert [result["ruleIndex"] for result in run["results"]] == [1, 0, 1]


def test_a_clean_plan_is_a_run_without_results() -> None:
    run = run_of([])
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_places_of_the_catalogue_hold_what_they_mark() -> None:
    """Columns count code points, and the end is the first that is no longer meant."""
    for _code, loaded, found in examples():
        lines = loaded.text.text.split("\n")
        for result, finding in zip(run_of(found)["results"], found, strict=True):
            region = regions_of(result)[0]
            line = lines[region["startLine"] - 1]
            assert region["endColumn"] - 1 <= len(line)
            if finding.region.line == finding.region.end_line:
                width = finding.region.end_column - finding.region.column
                marked = line[region["startColumn"] - 1 : region["endColumn"] - 1]
                assert len(marked) == width


@pytest.mark.skipif(SCHEMA is None, reason="KH20_SARIF_SCHEMA names no schema")
def test_the_official_schema() -> None:
    validator = jsonschema.Draft7Validator(
        json.loads(Path(str(SCHEMA)).read_text("utf-8")),
        format_checker=jsonschema.FormatChecker(),
    )
    everything = [finding for _code, _loaded, found in examples() for finding in found]
    odd = FINDING._replace(
        message="\x1b]]>\ud800", path="a b/\udcff.yaml", region=Region(1, 1, 9, 9)
    )
    for given_findings in ([], [FINDING], [odd], everything):
        validator.validate(json.loads(written(given_findings)))
