"""Characters that only look like the usual ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.text.look_alikes import plain_characters


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("2024–06—30", "2024-06-30"),
        ("quý Ⅱ∕２０２４", "quý II/2024"),
        ("Ⅳ⁄𝟚𝟘𝟚𝟜", "IV/2024"),
        ("tháng 1²", "tháng 1²"),
        ("“Đặng Thị Nhẫn”… ½", "“Đặng Thị Nhẫn”… ½"),
        ("٢٠٢٤", "٢٠٢٤"),
    ],
)
def test_look_alikes_alone_become_plain(text: str, plain: str) -> None:
    assert plain_characters(text) == plain


@given(st.text(st.characters(max_codepoint=0x2000)))
def test_letters_and_marks_stay(text: str) -> None:
    assert plain_characters(text) == text


@given(st.text())
def test_once_is_enough(text: str) -> None:
    once = plain_characters(text)
    assert plain_characters(once) == once
