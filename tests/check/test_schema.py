"""kh20 schema: what an editor is given accepts plans and rejects what the rules on shape do."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from conftest import Run
from core_yaml import core_load
from kh20.answers.plan_schema import plan_schema
from kh20.findings.code import Code, example_file
from kh20.findings.codes import codes
from kh20.planfile import load_bytes
from plans.faulty_plans import RICH, SHIPPED, dumped, faulty_data

SCHEMA = dict(plan_schema().document)
VALIDATOR = Draft202012Validator(SCHEMA)

_SHAPE = re.compile("KH1|KH302|KH310|KH407")
_EXCLUSIVE_KEYS = "KH301"


def _is_rejected(code: str) -> bool:
    return _SHAPE.match(code) is not None or code == _EXCLUSIVE_KEYS


_FAILING = [code for code in codes().values() if _is_rejected(code.code)]
_PASSING = [code for code in codes().values() if code.passes.text and not code.fails.whole]


def _name(code: Code) -> str:
    return code.code


def test_the_command_prints_the_schema(kh20: Run, tmp_path: Path) -> None:
    printed = kh20("schema")
    assert (printed.code, printed.err) == (0, "")
    assert json.loads(printed.out) == SCHEMA
    assert kh20("schema", "--output", "-", cwd=tmp_path) == printed
    written = kh20("schema", "--output", "kh20.schema.json", cwd=tmp_path)
    assert (written.code, written.out) == (0, "")
    assert (tmp_path / "kh20.schema.json").read_text(encoding="utf-8") == printed.out


@pytest.mark.parametrize("target", ["nowhere/kh20.schema.json", "a\0b"])
def test_a_file_that_cannot_be_written_is_wrong_usage(
    target: str, kh20: Run, tmp_path: Path
) -> None:
    result = kh20("schema", "--output", target, cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert "cannot be written" in result.err


def test_it_is_a_schema_of_its_dialect() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


def _keys(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for name, definition in schema.get("$defs", {}).items():
        yield from _keys(definition, name)
    for name, key in schema.get("properties", {}).items():
        yield f"{path}.{name}", key


def test_every_key_is_described_and_its_text_has_a_form() -> None:
    keys = dict(_keys(SCHEMA))
    assert {".format", "Task.owners"} <= keys.keys()
    for key, schema in keys.items():
        assert schema["description"].endswith("."), key
        assert "null" not in json.dumps(schema), key
        if schema.get("type") == "string":
            assert {"pattern", "const", "enum"} & schema.keys(), key


def test_no_key_can_be_added_anywhere() -> None:
    for definition in (SCHEMA, *SCHEMA["$defs"].values()):
        assert definition["additionalProperties"] is False


@pytest.mark.parametrize("text", [SHIPPED, RICH], ids=["shipped", "rich"])
def test_plans_are_accepted(text: str) -> None:
    assert list(VALIDATOR.iter_errors(core_load(text))) == []


def test_the_passing_examples_are_accepted() -> None:
    assert _PASSING
    for code in _PASSING:
        assert VALIDATOR.is_valid(core_load(example_file(code.passes).decode())), code.code


@pytest.mark.parametrize("code", _FAILING, ids=_name)
def test_the_failing_examples_are_rejected(code: Code) -> None:
    assert not VALIDATOR.is_valid(core_load(example_file(code.fails).decode()))


# Only a program that counts days or compares them sees that these are wrong.
_BACKWARDS = re.compile(r"runs backwards|before it starts|ends before")


@given(faulty_data())
@settings(max_examples=100)
def test_the_rules_on_shape_and_the_schema_reject_the_same(data: Any) -> None:
    findings = load_bytes(dumped(data).encode(), "plan.yaml").findings
    wrong = [finding for finding in findings if _is_rejected(finding.code)]
    valid = VALIDATOR.is_valid(data)
    if not wrong:
        assert valid
    elif not any(_BACKWARDS.search(finding.message) for finding in wrong):
        assert not valid, wrong


@given(faulty_data())
@settings(max_examples=20)
def test_the_data_is_that_of_the_text(data: Any) -> None:
    assert core_load(dumped(data)) == data


@pytest.mark.parametrize(
    ("key", "value", "valid"),
    [
        ("by: 2024-Q1", "by: 2024-02-29", True),
        ("by: 2024-Q1", "by: 2023-02-29", False),
        ("by: 2024-Q1", "by: 2000-02-29", True),
        ("by: 2024-Q1", "by: 2100-02-29", False),
        ("by: 2024-Q1", "by: 2024-01/2023-02-29", False),
        ("by: 2024-Q1", "by: 2024-04-31", False),
        ("by: 2024-Q1", "by: 2024-2", False),
        ("issued: 2024-01-02", "issued: 2024-02-29", True),
        ("issued: 2024-01-02", "issued: 2023-02-29", False),
        ("issued: 2024-01-02", "issued: 2024-06-31", False),
        ("issued: 2024-01-02", "issued: 2024-06", False),
        ("issued: 2024-01-02", "issued: 2024-01-02/2024-01-02", False),
        ("from: 2024-01, ongoing: true", "ongoing: false", False),
        ("from: 2024-01, ongoing: true", "ongoing: true", True),
        ("from: 2024-01, ongoing: true", "from: 2024-01, substantially: true", False),
        ("from: 2024-01, ongoing: true", "from: 2024-01, substantially: false", True),
        ("responsibility: each", "responsibility: all", False),
        ("percent: 50", "percent: 101", False),
        ("percent: 50", "percent: 100", True),
        ("format: 1", "format: 2", False),
        ("format: 1", "format: true", False),
        ("id: II.5", "id: II-5", False),
        ("aliases: [BA]", "aliases:", False),
        ("en: Ministry A", "en:", False),
        ("en: Ministry A", "en: ' '", False),
        ("bo-c: {name: Bộ C}", "bo_c: {name: Bộ C}", False),
        ("before: 12-15", "before: [06-15, 12-15]", True),
        ("before: 12-15", "before: 15/12", False),
        ("event: cancelled, basis: Công văn 5/BA, note", "event: cancelled, note", False),
    ],
)
def test_both_judge_a_change_alike(key: str, value: str, valid: bool) -> None:
    assert RICH.count(key) == 1
    text = RICH.replace(key, value)
    assert VALIDATOR.is_valid(core_load(text)) == valid
    found = {finding.code for finding in load_bytes(text.encode(), "plan.yaml").findings}
    assert any(map(_is_rejected, found)) == (not valid), found
