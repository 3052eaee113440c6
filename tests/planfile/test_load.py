"""Loading: a plan, or everything that is wrong with it."""

import gc
from pathlib import Path

import pytest

from kh20.findings import Severity
from kh20.findings.code import merge
from kh20.findings.codes import severity_of
from kh20.planfile import load, load_bytes
from kh20.rules import warn_of_draft
from kh20.rules.draft import Draft


def _codes(text: str) -> list[str]:
    return [finding.code for finding in load_bytes(text.encode(), "plan.yaml").findings]


def test_a_plan(tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text(merge(""), encoding="utf-8")
    loaded = load(str(path))
    assert loaded.plan is not None
    assert loaded.plan.document.number == "1-KH/BA"
    assert (loaded.findings, loaded.readable, loaded.path) == ([], True, str(path))


def test_a_warning_leaves_the_plan_valid() -> None:
    loaded = load_bytes(
        merge("agencies:\n  bo-a: {name: A}\n  bo-b: {name: B}\n  bo-c: {name: C}\n").encode(), "p"
    )
    assert [finding.severity for finding in loaded.findings] == [Severity.WARNING]
    assert loaded.plan is not None
    assert loaded.valid
    assert loaded.errors == []


@pytest.mark.parametrize(
    "section",
    [
        "agencies:\n  bo-a: &x {name: A}\n  bo-b: {name: B}\n",
        "agencies:\n  bo-a: {name: A, en: }\n  bo-b: {name: B}\n",
        "agencies:\n  bo-a: {name: 'A\u200b'}\n  bo-b: {name: B}\n",
        "agencies:\n  bo-a: {name: A}\n  bo-b: {name: B}\n  bo-a: {name: C}\n",
        "agencies:\n  bo-a: {name: A}\n  bo-b: {name: a}\n",
    ],
)
def test_a_plan_with_an_error_is_not_valid_even_where_its_data_makes_one(section: str) -> None:
    loaded = load_bytes(merge(section).encode(), "p")
    assert not loaded.valid
    assert len(loaded.errors) == 1


def test_text_that_is_not_yaml_says_nothing_of_its_shape() -> None:
    assert _codes("formt: 1\ntasks: [\n") == ["KH004"]
    assert _codes("formt: no\ntasks: [\n") == ["KH009", "KH004"]


def test_findings_of_every_kind_come_at_once_in_file_order() -> None:
    text = merge(
        "document: {number: 1/K, title: no, issued: 2024-01-02, issuer: &x A}\n"
        "agencies:\n  bo-a: {name: A, alias: [B]}\n  bo-b: {name: B\u200b, acts_for: bo-x}\n"
        "log: [{}]\n"
    )
    findings = load_bytes(text.encode(), "p").findings
    assert [finding.code for finding in findings] == [
        "KH009", "KH006", "KH102", "KH602", "KH202", "KH101", "KH101", "KH101",
    ][: len(findings)]  # fmt: skip
    assert [finding.region for finding in findings] == sorted(f.region for f in findings)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("\n \r\n", "the file is empty"),
        ("\ufeff", "the file is empty"),
        ("# later\n", "the file holds nothing but comments"),
        ("---\n# later\n...\n", "the file holds nothing but comments"),
    ],
)
def test_an_empty_file(text: str, message: str) -> None:
    (finding,) = load_bytes(text.encode(), "p").findings
    assert (finding.code, finding.message, finding.region[:2]) == ("KH012", message, (1, 1))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("- a\n", "a list"),
        ("[]\n", "a list"),
        ("a\n", "a single value"),
        ("1\n", "a single value"),
        ("~\n", "a single value"),
        ("|\n  a\n", "a single value"),
    ],
)
def test_what_is_not_a_plan_at_its_top(text: str, kind: str) -> None:
    (finding,) = load_bytes(text.encode(), "p").findings
    assert finding.code == "KH107"
    assert finding.message == f"at its top the file holds {kind}, not the keys of a plan"


def test_what_an_alias_stands_for_is_not_guessed() -> None:
    assert _codes(merge("log: *x\n")) == ["KH006"]
    assert _codes(merge("agencies:\n  bo-a: *x\n  bo-b: {name: *y}\n")) == ["KH006", "KH006"]


def test_the_collector_of_garbage_is_as_it_was() -> None:
    for enabled in (True, False):
        gc.enable() if enabled else gc.disable()
        try:
            load_bytes(b"a: [", "p")
            assert gc.isenabled() == enabled
            assert gc.get_freeze_count() == 0
        finally:
            gc.enable()


def test_a_key_given_twice_in_an_obligation_names_the_obligation() -> None:
    """As every other finding about it does."""
    text = merge("").replace("    owners: [bo-a]\n", "    owners: [bo-a]\n    owners: [bo-b]\n")
    (finding,) = load_bytes(text.encode(), "p").findings
    assert (finding.code, finding.task) == ("KH005", "I.1")


SLIP = """\
agencies:
  bo-a: {name: Bộ A}
  bo-b: {name: Bộ B}
tasks:
  - {id: I.1, title: Báo cáo, text: Bộ A chủ trì báo cáo., owners: [bo-b], due: none}
  - {id: I.2, title: Báo cáo, text: Bộ A chủ trì báo cáo., owners: [bo-a], due: none}
"""


def test_an_expensive_warning_is_left_out_only_where_nobody_has_to_look() -> None:
    valid, wrong = merge(SLIP).encode(), merge(SLIP.replace("I.2", "I.1")).encode()
    assert [each.code for each in load_bytes(valid, "p").findings] == ["KH224", "KH226"]
    assert load_bytes(valid, "p", warn=False).findings == []
    everything = load_bytes(wrong, "p").findings
    assert {"KH224", "KH226"} < {each.code for each in everything}
    assert load_bytes(wrong, "p", warn=False).findings == everything


def test_what_only_warns_finds_no_error() -> None:
    plan = load_bytes(merge(SLIP).encode(), "p").plan
    assert plan is not None
    found = list(warn_of_draft(Draft.of(plan)))
    assert found
    assert {severity_of(each.code) for each in found} == {Severity.WARNING}
