"""Agreement of an encoded due with the reading of its phrase."""

import pytest

from kh20.model import Due, Recurrence
from kh20.phrases import read_phrase
from kh20.rules.agreement import Disagreement, disagreement


def _compare(phrase: str, **keys: object) -> Disagreement | None:
    reading = read_phrase(phrase)
    assert reading is not None
    return disagreement(Due.model_validate({**keys, "stated": phrase}), reading)


@pytest.mark.parametrize("key", ["by", "in"])
def test_a_bare_period_is_both_an_end_and_a_stretch(key: str) -> None:
    assert _compare("Quý II/2025", **{key: "2025-Q2"}) is None


def test_a_bare_period_is_no_start_and_no_other_period() -> None:
    assert _compare("Quý II/2025", **{"from": "2025-Q2"}) is not None
    assert _compare("Quý II/2025", by="2025-Q3") is not None


def test_a_start_alone_is_a_running_duty() -> None:
    phrase = "thực hiện từ tháng 01/2024"
    assert _compare(phrase, **{"from": "2024-01"}) is None
    assert _compare(phrase, **{"from": "2024-01", "ongoing": True}) is None
    assert _compare(phrase, **{"from": "2024-01", "by": "2024-12"}) is not None


def test_a_disagreement_names_the_key_and_both_sides() -> None:
    assert _compare("hoàn thành trong quý I/2024", by="2024-Q2") == Disagreement(
        "by", "by: 2024-Q1", "by: 2024-Q2"
    )
    assert _compare("hoàn thành trong quý I/2024", ongoing=True) == Disagreement(
        "ongoing", "by: 2024-Q1", "ongoing: true"
    )


def test_a_key_that_is_left_out_is_named_by_the_phrase() -> None:
    assert _compare("cơ bản hoàn thành trong năm 2024", by="2024") == Disagreement(
        "stated", "by: 2024, substantially: true", "by: 2024"
    )


def test_nothing_is_encoded() -> None:
    wrong = _compare("thường xuyên")
    assert wrong is not None
    assert (wrong.meant, wrong.given) == ("ongoing: true", "no period")


def test_a_duty_that_recurs_is_no_single_one() -> None:
    assert _compare("trước ngày 15/12 hằng năm", by="2024") is not None


def test_several_days_are_written_as_the_file_has_them() -> None:
    phrase = "trước ngày 15 tháng 6 và 01 tháng 12"
    reading = read_phrase(phrase)
    assert reading is not None
    due = Recurrence.model_validate({"every": "year", "before": "06-15", "stated": phrase})
    assert disagreement(due, reading) == Disagreement(
        "before", "every: year, before: [06-15, 12-01]", "every: year, before: 06-15"
    )


@pytest.mark.parametrize("end", ["đến ngày 31/12/2026", "đến trước ngày 01/01/2027"])
def test_a_period_from_its_first_day_to_its_last(end: str) -> None:
    phrase = f"từ ngày 01/01/2026 {end}"
    assert _compare(phrase, **{"in": "2026"}) is None
    assert _compare(phrase, **{"in": "2027"}) is not None
    assert _compare(phrase, **{"in": "2026-H1"}) is not None
    assert _compare(phrase, **{"in": "2026", "ongoing": True}) is not None


def test_a_period_is_not_its_start_or_its_end_alone() -> None:
    assert _compare("từ ngày 01/01/2026", **{"in": "2026"}) is not None
    assert _compare("hoàn thành trong năm 2026", **{"in": "2026"}) is not None
    assert _compare("trước ngày 01/01/2027", **{"in": "2026"}) is not None


def test_what_recurs_in_a_way_that_has_no_word_goes_on() -> None:
    phrase = "từ tháng 5/2024, 3 lần mỗi tuần"
    assert _compare(phrase, **{"from": "2024-05", "ongoing": True}) is None
    assert _compare(phrase, **{"from": "2024-05"}) is not None


def _compare_recurring(phrase: str, **keys: object) -> Disagreement | None:
    reading = read_phrase(phrase)
    assert reading is not None
    return disagreement(Recurrence.model_validate({**keys, "stated": phrase}), reading)


def test_an_interval_that_has_no_word_is_no_other_one() -> None:
    assert _compare_recurring("hằng tuần", every="month") == Disagreement(
        "every", "every: week", "every: month"
    )


def test_a_day_that_is_not_read_is_not_compared() -> None:
    phrase = "hằng quý, trước ngày 15 tháng đầu quý sau"
    assert _compare_recurring(phrase, every="quarter", before="15") is None
    assert _compare_recurring("hằng quý", every="quarter", before="15") is not None
    assert _compare_recurring(phrase, every="month", before="15") is not None


def test_an_end_is_compared_where_there_is_a_start() -> None:
    phrase = "từ năm 2024 đến năm 2030, hằng năm"
    assert _compare_recurring(phrase, every="year", **{"from": "2024", "until": "2030"}) is None
    assert _compare_recurring(phrase, every="year", **{"from": "2024"}) is not None
