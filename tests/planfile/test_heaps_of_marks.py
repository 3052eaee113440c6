"""A letter under thousands of marks: found, and never put in order, which takes their square."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Run
from kh20.findings.code import merge
from kh20.planfile import load_bytes
from kh20.planfile.characters import mask_unsafe
from kh20.text.marks import MOST_MARKS, _long_lines, surplus_marks
from plans.written_plan import own_plan
from processor_time import at_most

HEAP = "\u0301\u0323" * 5_000
ESCAPED = HEAP.encode("unicode_escape").decode()


@pytest.fixture(autouse=True)
def nothing_long_is_put_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a run of marks comes to the functions that order them."""

    def guarded(name: str) -> None:
        real: Any = getattr(unicodedata, name)

        def checked(form: str, text: str) -> Any:
            assert "\u0301\u0323" * 500 not in text
            return real(form, text)

        monkeypatch.setattr(unicodedata, name, checked)

    guarded("normalize")
    guarded("is_normalized")


@pytest.mark.parametrize(
    "name",
    [f"Bo{HEAP}", '"Bo' + HEAP.encode("unicode_escape").decode() + '"'],
    ids=["raw", "escaped"],
)
def test_it_is_one_finding(name: str) -> None:
    text = merge(f"agencies:\n  bo-a: {{name: {name}}}\n  bo-b: {{name: Bộ B}}\n")
    loaded = load_bytes(text.encode(), "plan.yaml")
    assert [each.code for each in loaded.findings if each.code == "KH606"] == ["KH606"]
    assert not loaded.valid


def test_a_heap_no_larger_than_the_bound_is_text() -> None:
    text = merge(
        "agencies:\n  bo-a: {name: Bo%s}\n  bo-b: {name: Bộ B}\n" % ("\u0301" * MOST_MARKS)
    )
    found = {each.code for each in load_bytes(text.encode(), "plan.yaml").findings}
    assert "KH606" not in found


def test_none_is_recorded(kh20: Run, tmp_path: Path) -> None:
    own_plan(tmp_path)
    result = kh20("done", "I.1", "--note", f"o{HEAP}", "--on", "2024-03-01", cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("kh20: --note: more than 30 marks stand on one letter\n")


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        (["owner"], "the plan names no agency"),
        (["list", "--owner"], "the plan names no agency"),
        (["list", "--search"], "No obligation meets the conditions"),
        (["list", "--section"], "the plan has no section or item"),
        (["list", "--status"], "is not a state"),
        (["show"], "there is no obligation"),
        (["due"], "is too long for a period"),
        (["explain"], "there is no code"),
    ],
)
def test_what_is_typed_finds_nothing(
    kh20: Run, tmp_path: Path, typed: list[str], answer: str
) -> None:
    own_plan(tmp_path)
    with at_most(2):
        result = kh20(*typed, f"a{HEAP * 3}", cwd=tmp_path)
    assert answer in result.out + result.err


@given(st.lists(st.integers(0, 40), max_size=8), st.sampled_from(["", "\n"]), st.integers(0, 60))
def test_all_long_lines_are_looked_at_and_no_others(
    lengths: list[int], ending: str, least: int
) -> None:
    text = "\n".join("x" * length for length in lengths) + ending
    expected = [line for line in text.split("\n") if len(line) > least]
    assert [text[start:end] for start, end in _long_lines(text, least)] == expected


def test_each_of_many_heaps_is_masked_in_its_place() -> None:
    heap = "o" + "\u0301" * (MOST_MARKS + 2)
    text = f"{heap} x " * 40
    expected = ("o" + "\u0301" * MOST_MARKS + "\ufffd\ufffd x ") * 40
    assert mask_unsafe(text) == expected
    assert len(list(surplus_marks(text))) == 40
