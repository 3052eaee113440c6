"""Words that went and came, readable in Vietnamese."""

from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.comparison.word_diff import Stretch, shortened, stretches, word_diff
from kh20.text.quoting import one_line

WORDS = st.lists(
    st.sampled_from(
        ["Bộ", "Nội", "vụ", "ở", "quý", "I/2024", "(hoàn", "thành).", ",", "-", "a\u0309"]
    )
).map(" ".join)


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "Bộ Nội vụ báo cáo (hoàn thành trong quý I/2024).",
            "Bộ Nội vụ báo cáo (hoàn thành trong quý III/2024).",
            "… báo cáo (hoàn thành trong quý [-I-]{+III+}/2024).",
        ),
        ("trong quý I/2024", "trong tháng 4/2024", "trong [-quý I-]{+tháng 4+}/2024"),
        ("hoàn thành trong năm", "cơ bản hoàn thành trong năm", "{+cơ bản+} hoàn thành trong năm"),
        ("hoàn thành trong năm", "hoàn thành năm", "hoàn thành[- trong-] năm"),
        ("cơ bản hoàn thành", "hoàn thành", "[-cơ bản-] hoàn thành"),
        ("a,b", "a, b", "a,[-b-]{+ b+}"),
        ("Uỷ ban", "Ủy ban", "[-Uỷ-]{+Ủy+} ban"),
        ("a, b, c d", "x, y, z d", "[-a, b, c-]{+x, y, z+} d"),
        ("", "mới", "{+mới+}"),
        ("cũ", "", "[-cũ-]"),
        ("giống nhau", "giống nhau", "giống nhau"),
        ("To\u0301m tắt", "Tóm tắt", "Tóm tắt"),
    ],
)
def test_a_diff_of_words(old: str, new: str, shown: str) -> None:
    assert word_diff(old, new) == shown


def test_what_lies_far_from_a_change_is_left_out() -> None:
    words = [f"chữ{n}" for n in range(40)]
    old = " ".join(words)
    new = " ".join([*words[:10], "mới", *words[11:30], "khác", *words[31:]])
    assert word_diff(old, new) == (
        "… chữ4 chữ5 chữ6 chữ7 chữ8 chữ9 [-chữ10-]{+mới+} chữ11 chữ12 chữ13 chữ14 chữ15 … "
        "chữ24 chữ25 chữ26 chữ27 chữ28 chữ29 [-chữ30-]{+khác+} chữ31 chữ32 chữ33 chữ34 chữ35 …"
    )


def test_a_whole_text_that_was_rewritten_is_cut() -> None:
    shown = word_diff(" ".join(f"a{n}" for n in range(500)), " ".join(f"b{n}" for n in range(500)))
    assert shown.startswith("[-a0 a1 ")
    assert "… a494" in shown
    assert shown.endswith("b499+}")
    assert len(shown) < 700


@given(WORDS, WORDS)
def test_the_stretches_of_a_version_are_its_text(old: str, new: str) -> None:
    found = stretches(old, new)
    for version, other in ((old, "added"), (new, "removed")):
        assert "".join(s.text for s in found if s.kind != other).strip() == one_line(version)
    assert all(stretch.text for stretch in found)
    assert all(one.kind != two.kind for one, two in pairwise(found))
    assert (one_line(old) == one_line(new)) == all(s.kind == "same" for s in found)


def test_what_is_cut_is_never_a_change_of_a_few_words() -> None:
    change = Stretch("removed", "x " * 60)
    assert shortened([change]) == [change]


@pytest.mark.parametrize("apart", [1, 20, 1000])
@pytest.mark.parametrize("length", [500, 50_000])
def test_no_text_takes_more_than_bounded_work(
    apart: int, length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words that both texts repeat, each between two of its own, are the slowest to align."""
    work = []
    longest = SequenceMatcher.find_longest_match

    def counted(matcher: Any, alo: int, ahi: int, blo: int, bhi: int) -> Any:
        counts = Counter(matcher.b)
        work.append(sum(1 + counts[word] for word in matcher.a[alo:ahi]))
        return longest(matcher, alo, ahi, blo, bhi)

    monkeypatch.setattr(SequenceMatcher, "find_longest_match", counted)
    old, new = (
        " ".join(f"cả{n % apart} {own}{n}" for n in range(length // 2)) for own in ("cũ", "mới")
    )
    found = stretches(old, new)
    assert sum(work) <= 1_000_000
    for version, other in ((old, "added"), (new, "removed")):
        assert "".join(s.text for s in found if s.kind != other) == version


def test_a_text_of_the_length_of_a_plan_is_aligned_to_its_last_word() -> None:
    random = Random(1)
    old = [f"từ{random.randrange(200)}" for _ in range(3000)]
    new = [f"mới{n}" if n % 100 == 50 else word for n, word in enumerate(old)]
    found = stretches(" ".join(old), " ".join(new))
    assert sum(stretch.kind == "added" for stretch in found) == 30
