"""Times counted from an event."""

from datetime import date

import pytest

from kh20.phrases.relative import find_relative

ISSUED = date(2024, 1, 31)


@pytest.mark.parametrize(
    ("text", "within", "day"),
    [
        ("có hiệu lực kể từ ngày ký", None, "2024-01-31"),
        ("từ ngày ký ban hành", None, "2024-01-31"),
        ("sau 10 ngày, kể từ ngày ký ban hành", None, "2024-02-10"),
        ("trong thời hạn 30 ngày kể từ ngày ban hành", "30 days", "2024-03-01"),
        ("trong vòng 30 ngày từ ngày được ban hành", "30 days", "2024-03-01"),
        ("trong thời hạn 5 ngày làm việc kể từ ngày ký", "5 working days", None),
        ("trong thời hạn 5 ngày kể từ ngày nhận hồ sơ", "5 days", None),
        ("kể từ ngày đăng công báo", None, None),
        ("chậm nhất là sáu (06) tháng, kể từ ngày quyết định này có hiệu lực", "6 months", None),
        ("trong vòng 02 ngày làm việc kể từ khi phát sinh", "2 working days", None),
        ("chậm nhất 15 ngày sau khi kết thúc hội nghị", "15 days", None),
        ("không quá mười lăm (15) ngày, kể từ ngày nhận được báo cáo", "15 days", None),
        ("trong 1 năm kể từ khi luật được thông qua", "1 year", None),
        ("trong 30 ngày kể từ ngày ký kết hợp đồng", "30 days", None),
        ("sau 10 ngày, kể từ ngày luật được công bố", None, None),
    ],
)
def test_days_are_counted_from_the_day_of_signing(
    text: str, within: str | None, day: str | None
) -> None:
    found = find_relative(text, ISSUED)
    assert found is not None
    assert (found.within, found.period and str(found.period)) == (within, day)


def test_without_a_day_of_signing_nothing_is_counted() -> None:
    found = find_relative("kể từ ngày ký", None)
    assert found is not None
    assert found.period is None


def test_the_end_of_the_calendar_is_no_crash() -> None:
    found = find_relative("sau 999 ngày kể từ ngày ký", date.max)
    assert found is not None
    assert found.period is None


@pytest.mark.parametrize("text", ["từ ngày 01/7/2024", "từ ngày thành lập", "ngày ký", ""])
def test_other_starts_are_not_relative(text: str) -> None:
    assert find_relative(text, ISSUED) is None
