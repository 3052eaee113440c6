"""The window of time that a command is asked about."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from conftest import Run
from kh20.cli.clock import using
from kh20.cli.errors import UserError
from kh20.cli.windows import last_day_within, window_asked
from plans.made_plans import IN_JUNE, plan_file, task

DAY = date(2024, 5, 15)


def asked(
    period: str | None = None,
    quarter: str | None = None,
    month: str | None = None,
    year: str | None = None,
    between: tuple[str, str] | None = None,
    day: date = DAY,
) -> str:
    window = window_asked(
        day, period=period, quarter=quarter, month=month, year=year, between=between
    )
    return str(window)


def test_the_window_that_is_named() -> None:
    """By an option for its kind, as any period, or from one day to another."""
    assert asked(quarter="Q3/2025") == "2025-Q3"
    assert asked(month="6/2024") == "2024-06"
    assert asked(year="2024") == "2024"
    assert asked(between=("2024-04-03", "3/5/2024")) == "2024-04-03/2024-05-03"
    assert asked(between=("2024-04-03", "2024-04-03")) == "2024-04-03"
    assert asked(period="6 tháng đầu năm 2024") == "2024-H1"
    assert asked(period="2024/2025") == "2024/2025"


def test_words_for_time_count_from_the_day_that_is_asked_about() -> None:
    """In every option that takes a day or a period, however it is typed."""
    assert asked(period="tuần này") == "2024-W20"
    assert asked(period="TUAN NAY") == "2024-W20"
    assert asked(period="next month") == "2024-06"
    assert asked(quarter="quý sau") == "2024-Q3"
    assert asked(month="tháng này") == "2024-05"
    assert asked(year="năm nay") == "2024"
    assert asked(between=("hôm qua", "ngày mai")) == "2024-05-14/2024-05-16"
    assert asked(period="hôm nay", day=date(2025, 1, 1)) == "2025-01-01"


def test_a_roman_numeral_with_a_year_is_a_quarter_and_a_digit_a_month() -> None:
    assert asked(quarter="II/2024") == "2024-Q2"
    assert asked(period="IV/2024") == "2024-Q4"
    assert asked(period="2/2024") == "2024-02"


def test_as_of_and_on_count_from_today_where_the_plan_is_in_force(
    kh20: Run, tmp_path: Path
) -> None:
    """At seven in the evening in Greenwich it is tomorrow in Hà Nội."""
    path = plan_file(tmp_path, [task("I.1", IN_JUNE)])
    with using(lambda: datetime(2024, 6, 30, 19, tzinfo=UTC)):
        asked_today = kh20("due", "hôm nay", "--plan", path, "-f", "json")
        asked_before = kh20("due", "tháng này", "--plan", path, "--as-of", "hôm qua", "-f", "json")
        week = kh20("due", "--plan", path, "--as-of", "tuần này")
    assert json.loads(asked_today.out)["as_of"] == "2024-07-01"
    assert json.loads(asked_before.out)["as_of"] == "2024-06-30"
    assert [each["id"] for each in json.loads(asked_before.out)["tasks"]] == ["I.1"]
    assert (week.code, week.out) == (2, "")
    assert week.err == (
        "kh20: --as-of: “tuần này” is more than one day\n  write 2024-07-01 or 2024-07-07\n"
    )


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        ("2024-01-01", "2024-Q1"),
        ("2024-03-31", "2024-Q1"),
        ("2024-04-01", "2024-Q2"),
        ("2024-12-31", "2024-Q4"),
        ("2025-01-01", "2025-Q1"),
    ],
)
def test_without_one_it_is_the_quarter_of_the_day(day: str, quarter: str) -> None:
    """The day asked, not today."""
    assert asked(day=date.fromisoformat(day)) == quarter


@pytest.mark.parametrize(
    ("option", "value"),
    [("quarter", "2024-06"), ("month", "2024-Q2"), ("year", "2024-H1"), ("month", "2/2025/3")],
)
def test_an_option_takes_its_own_kind_of_period_only(option: str, value: str) -> None:
    """2/2025 is a month, never a quarter."""
    with pytest.raises(UserError) as raised:
        asked(**{option: value})  # type: ignore[arg-type]
    assert raised.value.message.startswith(f"--{option}: “{value}” is not a ")


@pytest.mark.parametrize(
    ("span", "last"),
    [
        ("0d", "2024-01-31"),
        ("1", "2024-02-01"),
        ("90d", "2024-04-30"),
        ("2w", "2024-02-14"),
        ("1m", "2024-02-29"),
        ("3M", "2024-04-30"),
        ("1y", "2025-01-31"),
        (" 90d ", "2024-04-30"),
        ("９０ｄ", "2024-04-30"),
    ],
)
def test_a_span_from_the_day_asked(span: str, last: str) -> None:
    """A month from the 31st is the last day of a shorter one."""
    assert last_day_within(date(2024, 1, 31), span) == date.fromisoformat(last)


@pytest.mark.parametrize("span", ["", "d", "-5d", "1.5y", "3x", "9999999d", "٣d", "8000y"])
def test_what_is_not_a_span(span: str) -> None:
    """Neither negative, nor broken, nor past the end of the calendar."""
    with pytest.raises(UserError):
        last_day_within(DAY, span)


def test_what_a_decision_moved_out_of_the_window_is_told(kh20: Run, tmp_path: Path) -> None:
    """Under the table and in JSON; where it is due now, its state says that it was extended."""
    later = {"task": "I.1", "on": "2024-05-02", "event": "extended", "to": "2024-Q3", "basis": "1"}
    path = plan_file(tmp_path, [task("I.1", IN_JUNE), task("I.2", IN_JUNE)], log=[later])
    day = ("--plan", path, "--as-of", "2024-06-01")
    second = kh20("due", "2024Q2", *day)
    assert "Moved out of this period by a decision: I.1, now 2024-09-30.\n" in second.out
    assert "I.1" not in second.out.replace("I.1, now", "")
    assert json.loads(kh20("due", "2024Q2", *day, "-f", "json").out)["moved"] == ["I.1"]
    third = kh20("due", "2024Q3", *day)
    assert "open, 121 days left, extended" in third.out
    assert "Moved" not in third.out
    assert json.loads(kh20("due", "2024Q3", *day, "-f", "json").out)["moved"] == []


def test_nothing_but_what_was_moved(kh20: Run, tmp_path: Path) -> None:
    """An empty quarter is not as the document has it, and that is said."""
    later = {"task": "I.1", "on": "2024-05-02", "event": "extended", "to": "2024-Q3", "basis": "1"}
    path = plan_file(tmp_path, [task("I.1", IN_JUNE)], log=[later])
    result = kh20("due", "2024Q2", "--plan", path, "--as-of", "2024-06-01")
    assert result.err.startswith("Nothing falls due in 2024-Q2")
    assert "Moved out of this period by a decision: I.1, now 2024-09-30.\n" in result.out
