"""The agencies of plan.yaml: every reference defined, no name of two bodies, every succession."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from plans.shipped_plan import AGENCIES, PLAN

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
        [CONCLUSION_121, "Kế hoạch 3260-KH/ĐĐQH15, 10/01/2025"],
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
        for agency_id in agency.get("members", []):
            yield f"{referrer} members", agency_id
        if "acts_for" in agency:
            yield f"{referrer} acts_for", agency["acts_for"]
        if "successor" in agency:
            yield f"{referrer} successor", agency["successor"]["agency"]


def test_every_reference_is_defined_and_every_agency_referred_to() -> None:
    """Owners, partners, members, acts_for and successors are agencies, and none is left over."""
    assert [(where, who) for where, who in _references() if who not in AGENCIES] == []
    assert set(AGENCIES) - {who for _, who in _references()} == set()


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
    for agency_id, agency in AGENCIES.items():
        for spelling in _spellings(agency):
            owners[_folded(spelling)].append(agency_id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}
    for agency_id in AGENCIES:
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


def test_bodies_that_act_for_another_carry_only_their_own_name() -> None:
    """`BNV` is the ministry: its party body answers to its full name only."""
    acting = [agency for agency in AGENCIES.values() if "acts_for" in agency]
    assert len(acting) == 26
    for agency in acting:
        assert "aliases" not in agency
        assert "en" not in agency
        assert re.match(r"Đảng ủy |Đảng đoàn |Ban cán sự đảng ", agency["name"])
        assert "acts_for" not in AGENCIES[agency["acts_for"]]


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
        for agency_id, agency in AGENCIES.items()
        if "members" in agency
    }
    assert listed == expected


def test_successions_are_exactly_the_known_ones() -> None:
    """Every body that ended leads to the one that took over, from a day, on a stated basis."""
    encoded = {
        agency["name"]: (
            AGENCIES[agency["successor"]["agency"]]["name"],
            agency["successor"]["from"],
            agency["successor"]["basis"].split("; "),
        )
        for agency in AGENCIES.values()
        if "successor" in agency
    }
    assert encoded == SUCCESSIONS


def test_party_bodies_are_succeeded_by_bodies_that_act_for_the_same() -> None:
    """The party body changed; the body it acts for did not."""
    for agency in AGENCIES.values():
        if "successor" in agency:
            after = AGENCIES[agency["successor"]["agency"]]
            assert agency.get("acts_for") == after.get("acts_for")


def _all_members(agency_id: str) -> set[str]:
    found: set[str] = set()
    ahead = list(AGENCIES[agency_id].get("members", []))
    while ahead:
        member = ahead.pop()
        if member not in found:
            found.add(member)
            ahead += AGENCIES[member].get("members", [])
    return found
