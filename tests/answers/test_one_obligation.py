"""One obligation whole, with a history that the shipped plan does not have yet."""

from datetime import date
from typing import Any

from kh20.answers.answer import Scope
from kh20.answers.one_obligation import obligation_answer
from kh20.answers.page import Sheet
from kh20.obligations import Book
from plans.made_plans import BY_Q1, FROM_MAY, IN_JUNE, completed, made_plan, task

PARTS = [{"id": "mot", "title": "Một"}, {"id": "hai", "title": "Hai"}]


def lines(day: str, made: Any, log: Any = ()) -> dict[str, list[str]]:
    """Return the texts of each label."""
    book = Book(made_plan([made], log=log), date.fromisoformat(day))
    found: dict[str, list[str]] = {}
    label = ""
    scope = Scope("1-KH/TW", "plan.yaml", book.as_of)
    sheet = obligation_answer(scope, list(book.standings()), "plan.yaml:7", 7).page
    assert isinstance(sheet, Sheet)
    for given, text, _style in sheet.lines:
        label = given or label
        found.setdefault(label, []).append(text)
    return found


def test_how_the_days_were_worked_out() -> None:
    """The phrase, what it means, and by which end of which period."""
    found = lines("2024-06-10", task("I.1", IN_JUNE))
    assert found["Stated"] == ["“trong tháng 6/2024”"]
    assert found["Means"] == ["takes place in 2024-06"]
    assert found["Start"] == ["2024-06-01, the first day of 2024-06"]
    assert found["Deadline"] == ["2024-06-30, the last day of 2024-06"]
    assert found["State"] == ["open, 20 days left"]
    before = lines("2024-06-10", task("I.1", {"before": "2024-06-30", "stated": "…"}))
    assert before["Deadline"] == ["2024-06-29, the day before 2024-06-30"]


def test_what_has_no_deadline_names_none() -> None:
    """A running duty has a start, and what states no period says so."""
    running = lines("2024-06-10", task("I.1", FROM_MAY))
    assert running["Start"] == ["2024-05-01, the first day of 2024-05"]
    assert "Deadline" not in running
    nothing = lines("2024-06-10", task("I.1"))
    assert nothing["Due"] == ["the document states no period"]
    assert not {"Stated", "Means", "Start", "Deadline"} & set(nothing)


def test_the_history_up_to_the_day_asked() -> None:
    """What was decided later is not known yet."""
    log = [
        {"event": "progress", "task": "I.1", "on": "2024-02-01", "note": "Dự thảo", "percent": 40},
        {"event": "extended", "task": "I.1", "on": "2024-03-20", "to": "2024-Q2", "basis": "5/TB"},
        completed("I.1", "2024-06-03", document="9/BC"),
    ]
    at_first = lines("2024-02-02", task("I.1", BY_Q1), log)
    assert at_first["History"] == [
        "2023-11-28  issued (1-KH/TW)",
        "2024-02-01  progress: 40 %; Dự thảo",
    ]
    assert "In force" not in at_first
    later = lines("2024-04-01", task("I.1", BY_Q1), log)
    assert later["Deadline"] == ["2024-03-31, the last day of 2024-Q1"]
    assert later["In force"] == ["2024-06-30, extended 1 time, by 91 days"]
    assert later["State"] == ["open, 90 days left"]
    done = lines("2024-12-01", task("I.1", BY_Q1), log)
    assert done["State"] == ["completed"]
    assert done["Completed"] == ["2024-06-03"]
    assert done["History"][-1] == "2024-06-03  completed: 9/BC"


def test_what_it_is_counted_by() -> None:
    """Each part with its name for the log, its state and its day."""
    log = [completed("I.1", "2024-03-01", part="mot")]
    found = lines("2024-04-15", task("I.1", BY_Q1, parts=PARTS), log)
    assert found["Counted by"] == ["Một [mot]: completed (2024-03-01)", "Hai [hai]: overdue"]
    assert found["History"][-1] == "2024-03-01  completed: mot; 1/BC"
    owners = task("I.1", BY_Q1, owners=["bo-a", "bo-b"], responsibility="each")
    each = lines("2024-04-15", owners)
    assert each["Responsibility"] == ["each owner owes its own result"]
    assert each["Counted by"] == ["Bộ A: overdue", "Bộ B: overdue"]
    joint = lines("2024-04-15", task("I.1", BY_Q1, owners=["bo-a", "bo-b"]))
    assert joint["Responsibility"] == ["one result, owed jointly"]
    assert "Counted by" not in joint
    alone = lines("2024-04-15", task("I.1", BY_Q1))
    assert "Responsibility" not in alone
