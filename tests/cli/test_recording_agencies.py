"""Whose share an entry is about: names as people type them, and the bodies that answer for them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
import yaml

from asking import ROOT
from conftest import Run
from plans.written_plan import today_is

MINISTRY = "bcsd-bo-noi-vu"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with today_is(date(2025, 6, 1)):
        yield


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the shipped plan."""
    path = tmp_path / "plan.yaml"
    path.write_bytes((ROOT / "plan.yaml").read_bytes())
    return path


def recorded(own: Path) -> str:
    log = yaml.safe_load(own.read_text(encoding="utf-8"))["log"]
    return str(log[-1]["agency"])


@pytest.mark.parametrize(
    ("typed", "agency"),
    [
        ("BNV", MINISTRY),
        ("bnv", MINISTRY),
        ("Bộ Nội vụ", MINISTRY),
        (normalize("NFD", "Bộ Nội vụ"), MINISTRY),
        ("bo noi vu", MINISTRY),
        ("BỘ NỘI VỤ", MINISTRY),
        ("Ministry of Home Affairs", MINISTRY),
        ("bo-noi-vu", MINISTRY),
        ("Ban cán sự đảng Bộ Nội vụ", MINISTRY),
        ("ban can su dang bo noi vu", MINISTRY),
        ("bcsd-bo-noi-vu", MINISTRY),
        ("Bộ KH&CN", "bcsd-bo-khoa-hoc-va-cong-nghe"),
        ("Bộ KHĐT", "bcsd-bo-ke-hoach-va-dau-tu"),
    ],
)
def test_any_spelling_of_a_ministry_is_its_party_body(
    kh20: Run, own: Path, typed: str, agency: str
) -> None:
    """The document names the ban cán sự đảng; people name the ministry."""
    result = kh20(
        "done", "IV.6.1", "--agency", typed, "--note", "x", "--on", "2024-05-20", cwd=own.parent
    )
    assert result.code == 0, result.err
    assert recorded(own) == agency
    assert "7 of 8 missing" in result.out


@pytest.mark.parametrize("typed", ["Nội vụ", "noi vu", "Home Affairs"])
def test_a_part_of_a_name_is_not_enough_to_write(kh20: Run, own: Path, typed: str) -> None:
    """A query shows whom it took it to be; an entry of the log stays."""
    before = own.read_bytes()
    args = ("done", "IV.6.1", "--agency", typed, "--note", "x", "--on", "2024-05-20")
    result = kh20(*args, cwd=own.parent)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(
        f"kh20: “{typed}” is only a part of the name of Bộ Nội vụ [bo-noi-vu]\n"
    )
    assert own.read_bytes() == before


@pytest.mark.parametrize(("day", "code"), [("2025-01-23", 2), ("2025-01-24", 0)])
def test_an_heir_answers_from_the_day_of_the_succession(
    kh20: Run, own: Path, day: str, code: int
) -> None:
    """It is written down by its own name, and counts for the body that it succeeded."""
    typed = "Đảng ủy Bộ Nội vụ"
    result = kh20("done", "IV.6.1", "--agency", typed, "--note", "x", "--on", day, cwd=own.parent)
    assert result.code == code
    if code:
        assert result.err.startswith("kh20: Đảng ủy Bộ Nội vụ does not own IV.6.1\n")
        return
    assert recorded(own) == "dang-uy-bo-noi-vu"
    shown = kh20("show", "IV.6.1", cwd=own.parent).out
    assert "Ban cán sự đảng Bộ Nội vụ: completed late (2025-01-24)" in shown
    assert kh20("check", cwd=own.parent).code == 0


def test_who_answers_for_two_owners_names_the_one_that_is_meant(kh20: Run, own: Path) -> None:
    """After a merger the ministry has its own share and the one that it inherited."""
    before = own.read_bytes()
    share = ("done", "IV.6.1", "--note", "x", "--agency")
    assert kh20(*share, "Bộ Tài chính", "--on", "2025-02-28", "--dry-run", cwd=own.parent).code == 0
    later = (*share, "Bộ Tài chính", "--on", "2025-04-01")
    refused = kh20(*later, cwd=own.parent)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "kh20: Bộ Tài chính answers for 2 bodies named in IV.6.1 on 2025-04-01\n"
        "  name the one that this is about, or add --all-shares: "
        "Ban cán sự đảng Bộ Kế hoạch và Đầu tư [bcsd-bo-ke-hoach-va-dau-tu], "
        "Ban cán sự đảng Bộ Tài chính [bcsd-bo-tai-chinh]\n"
    )
    assert own.read_bytes() == before
    for name in ("bcsd-bo-tai-chinh", "bcsd-bo-ke-hoach-va-dau-tu"):
        assert kh20(*share, name, "--on", "2025-04-01", cwd=own.parent).code == 0
        assert recorded(own) == name


def test_one_document_does_not_take_back_several_completions(kh20: Run, own: Path) -> None:
    """Which of them it was about is to be said; a cancellation is of the whole."""
    shares = ("BNV", "BYT")
    for name in shares:
        done = ("done", "IV.6.1", "--note", "x", "--on", "2024-05-20", "--agency", name)
        assert kh20(*done, cwd=own.parent).code == 0
    reopen = ("reopen", "IV.6.1", "--note", "thiếu", "--on", "2024-05-21")
    refused = kh20(*reopen, cwd=own.parent)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("kh20: in IV.6.1 each owner owes its own result\n")
    assert kh20(*reopen, "--agency", "BNV", cwd=own.parent).code == 0
    assert kh20(*reopen, cwd=own.parent).code == 0
    assert kh20("cancel", "IV.6.1", "--basis", "1/QĐ", cwd=own.parent).code == 0
    assert kh20("reopen", "IV.6.1", "--basis", "2/QĐ", cwd=own.parent).code == 0


def test_a_jointly_owed_result_needs_no_name_but_may_have_one(kh20: Run, own: Path) -> None:
    """One result: whoever of the owners hands it in."""
    result = kh20("done", "IV.2.4", "--agency", "Chính phủ", "--note", "xong", cwd=own.parent)
    assert result.code == 0
    assert recorded(own) == "bcsd-chinh-phu"


def test_several_matches_are_listed(kh20: Run, own: Path) -> None:
    """Nothing is written for the first that fits."""
    before = own.read_bytes()
    result = kh20("done", "IV.6.1", "--agency", "Đại học", "--note", "x", cwd=own.parent)
    assert (result.code, result.out) == (2, "")
    assert "may be any of" in result.err
    assert own.read_bytes() == before
