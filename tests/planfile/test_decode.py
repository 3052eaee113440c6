"""Bytes that are a plan's text, and bytes that are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.findings import Span
from kh20.planfile.decode import MAX_BYTES, decode


def _only(data: bytes) -> tuple[str, str, Span | None]:
    _text, (diagnostic,) = decode(data)
    return diagnostic.code, diagnostic.message, diagnostic.place.span


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_utf_8_is_read_with_and_without_a_byte_order_mark(text: str) -> None:
    text = text.removeprefix("\ufeff")
    for data in (text.encode(), text.encode("utf-8-sig")):
        source, diagnostics = decode(data)
        assert (source.text, diagnostics) == (text, [])


@given(st.text("Kếhoạch ", min_size=4), st.sampled_from(["utf-16", "utf-32"]))
def test_other_encodings_are_named(text: str, encoding: str) -> None:
    code, message, span = _only(text.encode(encoding))
    assert (code, span) == ("KH002", Span(0, 0))
    assert encoding.upper() in message


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["format: 1\n", "# Kế hoạch thực hiện Nghị quyết\nformat: 1\n"])
def test_other_encodings_are_guessed(text: str, encoding: str) -> None:
    code, message, _span = _only(text.encode(encoding))
    assert code == "KH002"
    assert f"seems to be {encoding.upper()[:6]}" in message


@pytest.mark.parametrize("data", [b"\0\0\0\0\0\0\0\0", b"a\0b", b"format:\0 1\n", b"\0\0\0\0abcd"])
def test_zero_bytes_alone_make_no_other_encoding(data: bytes) -> None:
    text, diagnostics = decode(data)
    assert (text.text.encode(), diagnostics) == (data, [])


@pytest.mark.parametrize("encoding", ["cp1258", "latin-1", "koi8-r"])
def test_older_encodings_are_not_utf_8(encoding: str) -> None:
    text = {"cp1258": "Đan", "latin-1": "Ðê án", "koi8-r": "план"}[encoding]
    assert _only(text.encode(encoding))[0] == "KH002"


@given(st.text("aộ\n"), st.sampled_from([b"\xff", b"\xc3", b"\xe1\xbb", b"\xed\xa0\x80"]))
def test_the_first_bad_byte_is_pointed_at(before: str, bad: bytes) -> None:
    for mark in (b"", b"\xef\xbb\xbf"):
        data = mark + before.encode() + bad + b" x"
        code, message, span = _only(data)
        assert (code, span) == ("KH002", Span(len(before), len(before) + 1))
        assert f"0x{bad[0]:02X}" in message
        assert decode(data)[0].text.startswith(before + "\N{REPLACEMENT CHARACTER}")


def test_a_text_of_the_greatest_size_is_read() -> None:
    source, diagnostics = decode(b" " * MAX_BYTES)
    assert (len(source.text), diagnostics) == (MAX_BYTES, [])
    assert _only(b" " * (MAX_BYTES + 1))[0] == "KH003"
