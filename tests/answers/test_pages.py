"""What each query shows a person, of plans that the shipped one is not an example of."""

from datetime import date
from typing import Any

import pytest

from kh20.answers.agencies import agencies_answer
from kh20.answers.answer import Answer, Scope
from kh20.answers.concerns import concerns_answer
from kh20.answers.obligations import due_answer, overdue_answer, running_line, window_text
from kh20.answers.one_obligation import obligation_answer
from kh20.answers.page import Line, Page, Sheet
from kh20.answers.summary import summary_answer
from kh20.formats.lines import Screen, visible
from kh20.formats.markdown import page_markdown
from kh20.formats.table import page_text
from kh20.obligations import Book
from kh20.periods import Period
from kh20.queries.agencies import agency_counts, concerns_of, summarise
from kh20.queries.deadlines import due_in
from plans.made_plans import BY_Q1, FROM_MAY, STANDING, completed, made_plan, task

PIPE = Screen(None, colour=False)
DAY = date(2024, 4, 15)

# Titles that a markup language, an emoji table, a terminal or a table would make something of.
SPECIAL = ["[red]đỏ[/red]", ":smile:", "\\x1b[31m \x9b31m", "a|b", "một\thai", "{x} %s", "x" * 90]


def scope(book: Book) -> Scope:
    return Scope(book.plan.document.number, "plan.yaml", book.as_of)


def page_of(answer: Answer) -> Page:
    assert isinstance(answer.page, Page)
    return answer.page


def list_page(book: Book) -> Page:
    """Return all obligations of a book as a list shows them."""
    return page_of(overdue_answer(scope(book), list(book.standings())))


def concerns_page(book: Book, agency: str) -> Page:
    body = book.body(agency)
    return page_of(concerns_answer(scope(book), body, concerns_of([body])))


def sheet_of(book: Book) -> Sheet:
    answer = obligation_answer(scope(book), list(book.standings()), "plan.yaml:1", 1)
    assert isinstance(answer.page, Sheet)
    return answer.page


def text(page: Page, width: int | None = None) -> str:
    return page_text(page, Screen(width, colour=False))


@pytest.mark.parametrize("title", SPECIAL)
@pytest.mark.parametrize("width", [None, 60, 80, 200])
def test_a_title_is_shown_as_it_is(title: str, width: int | None) -> None:
    """Letter by letter, without a meaning; what a terminal would obey is made visible."""
    book = Book(made_plan([task("I.1", BY_Q1, title=title)]), DAY)
    shown = text(list_page(book), width)
    letters = [char for char in visible(title) if not char.isspace()]
    rest = iter(shown)
    assert all(char in rest for char in letters)
    heading, lines = sheet_of(book)
    assert heading.endswith(title)
    assert lines[0][1] == "Làm việc I.1 (hoàn thành trong quý I/2024)."


def test_a_plan_without_obligations_or_agencies() -> None:
    """There is nothing to show, and that is all."""
    book = Book(made_plan([], {}), DAY)
    assert list_page(book).is_empty
    assert agencies_answer(scope(book), agency_counts([book])).page.is_empty
    found = due_in([book], Period.year(2024))
    assert page_of(due_answer(scope(book), found, running=True)).notes == [
        "No duty runs in this period."
    ]
    assert text(page_of(summary_answer(scope(book), summarise([book])))).count("–") > 10


def test_nobody_named() -> None:
    """In a list, in the grid, and said in full where there is room for it."""
    book = Book(made_plan([task("I.1", owners=[])]), DAY)
    assert text(list_page(book)).endswith("Việc I.1    nobody named\n")
    assert "nobody named" in text(page_of(summary_answer(scope(book), summarise([book]))))
    assert [line for line in sheet_of(book).lines if line.label in {"Owners", "Partners"}] == [
        Line("Owners", "the document names nobody", "dim")
    ]


def test_running_line_says_how_many_of_which_kind() -> None:
    """Ongoing duties are named, of many the first."""
    plan = made_plan([task("I.1", FROM_MAY), *(task(f"II.{n}", STANDING) for n in range(1, 15))])
    found = due_in([Book(plan, DAY)], Period.year(2024))
    ids = ", ".join(f"II.{n}" for n in range(1, 13))
    assert running_line(found, listed=True) == (
        f"Running in this period: 1 with a stated start, 14 ongoing ({ids}, …)."
    )
    assert running_line(found, listed=False).endswith("). --running lists them.")


def test_window_text() -> None:
    """A period with its days, which the reader need not work out; a day is its own."""
    assert window_text(Period.quarter(2024, 2)) == "2024-Q2 (2024-04-01 – 2024-06-30)"
    assert window_text(Period.day(DAY)) == "2024-04-15"


def test_what_is_missing_stands_behind_the_title() -> None:
    """Where each owes its own and some have delivered."""
    owners = {"owners": ["bo-a", "bo-b"], "responsibility": "each"}
    log = [completed("I.1", "2024-03-01", agency="bo-a")]
    book = Book(made_plan([task("I.1", BY_Q1, **owners)], log=log), DAY)
    assert "Việc I.1 (1 of 2 missing: Bộ B)" in text(list_page(book))
    page = concerns_page(book, "bo-a")
    assert "completed  Việc I.1 (1 of 2 missing: Bộ B)" in text(page)


def succession(**more: Any) -> dict[str, Any]:
    return {
        "bo-a": {
            "name": "Bộ A",
            "successor": {"agency": "bo-b", "from": "2024-04-15", "basis": "Nghị quyết 1"},
        },
        "bo-b": {"name": "Bộ B"},
        "cac-bo": {"name": "Các bộ", "collective": True, "members": ["bo-b"]},
        **more,
    }


def test_concerns_of_an_heir_tell_from_whom_and_by_what() -> None:
    """An obligation that concerns it twice is one obligation."""
    plan = made_plan(
        [task("I.1", owners=["bo-a", "bo-b"]), task("I.2", owners=["bo-a"], partners=["cac-bo"])],
        succession(),
    )
    book = Book(plan, DAY)
    page = concerns_page(book, "bo-b")
    assert page.caption.endswith("2 obligations concern Bộ B, 2 of them in several ways")
    assert [grid.heading for grid in page.grids if grid.rows] == [
        "Owes",
        "Inherited by succession",
        "Takes part as a member of a collective",
    ]
    assert "Các bộ (as partner)" in text(page)
    assert page.notes == ["From Bộ A to Bộ B on 2024-04-15 (Nghị quyết 1)."]


def test_concerns_of_a_body_whose_duties_passed_on_say_so() -> None:
    """What the document gave it is still listed under its name."""
    book = Book(made_plan([task("I.1")], succession()), DAY)
    page = concerns_page(book, "bo-a")
    assert page.notes == ["The duties of Bộ A passed to Bộ B on 2024-04-15 (Nghị quyết 1)."]
    assert "Bộ A → Bộ B" in text(list_page(book))


def test_through_is_a_column_only_where_there_is_a_way() -> None:
    """A column of dashes would take the room of the titles."""
    agencies = succession(**{"ban-b": {"name": "Ban B", "acts_for": "bo-b"}})
    plan = made_plan(
        [task("I.1", owners=["bo-b"]), task("I.2", owners=["khac"], partners=["ban-b"])],
        {**agencies, "khac": {"name": "Khác"}},
    )
    book = Book(plan, DAY)
    owes, _share, _inherited, partner, _member = concerns_page(book, "bo-b").grids
    assert "Through" not in [column.header for column in owes.columns]
    assert "Through" in [column.header for column in partner.columns]


def test_markdown_of_a_page_has_headings_and_no_markup_of_the_plan_s() -> None:
    """Captions, headings and notes are escaped like cells."""
    agencies = {"bo-a": {"name": "Bộ *A*"}}
    book = Book(made_plan([task("I.1", title="a_b")], agencies), DAY)
    shown = page_markdown(concerns_page(book, "bo-a"))
    assert shown == (
        "**1-KH/TW, as of 2024-04-15: 1 obligation concerns Bộ \\*A\\***\n\n"
        "### Owes\n\n"
        "| ID | Deadline | State | Obligation |\n| --- | --- | --- | --- |\n"
        "| I.1 | – | no period | a\\_b |\n"
    )
