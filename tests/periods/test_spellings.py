"""plan.yaml has one spelling for each period, people have many."""

import re
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.periods import CANONICAL_PATTERN, Period, PeriodError, parse_canonical
from kh20.periods.spellings import fold, range_forms, single_forms

CANONICAL = {
    "2024": Period.year(2024),
    "2024-H2": Period.half(2024, 2),
    "2024-Q2": Period.quarter(2024, 2),
    "2024-06": Period.month(2024, 6),
    "2024-06-30": Period.day(date(2024, 6, 30)),
    "2024-02-29": Period.day(date(2024, 2, 29)),
    "2024/2025": Period.spanning(Period.year(2024), Period.year(2025)),
    "2024-Q1/2025-06-30": Period(date(2024, 1, 1), date(2025, 6, 30)),
    "1900": Period.year(1900),
    "2999-12-31": Period.day(date(2999, 12, 31)),
}


@pytest.mark.parametrize(("text", "period"), CANONICAL.items())
def test_canonical_spellings(text: str, period: Period) -> None:
    assert parse_canonical(text) == period
    assert re.search(CANONICAL_PATTERN, text)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2024Q2", "write 2024-Q2"),
        ("2024-q2", "write 2024-Q2"),
        ("Q2/2024", "write 2024-Q2"),
        ("quý II/2024", "write 2024-Q2"),
        ("6/2024", "write 2024-06"),
        ("2024-6", "write 2024-06"),
        ("30/6/2024", "write 2024-06-30"),
        ("6 tháng đầu năm 2024", "write 2024-H1"),
        ("2024-2025", "write 2024/2025"),
        ("2024–Q2", "write 2024-Q2"),
        ("2024\u2011Q2", "write 2024-Q2"),
        ("２０２４-Q2", "write 2024-Q2"),
        ("2024-01—2024-03", "write 2024-Q1"),
        (" 2024", 'write "2024"'),
        ("2024\n", 'write "2024"'),
        ("2024 / 2025", "write 2024/2025"),
        ("soon", None),
        ("", None),
        ("1 tháng", None),
    ],
)
def test_any_other_spelling_is_refused_with_the_canonical_one(text: str, hint: str | None) -> None:
    with pytest.raises(PeriodError, match="is not how a plan spells a period") as error:
        parse_canonical(text)
    assert error.value.hint == hint


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("2024-Q5", "“2024-Q5” is not a quarter: quarters run from 1 to 4"),
        ("2024-13", "“2024-13” is not a month: months run from 1 to 12"),
        ("2024-02-30", "“2024-02-30” is not a day: 2024-02 has 29 days"),
        ("2023-02-29", "“2023-02-29” is not a day: 2023-02 has 28 days"),
        ("2025/2024", "“2025/2024” runs backwards: 2025 is after 2024"),
        ("3024", "“3024” is out of range: years run from 1900 to 2999"),
        ("quý II", "“quý II” names no year"),
        ("x" * 200, f"“{'x' * 59}…” is too long for a period: at most 100 characters"),
    ],
)
def test_what_is_wrong_is_said_before_how_it_is_spelt(text: str, sentence: str) -> None:
    with pytest.raises(PeriodError) as error:
        parse_canonical(text)
    assert str(error.value) == sentence


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_the_pattern_knows_every_day(day: date) -> None:
    assert re.search(CANONICAL_PATTERN, day.isoformat())


@given(st.integers(1900, 2999), st.integers(0, 15), st.integers(0, 35))
def test_the_pattern_knows_no_other_day_but_29_february(year: int, month: int, day: int) -> None:
    text = f"{year}-{month:02}-{day:02}"
    try:
        parse_canonical(text)
    except PeriodError:
        assert not re.search(CANONICAL_PATTERN, text) or (month, day) == (2, 29)
    else:
        assert re.search(CANONICAL_PATTERN, text)


@given(st.from_regex(CANONICAL_PATTERN, alphabet=st.characters(codec="ascii"), fullmatch=True))
def test_what_the_pattern_accepts_is_read_or_impossible(text: str) -> None:
    # "$" also matches before a final newline in Python, but not in the dialect of JSON Schema.
    text = text.removesuffix("\n")
    with suppress(PeriodError):
        assert parse_canonical(str(parse_canonical(text))) == parse_canonical(text)
        return
    with pytest.raises(PeriodError, match=r"runs backwards|is not a day"):
        parse_canonical(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Quý  II / 2024 ", "quy ii/2024"),
        ("Tháng\u00a06, Năm 2024", "thang 6 nam 2024"),
        ("Đến", "den"),
        ("2025 — 2026", "2025 - 2026"),
        ("Ⅱ∕２０２４", "ii/2024"),
        ("30\u20116\u20112024", "30-6-2024"),
        ("2024\u0323", "2024\u0323"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_the_forms_know_ascii_digits_only() -> None:
    for form in single_forms() + range_forms():
        assert "\\d" not in form.pattern
        assert "\\w" not in form.pattern
