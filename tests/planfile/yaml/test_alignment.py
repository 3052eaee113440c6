"""Parts of a value, found in the way it is written."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kh20.planfile.yaml.alignment import Alignment

_WORDS = st.lists(
    st.text(st.sampled_from("abộ👍()/,.:'\""), min_size=1, max_size=6), min_size=1, max_size=12
)


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
