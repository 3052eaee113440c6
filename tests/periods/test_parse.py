"""Every spelling of a period, and what is said to a text that is none."""

import re
import unicodedata
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.periods import Period, PeriodError, parse_canonical, parse_day, parse_period
from processor_time import at_most

YEARS = st.integers(1900, 2999)
DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
UNITS = st.one_of(
    st.builds(Period.year, YEARS),
    st.builds(Period.half, YEARS, st.integers(1, 2)),
    st.builds(Period.quarter, YEARS, st.integers(1, 4)),
    st.builds(Period.month, YEARS, st.integers(1, 12)),
    st.builds(Period.day, DAYS),
)


@st.composite
def ranges(draw: st.DrawFn) -> Period:
    start, end = sorted((draw(UNITS), draw(UNITS)))
    return Period(start.first, max(start.last, end.last))


SPELLINGS = {
    "2024": "2024",
    "2024-H1": "2024-H1",
    "2024-Q2": "2024-Q2",
    "2024-06": "2024-06",
    "2024-06-30": "2024-06-30",
    "2024/2025": "2024/2025",
    "2024-Q1/2024-Q3": "2024-Q1/2024-Q3",
    "2024-03/2024-05-15": "2024-03-01/2024-05-15",
    "2024-h1": "2024-H1",
    "2024Q2": "2024-Q2",
    "2024q2": "2024-Q2",
    "2024 Q2": "2024-Q2",
    "Q2/2024": "2024-Q2",
    "Q2 2024": "2024-Q2",
    "Q2-2024": "2024-Q2",
    "QII/2024": "2024-Q2",
    "2024H1": "2024-H1",
    "H1/2024": "2024-H1",
    "quý I/2024": "2024-Q1",
    "quý II/2024": "2024-Q2",
    "Quý III/2024": "2024-Q3",
    "QUÝ IV/2024": "2024-Q4",
    "quí II/2024": "2024-Q2",
    "quý II năm 2024": "2024-Q2",
    "quý II, năm 2024": "2024-Q2",
    "quý II / 2024": "2024-Q2",
    "Quý 2/2024": "2024-Q2",
    "quý 2 năm 2024": "2024-Q2",
    "quý tư năm 2024": "2024-Q4",
    "II/2024": "2024-Q2",
    "iv/2024": "2024-Q4",
    "III - 2024": "2024-Q3",
    "I/2024-III/2024": "2024-Q1/2024-Q3",
    "tháng 6/2024": "2024-06",
    "tháng 06 năm 2024": "2024-06",
    "Tháng 6 - 2024": "2024-06",
    "tháng năm năm 2024": "2024-05",
    "tháng mười hai năm 2024": "2024-12",
    "T6/2024": "2024-06",
    "6/2024": "2024-06",
    "06/2024": "2024-06",
    "2/2025": "2025-02",
    "6-2024": "2024-06",
    "2024-6": "2024-06",
    "30/6/2024": "2024-06-30",
    "ngày 30/6/2024": "2024-06-30",
    "ngày 30 tháng 6 năm 2024": "2024-06-30",
    "30 tháng 6, 2024": "2024-06-30",
    "30/6 năm 2024": "2024-06-30",
    "ngày 30.6 của năm 2024": "2024-06-30",
    "30-6-2024": "2024-06-30",
    "30.6.2024": "2024-06-30",
    "2024/06/30": "2024-06-30",
    "năm 2024": "2024",
    "6 tháng đầu năm 2024": "2024-H1",
    "6 tháng cuối năm 2024": "2024-H2",
    "sáu tháng đầu năm 2024": "2024-H1",
    "sáu tháng đầu của năm 2024": "2024-H1",
    "nửa đầu năm 2024": "2024-H1",
    "nửa cuối năm 2024": "2024-H2",
    "3 tháng đầu năm 2024": "2024-Q1",
    "9 tháng đầu năm 2024": "2024-Q1/2024-Q3",
    "quy II/2024": "2024-Q2",
    "thang 6/2024": "2024-06",
    "nam 2024": "2024",
    "ngay 30 thang 6 nam 2024": "2024-06-30",
    "6 thang dau nam 2024": "2024-H1",
    "2025 - 2026": "2025/2026",
    "2025-2026": "2025/2026",
    "2025–2026": "2025/2026",
    "năm 2025 — 2026": "2025/2026",
    "các năm 2025-2026": "2025/2026",
    "giai đoạn 2024-2025": "2024/2025",
    "từ 2024 đến 2025": "2024/2025",
    "từ năm 2024 đến hết năm 2025": "2024/2025",
    "tu 2024 den 2025": "2024/2025",
    "tháng 3-5/2025": "2025-03/2025-05",
    "tháng 3 đến tháng 5/2025": "2025-03/2025-05",
    "từ tháng 3 đến hết tháng 5 năm 2025": "2025-03/2025-05",
    "tháng 3/2025 - tháng 5/2025": "2025-03/2025-05",
    "3/2025-5/2025": "2025-03/2025-05",
    "quý I-III/2024": "2024-Q1/2024-Q3",
    "Q1-Q3/2024": "2024-Q1/2024-Q3",
    "từ quý I đến quý III năm 2024": "2024-Q1/2024-Q3",
    "từ quý IV/2024 đến quý I/2025": "2024-Q4/2025-Q1",
    "1/6/2024-30/6/2024": "2024-06",
    "từ ngày 01/3 đến ngày 15/4/2024": "2024-03-01/2024-04-15",
    "ngày 1-15/6/2024": "2024-06-01/2024-06-15",
    "từ ngày 25 tháng 12 đến hết ngày 31 tháng 12 năm 2024": "2024-12-25/2024-12-31",
    "\u00a0quý\u00a0II/2024 ": "2024-Q2",
    "  tháng   6 \t năm  2024\n": "2024-06",
}


@pytest.mark.parametrize(("text", "canonical"), SPELLINGS.items())
def test_spellings(text: str, canonical: str) -> None:
    assert str(parse_period(text)) == canonical


def test_neither_case_nor_composition_matters() -> None:
    for text in SPELLINGS:
        period = parse_period(text)
        for written in (unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)):
            for same in (written, written.upper(), written.lower(), f"  {written}\u00a0"):
                assert parse_period(same) == period, same


@pytest.mark.parametrize("dash", "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d")
def test_any_dash_is_a_hyphen(dash: str) -> None:
    """Word processors put in dashes, and copying from a page brings others."""
    for text in SPELLINGS:
        assert parse_period(text.replace("-", dash)) == parse_period(text), text
    assert parse_day(f"2024{dash}06{dash}30") == date(2024, 6, 30)


@pytest.mark.parametrize("slash", "\u2044\u2215\uff0f")
def test_any_slash_is_a_slash(slash: str) -> None:
    for text in SPELLINGS:
        assert parse_period(text.replace("/", slash)) == parse_period(text), text


def test_full_width_and_roman_characters_are_the_usual_ones() -> None:
    full_width = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}
    for text in SPELLINGS:
        assert parse_period(text.translate(full_width)) == parse_period(text), text
    for character, number in zip("ⅠⅡⅢⅣⅰⅱⅲⅳ", (1, 2, 3, 4) * 2, strict=True):
        assert parse_period(f"quý {character}/2024") == Period.quarter(2024, number)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.replace("đ", "d"))
    return "".join(mark for mark in decomposed if not unicodedata.combining(mark))


def test_diacritics_may_be_left_out() -> None:
    for text in SPELLINGS:
        assert parse_period(_plain(text)) == parse_period(text), text


IMPOSSIBLE = {
    "2024Q5": "“2024Q5” is not a quarter: quarters run from 1 to 4",
    "2024-Q0": "“2024-Q0” is not a quarter: quarters run from 1 to 4",
    "quý 5/2024": "“quý 5/2024” is not a quarter: quarters run from 1 to 4",
    "V/2024": "“V/2024” is not a quarter: quarters run from 1 to 4",
    "quý V/2024": "“quý V/2024” is not a quarter: quarters run from 1 to 4",
    "quý IIII/2024": "“quý IIII/2024” is not a quarter: quarters run from 1 to 4",
    "2024H3": "“2024H3” is not a half-year: halves are 1 and 2",
    "H0/2024": "“H0/2024” is not a half-year: halves are 1 and 2",
    "2024-13": "“2024-13” is not a month: months run from 1 to 12",
    "tháng 13/2024": "“tháng 13/2024” is not a month: months run from 1 to 12",
    "0/2024": "“0/2024” is not a month: months run from 1 to 12",
    "2024-13-01": "“2024-13-01” is not a day: months run from 1 to 12",
    "30/2/2024": "“30/2/2024” is not a day: 2024-02 has 29 days",
    "2023-02-29": "“2023-02-29” is not a day: 2023-02 has 28 days",
    "ngày 31 tháng 4 năm 2024": "“ngày 31 tháng 4 năm 2024” is not a day: 2024-04 has 30 days",
    "0/6/2024": "“0/6/2024” is not a day: 2024-06 has 30 days",
    "13 tháng đầu năm 2024": "“13 tháng đầu năm 2024” is not a part of a year: "
    "a year has 12 months",
    "2025/2024": "“2025/2024” runs backwards: 2025 is after 2024",
    "tháng 5-3/2025": "“tháng 5-3/2025” runs backwards: 2025-05 is after 2025-03",
    "quý III - quý I/2025": "“quý III - quý I/2025” runs backwards: 2025-Q3 is after 2025-Q1",
    "2024-13/2025": "“2024-13/2025” is not a month: months run from 1 to 12",
    "1899": "“1899” is out of range: years run from 1900 to 2999",
    "3000": "“3000” is out of range: years run from 1900 to 2999",
    "0000-Q1": "“0000-Q1” is out of range: years run from 1900 to 2999",
    "30/6/1066": "“30/6/1066” is out of range: years run from 1900 to 2999",
    "24": "“24” is not a year: years are written with four digits",
    "20244": "“20244” is not a year: years are written with four digits",
    "quý II": "“quý II” names no year",
    "năm": "“năm” names no year",
    "30/6": "“30/6” names no year",
    "sáu tháng đầu năm": "“sáu tháng đầu năm” names no year",
    "Q2/24": "“Q2/24” is not a period: years are written with four digits",
}


@pytest.mark.parametrize(("text", "sentence"), IMPOSSIBLE.items())
def test_what_the_calendar_does_not_have_is_said(text: str, sentence: str) -> None:
    with pytest.raises(PeriodError) as error:
        parse_period(text)
    assert str(error.value) == sentence
    with pytest.raises(PeriodError) as error:
        parse_day(text)
    if "is not a year" not in sentence:
        assert str(error.value) == sentence


@pytest.mark.parametrize("text", ["hôm-nay", "20240415", "24", "", "ngày mai"])
def test_whoever_must_name_a_day_is_told_how_days_are_written(text: str) -> None:
    """Not how years and quarters are, which would be refused in turn."""
    with pytest.raises(PeriodError) as error:
        parse_day(text)
    assert str(error.value) == f"“{text}” is not a day"
    assert error.value.hint == "write it as 2024-06-30 or 30/6/2024"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "không",
        "giai đoạn",
        "từ 2024",
        "3-5/2025",
        "2024/06",
        "2024 2025",
        "quý II/2024 đến",
        "2024/2025/2026",
        "hoàn thành trong quý I/2024",
        "٢٠٢٤",
        "2024\u0323",
        "20\u200b24",
        "Q²/2024",
        "-2024",
        "2024.5",
        "30/6-2024",
        "quý II tháng 6 năm 2024",
    ],
)
def test_other_texts_are_answered_with_examples(text: str) -> None:
    with pytest.raises(PeriodError, match=re.escape("is not a period: write 2024, 2024-H1, ")):
        parse_period(text)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("2025/2024", "write 2024/2025"),
        ("quý II", "write quý II/2024, with the year you mean"),
        ("6 tháng đầu năm", "write 6 tháng đầu năm 2024, with the year you mean"),
        ("Q2/24", "write Q2/2024"),
        ("30/6/24", "write 30/6/2024"),
        ("2024Q5", None),
        ("abc", None),
    ],
)
def test_hints(text: str, hint: str | None) -> None:
    with pytest.raises(PeriodError) as error:
        parse_period(text)
    assert error.value.hint == hint


def test_messages_quote_neither_control_characters_nor_whole_screens() -> None:
    with pytest.raises(PeriodError, match=re.escape("“\\x1b[31m2024” is not a period")):
        parse_period("\x1b[31m2024")
    with pytest.raises(PeriodError, match=r"^“x{59}…” is too long for a period: at most 100"):
        parse_period("x" * 101)


@given(st.one_of(UNITS, ranges()))
def test_the_canonical_spelling_is_read_back(period: Period) -> None:
    assert period.first <= period.last
    assert parse_period(str(period)) == period
    assert parse_canonical(str(period)) == period


@given(st.one_of(UNITS, ranges()))
def test_case_of_the_canonical_spelling_does_not_matter_to_people(period: Period) -> None:
    assert parse_period(str(period).lower()) == period


@given(DAYS)
def test_all_spellings_of_a_day_agree(day: date) -> None:
    for text in (
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}-{day.month:02}-{day.year}",
        f"ngày {day.day} tháng {day.month} năm {day.year}",
        day.isoformat(),
    ):
        assert parse_day(text) == day


@given(YEARS, st.integers(1, 4))
def test_all_spellings_of_a_quarter_agree(year: int, quarter: int) -> None:
    roman = ("I", "II", "III", "IV")[quarter - 1]
    expected = Period.quarter(year, quarter)
    for text in (f"{year}Q{quarter}", f"Quý {roman}/{year}", f"quy {quarter} nam {year}"):
        assert parse_period(text) == expected


PIECES = st.sampled_from(
    [*"0123456789/-–. ", "2024", "quý ", "tháng ", "năm ", "ngày ", " đến ", "từ ", "Q", "H", "II"]
)


@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_is_a_period_or_a_period_error(text: str) -> None:
    for parse in (parse_period, parse_canonical):
        with suppress(PeriodError):
            assert parse(text).unit


@pytest.mark.parametrize(
    "text", ["-" * 100, "2024-" * 20, "1" * 100, " " * 100, "2024 đến " * 11, "quý ii" * 16]
)
def test_time_is_bounded(text: str) -> None:
    with at_most(2), pytest.raises(PeriodError):
        parse_period(text)


def test_a_day_is_one_day() -> None:
    assert parse_day("30/6/2024") == date(2024, 6, 30)
    with pytest.raises(PeriodError, match="“2024-06” is more than one day") as error:
        parse_day("2024-06")
    assert error.value.hint == "write 2024-06-01 or 2024-06-30"
