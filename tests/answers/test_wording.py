"""States and dues in words for people."""

from datetime import date
from typing import Any

import pytest

from kh20.answers.wording import (
    count_cell,
    due_words,
    share_note,
    status_cell,
    status_word,
    statuses_by_word,
)
from kh20.obligations import Status
from kh20.text.folding import fold
from plans.made_plans import (
    BY_Q1,
    FROM_MAY,
    IN_JUNE,
    STANDING,
    THEN_STANDING,
    completed,
    made_plan,
    made_standing,
    task,
)


@pytest.mark.parametrize(
    ("due", "day", "text"),
    [
        (BY_Q1, "2024-03-30", "open, 1 day left"),
        (BY_Q1, "2024-03-31", "open, due today"),
        (BY_Q1, "2024-04-01", "overdue 1 day"),
        (BY_Q1, "2024-04-15", "overdue 15 days"),
        (IN_JUNE, "2024-05-31", "not started, 30 days left"),
        (IN_JUNE, "2024-05-30", "not started, 31 days left"),
        (FROM_MAY, "2024-04-30", "not started"),
        (FROM_MAY, "2024-05-01", "running"),
        ("none", "2024-05-01", "no period"),
    ],
)
def test_a_state_with_its_days(due: Any, day: str, text: str) -> None:
    """One day is one day, and the last day is today."""
    assert status_cell(made_standing(due, date.fromisoformat(day))).text == text


def test_a_state_is_told_in_words_and_not_by_colour_alone() -> None:
    """No two states share their words."""
    assert len({status_word(status) for status in Status}) == len(Status)


def test_a_word_for_a_state_stands_for_no_other_one() -> None:
    """However it is typed: two words that differ in diacritics only would be the same."""
    meant: dict[str, set[tuple[Status, ...]]] = {}
    for word, states in statuses_by_word().items():
        meant.setdefault(fold(word), set()).add(states)
    assert {word for word, states in meant.items() if len(states) > 1} == set()
    assert all((status,) in statuses_by_word().values() for status in Status)


def test_an_owner_s_own_state_has_no_days_of_the_whole() -> None:
    """Completed in time, where the others are overdue."""
    owners = {"owners": ["bo-a", "bo-b"], "responsibility": "each"}
    log = [completed("I.1", "2024-03-01", agency="bo-a")]
    found = made_standing(BY_Q1, date(2024, 4, 15), log, **owners)
    assert status_cell(found.of_body("bo-a")).text == "completed"
    assert status_cell(found.of_body("bo-b")).text == "overdue 15 days"


def test_a_count_of_none_is_a_dash() -> None:
    """The eye finds the numbers that are there."""
    assert count_cell(3, "red") == ("3", "red")
    assert count_cell(0, "red") == ("–", "dim")


def test_share_note() -> None:
    """Only between the first completion and the last."""
    owners = {"owners": ["bo-a", "bo-b"], "responsibility": "each"}
    log = [completed("I.1", "2024-03-01", agency="bo-a")]
    assert share_note(made_standing(BY_Q1, date(2024, 2, 1), log, **owners)) == ""
    assert share_note(made_standing(BY_Q1, date(2024, 3, 2), log, **owners)) == "1 of 2 missing"
    log.append(completed("I.1", "2024-03-02", agency="bo-b"))
    assert share_note(made_standing(BY_Q1, date(2024, 3, 2), log, **owners)) == ""


@pytest.mark.parametrize(
    ("due", "words"),
    [
        ("none", "no period stated"),
        (BY_Q1, "complete by the end of 2024-Q1"),
        ({**BY_Q1, "substantially": True}, "complete in the main by the end of 2024-Q1"),
        (IN_JUNE, "takes place in 2024-06"),
        ({"before": "2024-06-30", "stated": "…"}, "complete before 2024-06-30"),
        (FROM_MAY, "from 2024-05; a running duty"),
        ({**FROM_MAY, "by": "2024-06"}, "from 2024-05; complete by the end of 2024-06"),
        (STANDING, "an ongoing duty"),
        (THEN_STANDING, "complete by the end of 2024-Q1; then an ongoing duty"),
        ({"every": "quarter", "stated": "…"}, "every quarter; complete by the end of it"),
        (
            {"every": "year", "before": ["06-15", "12-01"], "from": "2024", "stated": "…"},
            "every year; complete before 06-15 and 12-01; from 2024",
        ),
        (
            {"every": "5 months", "by": "last day", "until": "2030", "stated": "…"},
            "every 5 months; complete by last day; until 2030",
        ),
    ],
)
def test_due_words(due: Any, words: str) -> None:
    """Each way of the design's table, in one line."""
    assert due_words(made_plan([task("I.1", due)]).tasks[0]) == words
