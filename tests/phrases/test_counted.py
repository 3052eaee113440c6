from datetime import date

import pytest

from kh20.phrases.counted import find_relative

ISSUED = date(2024, 1, 31)


@pytest.mark.parametrize(
    ("text", "within", "day"),
    [
        ("có hiệu lực kể từ ngày ký", False, "2024-01-31"),
        ("từ ngày ký ban hành", False, "2024-01-31"),
        ("sau 10 ngày, kể từ ngày ký ban hành", False, "2024-02-10"),
        ("trong thời hạn 30 ngày kể từ ngày ban hành", True, "2024-03-01"),
        ("trong vòng 30 ngày từ ngày được ban hành", True, "2024-03-01"),
        ("trong thời hạn 5 ngày làm việc kể từ ngày ký", True, None),
        ("trong thời hạn 5 ngày kể từ ngày nhận hồ sơ", True, None),
        ("kể từ ngày đăng công báo", False, None),
    ],
)
def test_days_are_counted_from_the_day_of_signing(text: str, within: bool, day: str | None) -> None:
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
