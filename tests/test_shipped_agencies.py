"""The agencies of plan.yaml, its own and those of the register that it reaches."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from plans.shipped_plan import AGENCIES, PLAN, links_of, successors_of

OWN: dict[str, dict[str, Any]] = PLAN["agencies"]

MINISTRIES = {
    "Bộ Nội vụ": "Ministry of Home Affairs",
    "Bộ Khoa học và Công nghệ": "Ministry of Science and Technology",
    "Bộ Giáo dục và Đào tạo": "Ministry of Education and Training",
    "Bộ Y tế": "Ministry of Health",
    "Bộ Văn hóa, Thể thao và Du lịch": "Ministry of Culture, Sports and Tourism",
    "Bộ Kế hoạch và Đầu tư": "Ministry of Planning and Investment",
    "Bộ Tài chính": "Ministry of Finance",
    "Bộ Ngoại giao": "Ministry of Foreign Affairs",
}

CONCLUSION_121 = "Kết luận 121-KL/TW, 24/01/2025"
DECISION_243 = "Quyết định 243-QĐ/TW, 24/01/2025"
PARTY_REORGANISED = date(2025, 1, 24)

# Body before: (body after, from, deciding documents). Where the founding decision's number was not
# seen, the conclusion that ordered it is the only basis.
SUCCESSIONS = {
    "Đảng đoàn Quốc hội": (
        "Đảng ủy Quốc hội",
        PARTY_REORGANISED,
        [CONCLUSION_121],
    ),
    "Ban cán sự đảng Chính phủ": ("Đảng ủy Chính phủ", PARTY_REORGANISED, [DECISION_243]),
    "Đảng đoàn Mặt trận Tổ quốc Việt Nam": (
        "Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương",
        PARTY_REORGANISED,
        [CONCLUSION_121],
    ),
    "Ban Tuyên giáo Trung ương": (
        "Ban Tuyên giáo và Dân vận Trung ương",
        PARTY_REORGANISED,
        [CONCLUSION_121],
    ),
    "Bộ Kế hoạch và Đầu tư": (
        "Bộ Tài chính",
        date(2025, 3, 1),
        [
            "Nghị quyết 176/2025/QH15, 18/02/2025",
            "Nghị định 29/2025/NĐ-CP, 24/02/2025",
            "Nghị quyết 190/2025/QH15, 19/02/2025",
        ],
    ),
    **{
        f"Ban cán sự đảng {ministry}": (
            f"Đảng ủy {ministry}",
            PARTY_REORGANISED,
            [CONCLUSION_121, DECISION_243],
        )
        for ministry in MINISTRIES
    },
}


def _spellings(agency: dict[str, Any]) -> Iterator[str]:
    yield agency["name"]
    if "en" in agency:
        yield agency["en"]
    yield from agency.get("aliases", [])


def _folded(name: str) -> str:
    """Return the letters and digits that are left when marks, case and spacing are ignored."""
    spelt = name.replace("&", " và ").casefold().replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFD", spelt) if c.isalnum())


def _references() -> Iterator[tuple[str, str]]:
    for task in PLAN["tasks"]:
        for key in ("owners", "partners"):
            for agency_id in task.get(key, []):
                yield f"{task['id']} {key}", agency_id
    for referrer, agency in AGENCIES.items():
        for agency_id in links_of(agency):
            yield f"{referrer} link", agency_id


def test_every_reference_is_defined_and_every_agency_referred_to() -> None:
    """Owners, partners, members, acts_for and successors are agencies, and none is left over."""
    assert [(where, who) for where, who in _references() if not AGENCIES.get(who)] == []
    assert set(OWN) - {who for _, who in _references()} == set()
    assert not any("successor" in agency for agency in OWN.values())


def test_no_list_names_a_body_twice_and_none_refers_to_itself() -> None:
    """A body counted twice would owe twice."""
    references = list(_references())
    assert len(references) == len(set(references))
    assert [where for where, who in references if where.split()[0] == who] == []


def test_ids_are_slugs() -> None:
    """Ids are typed on a command line: lower-case letters, digits and hyphens."""
    assert [a for a in AGENCIES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", a)] == []


def test_no_spelling_belongs_to_two_agencies_or_stands_twice() -> None:
    """Without marks, case, spaces and punctuation, each spelling (and id) leads to one body."""
    owners = defaultdict(list)
    for agency_id, agency in OWN.items():
        for spelling in _spellings(agency):
            owners[_folded(spelling)].append(agency_id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}
    for agency_id in OWN:
        assert set(owners.get(_folded(agency_id), [])) <= {agency_id}


def test_folding_sees_through_spelling() -> None:
    """The fold that the test above relies on."""
    assert _folded("Bộ KH&CN") == _folded("BO KH và CN") == "bokhvacn"
    assert _folded(unicodedata.normalize("NFD", "Đảng ủy")) == "danguy"


@pytest.mark.parametrize(("name", "english"), MINISTRIES.items())
def test_ministries_have_official_names_and_two_party_bodies(name: str, english: str) -> None:
    """Each ministry, its ban cán sự đảng, and the Đảng ủy that took over act for one body."""
    (ministry,) = [a for a, agency in AGENCIES.items() if agency["name"] == name]
    assert AGENCIES[ministry]["en"] == english
    assert AGENCIES[ministry]["aliases"]
    acting = [agency["name"] for agency in AGENCIES.values() if agency.get("acts_for") == ministry]
    assert acting == [f"Ban cán sự đảng {name}", f"Đảng ủy {name}"]


def test_collectives() -> None:
    """Only collectives have members, and no circle of collectives contains itself."""
    for agency_id, agency in AGENCIES.items():
        assert agency.get("collective", True) is True
        assert "members" not in agency or "collective" in agency
        assert agency_id not in _all_members(agency_id)


def test_members_are_the_bodies_that_the_plan_names() -> None:
    """A collective lists the bodies of its kind that have a place of their own in the plan."""
    ministries = list(MINISTRIES)
    delegations = [
        "Đảng đoàn Quốc hội",
        "Đảng đoàn Mặt trận Tổ quốc Việt Nam",
        "Ban cán sự đảng Chính phủ",
        *(f"Ban cán sự đảng {ministry}" for ministry in ministries),
    ]
    committees = [
        "Đảng ủy Đại học Quốc gia Hà Nội",
        "Đảng ủy Đại học Quốc gia Thành phố Hồ Chí Minh",
        "Đảng ủy Viện Hàn lâm Khoa học xã hội Việt Nam",
        "Đảng ủy Viện Hàn lâm Khoa học và Công nghệ Việt Nam",
    ]
    localities = "Các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương"
    expected = {
        "bi-thu-truc-thuoc-trung-uong": [localities, *delegations],
        "cap-uy-to-chuc-dang": [*delegations, *committees, localities],
        "co-quan-nha-nuoc": ["Quốc hội", "Chính phủ", *ministries],
        "co-quan-to-chuc-o-trung-uong": [
            "Ban Tuyên giáo Trung ương",
            *delegations,
            *committees,
            "Học viện Chính trị quốc gia Hồ Chí Minh",
            "Liên hiệp các Hội Khoa học và Kỹ thuật Việt Nam",
            "Liên hiệp các Hội Văn học nghệ thuật Việt Nam",
        ],
    }
    listed = {
        agency_id: [AGENCIES[member]["name"] for member in agency["members"]]
        for agency_id, agency in OWN.items()
        if "members" in agency
    }
    assert listed == expected


def test_the_bodies_that_the_plan_names_passed_on_as_is_known() -> None:
    """Every body that ended leads to the one that took over, from a day, on a stated basis."""
    by_name = {agency["name"]: agency for agency in AGENCIES.values() if "from" not in agency}
    for name, (heir, day, basis) in SUCCESSIONS.items():
        (step,) = successors_of(by_name[name])
        assert (AGENCIES[step["agency"]]["name"], step["from"]) == (heir, day.isoformat())
        assert step["basis"].split("; ") == basis
    named = {body for task in PLAN["tasks"] for body in task["owners"]}
    ended = {AGENCIES[body]["name"] for body in named if successors_of(AGENCIES[body])}
    assert ended <= SUCCESSIONS.keys()


def test_the_party_committee_of_the_merged_ministry_went_with_it() -> None:
    """The day is inferred from the ministry's, and says so."""
    committee = AGENCIES["dang-uy-bo-ke-hoach-va-dau-tu"]
    (step,) = successors_of(committee)
    assert (step["agency"], step["from"]) == ("dang-uy-bo-tai-chinh", "2025-03-01")
    assert "inferred" in committee["unsure"]


def test_no_basis_is_a_plan_that_carries_out_another_resolution() -> None:
    assert "3260-KH" not in str(AGENCIES)


def _all_members(agency_id: str) -> set[str]:
    found: set[str] = set()
    ahead = _members(agency_id)
    while ahead:
        member = ahead.pop()
        if member not in found:
            found.add(member)
            ahead += _members(member)
    return found


def _members(agency_id: str) -> list[str]:
    """Return the members that are listed by name."""
    members = AGENCIES[agency_id].get("members", [])
    listed = [members] if isinstance(members, str) else members
    return [member for member in listed if not member.startswith("kind:")]
