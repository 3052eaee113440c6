"""Recurring duties: what counts is which turns there are, and their days."""

import time
from typing import Any

import pytest

from comparison.comparing import between, changes, codes, issued_on, kinds
from kh20.comparison import Effect, compare
from made_plans import task

WEAKER, STRONGER, MIXED = Effect.WEAKENS, Effect.STRENGTHENS, Effect.ALTERS


def recurring(**keys: Any) -> dict[str, Any]:
    made = {key.rstrip("_"): value for key, value in keys.items()}
    # The phrase is not in the text, so that nothing is the correction of a slip.
    return task("I.1", {**made, "stated": "hằng năm"}, text="Báo cáo.")


def every(unit: str, **keys: Any) -> dict[str, Any]:
    return recurring(every=unit, **keys)


@pytest.mark.parametrize(
    ("before", "after", "effect"),
    [
        (every("quarter"), every("year"), WEAKER),
        (every("year"), every("quarter"), STRONGER),
        (every("quarter"), every("half-year"), WEAKER),
        (every("year"), every("2 years"), MIXED),
        (every("year", by="06-30"), every("year", by="07-01"), WEAKER),
        (every("year", by="06-30"), every("year", by="06-29"), STRONGER),
        (every("year", by=["06-30", "12-31"]), every("year", by="12-31"), WEAKER),
        (every("year", by="12-31"), every("year", by=["06-30", "12-31"]), STRONGER),
        (every("year", by=["03-31", "09-30"]), every("year", by=["04-30", "08-31"]), MIXED),
        (every("year", before="06-30"), every("year", by="06-30"), WEAKER),
        (every("month"), every("month", until="2900"), WEAKER),
        (every("month", until="2900"), every("month"), STRONGER),
        (every("year", until="2030"), every("year", until="2029"), WEAKER),
        (every("year", from_="2024"), every("year", from_="2025"), WEAKER),
        (every("year", from_="2024"), every("year", from_="2060"), WEAKER),
        (every("year", from_="2025"), every("year", from_="2024"), STRONGER),
        # An earlier start does not make up for later days.
        (every("year", from_="2025", by="06-30"), every("year", from_="2024", by="12-31"), MIXED),
        (every("year", by="02-28"), every("year", by="02-29"), WEAKER),
        (every("quarter", from_="2024-01"), every("quarter", from_="2024-02-15"), WEAKER),
    ],
)
def test_what_becomes_of_the_turns(
    before: dict[str, Any], after: dict[str, Any], effect: Effect
) -> None:
    (change,) = compare(*between(before, after))
    assert (change.kind, change.effect) == ("recurrence-changed", effect)
    (back,) = compare(*between(after, before))
    assert back == change.mirrored()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (every("year"), every("year", by="last day")),
        (every("half-year"), every("year", by=["06-30", "12-31"])),
        (every("year", until="2030"), every("year", until="2030-12-31")),
        (every("year", from_="2024"), every("year", from_="2024-01")),
        (every("year"), every("12 months", from_="2023")),
    ],
)
def test_the_same_turns_in_other_words_are_a_restatement(
    before: dict[str, Any], after: dict[str, Any]
) -> None:
    assert kinds(*between(before, after)) == ["period-restated"]


@pytest.mark.parametrize(
    ("after", "key"),
    [
        (every("2 years", by="06-30"), "every"),
        (every("year", by="07-30"), "by"),
        (every("year", by="06-30", from_="2027"), "from"),
        (every("year", by="06-30", until="2027"), "until"),
    ],
)
def test_the_place_is_the_key_that_is_another_one(after: dict[str, Any], key: str) -> None:
    (change,) = compare(*between(every("year", by="06-30"), after))
    assert change.new_path == ("tasks", 0, "due", key)


def test_a_duty_that_comes_once_instead_of_again_and_again() -> None:
    once = task("I.1", {"by": "2030", "stated": "hằng năm"}, text="Báo cáo.")
    assert changes(*between(every("year"), once)) == [
        "deadline-added strengthens I.1: - -> 2030-12-31",
        "recurrence-dropped weakens I.1: every: year -> -",
    ]
    assert kinds(*between(every("year"), task("I.1", "none", text="Báo cáo."))) == [
        "recurrence-dropped"
    ]


def test_another_day_of_issue_takes_turns_away() -> None:
    old, new = (issued_on(day, [every("quarter")]) for day in ("2023-11-28", "2024-11-28"))
    assert changes(old, new)[1:] == [
        "recurrence-changed weakens I.1: every: quarter, counted from 2023-11-28 -> "
        "every: quarter, counted from 2024-11-28"
    ]
    assert codes(old, new) == ["KH512", "KH506!"]
    assert codes(new, old) == ["KH512", "KH510"]


def test_another_day_of_issue_that_takes_no_turn_away_is_only_said_of_the_document() -> None:
    old, new = (issued_on(day, [every("quarter")]) for day in ("2023-11-28", "2023-11-29"))
    assert kinds(old, new) == ["document-altered"]


def test_the_longest_duties_are_compared_in_bounded_time() -> None:
    start = time.process_time()
    assert kinds(*between(every("month", until="2998"), every("month", until="2999"))) == [
        "recurrence-changed"
    ]
    assert kinds(*between(every("99 years"), every("99 months"))) == ["recurrence-changed"]
    assert time.process_time() - start < 5
