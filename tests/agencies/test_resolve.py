"""From what a person typed to one agency."""

import unicodedata

import pytest

from kh20.agencies import AgencyNotFound, resolve_agency
from plans.made_plans import made_plan

PLAN = made_plan(
    [],
    {
        "bo-noi-vu": {"name": "Bộ Nội vụ", "en": "Ministry of Home Affairs", "aliases": ["BNV"]},
        "bcsd-bo-noi-vu": {"name": "Ban cán sự đảng Bộ Nội vụ", "acts_for": "bo-noi-vu"},
        "bo-y-te": {"name": "Bộ Y tế"},
        "dai-hoc-a": {"name": "Đại học Quốc gia Hà Nội"},
        "dai-hoc-b": {"name": "Đại học Quốc gia Cần Thơ"},
        "dang-uy-a": {"name": "Đảng ủy Đại học Quốc gia Hà Nội", "acts_for": "dai-hoc-a"},
    },
)


@pytest.mark.parametrize(
    "typed",
    [
        "Bộ Nội vụ",
        "bo noi vu",
        "BNV",
        "bnv",
        "BỘ NỘI VỤ",
        unicodedata.normalize("NFD", "Bộ Nội vụ"),
        "Ministry of Home Affairs",
        "ministry of home affairs",
        "bo-noi-vu",
        "  Bộ   Nội vụ ",
        "nội vụ",
        "Home Affairs",
    ],
)
def test_one_agency_however_it_is_typed(typed: str) -> None:
    """Spelling, case, diacritics, abbreviation, English, id, part of a name."""
    assert resolve_agency(typed, PLAN.agencies).agency == "bo-noi-vu"


def test_the_body_that_acts_for_another_is_found_by_its_own_name() -> None:
    """It is left aside only where its principal matches as well."""
    assert resolve_agency("Ban cán sự đảng Bộ Nội vụ", PLAN.agencies).agency == "bcsd-bo-noi-vu"
    assert resolve_agency("ban cán sự", PLAN.agencies).agency == "bcsd-bo-noi-vu"


def test_several_that_match_are_all_named_in_vietnamese_order() -> None:
    """The committee that acts for one of them is not a third candidate."""
    with pytest.raises(AgencyNotFound) as raised:
        resolve_agency("Đại học Quốc gia", PLAN.agencies)
    assert raised.value.ambiguous
    assert raised.value.candidates == ("dai-hoc-b", "dai-hoc-a")


def test_a_slip_of_the_finger_gets_what_may_be_meant() -> None:
    """It is not taken for it: a letter to the wrong minister costs more than typing again."""
    with pytest.raises(AgencyNotFound) as raised:
        resolve_agency("Bộ Nộ vụ", PLAN.agencies)
    assert not raised.value.ambiguous
    assert raised.value.candidates[0] == "bo-noi-vu"


@pytest.mark.parametrize("typed", ["", "  ", "xyzzy", "Bộ Quốc phòng"])
def test_what_nothing_resembles_is_not_found(typed: str) -> None:
    """Least of all the empty name, which is a part of every other."""
    with pytest.raises(AgencyNotFound) as raised:
        resolve_agency(typed, PLAN.agencies)
    assert not raised.value.ambiguous


@pytest.mark.parametrize(
    ("typed", "spelt", "guessed"),
    [
        ("Bộ Nội vụ", True, False),
        ("BNV", True, False),
        ("bo noi vu", True, False),
        ("nội vụ", False, True),
        ("Home Affairs", False, True),
        ("MoHA", False, False),
    ],
)
def test_how_sure_it_is(typed: str, spelt: bool, guessed: bool) -> None:
    """A name that is typed whole, an abbreviation that nobody listed, a part of a name."""
    assert resolve_agency(typed, PLAN.agencies) == ("bo-noi-vu", spelt, guessed)
