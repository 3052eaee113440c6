"""Key paths become the very stretch of the file."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kh20.findings import KeyPath, Place, Span
from kh20.planfile.source_text import SourceText
from kh20.planfile.yaml.locate import Alignment, locate, locate_one

_WORD = st.text(st.sampled_from("abộ👍 -:#'\"\\,[]{}&*!|>%@"), min_size=1, max_size=12)
_KEYS = st.text(st.sampled_from("abộ- 1"), min_size=1, max_size=6)
_WORDS = st.lists(
    st.text(st.sampled_from("abộ👍()/,.:'\""), min_size=1, max_size=6), min_size=1, max_size=12
)
_TREES = st.recursive(
    _WORD,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(_KEYS, inner, min_size=1, max_size=3)
    ),
    max_leaves=12,
)


def _scalars(tree: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _scalars(value, (*path, key))
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            yield from _scalars(value, (*path, index))
    else:
        yield path, tree


@given(_TREES, st.sampled_from([None, "'", '"', "|"]), st.booleans(), st.booleans())
def test_each_scalar_is_found_exactly(
    tree: Any, style: str | None, flow: bool, windows: bool
) -> None:
    text = yaml.safe_dump(
        tree,
        allow_unicode=True,
        default_style=style,
        default_flow_style=flow,
        width=30,
        sort_keys=False,
        line_break="\r\n" if windows else "\n",
    )
    source = SourceText(text)
    scalars = list(_scalars(tree))
    places = [Place(path) for path, _value in scalars]
    for (path, value), span in zip(scalars, locate(source, places), strict=True):
        written = text[span.start : span.end]
        assert written == written.strip()
        # Alone, the stretch means the value; a block needs its line break, and its indentation.
        indent = " " * (source.position(span.start)[1] - 1)
        alone = f"{indent}{written}\n" if not written.startswith(("|", ">")) else None
        if alone is not None:
            assert yaml.load(f"- {alone.strip()}\n", yaml.BaseLoader)[0] == value, path
        for key in path[-1:]:
            if isinstance(key, str):
                (on_key,) = locate(source, [Place(path, on_key=True)])
                found = yaml.load(text[on_key.start : on_key.end], yaml.BaseLoader)
                assert found == key


@given(_TREES)
def test_all_at_once_is_each_by_itself(tree: Any) -> None:
    source = SourceText(yaml.safe_dump({"a": tree}, allow_unicode=True))
    paths: list[KeyPath] = [path for path, _value in _scalars({"a": tree})]
    assert locate(source, [Place(path) for path in paths]) == [
        locate_one(source, path) for path in paths
    ]


PLAN = """\
# A comment
format: 1
tasks:
  - id: I.1
    owners: [bo-a, 'bo-b']   # two
    due: {by: 2024,
      stated: quý I}
  - id: I.2
    text: >-
      hoàn thành
      trong quý I/2024.

    parts:
log: []
"""


def _at(path: KeyPath, **place: Any) -> str:
    source = SourceText(PLAN)
    (span,) = locate(source, [Place(path, **place)])
    return PLAN[span.start : span.end]


def test_collections_are_shown_by_their_first_line_or_by_their_brackets() -> None:
    assert _at(("tasks",)) == "- id: I.1"
    assert _at(("tasks", 1)) == "id: I.2"
    assert _at(("tasks", 0, "owners")) == "[bo-a, 'bo-b']"
    assert _at(("tasks", 0, "due")) == "{by: 2024,\n      stated: quý I}"
    assert _at(()) == "format: 1"


def test_keys() -> None:
    assert _at(("tasks", 1, "text"), on_key=True) == "text"
    assert _at(("tasks",), on_key=True) == "tasks"
    assert _at(("tasks", 0, "owners", 1), on_key=True) == "'bo-b'"


def test_what_is_not_there_is_shown_by_what_should_have_it() -> None:
    assert _at(("tasks", 1, "due")) == "id: I.2"
    assert _at(("tasks", 1, "due", "by", 3)) == "id: I.2"
    assert _at(("tasks", 0, "due", "from")) == "due"
    assert _at(("tasks", 7)) == "tasks"
    assert _at(("agencies", "bo-a")) == "format: 1"
    assert _at(("tasks", 0, "due", "from"), absent=True) == "due"
    assert _at(("tasks", 1, "id"), absent=True) == "id: I.2"


def test_a_key_without_a_value_stands_for_it() -> None:
    assert _at(("tasks", 1, "parts")) == "parts"


def test_blocks_end_where_their_text_ends() -> None:
    assert _at(("tasks", 1, "text")) == ">-\n      hoàn thành\n      trong quý I/2024."


def test_a_part_of_a_text() -> None:
    text = "hoàn thành trong quý I/2024."
    inside = (text.index("thành"), len("thành trong quý"))
    assert _at(("tasks", 1, "text"), inside=inside) == "thành\n      trong quý"
    assert _at(("tasks", 0, "due", "stated"), inside=(4, 1)) == "I"


def test_of_two_equal_keys_the_first_is_meant() -> None:
    source = SourceText("a: {b: 1}\na: {c: 2}\n")
    assert locate_one(source, ("a", "b")) == Span(7, 8)
    assert locate_one(source, ("a", "c")) == Span(0, 1)


def test_what_stands_before_a_mistake_is_found() -> None:
    source = SourceText("a: x\nb: [\n")
    assert locate_one(source, ("a",)) == Span(3, 4)
    assert locate_one(source, ("c",)) == Span(0, 4)


def test_a_span_is_its_own_place() -> None:
    span = Span(2, 5)
    assert locate(SourceText("abc: ["), [Place(("a",), span=span)]) == [span]
    assert locate(SourceText(""), []) == []


def test_keys_that_are_not_text_lead_nowhere() -> None:
    source = SourceText("? [a, b]\n: {c: 1}\n? {d: e}\n: 2\n? *x\n: 3\nc: 4\n")
    assert locate_one(source, ("c",)) == Span(43, 44)


@given(_WORDS, st.sampled_from(["'", '"', "|", ">", None]), st.data())
def test_a_run_of_words_is_found(words: list[str], style: Any, data: st.DataObject) -> None:
    value = " ".join(words)
    text = yaml.safe_dump(
        {"key": value}, allow_unicode=True, default_style=style, width=20, sort_keys=False
    )
    scalar: Any = [event for event in yaml.parse(text) if isinstance(event, yaml.ScalarEvent)][1]
    start, end = scalar.start_mark.index, scalar.end_mark.index
    alignment = Alignment(text[start:end], start, scalar.value)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    offset = len(" ".join(words[:first])) + bool(first)
    phrase = " ".join(words[first : last + 1])
    span = alignment.span(offset, len(phrase))
    if scalar.style == '"' and "\\" in text:
        return  # Escapes for line breaks may stand for spaces.
    assert span is not None
    written = text[span.start : span.end]
    if scalar.style == "'":
        written = written.replace("''", "'")
    assert written.split() == phrase.split()


@pytest.mark.parametrize(
    ("written", "value", "part", "found"),
    [
        ("a (b c) d", "a (b c) d", "b c", "b c"),
        ("a (b\n   c) d", "a (b c) d", "b c", "b\n   c"),
        (">- # d\n  a (b\n  c) d", "a (b c) d", "b c", "b\n  c"),
        ("|\n  a b\n", "a b\n", "b", "b"),
        ('"a (b c)"', "a (b c)", "b c", "b c"),
        ("'it''s b'", "it's b", "b", "b"),
        ("'it''s b'", "it's b", "s b", "it''s b"),
        ('"\\u0061bc d"', "abc d", "d", "d"),
        ('"\\u0061bc d"', "abc d", "bc", "\\u0061bc"),
        ('""', "", "", None),
        ('"a\\tb"', "a\tb", "b", None),
    ],
)
def test_forms(written: str, value: str, part: str, found: str | None) -> None:
    span = Alignment(written, 100, value).span(value.index(part), len(part))
    if found is None:
        assert span is None
    else:
        assert span is not None
        assert written[span.start - 100 : span.end - 100] == found
