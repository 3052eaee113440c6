"""Obligations that meet any combination of conditions."""

import unicodedata
from datetime import date
from typing import Any

import pytest

from kh20.obligations import Book, Status
from kh20.queries.listing import Conditions, matching
from plans.made_plans import AGENCIES, BY_Q1, FROM_MAY, completed, made_plan, task

_AGENCIES: dict[str, dict[str, Any]] = {key: dict(value) for key, value in AGENCIES.items()}
_AGENCIES["ban-a"] = {"name": "Ban A", "acts_for": "bo-a"}
_AGENCIES["cac-bo"] = {"name": "Các bộ", "collective": True, "members": ["bo-a"]}
_AGENCIES["bo-b"]["successor"] = {"agency": "bo-a", "from": "2024-03-01", "basis": "1"}

PLAN = made_plan(
    [
        task("IV.2", BY_Q1, title="Chương trình hành động", owners=["bo-c"], partners=["bo-a"]),
        task("IV.2.1", FROM_MAY, title="Đề án trí thức", owners=["ban-a"]),
        task("IV.20", title="Chiến lược văn hóa", owners=["bo-a"]),
        task("V.1", BY_Q1, title="Báo cáo", owners=["bo-b"]),
        task("V.2", title="Hướng dẫn", owners=["cac-bo"]),
    ],
    _AGENCIES,
)


def ids(day: date = date(2024, 4, 15), **conditions: Any) -> list[str]:
    return [match.standing.id for match in matching([Book(PLAN, day)], Conditions(**conditions))]


def test_without_conditions_everything_is_listed_in_document_order() -> None:
    """The order of the file, which is the document's."""
    assert ids() == ["IV.2", "IV.2.1", "IV.20", "V.1", "V.2"]


@pytest.mark.parametrize(
    ("section", "found"),
    [
        ("IV", ["IV.2", "IV.2.1", "IV.20"]),
        ("IV.2", ["IV.2", "IV.2.1"]),
        ("iv.2.", ["IV.2", "IV.2.1"]),
        (" V ", ["V.1", "V.2"]),
        ("I", []),
        ("IV.2.1.1", []),
        ("", []),
    ],
)
def test_a_section_is_the_beginning_of_an_id_by_whole_steps(section: str, found: list[str]) -> None:
    """IV.2 does not hold IV.20, nor I everything that begins with the letter."""
    assert ids(section=section) == found


def test_states() -> None:
    """One of them, or any of several."""
    assert ids(statuses=[Status.OVERDUE]) == ["IV.2", "V.1"]
    assert ids(statuses=[Status.OVERDUE, Status.NOT_STARTED]) == ["IV.2", "IV.2.1", "V.1"]
    assert ids(statuses=[Status.CANCELLED]) == []


def test_an_owner_owns_what_is_its_own_and_what_it_inherited() -> None:
    """Not what it coordinates, nor what a collective owes that it belongs to."""
    assert ids(owner="bo-a", day=date(2024, 2, 29)) == ["IV.2.1", "IV.20"]
    assert ids(owner="bo-a", day=date(2024, 3, 1)) == ["IV.2.1", "IV.20", "V.1"]
    assert ids(owner="bo-b") == ["V.1"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("đề án", ["IV.2.1"]),
        ("DE AN", ["IV.2.1"]),
        (unicodedata.normalize("NFD", "Đề án"), ["IV.2.1"]),
        ("án đề", ["IV.2.1"]),
        ("quý I/2024", ["IV.2", "V.1"]),
        ("iv.20", ["IV.20"]),
        ("an", ["IV.2.1"]),
        ("ân", []),
        ("trinh", ["IV.2"]),
        ("trịnh", []),
        ("văn hoá", ["IV.20"]),
        ("đề án báo cáo", []),
        ("  ", ["IV.2", "IV.2.1", "IV.20", "V.1", "V.2"]),
    ],
)
def test_all_words_must_stand_in_it_however_typed(words: str, found: list[str]) -> None:
    """As whole words, in the id, title, text or stated phrase; without diacritics, in any."""
    assert ids(words=words) == found


def test_all_conditions_must_be_met() -> None:
    """Each one narrows what the others leave."""
    assert ids(section="V", statuses=[Status.OVERDUE], owner="bo-a", words="bao cao") == ["V.1"]
    assert ids(section="IV", statuses=[Status.OVERDUE], owner="bo-a") == []


def test_with_an_owner_the_state_is_that_of_what_it_owes_itself() -> None:
    """Whoever has delivered is on no list of the overdue, whatever the others have done."""
    plan = made_plan(
        [task("I.1", BY_Q1, owners=["bo-a", "bo-b"], responsibility="each")],
        AGENCIES,
        [completed("I.1", "2024-03-01", agency="bo-a")],
    )
    book = Book(plan, date(2024, 4, 15))

    def states(owner: str | None, status: Status) -> list[Status]:
        return [
            match.own.status
            for match in matching([book], Conditions(statuses=[status], owner=owner))
        ]

    assert states("bo-a", Status.COMPLETED) == [Status.COMPLETED]
    assert states("bo-a", Status.OVERDUE) == []
    assert states("bo-b", Status.OVERDUE) == [Status.OVERDUE]
    assert states(None, Status.OVERDUE) == [Status.OVERDUE]


def test_an_heir_s_own_state_is_open_until_all_that_it_owes_is_done() -> None:
    """Its own share, and the one that it inherited."""
    plan = made_plan(
        [task("V.1", BY_Q1, owners=["bo-a", "bo-b"], responsibility="each")],
        _AGENCIES,
        [
            completed("V.1", "2024-03-02", agency="bo-a"),
            completed("V.1", "2024-04-02", agency="bo-b"),
        ],
    )
    found = [
        matching([Book(plan, date(2024, 4, day))], Conditions(owner="bo-a"))[0] for day in (1, 2)
    ]
    assert [match.own.status for match in found] == [Status.OVERDUE, Status.COMPLETED_LATE]
