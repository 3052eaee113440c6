"""Values as messages quote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.text.quoting import LONGEST, shown


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Bộ Nội vụ", "Bộ Nội vụ"),
        ("", ""),
        (2024, "2024"),
        ("a\n  b\tc", "a b c"),
        ("a\u202eb", "a\\u202eb"),
        ("a\x00b", "a\\x00b"),
        ("x" * LONGEST, "x" * LONGEST),
        ("x" * (LONGEST + 1), "x" * (LONGEST - 1) + "…"),
    ],
)
def test_what_is_shown(value: object, text: str) -> None:
    assert shown(value) == text


@given(st.text(), st.integers(1, 100))
def test_it_is_one_short_line_without_anything_hidden(text: str, longest: int) -> None:
    quoted = shown(text, longest)
    assert quoted.isprintable()
    assert len(quoted) <= 10 * longest


def test_a_long_value_is_cut() -> None:
    assert shown("x" * 1_000_000, 3) == "xx…"
