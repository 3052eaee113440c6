from datetime import date

import pytest

from kh20.phrases import Reading
from kh20.phrases.intervals import Recurrence
from kh20.phrases.mentions import find_mentions
from kh20.phrases.read import combine
from kh20.phrases.times import Time
from said import said

ISSUED = date(2024, 2, 1)


def combined(text: str, *every: str, issued: date | None = ISSUED) -> Reading | None:
    mentions, _ = find_mentions(text)
    recurrences = [Recurrence(0, 1, interval) for interval in every]
    return combine(mentions, recurrences, None, issued, ongoing=False, substantially=True)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("từ quý i/2024, xong trong quý ii/2024", "from 2024-Q1 by 2024-Q2 substantially"),
        ("từ tháng 3, xong trong tháng 5/2025", "from 2025-03 by 2025-05 substantially"),
        ("xong trong quý ii/2024, xong trước ngày 01/7/2024", "by 2024-Q2 substantially"),
        ("xong trong quý ii/2024, xong trước ngày 30/6/2024", ""),
        ("từ quý i/2024, từ quý ii/2024", ""),
        ("từ quý iii/2024, xong trong quý ii/2024", ""),
        ("từ quý i/2024, xong trong quý ii", "from 2024-Q1 by 2024-Q2 substantially"),
        ("xong trong tháng 1", ""),
        ("trước ngày 30/02/2024", ""),
        ("", ""),
    ],
)
def test_all_that_is_said_must_agree(text: str, reading: str) -> None:
    assert said(combined(text)) == reading


def test_the_first_interval_named_is_taken() -> None:
    assert said(combined("", "unspecified", "half-year", "year")) == "every half-year"
    assert said(combined("", "unspecified")) == "every unspecified"


def test_cutoffs_are_days_of_the_year_or_of_the_month() -> None:
    assert said(combined("trước ngày 15/6", "year")) == "every year cutoffs 06-15"
    assert said(combined("trước ngày 15", "month")) == "every month cutoffs 15"
    assert said(combined("trước ngày 15", "quarter")) == "every quarter cutoffs unread"
    last = "trước ngày 15 tháng cuối quý"
    assert said(combined(last, "quarter")) == "every quarter cutoffs 15"
    assert said(combined(last, "year")) == "every year cutoffs unread"
    assert said(combined("trước ngày 15/6", "quarter")) == "every quarter cutoffs unread"
    assert said(combined("trước ngày 15/6", "month")) == "every month cutoffs unread"


def test_a_day_of_no_month_is_no_deadline() -> None:
    mentions, _ = find_mentions("trước ngày 15")
    assert isinstance(mentions[0].time, Time)
    assert combined("trước ngày 15") is None
