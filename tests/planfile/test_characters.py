"""Characters that mislead, and those that are only unusual."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.findings import Place, Span
from kh20.planfile.characters import (
    character_name,
    check_characters,
    check_escaped,
    mask_unsafe,
)


def _found(text: str) -> list[tuple[str, str]]:
    """Return the codes of the findings, each with the stretch of the text that it points at."""
    found = []
    for diagnostic in check_characters(text):
        assert diagnostic.place.span is not None
        found.append((diagnostic.code, text[slice(*diagnostic.place.span)]))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Đào tạo, đường Đ, Đề án",
        "tab\there, CR LF\r\n",
        "emoji 👍 and Chinese 漢字",
        "π ≈ 3,14; 5 μm; β-lactam; Ω",
        "Россия, Хабаровск",
        "ελληνικά",
        "“quotes” – dashes — … • ½ №",
        "no-break\u00a0space",
    ],
)
def test_what_is_merely_unusual_is_let_through(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a\x07b", [("KH601", "\x07")]),
        ("a\x00\x01\x02b\x7f", [("KH601", "\x00\x01\x02"), ("KH601", "\x7f")]),
        ("ộ\x85\u2028", [("KH601", "\x85\u2028")]),
        ("ộ \ufffe\U0001ffff", [("KH601", "\ufffe")]),
        ("a\u200bb", [("KH602", "\u200b")]),
        ("a\u202e\u2066\u00adb", [("KH602", "\u202e\u2066\u00ad")]),
        ("x\ufeff", [("KH602", "\ufeff")]),
        ("a\U000e0041", [("KH602", "\U000e0041")]),
        ("\x1b\u200b", [("KH601", "\x1b"), ("KH602", "\u200b")]),
        ("Bo\u0323\u0302 A", [("KH603", "Bo\u0323\u0302")]),
        ("x Bo\u0323\u0302\ny e\u0301", [("KH603", "Bo\u0323\u0302"), ("KH603", "e\u0301")]),
        ("\u212b", [("KH603", "\u212b")]),
        ("\u00d0ào tạo", [("KH605", "\u00d0")]),
        ("B\u1ed9 \u0410", [("KH605", "\u0410")]),
        ("\u041d\u0430 \u041d\u0430", [("KH605", "\u041d\u0430"), ("KH605", "\u041d\u0430")]),
        ("h\u043e\u0430", [("KH605", "h\u043e\u0430")]),
        ("\uff21BC", [("KH605", "\uff21")]),
        ("\u039f\u03a4\u03a4\u039f", [("KH605", "\u039f\u03a4\u03a4\u039f")]),
    ],
)
def test_what_misleads_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text) == found


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_each_finding_points_at_what_it_names(text: str) -> None:
    for diagnostic in check_characters(text):
        assert diagnostic.place.span is not None
        start, end = diagnostic.place.span
        assert 0 <= start < end <= len(text)
        if diagnostic.code in ("KH601", "KH602"):
            assert f"U+{ord(text[start]):04X}" in diagnostic.message
        assert diagnostic.message.isprintable()


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_without_findings_is_composed_and_visible(text: str) -> None:
    if not _found(text):
        assert unicodedata.is_normalized("NFC", text)
        assert not any(unicodedata.category(char) == "Cc" for char in text.translate(_KEPT))


_KEPT = {ord(char): "" for char in "\t\n\r"}


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_masking_keeps_every_offset(text: str) -> None:
    masked = mask_unsafe(text)
    assert len(masked) == len(text)
    pairs = zip(text, masked, strict=True)
    assert {after for before, after in pairs if before != after} <= {"\N{REPLACEMENT CHARACTER}"}
    assert not any(code == "KH601" for code, _where in _found(masked))


def test_the_letter_that_is_meant_is_named() -> None:
    (eth,) = check_characters("\u00d0à Nẵng")
    assert (
        eth.message
        == "“\u00d0” is U+00D0 LATIN CAPITAL LETTER ETH, which looks like another letter"
    )
    assert eth.hint == "write “Đ”, U+0110 LATIN CAPITAL LETTER D WITH STROKE"
    (cyrillic,) = check_characters("B\u1ed9 \u0410")
    assert cyrillic.hint == "type the Latin letter instead"


def test_a_run_is_counted() -> None:
    (one,) = check_characters("\x07")
    assert (one.message, one.hint) == ("control character U+0007", "delete it")
    (many,) = check_characters("\u200b\u200d")
    assert many.message == (
        "2 invisible characters, the first U+200B ZERO WIDTH SPACE: "
        "what is read is not what is shown"
    )
    assert many.hint == "delete them"


def test_an_escape_that_hides_a_character_is_found_once_for_a_text() -> None:
    place = Place(span=Span(3, 9))
    found = list(check_escaped("a\u202eb\u202ec\x00", place))
    assert [(each.code, each.place) for each in found] == [("KH602", place), ("KH601", place)]
    assert list(check_escaped("Bộ A", place)) == []


def test_names_of_characters() -> None:
    assert character_name("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert character_name("\x07") == "U+0007"
    assert character_name("\U000e0001") == "U+E0001 LANGUAGE TAG"
