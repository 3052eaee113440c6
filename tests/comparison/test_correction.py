"""An edit that brings the due back to the verbatim text is a correction, whichever way it goes."""

from typing import Any

import pytest

from comparison.comparing import between, codes, kinds
from kh20.comparison import Effect, compare, guard
from plans.made_plans import made_plan, task

TEXT = "Bộ A báo cáo, cơ bản hoàn thành trong năm 2024 và thực hiện thường xuyên."
RIGHT = {
    "by": "2024",
    "substantially": True,
    "ongoing": True,
    "stated": "cơ bản hoàn thành trong năm 2024 và thực hiện thường xuyên",
}
BY_Q1 = {"by": "2024-Q1", "stated": "hoàn thành trong quý I/2024"}


def of(due: Any, text: str = TEXT) -> dict[str, Any]:
    return task("I.1", due, text=text)


@pytest.mark.parametrize(
    "slip",
    [
        RIGHT | {"by": "2023"},
        RIGHT | {"by": "2025"},
        RIGHT | {"by": "2024-Q1"},
        RIGHT | {"substantially": False},
        RIGHT | {"ongoing": False},
        RIGHT | {"stated": "cơ bản hoàn thành trong năm 2042 và thực hiện thường xuyên"},
        RIGHT | {"stated": "hoàn thành trong năm 2024 và thực hiện thường xuyên"},
        RIGHT | {"by": "2042", "stated": "cơ bản hoàn thành trong năm 2042"},
        {"in": "2024", "stated": RIGHT["stated"]},
        {"from": "2024", "stated": RIGHT["stated"]},
        {"every": "year", "stated": RIGHT["stated"]},
        "none",
    ],
)
def test_a_slip_that_is_corrected(slip: Any) -> None:
    old, new = between(of(slip), of(RIGHT))
    found = list(guard(old, new))
    assert {diagnostic.code for diagnostic in found} == {"KH507"}
    assert all("an encoding slip is corrected: I.1: " in each.message for each in found)
    assert {change.effect for change in compare(old, new)} == {Effect.CORRECTS}
    # The way back is an edit like any other.
    assert "KH507" not in codes(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # Nothing proves the old value wrong: the phrase cannot be read.
        (
            of(
                {"by": "2024", "stated": "sớm hoàn thành"},
                "Sớm hoàn thành, sớm hoàn thành, quý I/2030.",
            ),
            of(
                {"by": "2030-Q1", "stated": "quý I/2030"},
                "Sớm hoàn thành, sớm hoàn thành, quý I/2030.",
            ),
        ),
        # The text has two deadlines, and the old due agreed with one of them.
        (
            of(BY_Q1, "Hoàn thành: hoàn thành trong quý I/2024; hoàn thành trong năm 2030."),
            of(
                {"by": "2030", "stated": "hoàn thành trong năm 2030"},
                "Hoàn thành: hoàn thành trong quý I/2024; hoàn thành trong năm 2030.",
            ),
        ),
        # The text moves with the due.
        (
            of(BY_Q1 | {"by": "2023-Q4"}, "Báo cáo (hoàn thành trong quý I/2024)."),
            of(
                {"by": "2025-Q1", "stated": "hoàn thành trong quý I/2025"},
                "Báo cáo (hoàn thành trong quý I/2025).",
            ),
        ),
        # The new value is wrong too.
        (of(RIGHT | {"by": "2023"}), of(RIGHT | {"by": "2026"})),
        # The old value was right.
        (of(RIGHT), of(RIGHT | {"by": "2025"})),
    ],
)
def test_what_is_no_correction(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert "KH507" not in codes(*between(old, new))
    assert any(code.endswith("!") for code in codes(*between(old, new)))


def test_a_correction_covers_the_due_alone() -> None:
    old = task("I.1", RIGHT | {"by": "2023"}, text=TEXT, owners=["bo-a", "bo-b"])
    new = task("I.1", RIGHT, text=TEXT)
    assert codes(*between(old, new)) == ["KH507", "KH503!"]


def test_a_slip_corrected_in_a_renumbered_obligation() -> None:
    old = made_plan([of(RIGHT | {"by": "2023"})])
    new = made_plan([{**of(RIGHT), "id": "II.1"}])
    assert codes(old, new) == ["KH510", "KH507"]
    assert kinds(old, new) == ["task-renumbered", "deadline-later"]
