"""Likely slips: edit distance, "did you mean" for keys and ids, names that were nearly hit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.text.suggestions import Spelling, closest, most_alike
from processor_time import at_most

KEYS = [
    "id", "title", "text", "owners", "partners", "responsibility", "parts", "due", "by", "in",
    "before", "from", "ongoing", "substantially", "stated", "every", "aliases", "acts_for",
    "successor", "members",
]  # fmt: skip

letters = st.text(alphabet="abc ", max_size=12)


def slips(one: str, other: str, free_ends: bool = False) -> int:
    """Count slips by the textbook table, which is slow and plain."""
    rows = [[0 if free_ends else column for column in range(len(other) + 1)]]
    for row, char in enumerate(one, 1):
        current = [row]
        for column, opposite in enumerate(other, 1):
            costs = [
                rows[row - 1][column] + 1,
                current[column - 1] + 1,
                rows[row - 1][column - 1] + (char != opposite),
            ]
            swapped = row > 1 and column > 1 and one[row - 2 : row] == opposite + other[column - 2]
            if swapped:
                costs.append(rows[row - 2][column - 2] + 1)
            current.append(min(costs))
        rows.append(current)
    return min(rows[-1]) if free_ends else rows[-1][-1]


@given(letters, letters)
def test_distance_is_that_of_the_textbook_table(one: str, other: str) -> None:
    assert Spelling(one).distance(other) == slips(one, other)
    assert Spelling(one).distance_within(other) == slips(one, other, free_ends=True)


@given(st.text(), st.text())
def test_distance_is_the_same_both_ways(one: str, other: str) -> None:
    there = Spelling(one).distance(other)
    assert there == Spelling(other).distance(one)
    assert (there == 0) is (one == other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("owner", "owners"),
        ("Owners", "owners"),
        ("titel", "title"),
        ("onging", "ongoing"),
        ("form", "from"),
        ("alias", "aliases"),
        ("acts-for", "acts_for"),
        ("responsability", "responsibility"),
        ("du", "due"),
        ("members:", "members"),
    ],
)
def test_closest_key_is_the_one_meant(typed: str, meant: str) -> None:
    assert closest(typed, KEYS)[0] == meant


@pytest.mark.parametrize("typed", ["", " ", "—", "x", "colour", "id_number", "zz", "deadline"])
def test_nothing_is_close_to_something_else(typed: str) -> None:
    assert closest(typed, KEYS) == ()


def test_a_two_letter_word_is_not_half_another() -> None:
    assert closest("on", ["in", "by"]) == ()


def test_closest_lists_the_nearest_first_each_once_and_no_more_than_asked() -> None:
    candidates = ["bo-noi-vu-b", "bo-noi-vy", "bo-y-te", "bo-noi-vu", "bo-noi-vy"]
    assert closest("bo-noi-vu", candidates) == ("bo-noi-vu", "bo-noi-vy", "bo-noi-vu-b")
    assert closest("bo-noi-vu", iter(candidates), n=1) == ("bo-noi-vu",)
    assert closest("bo-khoa-hoc-cong-nghe", ["bo-khoa-hoc-va-cong-nghe"]) != ()


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=8), st.integers(0, 4))
def test_closest_returns_candidates_only(word: str, candidates: list[str], n: int) -> None:
    near = closest(word, candidates, n)
    assert len(near) <= n
    assert len(set(near)) == len(near)
    assert set(near) <= set(candidates)


@given(st.text(alphabet="abcdđeghiklmn", min_size=5, max_size=20), st.data())
def test_one_slip_in_a_word_is_close(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    assert closest(word[:place] + word[place + 1 :], [word]) == (word,)
    assert closest(word[:place] + "x" + word[place:], [word]) == (word,)


def test_thousands_of_candidates_and_an_endless_word_take_no_time() -> None:
    candidates = [f"IV.{item}.{dash}" for item in range(100) for dash in range(50)]
    with at_most(8):
        assert closest("IV.2.99", candidates)[0] == "IV.2.9"
        assert closest("x" * 1_000_000, candidates) == ()


NAMES = [
    ("bcsd", "ban can su dang bo noi vu"),
    ("noi-vu", "bo noi vu"),
    ("y-te", "bo y te"),
    ("han-lam", "vien han lam khoa hoc va cong nghe viet nam"),
    ("noi-vu", "ministry of home affairs"),
]


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("bo noi vuu", ("noi-vu", "bcsd")),
        ("so noi vu", ("noi-vu", "bcsd")),
        ("khoa hco cong nghe", ("han-lam",)),
        ("bo truong bo y te hop", ("y-te",)),
        ("minstry of home afairs", ("noi-vu",)),
        ("bo xay dung", ()),
        ("ban can su dang bo xay dung", ()),
        ("", ()),
        ("qqqq", ()),
    ],
)
def test_most_alike(query: str, meant: tuple[str, ...]) -> None:
    assert most_alike(query, NAMES) == meant
    assert most_alike(query, NAMES, n=1) == meant[:1]
