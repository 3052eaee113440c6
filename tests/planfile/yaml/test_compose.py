"""Plain data out of YAML."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kh20.findings import Place
from kh20.planfile.characters import check_escaped
from kh20.planfile.yaml.compose import compose
from kh20.planfile.yaml.walk import MAX_DEPTH

_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Zl", "Zp"]), max_size=20
).filter(lambda text: not list(check_escaped(text, Place())))
_SCALARS = st.none() | st.booleans() | st.integers(-(10**17), 10**17) | _TEXT
TREES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=20,
)


def _codes(text: str) -> list[str]:
    return [diagnostic.code for diagnostic in compose(text).diagnostics]


@given(TREES, st.sampled_from([None, "'", '"']), st.sampled_from([True, False, None]))
def test_what_is_written_comes_back(tree: Any, style: str | None, flow: bool | None) -> None:
    quoted = [tree] if style is None else _texts(tree)
    text = yaml.safe_dump(
        quoted,
        allow_unicode=True,
        default_style=style,
        default_flow_style=flow,
        width=40,
    )
    if style is not None:
        text = text.replace("!!null ", "")
    result = compose(text)
    assert result.data == quoted
    assert result.complete
    assert not result.diagnostics


def _texts(tree: Any) -> Any:
    """Return the tree with texts only, which any style can write."""
    if isinstance(tree, dict):
        return {key: _texts(value) for key, value in tree.items()}
    return [_texts(value) for value in tree] if isinstance(tree, list) else str(tree)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 2024-01-02\n", {"a": "2024-01-02"}),
        ("a: '1'\nb: \"no\"\n", {"a": "1", "b": "no"}),
        ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("a: >-\n  x\n  y\n", {"a": "x y"}),
        ("a:\nb: ~\n", {"a": None, "b": None}),
        ("- - a\n  - b\n-\n", [["a", "b"], None]),
        ("%YAML 1.1\n--- # plan\na: b\n...\n", {"a": "b"}),
        ("a: 1\r\nb: 2\r\n", {"a": 1, "b": 2}),
        ('"a\\tb": c\n', {"a\tb": "c"}),
        ("", None),
    ],
)
def test_forms(text: str, data: object) -> None:
    result = compose(text)
    assert (result.data, result.complete, result.diagnostics) == (data, True, [])


@pytest.mark.parametrize(
    ("text", "data", "codes"),
    [
        ("a: 1\nb: 2\na: 3\na: 4\n", {"a": 1, "b": 2}, ["KH005"]),
        ("a: {b: 1, b: 2}\nc: {b: 1, b: 2}\n", {"a": {"b": 1}, "c": {"b": 1}}, ["KH005"] * 2),
        ("a: {b: 1}\na: {c: 1, c: 2}\n", {"a": {"b": 1}}, ["KH005"] * 2),
        ("a: &x 1\nb: *x\n", {"a": 1, "b": None}, ["KH006"] * 2),
        ("? *x\n: 1\nb: 2\n", {"b": 2}, ["KH006"]),
        ("a: !!str 1\n", {"a": 1}, ["KH007"]),
        ("a: &x !y 1\n", {"a": 1}, ["KH006", "KH007"]),
        ("a: !!python/object/apply:os.system [echo]\n", {"a": ["echo"]}, ["KH007"]),
        ("!!map {a: 1}\n", {"a": 1}, ["KH007"]),
        ("a: 1\n---\nb: 2\n---\nc: 3\n", {"a": 1}, ["KH008"]),
        ("1: a\n", {"1": "a"}, ["KH009"]),
        ("no: a\n", {"no": "a"}, ["KH009"]),
        ("~: a\n", {"~": "a"}, ["KH009"]),
        ("on: a\n", {"on": "a"}, ["KH009"]),
        ("'on': a\n", {"on": "a"}, []),
        ("? [a, {b: c}]\n: d\ne: f\n", {"e": "f"}, ["KH011"]),
        ("? {a: b}\n: {c: c, c: c}\n", {}, ["KH011", "KH005"]),
        ("? [? [a]]\n: b\n", {}, ["KH011"] * 2),
        ("<<: {a: 1}\nb: 2\n", {"b": 2}, ["KH011"]),
        ("'<<': 1\n", {"<<": 1}, []),
        ('a: "\\e"\n', {"a": "\x1b"}, ["KH601"]),
        ('"a\\u200b": 1\n', {"a\u200b": 1}, ["KH602"]),
    ],
)
def test_what_is_refused_is_left_out(text: str, data: object, codes: list[str]) -> None:
    result = compose(text)
    assert result.data == data
    assert [diagnostic.code for diagnostic in result.diagnostics] == codes
    assert result.complete


def test_keys_that_the_format_has_are_meant_as_they_stand() -> None:
    result = compose("on: 2024-01-02\n", frozenset({"on"}))
    assert (result.data, result.diagnostics) == ({"on": "2024-01-02"}, [])
    assert _codes("a: on\n") == ["KH009"]


def test_depth_is_bounded() -> None:
    deep = compose("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert (deep.complete, deep.diagnostics) == (True, [])
    deeper = compose("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
    assert [each.code for each in deeper.diagnostics] == ["KH010"]
    assert not deeper.complete


def test_what_was_read_before_a_mistake_is_reported_too() -> None:
    result = compose("a: no\na: 1\nb: [\n")
    assert sorted(each.code for each in result.diagnostics) == ["KH004", "KH005", "KH009"]
    assert not result.complete


@pytest.mark.parametrize(
    "text", ["", "\n", "# a\n", "---\n", "---\n# a\n...\n", "%YAML 1.2\n---\n"]
)
def test_nothing_but_comments_is_empty(text: str) -> None:
    assert compose(text).empty


@pytest.mark.parametrize("text", ["a", "~", "''", "[]", "{}", "- a", "*a", "? "])
def test_a_value_is_not_empty(text: str) -> None:
    assert not compose(text).empty


def test_blank_values_and_aliases_are_remembered_by_their_paths() -> None:
    result = compose("a:\nb: [x, ~, {c: null}]\nd: *e\nf: [*g]\n? [~]\n: ~\na:\n")
    assert result.blanks == [("a",), ("b", 1), ("b", 2, "c")]
    assert result.aliases == [("d",), ("f", 0)]
