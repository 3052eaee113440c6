"""Who or what is still missing, by name: that is whom a reminder is written to."""

from datetime import date
from typing import Any

import pytest

from kh20.answers.obligations import missing_text, title_text
from kh20.obligations import Book
from plans.made_plans import BY_Q1, completed, made_plan, task

EACH = {"owners": ["bo-a", "bo-b", "bo-c"], "responsibility": "each"}
PARTS = {"parts": [{"id": "mot", "title": "Một"}, {"id": "hai", "title": "Hai"}]}


def missing(day: str, made: dict[str, Any], *done: dict[str, str]) -> str:
    log = [completed("I.1", f"2024-0{n}-01", **share) for n, share in enumerate(done, start=1)]
    book = Book(made_plan([{**task("I.1", BY_Q1), **made}], log=log), date.fromisoformat(day))
    standing = next(book.standings())
    text = missing_text(standing)
    assert title_text(standing) == ("Việc I.1" + (f" ({text})" if text else ""))
    return text


A, B, C = ({"agency": agency} for agency in ("bo-a", "bo-b", "bo-c"))


@pytest.mark.parametrize(
    ("made", "done", "text"),
    [
        (EACH, [], ""),
        (EACH, [A], "2 of 3 missing: Bộ B; Bộ C"),
        (EACH, [C, A], "1 of 3 missing: Bộ B"),
        (EACH, [A, B, C], ""),
        (PARTS, [], ""),
        (PARTS, [{"part": "hai"}], "1 of 2 missing: Một"),
        (
            {**EACH, **PARTS},
            [{**A, "part": "mot"}, {**B, "part": "mot"}, {**B, "part": "hai"}],
            "3 of 6 missing: Bộ A: Hai; Bộ C: Một, Hai",
        ),
        ({"owners": ["bo-a", "bo-b"]}, [], ""),
    ],
)
def test_what_is_missing(made: dict[str, Any], done: list[dict[str, str]], text: str) -> None:
    """Owners, parts, and the parts of each owner where both count."""
    assert missing("2024-06-01", made, *done) == text


def test_before_the_first_was_completed_nothing_is_said() -> None:
    """The owners stand beside it anyway."""
    assert missing("2023-12-31", EACH, A) == ""
