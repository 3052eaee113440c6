"""What an agency owes or takes part in, and how, on a day."""

from datetime import date
from typing import Any

from kh20.agencies import Link, Relation, Role, involvements
from plans.made_plans import BY_Q1, FROM_MAY, made_plan, task

SUCCESSION = {"agency": "bo-moi", "from": "2025-03-01", "basis": "Nghị quyết 1"}
AGENCIES: dict[str, dict[str, Any]] = {
    "bo-cu": {"name": "Bộ Cũ", "successor": SUCCESSION},
    "ban-bo-cu": {"name": "Ban Bộ Cũ", "acts_for": "bo-cu"},
    "bo-moi": {"name": "Bộ Mới"},
    "ban-bo-moi": {"name": "Ban Bộ Mới", "acts_for": "bo-moi"},
    "cac-bo": {"name": "Các bộ", "collective": True, "members": ["bo-moi", "bo-cu"]},
    "cac-ban": {"name": "Các ban", "collective": True, "members": ["ban-bo-moi"]},
    "tat-ca": {"name": "Tất cả", "collective": True, "members": ["cac-bo"]},
    "van-phong": {"name": "Văn phòng các bộ", "acts_for": "cac-bo"},
    "khac": {"name": "Cơ quan khác"},
}


def concerning(agency: str, day: date, *tasks: Any) -> list[tuple[str, str, str, list[str]]]:
    """Return task, relation, role and the bodies on the way."""
    return [
        (item.task.id, item.relation, item.role, [step.agency for step in item.via])
        for item in involvements(made_plan(tasks, AGENCIES), agency, day)
    ]


BEFORE, SINCE = date(2025, 2, 28), date(2025, 3, 1)


def test_each_relation_is_told_as_what_it_is() -> None:
    """Own, through a body that acts for it, as partner, as member: by relation, then in order."""
    tasks = (
        task("I.1", owners=["cac-bo"]),
        task("I.2", owners=["khac"], partners=["bo-moi"]),
        task("I.3", owners=["ban-bo-moi"]),
        task("I.4", owners=["bo-moi"]),
        task("I.5", owners=["khac"]),
    )
    assert concerning("bo-moi", BEFORE, *tasks) == [
        ("I.3", Relation.OWNER, Role.OWNER, ["ban-bo-moi"]),
        ("I.4", Relation.OWNER, Role.OWNER, []),
        ("I.2", Relation.PARTNER, Role.PARTNER, []),
        ("I.1", Relation.MEMBER, Role.OWNER, ["cac-bo"]),
    ]


def test_succession_holds_from_its_very_day() -> None:
    """With the day and the basis, and also what a body acting for the old ministry owed."""
    tasks = (task("I.1", BY_Q1, owners=["bo-cu"]), task("I.2", FROM_MAY, owners=["ban-bo-cu"]))
    assert concerning("bo-moi", BEFORE, *tasks) == []
    assert concerning("bo-moi", SINCE, *tasks) == [
        ("I.1", Relation.SUCCESSOR, Role.OWNER, ["bo-cu"]),
        ("I.2", Relation.SUCCESSOR, Role.OWNER, ["ban-bo-cu", "bo-cu"]),
    ]
    last = involvements(made_plan(tasks, AGENCIES), "bo-moi", SINCE)[1].via[-1]
    assert (last.link, last.since, last.basis) == (Link.SUCCEEDED, SINCE, "Nghị quyết 1")


def test_the_old_body_keeps_what_the_document_gave_it() -> None:
    """The signed document does not change; who has the duty now is said beside it."""
    tasks = (task("I.1", owners=["bo-cu"]), task("I.2", owners=["bo-moi"]))
    assert concerning("bo-cu", SINCE, *tasks) == [("I.1", Relation.OWNER, Role.OWNER, [])]


def test_a_body_that_acts_for_another_does_not_owe_what_the_other_owes() -> None:
    """The way leads from the acting body to its principal only."""
    assert concerning("ban-bo-moi", SINCE, task("I.1", owners=["bo-moi"])) == []


def test_collectives_within_collectives_count_and_their_offices_do_not() -> None:
    """A member of “các bộ” is among “tất cả”; the office of the ministries is nobody's own."""
    tasks = (task("I.1", owners=["tat-ca"]), task("I.2", owners=["van-phong"]))
    assert concerning("bo-moi", BEFORE, *tasks) == [
        ("I.1", Relation.MEMBER, Role.OWNER, ["tat-ca", "cac-bo"])
    ]


def test_a_member_through_the_body_that_acts_for_it() -> None:
    """“Các ban” holds the ministry's committee, so the ministry takes part."""
    assert concerning("bo-moi", BEFORE, task("I.1", owners=["cac-ban"])) == [
        ("I.1", Relation.MEMBER, Role.OWNER, ["cac-ban", "ban-bo-moi"])
    ]


def test_two_ways_are_given_twice_and_two_collectives_once() -> None:
    """What two ministries owe, one of them merged into the other, the heir owes twice."""
    tasks = (
        task("I.1", owners=["bo-cu", "bo-moi"], responsibility="each"),
        task("I.2", owners=["cac-bo", "cac-ban"]),
        task("I.3", owners=["bo-moi"], partners=["cac-bo"]),
    )
    assert concerning("bo-moi", SINCE, *tasks) == [
        ("I.1", Relation.OWNER, Role.OWNER, []),
        ("I.3", Relation.OWNER, Role.OWNER, []),
        ("I.1", Relation.SUCCESSOR, Role.OWNER, ["bo-cu"]),
        ("I.2", Relation.MEMBER, Role.OWNER, ["cac-bo"]),
        ("I.3", Relation.MEMBER, Role.PARTNER, ["cac-bo"]),
    ]


def test_nothing_concerns_who_is_not_named() -> None:
    """Neither itself nor by any way."""
    assert concerning("khac", SINCE, task("I.1", owners=["bo-moi"])) == []
