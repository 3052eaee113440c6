"""Whose share an entry is about: names as people type them, and the bodies that answer for them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
import yaml

from asking import ROOT
from conftest import Run
from written_plan import today_is

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


def test_after_a_merger_the_ministry_answers_for_its_own_share(kh20: Run, own: Path) -> None:
    """Not for that of the one it took over, which has a name of its own."""
    share = ("done", "IV.6.1", "--note", "x", "--on", "2025-04-01", "--agency")
    assert kh20(*share, "Bộ Tài chính", cwd=own.parent).code == 0
    assert recorded(own) == "bcsd-bo-tai-chinh"
    assert kh20(*share, "Bộ KH&ĐT", cwd=own.parent).code == 0
    assert recorded(own) == "bcsd-bo-ke-hoach-va-dau-tu"


def test_a_jointly_owed_result_needs_no_name_but_may_have_one(kh20: Run, own: Path) -> None:
    """One result: whoever of the owners hands it in."""
    result = kh20(
        "done", "IV.2.1", "--agency", "Chính phủ", "--document", "111/NQ-CP", cwd=own.parent
    )
    assert result.code == 0
    assert recorded(own) == "bcsd-chinh-phu"


def test_several_matches_are_listed(kh20: Run, own: Path) -> None:
    """Nothing is written for the first that fits."""
    before = own.read_bytes()
    result = kh20("done", "IV.6.1", "--agency", "Đại học", "--note", "x", cwd=own.parent)
    assert (result.code, result.out) == (2, "")
    assert "may be any of" in result.err
    assert own.read_bytes() == before
