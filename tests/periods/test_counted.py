"""Times that people count from a day; without the day they are no periods."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kh20.periods import Period, PeriodError, parse_canonical, parse_day, parse_period

TODAY = date(2024, 5, 15)  # a Wednesday
DAYS = st.dates(date(1902, 1, 1), date(2997, 12, 31))

COUNTED = {
    "hôm nay": "2024-05-15",
    "ngày hôm nay": "2024-05-15",
    "hôm qua": "2024-05-14",
    "hôm kia": "2024-05-13",
    "ngày mai": "2024-05-16",
    "ngày kia": "2024-05-17",
    "today": "2024-05-15",
    "yesterday": "2024-05-14",
    "tomorrow": "2024-05-16",
    "tuần này": "2024-W20",
    "tuần sau": "2024-W21",
    "tuần tới": "2024-W21",
    "tuần trước": "2024-W19",
    "tuần vừa qua": "2024-W19",
    "this week": "2024-W20",
    "next week": "2024-W21",
    "last week": "2024-W19",
    "tháng này": "2024-05",
    "tháng sau": "2024-06",
    "tháng tới": "2024-06",
    "tháng trước": "2024-04",
    "tháng rồi": "2024-04",
    "last month": "2024-04",
    "quý này": "2024-Q2",
    "quý sau": "2024-Q3",
    "quý tiếp theo": "2024-Q3",
    "quý trước": "2024-Q1",
    "next quarter": "2024-Q3",
    "năm nay": "2024",
    "năm sau": "2025",
    "sang năm": "2025",
    "năm ngoái": "2023",
    "năm trước": "2023",
    "last year": "2023",
    "quý II năm nay": "2024-Q2",
    "tháng 6 năm ngoái": "2023-06",
    "6 tháng cuối năm nay": "2024-H2",
    "nửa đầu năm sau": "2025-H1",
    "30/6 năm nay": "2024-06-30",
    "ngày 20 tháng này": "2024-05-20",
    "từ tháng này đến hết năm nay": "2024-05/2024-12",
    "từ hôm qua đến ngày mai": "2024-05-14/2024-05-16",
    "từ quý I đến quý III năm sau": "2025-Q1/2025-Q3",
}


@pytest.mark.parametrize(("text", "canonical"), COUNTED.items())
def test_what_is_counted_from_a_day(text: str, canonical: str) -> None:
    assert str(parse_period(text, TODAY)) == canonical
    with pytest.raises(PeriodError):
        parse_period(text)
    with pytest.raises(PeriodError):
        parse_canonical(text)


@pytest.mark.parametrize("text", COUNTED)
def test_neither_case_nor_composition_nor_diacritics_matter(text: str) -> None:
    period = parse_period(text, TODAY)
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    for written in (decomposed, text.upper(), bare.replace("đ", "d"), f" {text}  "):
        assert parse_period(written, TODAY) == period, written


@given(DAYS)
def test_a_week_runs_from_monday_to_sunday_and_follows_the_last(today: date) -> None:
    last, this, following = (
        parse_period(f"tuần {word}", today) for word in ("trước", "này", "sau")
    )
    assert this.contains(today)
    assert (this.first.weekday(), this.last.weekday()) == (0, 6)
    assert last.last + timedelta(1) == this.first
    assert this.last + timedelta(1) == following.first


@given(DAYS, st.sampled_from([("tháng", "month"), ("quý", "quarter"), ("năm", "year")]))
def test_the_unit_around_a_day_lies_between_its_neighbours(
    today: date, unit: tuple[str, str]
) -> None:
    last, this, following = (
        parse_period(f"{unit[0]} {word}", today)
        for word in ("trước", "nay" if unit[0] == "năm" else "này", "sau")
    )
    assert this.contains(today)
    assert {last.unit, this.unit, following.unit} == {unit[1]}
    assert last.last + timedelta(1) == this.first
    assert this.last + timedelta(1) == following.first


@given(DAYS, st.sampled_from(["2024-Q2", "30/6/2024", "quý II/2024", "tháng năm năm 2024"]))
def test_a_date_is_the_same_on_every_day(today: date, text: str) -> None:
    assert parse_period(text, today) == parse_period(text)


def test_a_day_is_one_day() -> None:
    assert parse_day("hôm qua", TODAY) == date(2024, 5, 14)
    with pytest.raises(PeriodError, match="“tuần này” is more than one day") as error:
        parse_day("tuần này", TODAY)
    assert error.value.hint == "write 2024-05-13 or 2024-05-19"


@pytest.mark.parametrize(
    "text", ["tuần", "tuần này nữa", "quý này năm", "ngày này", "sau tuần này"]
)
def test_other_words_are_no_period(text: str) -> None:
    with pytest.raises(PeriodError, match="is not a period"):
        parse_period(text, TODAY)


@pytest.mark.parametrize("text", ["hôm qua", "ngày mai", "tuần trước", "tuần sau", "năm ngoái"])
@pytest.mark.parametrize("today", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_crash(text: str, today: date) -> None:
    with pytest.raises(PeriodError):
        parse_period(text, today)


def test_a_plan_counts_from_no_day() -> None:
    with pytest.raises(PeriodError, match="is not how a plan spells a period"):
        parse_canonical("tuần này")
    assert Period.year(2024) == parse_canonical("2024")
