"""Text that is not Unicode is noticed; text that is never is, in whatever language."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kh20.findings.code import merge
from kh20.planfile import load_bytes
from kh20.planfile.legacy_text import find_legacy
from processor_time import at_most

_GOOD = Path(__file__).parents[2] / "plan.yaml"
_SENTENCES = [
    line
    for line in _GOOD.read_text(encoding="utf-8").splitlines()
    if len(line.split()) > 6 and "#" not in line
]


@pytest.mark.parametrize(
    ("text", "first", "meant"),
    [
        ("B¸o c¸o n¨m", "B¸o", "Báo"),
        ("Ban hµnh kÕ ho¹ch", "hµnh", "hành"),
        ("Bé Tµi chÝnh", "Tµi", "Tài"),
        ("§¶ng ñy Quèc héi", "§¶ng", "Đảng"),
        ("xem xÐt, quyÕt ®Þnh", "xÐt", "xét"),
        ("thùc hiÖn nhiÖm vô", "thùc", "thực"),
    ],
)
def test_tcvn3(text: str, first: str, meant: str) -> None:
    legacy = find_legacy(f"Kế hoạch\ntitle: {text}\n")
    assert legacy is not None
    said = f"“{first}” looks like “{meant}” in TCVN3, for a font such as .VnTime"
    assert legacy.diagnostic.message == said
    span = legacy.diagnostic.place.span
    assert span is not None
    assert f"Kế hoạch\ntitle: {text}\n"[span.start : span.end] == first


@pytest.mark.parametrize(
    ("text", "first", "meant"),
    [
        ("Baùo caùo naêm", "Baùo", "Báo"),
        ("Boä Noäi vuï", "Boä", "Bộ"),
        ("Ñaûng uûy Quoác hoäi", "Ñaûng", "Đảng"),
        ("thöôøng xuyeân", "thöôøng", "thường"),
        ("KEÁ HOAÏCH", "KEÁ", "Kế"),
        ("kyõ thuaät, giaùo duïc", "kyõ", "kỹ"),
    ],
)
def test_vni(text: str, first: str, meant: str) -> None:
    legacy = find_legacy(text)
    assert legacy is not None
    assert legacy.diagnostic.message == f"“{first}” looks like “{meant}” in VNI"


@pytest.mark.parametrize("code_page", ["cp1252", "cp1258", "latin-1"])
@given(st.sampled_from(_SENTENCES))
def test_utf_8_that_was_read_as_something_else(code_page: str, sentence: str) -> None:
    misread = sentence.encode().decode(code_page, "ignore")
    words = [word for word in sentence.split() if any(char > "\u0100" for char in word)]
    # What the code page has no sign for is lost, and with it the word.
    whole = [word for word in words if word.encode() in misread.encode(code_page, "ignore").split()]
    assume(whole)
    legacy = find_legacy(misread)
    assert legacy is not None
    assert "in UTF-8 that was read in another encoding" in legacy.diagnostic.message


@pytest.mark.parametrize(
    "text",
    [
        "Société Générale, Citroën, Noël, Müller, Zürich, São Paulo, Haïti, Raphaël, Taïwan, maïs",
        "naïve café résumé, Köln, Düsseldorf, François Besançon garçon, Côte d’Ivoire",
        "El Niño, La Niña, España; Møller, Søren, Ålesund, Åse på då nå",
        "«Báo cáo» và «khá»… “CẤP XÃ” ‘THỊ XÃ’, XÃ… XÃ\u00a0A; Ê-đê, Ô, Â",
        "CẤP XÃ¹, MÃ², XÃ³; «CẤP XÃ», «BÈ»; THỊ XÃ–TP, XÃ—A, MÃ…; “«khá»”; «NĂ»",
        "Krông Bông, Sêrêpôk, Mnông, Xtiêng, Hrê, Pôkô, Kông Chro, quýt, Ðông Ðô, Ðà Lạt",
        "€ 5, § 3, 20 °C, m², 5 µm, N·m, kW·h, x¹, 1½, ©2024, Intel®, ±3, ×2",
        "hoà bình, khoẻ, uỷ ban, thuỷ lợi, quý, giá, loé, xoá; Đ/c, QĐ-TTg, NĐ-CP, GD&ĐT",
        "M’nông, Kơ Ho, Rơ-măm, Brâu – Liên Hợp Quốc · UNESCO",
        "Bộ Đ\u00f4 thị: ngày 01/7/2024 — “đúng hạn”",
    ],
)
def test_good_text(text: str) -> None:
    assert find_legacy(text) is None


@given(st.lists(st.sampled_from(_SENTENCES), max_size=5), st.randoms())
def test_the_words_of_the_plan_in_any_order_and_case(lines: list[str], order: Random) -> None:
    words = " ".join(lines).split()
    order.shuffle(words)
    for text in (" ".join(words), " ".join(words).upper(), "“" + "” “".join(words) + "”"):
        assert find_legacy(text) is None


def test_the_whole_plan_and_all_that_is_said_of_it() -> None:
    assert find_legacy(_GOOD.read_text(encoding="utf-8")) is None


def test_one_finding_for_a_file() -> None:
    names = "agencies:\n  bo-a: {name: Bé Tµi chÝnh}\n  bo-b: {name: xÐt, en: Bé Y tÕ}\n"
    findings = load_bytes(merge(names).encode(), "plan.yaml").findings
    assert [each.code for each in findings] == ["KH607"]
    assert (findings[0].region.line, findings[0].region.column) == (8, 19)
    assert findings[0].hint == (
        "convert the whole file to Unicode, as UniKey does, and save it as UTF-8"
    )


@pytest.mark.parametrize("word", ["µ¸", "Ã", "aù", "àáâ", "x¸ ", "Ã¡ "])
def test_time_is_bounded(word: str) -> None:
    numbered = " ".join(f"{word}{number:x}" for number in range(100_000))
    with at_most(5):
        find_legacy(word * 300_000)
        find_legacy(numbered)
