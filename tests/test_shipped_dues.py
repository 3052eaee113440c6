"""plan.yaml has the signed document's own dates: each due phrase, and the period it means."""

import re
from collections import Counter
from datetime import date
from typing import Any

import pytest

from plans.shipped_plan import IDS, PLAN, TASKS

DUES: dict[str, dict[str, Any]] = {
    task["id"]: task["due"] for task in PLAN["tasks"] if task["due"] != "none"
}

# Every due phrase of the document, and what it means.
ENCODED = {
    "trong tháng 12/2023": {"in": "2023-12"},
    "hoàn thành trong tháng 12/2023": {"by": "2023-12"},
    "hoàn thành trong tháng 12/2023 và chỉ đạo thực hiện thường xuyên": {
        "by": "2023-12",
        "ongoing": True,
    },
    "hoàn thành trong quý I/2024": {"by": "2024-Q1"},
    "hoàn thành trong quý II/2024": {"by": "2024-Q2"},
    "hoàn thành trong quý IV/2024": {"by": "2024-Q4"},
    "hoàn thành trong năm 2024": {"by": "2024"},
    "cơ bản hoàn thành trong năm 2024": {"by": "2024", "substantially": True},
    "thực hiện từ tháng 12/2023": {"from": "2023-12"},
    "thực hiện từ tháng 01/2024": {"from": "2024-01"},
    "thực hiện từ quý I/2024": {"from": "2024-Q1"},
    "thường xuyên kiểm tra, giám sát": {"ongoing": True},
    "thường xuyên theo dõi, hướng dẫn, giám sát, kiểm tra, đôn đốc": {"ongoing": True},
}

LAST_DAYS = {
    "2023-12": date(2023, 12, 31),
    "2024-Q1": date(2024, 3, 31),
    "2024-Q2": date(2024, 6, 30),
    "2024-Q4": date(2024, 12, 31),
    "2024": date(2024, 12, 31),
}


@pytest.mark.parametrize("number", DUES)
def test_period_is_the_one_that_the_phrase_means(number: str) -> None:
    """Nothing but the period and kind that the phrase gives is encoded."""
    due = dict(DUES[number])
    assert ENCODED[due.pop("stated")] == due


def test_every_kind_of_phrase_occurs() -> None:
    """The table above holds no phrase that the plan does not use."""
    assert {due["stated"] for due in DUES.values()} == set(ENCODED)


def test_deadlines() -> None:
    """12 obligations have a deadline."""
    ends = [LAST_DAYS[due[key]] for due in DUES.values() for key in ("by", "in") if key in due]
    assert Counter(end.isoformat() for end in ends) == {
        "2023-12-31": 3,
        "2024-03-31": 2,
        "2024-06-30": 2,
        "2024-12-31": 5,
    }


def test_running_standing_and_undated_duties() -> None:
    """10 run from a stated start, 2 stand from the outset, 7 are without a period."""
    starts = Counter(due["from"] for due in DUES.values() if "from" in due)
    assert starts == {"2023-12": 1, "2024-01": 7, "2024-Q1": 2}
    assert [number for number, due in DUES.items() if due.get("ongoing")] == ["II.2", "V.1", "V.3"]
    assert [number for number, due in DUES.items() if "in" in due] == ["II.1"]
    assert [number for number, due in DUES.items() if due.get("substantially")] == ["IV.6.1"]
    undated = [task["id"] for task in PLAN["tasks"] if task["due"] == "none"]
    assert undated == ["III.1", "III.2", "III.3", "III.4", "III.5", "IV.4.2", "V.2"]


@pytest.mark.parametrize("number", IDS)
def test_stated_is_the_document_s_own_phrase(number: str) -> None:
    """The parenthesis at the end is the due phrase, whole; elsewhere it is a part of the text."""
    task = TASKS[number]
    parenthesis = re.search(r"\(([^()]*)\)\.$", task["text"])
    if task["due"] == "none":
        assert parenthesis is None
    elif parenthesis:
        assert task["due"]["stated"] == parenthesis[1]
    else:
        assert task["due"]["stated"] in task["text"]
        assert task["due"]["stated"].startswith("thường xuyên")
