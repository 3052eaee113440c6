"""plan.yaml obliges whom the signed document obliges: owners, partners, jointly or each."""

import re

import pytest

from plans.shipped_plan import AGENCIES, CLAUSES, IDS, PLAN_TEXT, TASKS

SECRETARIES = "bí thư tỉnh ủy, thành ủy, đảng đoàn, ban cán sự đảng, đảng ủy trực thuộc Trung ương"

# Clauses that open with the bodies they oblige; the dashes of section IV follow their heading.
OPENING_BODIES = {
    "II.1": "Bộ Chính trị, Ban Bí thư",
    "II.2": "Ban Tuyên giáo Trung ương",
    "II.3": "Các đồng chí Ủy viên Bộ Chính trị, Ủy viên Ban Bí thư, "
    f"Ủy viên Ban Chấp hành Trung ương Đảng, {SECRETARIES}",
    "III.1": "Các cấp ủy, tổ chức đảng, cơ quan nhà nước, Mặt trận Tổ quốc Việt Nam "
    "và các tổ chức chính trị - xã hội",
    "IV.7.2": "Đảng ủy Đại học Quốc gia Hà Nội, Đại học Quốc gia Thành phố Hồ Chí Minh",
    "IV.7.3": "Đảng ủy Viện Hàn lâm Khoa học xã hội Việt Nam, "
    "Viện Hàn lâm Khoa học và Công nghệ Việt Nam",
    "V.1": "Bộ Chính trị, Ban Bí thư",
    "V.2": f"Các đồng chí {SECRETARIES}",
    "V.3": "Ban Tuyên giáo Trung ương",
}

EACH = {"II.3", "III.1", "IV.3.1", "IV.6.1", "IV.7.1", "IV.7.2", "IV.7.3", "IV.8", "V.2"}

# The document says the kind of party body once for a whole row: "Ban cán sự đảng Bộ Nội vụ, Bộ …".
KINDS = ("Ban cán sự đảng ", "Đảng ủy ")


def _as_written(owners: list[str]) -> str:
    """Return the row of names that the document has for these owners."""
    names = [AGENCIES[owner]["name"] for owner in owners]
    kind = next((kind for kind in KINDS if names and all(n.startswith(kind) for n in names)), "")
    return kind + ", ".join(name.removeprefix(kind) for name in names)


def _bare(phrase: str) -> str:
    """Return a row of names without what joins them: articles, "the comrades", "and"."""
    row = phrase.casefold().replace(" và các ", ", các ").replace(", các ", ", ")
    return row.removeprefix("các ").removeprefix("đồng chí ")


@pytest.mark.parametrize("number", IDS)
def test_owners_are_those_that_the_document_names(number: str) -> None:
    """All the bodies named, in the document's order, and no others."""
    clause = CLAUSES[number]
    phrase = OPENING_BODIES.get(number, clause.heading)
    assert number not in OPENING_BODIES or clause.text.startswith(phrase)
    assert _bare(_as_written(TASKS[number]["owners"])) == _bare(phrase)
    assert bool(phrase) == (number not in {"III.2", "III.3", "III.4", "III.5"})


@pytest.mark.parametrize("number", ["IV.2.1", "IV.3.1", "IV.6.1", "IV.7.1"])
def test_a_wrong_owner_is_found(number: str) -> None:
    """The check above can fail: leave one out, reverse the row, or put any other body in."""
    owners, heading = TASKS[number]["owners"], _bare(CLAUSES[number].heading)
    for i, owner in enumerate(owners):
        assert _bare(_as_written(owners[:i] + owners[i + 1 :])) != heading
        for other in AGENCIES.keys() - {owner}:
            assert _bare(_as_written([*owners[:i], other, *owners[i + 1 :]])) != heading
    assert len(owners) == 1 or _bare(_as_written(owners[::-1])) != heading


@pytest.mark.parametrize("number", IDS)
def test_partners_stand_where_the_document_says_with_whom(number: str) -> None:
    """`phối hợp với` names partners, and nothing else does."""
    task = TASKS[number]
    after = re.findall(r"phối hợp với (.+)", task["text"], re.IGNORECASE)
    partners = task.get("partners", [])
    assert len(partners) == len(after)
    for partner, rest in zip(partners, after, strict=True):
        assert rest.casefold().startswith(AGENCIES[partner]["name"].casefold())


def test_responsibility_is_said_wherever_several_answer() -> None:
    """Joint or each is decided, with its reason, for every row of owners and every collective."""
    said = {number for number, task in TASKS.items() if "responsibility" in task}
    several = {
        number
        for number, task in TASKS.items()
        if len(task["owners"]) > 1 or any("collective" in AGENCIES[a] for a in task["owners"])
    }
    assert said == several
    each = {number for number in said if TASKS[number]["responsibility"] == "each"}
    assert each == EACH
    assert {TASKS[number]["responsibility"] for number in said - each} == {"joint"}
    reasons = re.findall(r"\n    # Reading: .+\n(?:    # .+\n)*    responsibility: ", PLAN_TEXT)
    assert len(reasons) == len(said)
