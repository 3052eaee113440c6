"""The order of names and of obligation ids."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kh20.text.sorting import collation_key, document_keys, natural_key

SORTED = [
    ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ậ", "b", "ba", "bà"],
    ["cũ", "d", "da", "dạ", "dê", "du", "đ", "đa", "đá", "e", "ẹ", "ê", "ế", "f", "g"],
    ["i", "ị", "j", "k", "n", "o", "ọ", "ô", "ộ", "ơ", "ợ", "p"],
    ["u", "ụ", "ư", "ự", "v", "w", "x", "y", "ỵ", "z"],
    ["0", "1", "12", "2", "a"],
    ["ba", "ba ba", "ba lô", "bà con", "bác", "ban", "bàn"],
    ["tuân thủ", "tuần chay", "tuấn"],
    ["an", "An", "AN", "àn", "Àn"],
    ["Bộ Công Thương", "Bộ Giáo dục và Đào tạo", "Bộ Kế hoạch và Đầu tư", "Bộ Khoa học", "Bộ Y tế"],
    ["Ban Bí thư", "Ban Dân vận", "Ban Đối ngoại", "Ban Nội chính", "Bộ Nội vụ", "Đảng đoàn"],
    ["hoa", "hòa bình", "hoà hợp", "hòa thuận", "hỏa"],
]


@pytest.mark.parametrize("words", SORTED, ids=lambda words: str(words[0]))
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_words_sort_as_in_a_dictionary(words: list[str], form: str) -> None:
    shuffled = [unicodedata.normalize(form, word) for word in words]  # type: ignore[arg-type]
    random.Random(20).shuffle(shuffled)
    ordered = sorted(shuffled, key=collation_key)
    assert [unicodedata.normalize("NFC", word) for word in ordered] == words


def test_punctuation_only_separates() -> None:
    assert sorted(["đ", "“d”", "(c)", "b"], key=collation_key) == ["b", "(c)", "“d”", "đ"]
    assert collation_key("kinh tế - xã hội")[0] == collation_key("kinh tế xã hội")[0]


def test_either_tone_placement_takes_the_same_place() -> None:
    assert collation_key("hoà")[:2] == collation_key("hòa")[:2]
    assert collation_key("hoà") != collation_key("hòa")


def test_letters_of_other_languages_stand_by_their_plain_letter_or_last() -> None:
    assert sorted(["z", "я", "ö", "p", "o"], key=collation_key) == ["o", "ö", "p", "z", "я"]


@given(st.text(), st.text())
@example("ạ̈", "ä")
@example("\ud800", "")
def test_collation_tells_texts_apart_exactly_where_nfc_does(one: str, other: str) -> None:
    assert collation_key(unicodedata.normalize("NFD", one)) == collation_key(one)
    same_text = unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
    first, second = collation_key(one), collation_key(other)
    assert (first == second) is same_text
    assert (first < second) + (second < first) + (first == second) == 1


@given(st.lists(st.text(alphabet="aàâăbdđoôơuư AĐ-1", max_size=6)), st.randoms())
def test_any_list_has_one_order(texts: list[str], chance: random.Random) -> None:
    shuffled = texts[:]
    chance.shuffle(shuffled)
    assert sorted(shuffled, key=collation_key) == sorted(texts, key=collation_key)


@pytest.mark.parametrize(
    "ids",
    [
        ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XIX", "XL", "L"],
        ["II.3", "III.1", "IV.2.1", "IV.2.2", "IV.2.10", "IV.5", "IV.10.1", "V.1", "IX.1"],
        ["IV", "IV.1", "IV.1.1", "IV.2"],
        ["1", "2", "2a", "2b", "3", "10", "A", "B", "C", "D"],
        ["IV.2", "IV.2a", "IV.3", "IV.x"],
        ["II.2", "II.9", "II." + "9" * 5000],
        ["XVIII", "IIII", "iv", "VX"],
        ["1.c", "1.d", "1.đ", "1.e"],
        ["1.PL2", "1.PL10"],
    ],
    ids=lambda ids: str(ids[0]),
)
def test_ids_sort_as_the_document_counts(ids: list[str]) -> None:
    shuffled = ids[:]
    random.Random(20).shuffle(shuffled)
    assert sorted(shuffled, key=natural_key) == ids


@pytest.mark.parametrize(
    "siblings",
    [
        "a b c d đ e g h i k l m n o p q r s t u v x y",
        "A B C D Đ E G H I K L M",
        "i ii iii iv v vi vii viii ix x xi",
        "I II III IV V VI VII VIII IX X XI",
        "I II IIa III IX X",
        "h i k",
        "i v x",
        "c d m",
        "I V X",
        "1 2 2a 2đ 2e 10",
        "PL1 PL2 PL10",
        "A a B b",
    ],
)
@pytest.mark.parametrize("above", ["", "IV.", "2.1.", "a."])
def test_siblings_are_counted_alike(siblings: str, above: str) -> None:
    ids = [above + part for part in siblings.split()]
    shuffled = ids[:]
    random.Random(20).shuffle(shuffled)
    keys = dict(zip(shuffled, document_keys(shuffled), strict=True))
    assert sorted(ids, key=keys.__getitem__) == ids


def test_one_letter_is_read_by_its_own_siblings() -> None:
    ids = ["I.h", "I.i", "I.k", "II.i", "II.ii", "II.v", "II.x", "V.1.i", "V.2.i", "V.2.iv"]
    keys = dict(zip(ids, document_keys(ids), strict=True))
    assert sorted(ids, key=keys.__getitem__) == ids


ids = st.one_of(st.text(), st.text(alphabet="IVX.0123a "))


@given(ids, ids)
@example("1", "01")
@example("I", "1")
@example("²", "2")
def test_every_pair_of_ids_has_an_order(one: str, other: str) -> None:
    for first, second in ((natural_key(one), natural_key(other)), document_keys([one, other])):
        assert (first == second) is (one == other)
        assert (first < second) + (second < first) + (first == second) == 1


@given(st.integers(1, 89), st.integers(1, 89), st.integers(0, 10**6), st.integers(0, 10**6))
def test_numbers_order_ids_by_value(section: int, later: int, item: int, next_item: int) -> None:
    def roman(value: int) -> str:
        tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX"][value // 10]
        return tens + ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"][value % 10]

    one, other = f"{roman(section)}.{item}", f"{roman(later)}.{next_item}"
    assert (natural_key(one) < natural_key(other)) is ((section, item) < (later, next_item))
