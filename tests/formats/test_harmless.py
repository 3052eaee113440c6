"""Whatever stands in a plan, a path or an argument: no format hands it to a terminal to obey."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.findings.made_findings import findings
from kh20.answers.agencies import agencies_answer
from kh20.answers.answer import Answer, Scope
from kh20.answers.changes import Changes, Version
from kh20.answers.checked import Checked
from kh20.answers.concerns import concerns_answer
from kh20.answers.obligations import due_answer, listing_answer, overdue_answer, upcoming_answer
from kh20.answers.one_obligation import obligation_answer
from kh20.answers.summary import summary_answer
from kh20.comparison import compare
from kh20.findings import Finding
from kh20.formats.lines import Screen
from kh20.formats.write import ChangesFormat, FindingFormat, OutputFormat, write
from kh20.model import Plan
from kh20.obligations import Book
from kh20.periods import Period
from kh20.queries.agencies import agency_counts, concerns_of, summarise
from kh20.queries.deadlines import due_in, overdue, upcoming
from kh20.queries.listing import Conditions, matching
from plans.made_plans import BY_Q1, THEN_STANDING, completed, made_plan, task

DAY = date(2024, 4, 15)
NASTY = st.text(
    st.sampled_from("aộ \x00\x07\x08\x1b[];\r\n\t\x7f\x9b\u200b\u202e\u2028\u2066\ufeff"),
    min_size=1,
    max_size=12,
)
SCREENS = tuple(Screen(width, colour=False) for width in (None, 60, 24))


def a_plan(text: str) -> Plan:
    """Return a plan with a text in every field that takes one, as no file could hold it."""
    text = f"x{text}"
    due = {**BY_Q1, "stated": text}
    parts = [{"id": "mot", "title": text}, {"id": "hai", "title": text}]
    successor = {"agency": "bo-b", "from": "2024-01-01", "basis": text}
    agencies: dict[str, dict[str, Any]] = {
        "bo-a": {"name": text, "en": text, "aliases": [text], "successor": successor},
        "bo-b": {"name": f"{text} b"},
    }
    log = [
        completed("I.1", "2024-03-01", part="mot", document=text, note=text),
        {"event": "progress", "task": "I.1", "on": "2024-03-02", "note": text},
        {"event": "extended", "task": "I.2", "on": "2024-03-02", "to": "2024-Q3", "basis": text},
        {"event": "cancelled", "task": "I.3", "on": "2024-03-02", "basis": text},
    ]
    tasks = [
        task("I.1", due, title=text, text=text, parts=parts, partners=["bo-b"]),
        task("I.2", due, title=text, text=text, owners=["bo-a", "bo-b"], responsibility="each"),
        task("I.3", {**THEN_STANDING, "stated": text}, title=text, text=text),
    ]
    plan = made_plan(tasks, agencies, log)
    return plan.model_copy(
        update={"document": plan.document.model_copy(update={"number": text, "title": text})}
    )


def answers(text: str) -> Iterable[Answer]:
    book = Book(a_plan(text), DAY)
    scope, books, year = Scope(text, text, DAY), (book,), Period.year(2024)
    body = book.body("bo-a")
    conditions = Conditions((), text, "bo-a", text)
    yield due_answer(scope, due_in(books, year), running=True)
    yield overdue_answer(scope, overdue(books))
    yield upcoming_answer(scope, upcoming(books), None)
    yield concerns_answer(scope, body, concerns_of([body]))
    yield agencies_answer(scope, agency_counts(books))
    yield summary_answer(scope, summarise(books))
    yield listing_answer(scope, matching(books, Conditions()), conditions, body)
    yield obligation_answer(scope, list(book.standings())[:1], f"{text}:1", 1)


def harmless(text: str) -> bool:
    return all(char.isprintable() or char == "\n" for char in text)


@pytest.mark.parametrize("fmt", OutputFormat)
@given(text=NASTY)
def test_answers(fmt: OutputFormat, text: str) -> None:
    """CSV and TSV are exact, and go through what makes them visible on a terminal."""
    for answer in answers(text):
        for screen in SCREENS:
            written = write(answer, fmt, screen)
            if fmt in (OutputFormat.CSV, OutputFormat.EXCEL, OutputFormat.TSV):
                assert written
            else:
                assert harmless(written), (fmt, written)
            if fmt is OutputFormat.JSON:
                assert json.loads(written) == json.loads(json.dumps(answer.document, default=list))


@pytest.mark.parametrize("fmt", FindingFormat)
@given(found=st.lists(findings(), max_size=2))
def test_findings(fmt: FindingFormat, found: list[Finding]) -> None:
    """Lone surrogates are what the stream escapes."""
    names = {each.path: f"sub/{each.path}" for each in found}
    for screen in SCREENS:
        text = write(Checked(found, list(names), names, verbose=True), fmt, screen)
        shown = text.encode("utf-8", "backslashreplace").decode("utf-8")
        assert harmless(shown), (fmt, shown)


@pytest.mark.parametrize("fmt", ChangesFormat)
@given(old=NASTY, new=NASTY)
def test_changes(fmt: ChangesFormat, old: str, new: str) -> None:
    changes = compare(a_plan(old), a_plan(new))
    for screen in SCREENS:
        text = write(Changes(changes, Version(old, old), Version(new, new)), fmt, screen)
        assert harmless(text), (fmt, text)
