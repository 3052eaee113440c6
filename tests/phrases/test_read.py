"""Readings of whole phrases: two corpora, and properties over all of them."""

import csv
import os
import re
import unicodedata
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.periods import Period
from kh20.phrases import read_phrase
from kh20.phrases.read import MAX_LENGTH
from said import said

OWN = Path(__file__).parents[1] / "data" / "phrases.tsv"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


PHRASES = [(row["phrase"], row) for row in rows(OWN)]


@pytest.mark.parametrize(("phrase", "row"), PHRASES)
def test_own_phrases(phrase: str, row: dict[str, str]) -> None:
    reading = read_phrase(phrase, issued=day(row["issued"]))
    assert said(reading) == row["says"]
    if reading is None:
        assert row["kind"] == "none"
        assert not row["start"]
        assert not row["deadline"]
    else:
        assert (reading.start, reading.deadline) == (day(row["start"]), day(row["deadline"]))
        assert reading.kind == row["kind"]


def written_otherwise(phrase: str) -> tuple[str, ...]:
    """Return a phrase in other compositions, cases, spaces and dashes."""
    return (
        unicodedata.normalize("NFD", phrase),
        phrase.upper(),
        unicodedata.normalize("NFD", phrase.upper()),
        f"  {phrase} ".replace(" ", " \u00a0"),
        phrase.replace("-", "\u2011").replace(" \u2011 ", " – "),
    )


def test_composition_case_spaces_and_dashes_do_not_matter() -> None:
    for phrase, row in PHRASES:
        issued = day(row["issued"])
        reading = read_phrase(phrase, issued=issued)
        for written in written_otherwise(phrase):
            assert read_phrase(written, issued=issued) == reading, written


ISSUED = re.compile(r"signing date (?P<d>\d\d)/(?P<m>\d\d)/(?P<y>\d{4})|(?P<of>\d{4}) from the doc")


def issued_by_source(table: list[dict[str, str]]) -> dict[str, date]:
    """Return the days of issue that the notes give: a date, or the year of the document."""
    found = {}
    for row in table:
        match = ISSUED.search(row["note"])
        if match is not None:
            year, month, of_month = match["of"] or match["y"], match["m"] or 1, match["d"] or 1
            found[row["source"]] = date(int(year), int(month), int(of_month))
    return found


def reads_as_the_table(row: dict[str, str], issued: date | None) -> bool:
    reading = read_phrase(row["phrase"], issued=issued)
    if reading is None:
        return row["kind"] == "none"
    named = reading.before.first if reading.before is not None else reading.deadline
    same_kind = reading.kind == row["kind"] or (
        {reading.kind, row["kind"]} == {"deadline", "range"} and "or deadline" in row["note"]
    )
    same_start = not row["start"] or reading.start == day(row["start"])
    same_end = not row["end"] or named == day(row["end"])
    return same_kind and same_start and same_end


FLOOR = {"deadline": 34, "range": 9, "from": 4, "ongoing": 7, "none": 14, "recurring": 34}


@pytest.mark.skipif("KH20_PHRASES" not in os.environ, reason="KH20_PHRASES names no corpus")
def test_corpus_of_real_phrases() -> None:
    table = rows(Path(os.environ["KH20_PHRASES"]))
    issued = issued_by_source(table)
    of_kind = Counter(row["kind"] for row in table)
    right = Counter(
        row["kind"] for row in table if reads_as_the_table(row, issued.get(row["source"]))
    )
    for kind, count in of_kind.items():
        print(f"{kind}: {right[kind]} of {count}")
    print(f"all: {right.total()} of {len(table)}")
    for row in table:
        if row["kind"] == "none":
            assert read_phrase(row["phrase"], issued=issued.get(row["source"])) is None
    assert right >= Counter(FLOOR)


YEARS = st.integers(1900, 2999)
ROMAN = ("I", "II", "III", "IV")


@st.composite
def spelt_periods(draw: st.DrawFn) -> tuple[str, Period]:
    """Draw a period with one of its Vietnamese spellings."""
    year = draw(YEARS)
    number = draw(st.integers(1, 12))
    quarter = (number + 2) // 3
    which = draw(st.dates(date(year, 1, 1), date(year, 12, 31)))
    return draw(
        st.sampled_from(
            [
                (f"năm {year}", Period.year(year)),
                (f"quý {ROMAN[quarter - 1]}/{year}", Period.quarter(year, quarter)),
                (f"Quý {quarter} năm {year}", Period.quarter(year, quarter)),
                (f"tháng {number}/{year}", Period.month(year, number)),
                (f"tháng {number:02} năm {year}", Period.month(year, number)),
                (f"6 tháng đầu năm {year}", Period.half(year, 1)),
                (f"sáu tháng cuối năm {year}", Period.half(year, 2)),
                (f"nửa cuối năm {year}", Period.half(year, 2)),
                (f"ngày {which.day}/{which.month}/{year}", Period.day(which)),
                (f"ngày {which.day} tháng {which.month} năm {year}", Period.day(which)),
            ]
        )
    )


@given(spelt_periods(), st.sampled_from(["trong", "chậm nhất", "vào", "đến hết", "muộn nhất là"]))
def test_a_deadline_is_read_back(spelt: tuple[str, Period], lead: str) -> None:
    text, period = spelt
    reading = read_phrase(f"hoàn thành {lead} {text}")
    assert said(reading) == f"by {period}"
    assert reading is not None
    assert reading.deadline == period.last


@given(spelt_periods())
def test_before_a_period_is_the_day_before_it(spelt: tuple[str, Period]) -> None:
    text, period = spelt
    reading = read_phrase(f"trình Chính phủ trước {text}")
    assert said(reading) == f"before {period}"
    assert reading is not None
    assert reading.deadline == period.first - timedelta(days=1)


@given(spelt_periods())
def test_a_start_is_read_back(spelt: tuple[str, Period]) -> None:
    text, period = spelt
    assert said(read_phrase(f"thực hiện từ {text}")) == f"from {period}"


@given(spelt_periods(), spelt_periods())
def test_a_range_is_read_back_or_runs_backwards(
    start: tuple[str, Period], end: tuple[str, Period]
) -> None:
    expected = f"from {start[1]} by {end[1]}" if start[1].first <= end[1].last else ""
    for text in (f"từ {start[0]} đến {end[0]}", f"{start[0]} - {end[0]}"):
        assert said(read_phrase(text)) == expected


@given(spelt_periods())
def test_a_period_alone_is_bare(spelt: tuple[str, Period]) -> None:
    text, period = spelt
    for phrase in (text, f"| {text} |", f"- {text}."):
        assert said(read_phrase(phrase)) == f"by {period} bare"


@given(st.dates(date(2000, 1, 1), date(2100, 12, 30)), st.integers(1, 365))
def test_a_day_without_a_year_is_of_the_year_of_issue(issued: date, days: int) -> None:
    due = issued + timedelta(days=days)
    reading = read_phrase(f"hoàn thành trước ngày {due.day}/{due.month}", issued=issued)
    if due.year == issued.year:
        assert said(reading) == f"before {due}"
    else:
        # In the year of issue that day was over: which one is meant cannot be told.
        assert reading is None or reading.before is not None
    assert read_phrase(f"hoàn thành trước ngày {due.day}/{due.month}") is None


PIECES = st.sampled_from(
    """hoàn thành|trong|trước|ngày|tháng|quý|năm|từ|đến|hết|chậm nhất|định kỳ|hằng|thường xuyên|và
    |các năm tiếp theo|6 tháng|đầu|cuối|II|2024|2025|12|30/6|15/7/2024|3/2024|-|,|;|.|(|)|:|||/
    |lần|một|kể từ ngày ký|sau|10 ngày|giai đoạn|đã|0|99|Thời gian thực hiện:|báo cáo|năm sau
    """.replace("\n", "").split("|")
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=20).map(" ".join)), st.dates())
def test_any_text_has_a_sound_reading_or_none(text: str, issued: date) -> None:
    for given_issue in (None, issued):
        reading = read_phrase(text, issued=given_issue)
        if reading is not None:
            assert said(reading)
            assert [reading.by, reading.in_, reading.before].count(None) >= 2
            if reading.start is not None and reading.deadline is not None:
                assert reading.start <= reading.deadline


def test_a_text_that_is_no_phrase_is_not_read() -> None:
    phrase = "hoàn thành trong quý I/2024"
    assert said(read_phrase(phrase.rjust(MAX_LENGTH))) == "by 2024-Q1"
    assert read_phrase(phrase.rjust(MAX_LENGTH + 1)) is None
