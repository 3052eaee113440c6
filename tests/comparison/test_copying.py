"""Slips of copying: what a correction may change of a signed text, and what it may not."""

from typing import Any

import pytest

from comparison.comparing import codes
from kh20.comparison.corrections import only_a_slip
from kh20.model import Plan
from plans.made_plans import BY_Q1, made_plan, task

NAMES = frozenset({"Bộ Nội vụ", "BNV", "Ban cán sự đảng Chính phủ", "Hội Nông dân Việt Nam"})
TEXT = (
    "Bộ Nội vụ chủ trì, phối hợp với Hội Nông dân Việt Nam và các địa phương xây dưng đề án; "
    "báo cáo Chính phủ (hoàn thành trong quý I/2024)."
)
COPIED = [
    ("xây dưng", "xây dựng"),
    ("chủ trì, phối hợp", "chủ trì phối hợp"),
    ("xây dưng đề án", "khẩn trương xây dựng các đề án"),
    ("Bộ Nội vụ", "Bộ Nội vu"),
    ("báo cáo", "trình"),
]
SAYS_ANOTHER = [
    ("quý I/2024", "quý II/2024"),
    ("quý I/2024", "quý I/2025"),
    ("hoàn thành trong quý I/2024", "hoàn thành sau quý I/2024"),
    (" (hoàn thành trong quý I/2024)", ""),
    ("xây dưng", "xây dựng hằng năm"),
    ("xây dưng", "xây dựng trước tháng Ba"),
    ("Bộ Nội vụ", "Bộ Tài chính"),
    ("Bộ Nội vụ", "BNV"),
    ("Bộ Nội vụ", "Sở Nội vụ"),
    (" và các địa phương", ""),
    ("Hội Nông dân Việt Nam", "Hội Cựu chiến binh Việt Nam"),
    ("báo cáo Chính phủ", "báo cáo Quốc hội"),
    ("báo cáo Chính phủ", "báo cáo"),
    ("xây dưng", "cùng Viện Hàn lâm xây dựng"),
]


def corrected(old: str, new: str, *notes: dict[str, str]) -> tuple[Plan, Plan]:
    """Return two versions of a plan with one text, the later one with notes of correction."""
    agencies = {f"b-{n}": {"name": name} for n, name in enumerate(sorted(NAMES))}
    was = task("I.1", BY_Q1, text=old, owners=["b-0"])
    now: dict[str, Any] = {**was, "text": new, "corrections": list(notes)}
    return made_plan([was], agencies), made_plan([now], agencies)


def note(was: str) -> dict[str, str]:
    return {"was": was, "reason": "Chép nhầm", "on": "2024-05-02"}


@pytest.mark.parametrize(("part", "right"), COPIED)
def test_a_slip_is_put_right_with_a_note(part: str, right: str) -> None:
    """Without the note the same edit is an error, and with one of another text too."""
    new = TEXT.replace(part, right)
    assert only_a_slip(TEXT, new, NAMES)
    assert codes(*corrected(TEXT, new, note(TEXT))) == ["KH508", "KH510"]
    assert codes(*corrected(TEXT, new)) == ["KH504!"]
    assert codes(*corrected(TEXT, new, note("Khác."))) == ["KH504!", "KH510"]


@pytest.mark.parametrize(("part", "wrong"), SAYS_ANOTHER)
def test_days_and_bodies_are_never_put_right(part: str, wrong: str) -> None:
    """The note does not help: who owes it by when is what was signed."""
    new = TEXT.replace(part, wrong)
    assert not only_a_slip(TEXT, new, NAMES)
    assert not only_a_slip(new, TEXT, NAMES)
    assert "KH504!" in codes(*corrected(TEXT, new, note(TEXT)))


def test_a_note_stays() -> None:
    """What was put right is there to be seen for good; a later slip gets one more note."""
    new = TEXT.replace("xây dưng", "xây dựng")
    _old, once = corrected(TEXT, new, note(TEXT))
    _old, without = corrected(TEXT, new)
    assert codes(once, without) == ["KH504!"]
    _old, altered = corrected(TEXT, new, {**note(TEXT), "reason": "Khác"})
    assert codes(once, altered) == ["KH504!", "KH510"]
    _old, twice = corrected(TEXT, new.replace(";", ","), note(TEXT), note(new))
    assert codes(once, twice) == ["KH508", "KH510"]
    # A note that sanctioned one edit does not sanction the next.
    _old, again = corrected(TEXT, new.replace(";", ","), note(TEXT))
    assert codes(once, again) == ["KH504!"]
