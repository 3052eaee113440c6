"""Who leads and who takes part by the signed text, against who does by the encoding."""

import pytest

from kh20.planfile import load_bytes
from rules.found import brief

REGISTERED = """\
register: vn
agencies: {}
HEADINGS
tasks:
  - id: I.1
    title: Báo cáo
    text: >-
      TEXT
    owners: [OWNERS]
    partners: [PARTNERS]
    due: none
"""

A, B, C = "bo-noi-vu", "bo-tai-chinh", "bo-y-te"
CODES = {"KH224", "KH225", "KH226"}


def found(text: str, owners: str, partners: str = "", headings: str = "") -> list[str]:
    plan = REGISTERED.replace("HEADINGS\n", f"headings: {{{headings}}}\n" if headings else "")
    for mark, value in (("TEXT", text), ("OWNERS", owners), ("PARTNERS", partners)):
        plan = plan.replace(mark, value)
    return sorted(each[0] for each in brief(plan) if each[0] in CODES)


PROSE = "Bộ Nội vụ chủ trì, phối hợp với Bộ Tài chính và các cơ quan liên quan xây dựng đề án."
FORM = "a) Cơ quan chủ trì: Bộ Nội vụ. b) Cơ quan phối hợp: Bộ Tài chính, Bộ Y tế."
ROW = "Xây dựng đề án. | Bộ Nội vụ | Bộ Tài chính; Bộ Y tế | Đề án | 6/2025"
PARTY = "Ban cán sự đảng Bộ Nội vụ, Bộ Y tế chủ trì xây dựng đề án."
LETTER = "2. Bộ Nội vụ, Bộ Tài chính phối hợp với Bộ Y tế giải quyết vướng mắc."
ORDER = "Ngày 03/8, báo có bài; Phó Thủ tướng yêu cầu Bộ Nội vụ kiểm tra, báo cáo."
REL = "co-quan-lien-quan"


@pytest.mark.parametrize(
    ("text", "owners", "partners", "codes"),
    [
        (PROSE, A, f"{B}, {REL}", []),
        (PROSE, B, f"{A}, {REL}", ["KH224", "KH225"]),
        (PROSE, A, REL, ["KH225"]),
        (PROSE, A, f"{B}, {C}, {REL}", ["KH226"]),
        (PROSE, C, f"{B}, {REL}", ["KH224", "KH226"]),
        (PROSE, f"{A}, {C}", f"{B}, {REL}", ["KH226"]),
        (FORM, A, f"{B}, {C}", []),
        (FORM, A, B, ["KH225"]),
        (FORM, C, f"{B}, {A}", ["KH224", "KH225"]),
        (ROW, A, f"{B}, {C}", []),
        (ROW, A, B, ["KH225"]),
        (ROW, B, f"{A}, {C}", ["KH224", "KH225"]),
        (ROW.replace("Bộ Y tế |", "Bộ Y |"), A, f"{B}, {C}", []),  # Cut off when it was scanned.
        (ROW.replace("| Bộ Tài chính; Bộ Y tế |", "|  |"), A, "", []),
        # Whoever acts for a named body stands for it, and the head word goes with each name.
        (PARTY, "bcsd-bo-noi-vu, bcsd-bo-y-te", "", []),
        (PARTY, "bcsd-bo-noi-vu", "", ["KH224"]),
        # An item of a letter: a number, then those who act, without “chủ trì”.
        (LETTER, f"{A}, {B}", C, []),
        (LETTER, A, C, ["KH224"]),
        (LETTER, f"{A}, {B}", REL, ["KH225"]),
        # Whom an order names acts, also behind the body that orders.
        (ORDER, A, "", []),
        (ORDER, B, "", ["KH224", "KH226"]),
        ("Chính phủ giao Bộ Nội vụ xây dựng đề án.", A, "", []),
        ("Bộ Nội vụ rà soát, yêu cầu Bộ Y tế báo cáo.", A, "", []),
        ("2. Giao Bộ Nội vụ báo cáo.", B, "", ["KH224", "KH226"]),
        ("Báo cáo theo yêu cầu của Bộ Y tế.", A, "", []),
        # Who has to act may ask another body.
        ("Rà soát, đề nghị Bộ Y tế bố trí kinh phí.", A, "", []),
        ("Trình Thủ tướng Chính phủ giao Bộ Y tế thực hiện.", A, "", []),
        ("Phát triển giao thông; đề nghị cấp vốn.", A, "", []),
        # A text that begins with who acts may leave the partners to another place.
        ("Bộ Nội vụ khảo sát đội ngũ trí thức.", A, B, []),
        ("Bộ Nội vụ khảo sát đội ngũ trí thức.", B, A, ["KH224", "KH226"]),
        # Nothing plain is said of who leads.
        ("Xây dựng đề án theo đề nghị của Bộ Y tế.", A, B, []),
        ("Trình Bộ Chính trị đề án; phối hợp với Bộ Tài chính.", A, B, []),
        # The name goes on, and is that of another body.
        ("Bộ Nội vụ chủ trì, phối hợp với Bộ Tài chính Lào xây dựng đề án.", A, "", []),
    ],
)
def test_text(text: str, owners: str, partners: str, codes: list[str]) -> None:
    assert found(text, owners, partners) == codes


def test_a_heading_leads_where_the_text_names_nobody() -> None:
    heading = "I: Bộ Nội vụ"
    text = "Chủ trì, phối hợp với Bộ Tài chính xây dựng đề án."
    assert found(text, A, B, heading) == []
    assert found(text, C, B, heading) == ["KH224", "KH226"]
    assert found(text, A, "", heading) == ["KH225"]
    assert found("Xây dựng đề án.", A, C, heading) == ["KH226"]
    assert found("Xây dựng đề án.", A, C, "I: Nhiệm vụ chung") == []


def test_the_finding_stands_at_the_name_and_names_the_key_to_add() -> None:
    plan = REGISTERED.replace("HEADINGS\n", "").replace("TEXT", PROSE)
    plan = plan.replace("OWNERS", A).replace("PARTNERS", REL)
    text = "format: 1\ndocument: {number: 1, title: K, issued: 2024-01-02, issuer: X}\n" + plan
    text = text.replace("number: 1,", "number: 1-KH,")
    (finding,) = load_bytes(text.encode(), "plan.yaml").findings
    assert finding.code == "KH225"
    line = text.splitlines()[finding.region.line - 1]
    assert line[finding.region.column - 1 :].startswith("Bộ Tài chính")
    assert finding.hint is not None
    assert finding.hint.startswith("add bo-tai-chinh to “partners”")
