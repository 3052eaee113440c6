"""Members of a closed collective deliver one by one, before and after provinces were joined."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kh20.agencies import Relation, involvements
from kh20.agencies.register import Registers, with_registers
from kh20.model import Plan
from kh20.obligations import Book, Standing, Status
from kh20.planfile.registers.packaged import packaged_register
from kh20.queries.agencies import concerns_of
from plans.made_plans import BY_Q1, completed, made_plan, task

COMMITTEES = "tinh-uy-thanh-uy"
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def plan(*log: dict[str, Any]) -> Plan:
    """Return a plan of 2023 that all provincial committees and five others owe, each its own."""
    owned = task("I.1", BY_Q1, owners=[COMMITTEES], responsibility="each")
    return with_registers(made_plan([owned], {}, log), Registers((packaged_register(),)))


def standing(day: date, *log: dict[str, Any]) -> Standing:
    return next(Book(plan(*log), day).standings())


def delivered(agency: str, on: str, **more: Any) -> dict[str, Any]:
    return completed("I.1", on, agency=agency, **more)


def test_one_row_of_which_twelve_have_delivered() -> None:
    keys = [share.agency for share in standing(BEFORE).shares][:12]
    found = standing(BEFORE, *(delivered(key or "", "2024-03-01") for key in keys))
    assert (len(found.shares), len(found.missing)) == (68, 56)
    assert found.status is Status.OVERDUE
    assert [body.key for body in found.owners] == [COMMITTEES]
    assert len(found.owing) == 56


def test_the_denominator_is_that_of_the_day_of_the_document() -> None:
    """Whatever became of the members since."""
    for day in (date(2023, 11, 28), BEFORE, AFTER, date(2026, 11, 26)):
        assert len(standing(day).shares) == 68


def test_each_is_in_time_or_late_by_itself() -> None:
    log = [delivered("tinh-uy-nghe-an", "2024-03-31"), delivered("tinh-uy-ha-giang", "2024-04-01")]
    found = standing(BEFORE, *log)
    assert found.of_body("tinh-uy-nghe-an").status is Status.COMPLETED
    assert found.of_body("tinh-uy-ha-giang").status is Status.COMPLETED_LATE
    assert found.of_body("tinh-uy-ca-mau").status is Status.OVERDUE
    assert found.of_body(COMMITTEES).status is Status.OVERDUE


def test_a_successor_delivers_for_each_that_it_followed() -> None:
    """Tuyên Quang has a share of its own, and that of Hà Giang since 1 July 2025."""
    own = delivered("tinh-uy-tuyen-quang", "2025-08-01")
    inherited = delivered("tinh-uy-ha-giang", "2025-08-02")
    found = standing(date(2025, 8, 1), own, inherited)
    assert {share.agency for share in found.shares if share.done} == {"tinh-uy-tuyen-quang"}
    found = standing(date(2025, 8, 2), own, inherited)
    assert len(found.missing) == 66


def test_a_new_body_stands_for_the_one_that_it_followed() -> None:
    """Thành ủy Huế is no member of 2023, but took over from one."""
    found = standing(BEFORE, delivered("thanh-uy-hue", "2025-02-01"))
    assert [share.agency for share in found.shares if share.done] == ["tinh-uy-thua-thien-hue"]
    found = standing(BEFORE, delivered("thanh-uy-hue", "2024-12-31"))
    assert len(found.missing) == 68


def test_one_document_may_complete_the_whole() -> None:
    found = standing(BEFORE, completed("I.1", "2024-03-30", whole=True))
    assert (found.status, found.missing) == (Status.COMPLETED, ())


def test_what_a_member_owes_is_found_with_it_and_what_it_inherited() -> None:
    book = Book(plan(delivered("tinh-uy-ha-giang", "2024-03-01")), AFTER)
    concerns = concerns_of([book.body("tinh-uy-tuyen-quang")])
    found = [(each.involvement.share, each.own.status, each.involvement.owes) for each in concerns]
    assert found == [
        ("tinh-uy-tuyen-quang", Status.OVERDUE, True),
        ("tinh-uy-ha-giang", Status.COMPLETED, True),
    ]
    (only,) = involvements(book.plan, "tinh-uy-tuyen-quang", BEFORE)
    assert (only.share, only.relation) == ("tinh-uy-tuyen-quang", Relation.MEMBER)


def test_members_of_an_open_collective_take_part_and_complete_nothing() -> None:
    agencies: dict[str, dict[str, Any]] = {
        "bo-a": {"name": "Bộ A"},
        "nhom": {"name": "Nhóm", "collective": True, "members": ["bo-a"]},
    }
    owned = task("I.1", BY_Q1, owners=["nhom"], responsibility="each")
    book = Book(made_plan([owned], agencies), BEFORE)
    (only,) = concerns_of([book.body("bo-a")])
    assert (only.involvement.relation, only.involvement.owes) == (Relation.MEMBER, False)
    assert len(only.standing.shares) == 1


MEMBERS = [share.agency or "" for share in standing(BEFORE).shares]


@given(
    st.lists(st.tuples(st.sampled_from(MEMBERS), st.dates(date(2024, 1, 1), BEFORE)), max_size=9)
)
def test_the_log_never_changes_what_is_counted(entries: list[tuple[str, date]]) -> None:
    """Missing are just those that no entry names."""
    log = [delivered(key, day.isoformat()) for key, day in sorted(entries, key=lambda e: e[1])]
    found = standing(BEFORE, *log)
    assert [share.agency for share in found.shares] == MEMBERS
    named = {key for key, _day in entries}
    assert {share.agency for share in found.missing} == set(MEMBERS) - named
    assert found.completed_on is None
