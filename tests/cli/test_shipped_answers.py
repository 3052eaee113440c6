"""What must come out on the shipped plan, question by question."""

import unicodedata

import pytest

from asking import ROOT, answered, ids
from conftest import Run

EARLY, SPRING, MERGED = "2024-02-01", "2024-04-15", "2026-01-01"

BO_NOI_VU = [
    ("IV.6.1", "owner"),
    ("IV.6.2", "owner"),
    ("IV.6.3", "owner"),
    ("II.3", "member"),
    ("III.1", "member"),
    ("IV.7.1", "member"),
    ("V.2", "member"),
]


@pytest.mark.parametrize("day", [EARLY, SPRING, MERGED])
@pytest.mark.parametrize(
    "window",
    [
        ["--quarter", "2024Q2"],
        ["--quarter", "Q2/2024"],
        ["2024-Q2"],
        ["quý II/2024"],
        ["--between", "2024-04-01", "2024-06-30"],
        ["--month", "6/2024"],
    ],
)
def test_due_in_the_second_quarter(kh20: Run, window: list[str], day: str) -> None:
    """Two obligations, whatever the day and the spelling of the quarter."""
    assert ids(kh20, "due", *window, "--as-of", day) == ["IV.2.3", "IV.3.1"]


def test_due_tells_of_the_duties_that_run_in_the_quarter(kh20: Run) -> None:
    """The ten with a stated start, and beside them the ongoing ones by name."""
    running = answered(kh20, "due", "--quarter", "2024Q2", "--as-of", SPRING)["running"]
    assert len(running["started"]) == 10
    assert running["standing"] == ["II.2", "V.1", "V.3"]
    shown = kh20("due", "--quarter", "2024Q2", "--as-of", SPRING, cwd=ROOT).out
    said = "Running in this period: 10 with a stated start, 3 ongoing (II.2, V.1, V.3)."
    assert said in shown
    listed = ids(kh20, "due", "--quarter", "2024Q2", "--as-of", SPRING, "--running")
    assert listed == ["IV.2.3", "IV.3.1", *running["started"], *running["standing"]]


def test_before_its_deadline_a_standing_duty_falls_due_and_does_not_run(kh20: Run) -> None:
    """II.2 is due in the last quarter of 2023, and runs from the first of 2024."""
    for quarter, runs in (("2023Q4", False), ("2024Q1", True)):
        found = answered(kh20, "due", "--quarter", quarter, "--as-of", SPRING)
        assert ("II.2" in found["running"]["standing"]) is runs
        assert ("II.2" in [record["id"] for record in found["tasks"]]) is not runs


def test_overdue_in_april(kh20: Run) -> None:
    """Four, the longest overdue first, 106 and 15 days.

    II.1 was held on 2023-12-04, as the log of the shipped plan records; before it had a log, II.1
    was a fifth.
    """
    found = answered(kh20, "overdue", "--as-of", SPRING)["tasks"]
    assert [(record["id"], record["days_overdue"]) for record in found] == [
        ("II.2", 106),
        ("II.3", 106),
        ("IV.2.1", 15),
        ("IV.8", 15),
    ]


@pytest.mark.parametrize(
    ("day", "code"), [("2023-12-31", 0), ("2024-01-01", 1), (SPRING, 1), (MERGED, 1)]
)
def test_fail_exits_with_1_where_something_is_overdue(kh20: Run, day: str, code: int) -> None:
    """And lists it all the same; without the option it is no failure."""
    assert kh20("overdue", "--as-of", day, "--fail", cwd=ROOT).code == code
    assert kh20("overdue", "--as-of", day, cwd=ROOT).code == 0


@pytest.mark.parametrize("day", ["2023-12-31", SPRING, "2025-01-01", "2099-12-31"])
def test_nothing_without_a_deadline_is_ever_overdue(kh20: Run, day: str) -> None:
    """In the end ten of the twelve that have one are: two were completed, as the log records."""
    found = answered(kh20, "overdue", "--as-of", day)["tasks"]
    assert all(record["deadline"] < day for record in found)
    assert len(found) == {"2023-12-31": 0, SPRING: 4, "2025-01-01": 10, "2099-12-31": 10}[day]


def test_upcoming_is_what_is_left_of_the_twelve(kh20: Run) -> None:
    """The nearest first; a span cuts off what is due later."""
    ahead = ["IV.2.3", "IV.3.1", "IV.4.3", "IV.5", "IV.6.1", "IV.7.2", "IV.7.3"]
    assert ids(kh20, "upcoming", "--as-of", SPRING) == ahead
    for span in ("90d", "76", "11w", "3m"):
        assert ids(kh20, "upcoming", "--as-of", SPRING, "--within", span) == ahead[:2]
    assert ids(kh20, "upcoming", "--as-of", SPRING, "--within", "75d") == []
    assert ids(kh20, "upcoming", "--as-of", SPRING, "--within", "1y") == ahead


@pytest.mark.parametrize(
    "name",
    [
        "Bộ Nội vụ",
        "bo noi vu",
        "BNV",
        "BỘ NỘI VỤ",
        unicodedata.normalize("NFD", "Bộ Nội vụ"),
        "Ministry of Home Affairs",
    ],
)
def test_owner_by_any_of_its_names(kh20: Run, name: str) -> None:
    """Its own through its ban cán sự đảng, and what it takes part in, told apart."""
    found = answered(kh20, "owner", name, "--as-of", SPRING)
    assert found["agency"] == {"id": "bo-noi-vu", "name": "Bộ Nội vụ"}
    assert [(record["id"], record["relation"]) for record in found["tasks"]] == BO_NOI_VU
    for record in found["tasks"][:3]:
        assert [(step["id"], step["link"]) for step in record["via"]] == [
            ("bcsd-bo-noi-vu", "acts-for")
        ]
    for record in found["tasks"][3:]:
        assert record["via"][0]["link"] == "has-member"


def test_owner_before_and_after_a_merger(kh20: Run) -> None:
    """What came from Bộ Kế hoạch và Đầu tư, with day and basis, from that day on."""
    own = ["IV.6.1", "IV.6.2", "IV.6.3"]
    for day, inherited in (
        ("2024-06-01", []),
        ("2025-02-28", []),
        ("2025-03-01", own),
        (MERGED, own),
    ):
        found = answered(kh20, "owner", "Bộ Tài chính", "--as-of", day)["tasks"]
        assert [r["id"] for r in found if r["relation"] == "owner"] == own
        came = [record for record in found if record["relation"] == "successor"]
        assert [record["id"] for record in came] == inherited
        for record in came:
            last = record["via"][-1]
            assert (last["id"], last["from"]) == ("bo-ke-hoach-va-dau-tu", "2025-03-01")
            assert "176/2025/QH15" in last["basis"]


def test_the_basis_of_a_succession_is_shown(kh20: Run) -> None:
    """Under the table, with both names and the day."""
    shown = kh20("owner", "Bộ Tài chính", "--as-of", MERGED, cwd=ROOT).out
    assert "From Bộ Kế hoạch và Đầu tư to Bộ Tài chính on 2025-03-01 (Nghị quyết 176" in shown
    assert "Inherited by succession" in shown
    before = kh20("owner", "Bộ Tài chính", "--as-of", "2024-06-01", cwd=ROOT).out
    assert "succession" not in before
    assert "Đầu tư" not in before


def test_owner_of_a_body_whose_duties_passed_on(kh20: Run) -> None:
    """What it owed is still found under its name, with who has it now."""
    shown = kh20("owner", "BTGTW", "--as-of", MERGED, cwd=ROOT)
    assert (shown.code, shown.err) == (0, "")
    assert "passed to Ban Tuyên giáo và Dân vận Trung ương on 2025-01-24 (Kết luận" in shown.out
    heir = "Ban Tuyên giáo và Dân vận Trung ương"
    inherited = ids(kh20, "owner", heir, "--as-of", MERGED)
    assert inherited[:5] == ["II.2", "IV.4.1", "IV.4.2", "IV.4.3", "V.3"]
    assert ids(kh20, "owner", heir, "--as-of", SPRING) == []


def test_list_combines_its_conditions(kh20: Run) -> None:
    """Each one alone, and together."""
    ask = ("list", "--as-of", SPRING)
    assert len(ids(kh20, *ask)) == 31
    assert len(ids(kh20, *ask, "--section", "IV")) == 20
    assert ids(kh20, *ask, "--section", "IV.2", "--status", "running") == [
        "IV.2.2",
        "IV.2.4",
        "IV.2.5",
    ]
    assert ids(kh20, *ask, "--owner", "BNV", "--status", "open") == ["IV.6.1"]
    assert ids(kh20, *ask, "--search", "đại học quốc gia", "--status", "open") == [
        "IV.2.3",
        "IV.7.2",
    ]
    several = ids(kh20, *ask, "--status", "overdue", "--status", "open")
    assert len(several) == 11


@pytest.mark.parametrize("word", ["unscheduled", "no period", "No-Period", "UNSCHEDULED"])
def test_a_state_is_asked_for_by_its_name_or_as_it_is_shown(kh20: Run, word: str) -> None:
    """What the table says can be typed."""
    assert len(ids(kh20, "list", "--as-of", SPRING, "--status", word)) == 7


@pytest.mark.parametrize(
    ("words", "states"),
    [
        (
            ("quá hạn", "QUA HAN", "qua_han", "late", "trễ hạn", "Qu\u0061\u0301 h\u1ea1n"),
            ("overdue",),
        ),
        (("đang thực hiện", "chưa đến hạn", "trong hạn", "in progress"), ("open",)),
        (("thường xuyên", "ongoing"), ("running",)),
        (("không thời hạn", "no deadline"), ("unscheduled",)),
        (("chưa hoàn thành",), ("open", "overdue", "not-started")),
        (("đã hoàn thành", "hoàn thành", "done"), ("completed", "completed-late")),
        (("hoàn thành quá hạn", "hoàn thành chậm"), ("completed-late",)),
        (("hủy", "huỷ bỏ", "cancelled", "canceled"), ("cancelled",)),
    ],
)
def test_a_state_is_asked_for_in_the_words_that_people_use(
    kh20: Run, words: tuple[str, ...], states: tuple[str, ...]
) -> None:
    """Late is what to press for; a word may stand for several states."""
    named = [part for state in states for part in ("--status", state)]
    expected = kh20("list", "--as-of", SPRING, *named, cwd=ROOT)
    for word in words:
        assert kh20("list", "--as-of", SPRING, "--status", word, cwd=ROOT) == expected


def test_summary_counts_every_obligation_once(kh20: Run) -> None:
    """One completed, 4 overdue, 7 open, 12 running, 7 without a period: 31.

    II.1 was a fifth that is overdue before the plan had a log.
    """
    found = answered(kh20, "summary", "--as-of", SPRING)
    counts = {key: value for key, value in found["obligations"].items() if value}
    assert counts == {
        "completed": 1,
        "overdue": 4,
        "open": 7,
        "running": 12,
        "unscheduled": 7,
        "total": 31,
    }
    assert found["assignments"]["total"] == sum(row["total"] for row in found["rows"]) == 68


def test_owners_has_all_agencies_that_the_plan_names(kh20: Run) -> None:
    """And none of the others that the register has."""
    rows = {row["id"]: row for row in answered(kh20, "owners", "--as-of", SPRING)["owners"]}
    assert len(rows) == 34
    assert rows["bcsd-chinh-phu"] == {
        "id": "bcsd-chinh-phu",
        "name": "Ban cán sự đảng Chính phủ",
        "owned": 5,
        "overdue": 1,
        "open": 1,
        "partner": 1,
    }
    assert "bo-noi-vu" not in rows  # Its ban cán sự đảng is named, not the ministry.


@pytest.mark.parametrize("typed", ["IV.2.3", "iv.2.3", " IV.2.3. "])
def test_show(kh20: Run, typed: str) -> None:
    """Verbatim text, parts, days, and where it is encoded."""
    (record,) = answered(kh20, "show", typed, "--as-of", SPRING)["tasks"]
    assert record["id"] == "IV.2.3"
    assert len(record["parts"]) == 4
    text = (ROOT / "plan.yaml").read_text(encoding="utf-8").splitlines()
    assert text[record["line"] - 1] == "  - id: IV.2.3"
    assert record["history"] == []
