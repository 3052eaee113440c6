"""Names of agencies in running texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.agencies.mentions import NameFinder

NAMES = {
    "bo-noi-vu": ("Bộ Nội vụ", "BNV"),
    "bo-tai-chinh": ("Bộ Tài chính",),
    "bo-y-te": ("Bộ Y tế",),
    "bo-vhttdl": ("Bộ Văn hóa, Thể thao và Du lịch",),
    "bo-khcn": ("Bộ Khoa học và Công nghệ", "Bộ KH&CN"),
    "vtv": ("Đài Truyền hình Việt Nam", "VTV"),
    "chinh-phu": ("Chính phủ",),
    "van-phong-chinh-phu": ("Văn phòng Chính phủ",),
    "uy-ban": ("Ủy ban nhân dân tỉnh Nghệ An", "UBND tỉnh Nghệ An"),
    "cac-bo-lien-quan": ("Các bộ, ngành liên quan",),
}
FINDER = NameFinder(NAMES.items())


def keys(text: str, start: int = 0) -> list[str]:
    return [key for mention in FINDER.list_at(text, start).mentions for key in mention.agencies]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bộ Nội vụ, Bộ Y tế và Bộ Tài chính xây dựng", ["bo-noi-vu", "bo-y-te", "bo-tai-chinh"]),
        ("Bộ Nội vụ, Tài chính, Y tế xây dựng", ["bo-noi-vu", "bo-tai-chinh", "bo-y-te"]),
        ("các Bộ: Nội vụ, Văn hóa, Thể thao và Du lịch", ["bo-noi-vu", "bo-vhttdl"]),
        ("Bộ Văn hóa, Thể thao và Du lịch, Bộ Y tế", ["bo-vhttdl", "bo-y-te"]),
        ("bộ khoa học, công nghệ", ["bo-khcn"]),
        ("Bộ KH&CN; VTV", ["bo-khcn", "vtv"]),
        (
            "Văn phòng Chính phủ và các bộ, ngành liên quan",
            ["van-phong-chinh-phu", "cac-bo-lien-quan"],
        ),
        ("uỷ ban nhân dân tỉnh Nghệ An", ["uy-ban"]),
        # An abbreviation of one word is as it is written.
        ("vtv", []),
        ("xây dựng Bộ Y tế", []),
        ("", []),
    ],
)
def test_a_list_of_names(text: str, found: list[str]) -> None:
    assert keys(text) == found


def test_whether_names_are_all_there_is() -> None:
    assert FINDER.list_at("Bộ Y tế, Bộ Tài chính ", 0).whole
    assert not FINDER.list_at("Bộ Y tế, Bộ Tài", 0).whole
    assert FINDER.list_at("", 0).whole


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bộ Y tế chủ trì", ["bo-y-te"]),
        ("Giao Bộ Y tế, Bộ Nội vụ chủ trì", ["bo-y-te", "bo-noi-vu"]),
        ("Bộ Y tế báo cáo. Bộ Nội vụ chủ trì", ["bo-noi-vu"]),
        ("Thủ tướng Chính phủ sẽ chủ trì", []),
    ],
)
def test_the_names_just_before_a_word(text: str, found: list[str]) -> None:
    mentions = FINDER.list_before(text, text.index("chủ trì"))
    assert [key for mention in mentions for key in mention.agencies] == found


def test_a_long_list_is_read_to_its_end() -> None:
    names = ", ".join(["Bộ Văn hóa, Thể thao và Du lịch", "Bộ Khoa học và Công nghệ"] * 20)
    named = FINDER.list_at(names, 0)
    assert (len(named.mentions), named.whole) == (40, True)


JOINTS = (", ", " và ", "; ", " cùng ", ",  ")
CHOSEN = st.tuples(st.sampled_from(sorted(NAMES)), st.sampled_from(JOINTS))


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(NAMES)), st.sampled_from(JOINTS)), min_size=1, max_size=5
    ),
    st.sampled_from(["", " xây dựng đề án", " (báo cáo)", "."]),
    st.booleans(),
)
def test_whatever_list_is_read_back(chosen: list[tuple[str, str]], tail: str, upper: bool) -> None:
    """In the order in which it was written, with the places of the names."""
    text, wanted = "", []
    for key, joint in chosen:
        text += (joint if text else "") + NAMES[key][0]
        wanted.append(key)
    written = (text.upper() if upper else text) + tail
    named = FINDER.list_at(written, 0)
    assert [key for mention in named.mentions for key in mention.agencies] == wanted
    assert [written[m.start : m.end].casefold() for m in named.mentions] == [
        NAMES[key][0].casefold() for key in wanted
    ]
