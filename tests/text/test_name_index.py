"""What a typed name finds."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.text.folding import fold
from kh20.text.name_index import Found, NameIndex
from processor_time import at_most

AGENCIES: list[tuple[str, list[str]]] = [
    ("bo-noi-vu", ["Bộ Nội vụ", "Ministry of Home Affairs", "BNV"]),
    ("bcsd-bo-noi-vu", ["Ban cán sự đảng Bộ Nội vụ"]),
    ("bo-khcn", ["Bộ Khoa học và Công nghệ", "Ministry of Science and Technology"]),
    ("bcsd-bkhcn", ["Ban cán sự đảng Bộ Khoa học và Công nghệ"]),
    ("vast", ["Viện Hàn lâm Khoa học và Công nghệ Việt Nam"]),
    ("bo-tai-chinh", ["Bộ Tài chính", "Ministry of Finance"]),
    ("bo-van-hoa", ["Bộ Văn hóa, Thể thao và Du lịch", "Bộ VH,TT&DL"]),
    ("bo-chinh-tri", ["Bộ Chính trị"]),
    ("bo-cong-thuong", ["Bộ Công Thương"]),
    ("ban-tuyen-giao", ["Ban Tuyên giáo Trung ương"]),
    ("vnu-hn", ["Đại học Quốc gia Hà Nội", "ĐHQG Hà Nội"]),
    ("vnu-hcm", ["Đại học Quốc gia Thành phố Hồ Chí Minh"]),
    ("tinh-uy", ["Các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương"]),
    ("phu-yen", ["Tỉnh ủy Phú Yên", "Phú Yên"]),
    ("phu-yen-sl", ["Huyện ủy Phù Yên", "Phù Yên"]),
]
INDEX = NameIndex(AGENCIES)
every_name = st.sampled_from([(entry, name) for entry, names in AGENCIES for name in names])


@pytest.mark.parametrize(
    ("query", "entry"),
    [
        ("bo-noi-vu", "bo-noi-vu"),
        ("Bộ Nội vụ", "bo-noi-vu"),
        (" Bộ Nội vụ\n", "bo-noi-vu"),
        (unicodedata.normalize("NFD", "Bộ Nội vụ"), "bo-noi-vu"),
        ("BNV", "bo-noi-vu"),
        ("Ministry of Home Affairs", "bo-noi-vu"),
        ("Bộ Văn hoá, Thể thao và Du lịch", "bo-van-hoa"),
        ("Các tỉnh uỷ, thành uỷ, đảng uỷ trực thuộc Trung ương", "tinh-uy"),
        ("Phú Yên", "phu-yen"),
    ],
)
def test_exact(query: str, entry: str) -> None:
    assert INDEX.find(query) == Found((entry,), "exact", ())


@pytest.mark.parametrize(
    ("query", "entries"),
    [
        ("bo noi vu", "bo-noi-vu"),
        ("BỘ NỘI VỤ", "bo-noi-vu"),
        ("bnv", "bo-noi-vu"),
        ("Bộ Nôi vu", "bo-noi-vu"),
        ("Bộ Nội vự", "bo-noi-vu"),
        ("Bộ  Nội\u00a0vụ.", "bo-noi-vu"),
        ("BO_NOI_VU", "bo-noi-vu"),
        ("ministry of home affairs", "bo-noi-vu"),
        ("Bộ Khoa học & Công nghệ", "bo-khcn"),
        ("Ministry of Science & Technology", "bo-khcn"),
        ("bộ văn hóa thể thao va du lịch", "bo-van-hoa"),
        # "phu-yen" is an id, and both names fold to it; the diacritics decide where there are any.
        ("PHÙ YÊN", "phu-yen-sl"),
        ("PHÚ YÊN", "phu-yen"),
        ("phu yen", "phu-yen phu-yen-sl"),
        ("PHŨ YÊN", "phu-yen phu-yen-sl"),
    ],
)
def test_folded(query: str, entries: str) -> None:
    assert INDEX.find(query) == Found(tuple(entries.split()), "folded", ())


@pytest.mark.parametrize(
    ("query", "entries"),
    [
        # a run of whole words
        ("nội vụ", "bo-noi-vu bcsd-bo-noi-vu"),
        ("Home Affairs", "bo-noi-vu"),
        ("Đại học Quốc gia", "vnu-hn vnu-hcm"),
        ("quoc gia ha noi", "vnu-hn"),
        ("thành uỷ", "tinh-uy"),
        ("hàn lâm", "vast"),
        ("uy phu yen", "phu-yen phu-yen-sl"),
        ("ủy Phú Yên", "phu-yen"),
        ("UỶ PHÙ YÊN", "phu-yen-sl"),
        # all words, in any order, the last one perhaps begun
        ("khoa hoc cong nghe viet nam", "vast"),
        ("khoa học công ngh", "bo-khcn bcsd-bkhcn vast"),
        ("Hà Nội đại học", "vnu-hn"),
        ("bộ du lịch", "bo-van-hoa"),
        ("tuyên gia", "ban-tuyen-giao"),
        # initials that are written together are one word
        ("ĐHQG", "vnu-hn"),
        ("du lịch", "bo-van-hoa"),
    ],
)
def test_part(query: str, entries: str) -> None:
    assert INDEX.find(query) == Found(tuple(entries.split()), "part", ())


@pytest.mark.parametrize(
    ("query", "entries"),
    [
        ("bkhcn", "bo-khcn"),
        ("BKHVCN", "bo-khcn"),
        ("BKH&CN", "bo-khcn"),
        ("Bộ KH&CN", "bo-khcn"),
        ("Bộ VHTTDL", "bo-van-hoa"),
        ("BVHTT&DL", "bo-van-hoa"),
        ("MOST", "bo-khcn"),
        ("MoF", "bo-tai-chinh"),
        ("BTC", "bo-tai-chinh"),
        ("BCT", "bo-chinh-tri bo-cong-thuong"),
        ("ĐHQG TPHCM", "vnu-hcm"),
        ("BTGTW", "ban-tuyen-giao"),
        ("Ban Tuyên giáo TW", "ban-tuyen-giao"),
        ("BTGTƯ", "ban-tuyen-giao"),
        # a part of initials is not their body
        ("TT&TT", ""),
        ("Bộ TT&TT", ""),
        ("Bộ TT", ""),
        ("Bộ CA", ""),
        ("bo ca", ""),
        ("tt&tt", ""),
        ("TP", ""),
    ],
)
def test_initials(query: str, entries: str) -> None:
    found = INDEX.find(query)
    assert found.ids == tuple(entries.split())
    assert found.how == ("initials" if entries else "none")


@pytest.mark.parametrize("query", ["bộ", "va", "y"])
def test_one_short_syllable_is_no_name(query: str) -> None:
    """It may be a part of many, and where it is a part of one only, that is chance."""
    found = INDEX.find(query)
    assert found.how in ("short", "none")
    assert not found.suggestions or found.how == "none"


@pytest.mark.parametrize(
    ("query", "suggestions"),
    [
        ("Bo Noi Vuu", "bo-noi-vu bcsd-bo-noi-vu"),
        ("Bộ Lội vụ", "bo-noi-vu bcsd-bo-noi-vu"),
        ("Bộ Tài chánh", "bo-tai-chinh"),
        ("bo-tia-chinh", "bo-tai-chinh"),
        ("Minstry of Finace", "bo-tai-chinh"),
        ("Bộ trưởng Bộ Nội vụ", "bo-noi-vu bcsd-bo-noi-vu"),
        ("Bộ Quốc phòng", ""),
        ("Ban cán sự đảng Bộ Xây dựng", ""),
        ("xyzzy", ""),
        # a part of an id is nobody's name, but it may be what was meant
        ("bcsd", "bcsd-bkhcn bcsd-bo-noi-vu"),
        ("bcsd-bkhcm", "bcsd-bkhcn"),
    ],
)
def test_suggestions(query: str, suggestions: str) -> None:
    found = INDEX.find(query)
    assert (found.ids, found.how) == ((), "none")
    assert found.suggestions[:2] == tuple(suggestions.split())


@pytest.mark.parametrize("query", ["", "  \t\n", "—", "“…”", "&", " & - &", "\u200b", "\x00"])
def test_nothing_typed_finds_nothing(query: str) -> None:
    assert INDEX.find(query) == Found((), "none", ())
    assert NameIndex([("a", ["&", "—", ""])]).find(query) == Found((), "none", ())


def test_an_exact_name_wins_over_every_other_reading() -> None:
    index = NameIndex([("long", ["Ban A B"]), ("ab", ["ban a"]), ("exact", ["Ban A"])])
    assert index.find("Ban A") == Found(("exact",), "exact")
    assert index.find("BAN A") == Found(("ab", "exact"), "folded")
    assert index.find("a b") == Found(("long",), "part")
    assert index.find("bab") == Found(("long",), "initials")


def test_a_name_that_two_entries_share_gives_both_in_order() -> None:
    index = NameIndex([("b", ["Ban"]), ("a", ["Ban"]), ("b", ["Bộ"])])
    assert index.find("Ban") == Found(("b", "a"), "exact")
    assert index.find("ban") == Found(("b", "a"), "folded")
    assert index.find("Bộ") == Found(("b",), "exact")


def test_an_empty_index_finds_nothing() -> None:
    assert NameIndex([]).find("Bộ Nội vụ") == Found((), "none", ())


@given(every_name)
def test_unicode_form_and_case_do_not_change_who_is_found(named: tuple[str, str]) -> None:
    entry, name = named
    for form in ("NFC", "NFD"):
        typed = unicodedata.normalize(form, name)
        assert INDEX.find(typed) == Found((entry,), "exact")
        for cased in (typed.upper(), typed.lower(), typed.swapcase()):
            assert INDEX.find(cased).ids == (entry,)
    assert entry in INDEX.find(fold(name)).ids


words = st.sampled_from(
    [
        "Bộ",
        "Ban",
        "Nội",
        "Nôi",
        "vụ",
        "va",
        "và",
        "&",
        "Y",
        "Khoa",
        "TW",
        "bkhcn",
        "nội-vụ",
        "1",
        "of",
    ]
)


@given(st.lists(words, max_size=6).map(" ".join))
def test_any_query_has_a_sound_answer(query: str) -> None:
    found = INDEX.find(query)
    known = [entry for entry, _ in AGENCIES]
    assert bool(found.ids) is (found.how != "none")
    assert list(found.ids) == sorted(set(found.ids), key=known.index)
    assert not (found.ids and found.suggestions)
    assert len(found.suggestions) <= 5
    assert set(found.suggestions) <= set(known)
    assert INDEX.find(unicodedata.normalize("NFD", query)) == found


@given(st.text())
def test_no_text_is_an_error(query: str) -> None:
    assert INDEX.find(query).how in {"exact", "folded", "part", "short", "initials", "none"}


@pytest.mark.parametrize(
    "query", ["x" * 10_000, "Bộ " * 3_333, "b n " * 2_500, "va " * 3_333, "&" * 10_000]
)
def test_an_endless_query_is_answered_at_once(query: str) -> None:
    with at_most(5):
        INDEX.find(query)


def test_a_name_of_endless_ands_is_no_trap() -> None:
    index = NameIndex([("a", ["Bộ " + "và " * 2_000 + "Y"])])
    with at_most(8):
        assert index.find("BY").ids == ("a",)
        assert index.find("bvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvx").ids == ()
