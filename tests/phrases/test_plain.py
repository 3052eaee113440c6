import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kh20.phrases.plain import aligned, plain


def test_diacritics_are_kept_and_spellings_levelled() -> None:
    assert plain("  Hoàn  thành\u00a0TRONG\nquí II – 2024 ") == "hoàn thành trong quý ii - 2024"
    assert plain("hòan thành, Qúy I, định kì") == "hoàn thành, quý i, định kỳ"
    assert plain("quỹ") != plain("quý")


@given(st.text(st.characters(codec="utf-8")))
def test_composition_does_not_matter(text: str) -> None:
    assert plain(unicodedata.normalize("NFD", text)) == plain(unicodedata.normalize("NFC", text))


def test_each_character_knows_where_it_stood() -> None:
    text = unicodedata.normalize("NFD", "Hạn:  quý\u00a0II")
    form, starts, ends = aligned(text)
    assert form == "hạn: quý ii"
    pieces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    assert unicodedata.normalize("NFC", pieces[1]) == "ạ"
    assert pieces[form.index("q") :] == ["q", "u", "y\u0301", "\u00a0", "I", "I"]


@given(st.text(st.sampled_from("Quý \u00a0\n1İẠa\u0301\u0323đ-–")))
def test_alignment_covers_the_plain_form(text: str) -> None:
    form, starts, ends = aligned(text)
    assert form.strip() == plain(text)
    assert len(form) == len(starts) == len(ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert list(starts) == sorted(starts)
