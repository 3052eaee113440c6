"""From what a person typed to one agency."""

import unicodedata
from datetime import date

import pytest

from kh20.agencies import AgencyNotFound, Resolved, resolve_agency
from kh20.agencies.register import Register, Registers
from kh20.model import Agency
from kh20.planfile.registers.packaged import packaged_register
from kh20.text.folding import fold
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


REGISTER = Registers(
    (
        Register(
            "r",
            None,
            {
                "ban-cu": {"name": "Ban Tuyên giáo", "until": "2025-01-23"},
                "ban-moi": {"name": "Ban Tuyên giáo", "from": "2026-08-01"},
                "tinh-a": {"name": "Tỉnh A Lưới", "aliases": ["A Lưới"]},
                "tinh-uy-a": {"name": "Tỉnh ủy A Lưới", "acts_for": "tinh-a"},
                "so-a": {"name": "Sở Nội vụ", "abbr": "SNV"},
            },
        ),
    )
)


@pytest.mark.parametrize(
    ("day", "agency"),
    [
        ("2024-01-01", "ban-cu"),
        ("2025-01-24", "ban-cu"),
        ("2026-07-31", "ban-cu"),
        ("2026-08-01", "ban-moi"),
    ],
)
def test_a_name_is_that_of_a_day(day: str, agency: str) -> None:
    """Where none of its bodies lived then, the last before is meant."""
    for query in ("Ban Tuyên giáo", "ban tuyen giao"):
        found = resolve_agency(query, {}, REGISTER, date.fromisoformat(day))
        assert found == Resolved(agency, spelt=True, guessed=False)


def test_a_whole_name_in_the_register_counts_before_a_part_of_one_in_the_plan() -> None:
    plan = {"so-lon": Agency.model_validate({"name": "Sở Nội vụ và Lao động"})}
    day = date(2024, 1, 1)
    assert resolve_agency("Sở Nội vụ", plan, REGISTER, day).agency == "so-a"
    assert resolve_agency("Nội vụ và Lao", plan, REGISTER, day).agency == "so-lon"
    assert resolve_agency("Lao động", plan, REGISTER, day).agency == "so-lon"
    assert resolve_agency("SNV", plan, REGISTER, day).agency == "so-a"


def test_asking_for_a_province_is_not_asking_for_its_committee() -> None:
    """Who acts for it is found with it."""
    assert resolve_agency("A Lưới", {}, REGISTER, date(2024, 1, 1)).agency == "tinh-a"
    assert resolve_agency("Tỉnh ủy A Lưới", {}, REGISTER, date(2024, 1, 1)).agency == "tinh-uy-a"


@pytest.mark.parametrize(
    ("day", "first"), [("2023-11-28", 0), ("2025-04-01", 13), ("2026-11-01", 26)]
)
def test_living_bodies_of_the_register_are_found_by_each_of_their_names(
    day: str, first: int
) -> None:
    """Without diacritics; a sample of them, as the names are gathered anew for each."""
    register, on = packaged_register(), date.fromisoformat(day)
    registers, no_agencies = Registers((register,)), dict[str, Agency]()
    living = [key for key in register if (body := register.get(key)) and body.lives_on(on)]
    assert len(living) > 300
    for key in living[first::40]:
        body = register.get(key)
        assert body is not None
        for typed in map(fold, body.names):
            assert resolve_agency(typed, no_agencies, registers, on).agency == key
