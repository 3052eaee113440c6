"""The shipped plan with what it has no example of: recurring duties, ranges, a log that has begun.

Read with PyYAML alone, so that it does not depend on what kh20 makes of the file.
"""

from copy import deepcopy
from datetime import date
from typing import Any

from plans.shipped_plan import AGENCIES, PLAN

Data = dict[str, Any]

_MORE: list[Data] = [
    {
        "id": "VI.1",
        "title": "Báo cáo hằng quý",
        "text": "Bộ Nội vụ báo cáo Ban Bí thư hằng quý.",
        "owners": ["bo-noi-vu"],
        "due": {"every": "quarter", "stated": "hằng quý"},
    },
    {
        "id": "VI.2",
        "title": "Sơ kết hằng năm",
        "text": "Bộ Tài chính sơ kết việc thực hiện trước ngày 15/12 hằng năm.",
        "owners": ["bo-tai-chinh"],
        "due": {
            "every": "year",
            "before": "12-15",
            "from": "2024",
            "until": "2030",
            "stated": "trước ngày 15/12 hằng năm",
        },
    },
    {
        "id": "VI.3",
        "title": "Khảo sát đội ngũ trí thức",
        "text": "Bộ Y tế khảo sát đội ngũ trí thức (từ tháng 01/2024 đến tháng 6/2024).",
        "owners": ["bo-y-te"],
        "partners": ["bo-noi-vu", "bo-tai-chinh"],
        "due": {"from": "2024-01", "by": "2024-06", "stated": "từ tháng 01/2024 đến tháng 6/2024"},
    },
    {
        "id": "VI.4",
        "title": "Rà soát văn bản",
        "text": "Các bộ rà soát văn bản và lập danh mục (trước ngày 30/6/2024).",
        "owners": ["bo-noi-vu", "bo-ngoai-giao", "bo-y-te"],
        "responsibility": "each",
        "parts": [
            {"id": "ra-soat", "title": "Kết quả rà soát"},
            {"id": "danh-muc", "title": "Danh mục văn bản"},
        ],
        "due": {"before": "2024-06-30", "stated": "trước ngày 30/6/2024"},
    },
]

_LOG: list[Data] = [
    {"task": "II.1", "on": "2023-12-20", "event": "completed", "document": "1-TB/TW"},
    {
        "task": "IV.3.1",
        "on": "2024-01-15",
        "event": "progress",
        "agency": "dang-doan-mat-tran-to-quoc",
        "note": "đã có dự thảo lần thứ nhất",
        "percent": 40,
    },
    {"task": "IV.2.1", "on": "2024-03-20", "event": "completed", "document": "12/NQ-CP"},
    {"task": "IV.2.1", "on": "2024-03-20", "event": "reopened", "note": "thiếu phụ lục"},
    {
        "task": "IV.2.1",
        "on": "2024-03-25",
        "event": "extended",
        "to": "2024-Q3",
        "basis": "Công văn 5-CV/TW, 25/03/2024",
    },
    {
        "task": "VI.1",
        "for": "2024-Q1",
        "on": "2024-03-30",
        "event": "completed",
        "document": "3/BC-BNV",
    },
    {
        "task": "VI.4",
        "on": "2024-05-02",
        "event": "completed",
        "agency": "bo-y-te",
        "part": "danh-muc",
        "document": "9/BC-BYT",
    },
    {"task": "V.2", "on": "2024-06-03", "event": "cancelled", "basis": "Kết luận 7-KL/TW"},
]


def _own(agency: Data) -> Data:
    """Return an agency as a plan without a register has it: of a kind there is no member."""
    members = agency.get("members", [])
    own = deepcopy(agency)
    if any("kind:" in each for each in ([members] if isinstance(members, str) else members)):
        del own["members"], own["closed"]
    return own


def eventful_plan() -> Data:
    """Return the plan as data of one's own to edit, its days as text.

    It has no register, so that every agency can be edited.
    """
    data: Data = deepcopy(PLAN)
    del data["register"]
    data["agencies"] = {key: _own(agency) for key, agency in AGENCIES.items()}
    data["tasks"] += deepcopy(_MORE)
    data["log"] = deepcopy(_LOG)
    plain: Data = _days_as_text(data)
    return plain


def _days_as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _days_as_text(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_days_as_text(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
