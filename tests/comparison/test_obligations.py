"""Obligations of two versions: added, removed, renumbered, and their bodies, parts and texts."""

from typing import Any

import pytest

from comparison.comparing import between, changes, codes, kinds
from kh20.comparison import compare
from plans.made_plans import BY_Q1, made_plan, task

BY_Q2 = {"by": "2024-Q2", "stated": "hoàn thành trong quý II/2024"}

THREE = [task("I.1"), task("I.2"), task("I.3")]
BOTH = ["bo-a", "bo-b"]


def test_a_plan_does_not_differ_from_itself() -> None:
    plan = made_plan(THREE)
    assert compare(plan, plan) == []


def test_the_order_of_obligations_is_no_change() -> None:
    assert compare(made_plan(THREE), made_plan(reversed(THREE))) == []


@pytest.mark.parametrize(("gone", "place"), [(0, 0), (1, 1), (2, 1)])
def test_a_removed_obligation_is_missed_where_it_stood(gone: int, place: int) -> None:
    left = [each for number, each in enumerate(THREE) if number != gone]
    (change,) = compare(made_plan(THREE), made_plan(left))
    assert (change.kind, change.task, change.old) == (
        "task-removed",
        f"I.{gone + 1}",
        f"Việc I.{gone + 1}",
    )
    assert change.old_path == ("tasks", gone, "id")
    assert change.new_path == ("tasks", place, "id")
    assert compare(made_plan(left), made_plan(THREE)) == [change.mirrored()]


def test_all_obligations_removed() -> None:
    found = compare(made_plan(THREE), made_plan([]))
    assert [(change.task, change.new_path) for change in found] == [
        ("I.1", ("tasks",)),
        ("I.2", ("tasks",)),
        ("I.3", ("tasks",)),
    ]


def test_a_renumbered_obligation_is_known_by_its_text() -> None:
    old = task("I.1", BY_Q1)
    new = {**old, "id": "II.7", "text": "  ".join(old["text"].split())}
    (change,) = compare(*between(old, new))
    assert (change.kind, change.effect) == ("task-renumbered", "neutral")
    assert (change.subject, change.formerly, change.task) == ("II.7", "I.1", "II.7")
    assert compare(*between(new, old)) == [change.mirrored()]


def test_an_obligation_renumbered_and_weakened_is_weakened() -> None:
    old = task("I.1", BY_Q1)
    new = {**old, "id": "II.7", "due": {**BY_Q1, "by": "2024-Q2"}, "owners": ["bo-b"]}
    assert kinds(*between(old, new)) == ["task-renumbered", "deadline-later", "owner-replaced"]
    assert codes(*between(old, new)) == ["KH510", "KH502!", "KH503!"]


def test_an_obligation_renumbered_and_reworded_is_removed() -> None:
    old = task("I.1")
    assert kinds(*between(old, {**old, "id": "I.2", "text": "Làm việc khác."})) == [
        "task-added",
        "task-removed",
    ]


def test_a_number_taken_by_another_obligation_hides_nothing() -> None:
    one, two = task("I.1"), task("I.2")
    new = [{**two, "id": "I.1"}, {**one, "id": "I.3"}]
    assert kinds(made_plan([one, two]), made_plan(new)) == ["task-renumbered", "task-renumbered"]
    later = [new[0], {**new[1], "due": BY_Q2}]
    due = [{**one, "due": BY_Q1}, two]
    assert kinds(made_plan(due), made_plan(later)) == [
        "task-renumbered",
        "task-renumbered",
        "deadline-later",
        "stated-altered",
    ]


def test_numbers_that_shift_are_seen_as_that() -> None:
    """One was added before them: nothing was rewritten, and each has its own due still."""
    dues: list[Any] = [BY_Q1, BY_Q2, "none"]
    old = [task(f"IV.7.{n}", due) for n, due in enumerate(dues, 1)]
    new = [
        task("IV.7.1", text="Việc mới."),
        *({**o, "id": f"IV.7.{n}"} for n, o in enumerate(old, 2)),
    ]
    changes = compare(made_plan(old), made_plan(new))
    assert [(c.kind, c.formerly, c.subject) for c in changes] == [
        ("task-added", None, "IV.7.1"),
        ("task-renumbered", "IV.7.1", "IV.7.2"),
        ("task-renumbered", "IV.7.2", "IV.7.3"),
        ("task-renumbered", "IV.7.3", "IV.7.4"),
    ]
    assert not any(change.guarded for change in changes)
    reworded = [{**o, "text": "Việc khác."} if o["id"] == "IV.7.3" else o for o in new]
    assert kinds(made_plan(old), made_plan(reworded)).count("task-removed") == 1


def test_obligations_of_one_text_are_renumbered_in_order() -> None:
    old = [task(f"I.{n}", text="Như trên.") for n in (1, 2)]
    new = [task(f"II.{n}", title=f"Việc I.{n}", text="Như trên.") for n in (1, 2)]
    assert [(c.formerly, c.subject) for c in compare(made_plan(old), made_plan(new))] == [
        ("I.1", "II.1"),
        ("I.2", "II.2"),
    ]


def test_two_obligations_of_one_number_are_compared_in_order() -> None:
    twice = [task("I.1"), task("I.1", BY_Q1)]
    weaker = [task("I.1", text="Làm khác."), task("I.1", BY_Q1)]
    assert kinds(made_plan(twice), made_plan(weaker)) == ["text-altered"]
    assert kinds(made_plan(twice), made_plan(twice[:1])) == ["task-removed"]


@pytest.mark.parametrize("key", ["owners", "partners"])
def test_bodies_that_came_went_and_were_replaced(key: str) -> None:
    def with_bodies(*bodies: str) -> dict[str, Any]:
        return task("I.1") | {"owners": [], key: list(bodies)}

    kind = key[:-1]
    assert kinds(*between(with_bodies("bo-a", "bo-b"), with_bodies("bo-b", "bo-a"))) == []
    assert kinds(*between(with_bodies("bo-a", "bo-b"), with_bodies("bo-b"))) == [f"{kind}-removed"]
    assert kinds(*between(with_bodies("bo-b"), with_bodies("bo-a", "bo-b"))) == [f"{kind}-added"]
    assert changes(*between(with_bodies("bo-a", "bo-b"), with_bodies("bo-b", "bo-c")))[0].endswith(
        "I.1: Bộ A [bo-a] -> Bộ C [bo-c]"
    )
    assert kinds(*between(with_bodies("bo-a", "bo-b"), with_bodies("bo-c"))) == [
        f"{kind}-replaced",
        f"{kind}-removed",
    ]


def test_an_owner_made_a_partner_is_an_owner_less() -> None:
    old, new = task("I.1", owners=BOTH), task("I.1", owners=["bo-a"], partners=["bo-b"])
    assert codes(*between(old, new)) == ["KH503!", "KH510"]


def test_responsibility() -> None:
    each, joint = task("I.1", owners=BOTH, responsibility="each"), task("I.1", owners=BOTH)
    assert changes(*between(each, joint)) == ["each-to-joint weakens I.1: each -> joint"]
    assert changes(*between(joint, each)) == ["joint-to-each strengthens I.1: joint -> each"]
    assert changes(*between(joint, task("I.1", owners=BOTH, responsibility="joint"))) == []


def parts(*given: str) -> dict[str, Any]:
    return task("I.1", parts=[{"id": one, "title": title} for one, title in map(str.split, given)])


def test_parts() -> None:
    old = parts("mot Một", "hai Hai")
    assert changes(*between(old, parts("hai Hai", "mot Một"))) == []
    assert changes(*between(old, parts("hai Hai"))) == ["part-removed weakens I.1: Một [mot] -> -"]
    assert changes(*between(old, parts("mot Một", "hai Ba"))) == [
        "part-altered neutral I.1: Hai -> Ba"
    ]
    assert changes(*between(old, parts("mot Một", "so-hai Hai"))) == [
        "part-rekeyed neutral I.1: hai -> so-hai"
    ]
    assert changes(*between(old, parts("mot Một", "ba Ba"))) == [
        "part-removed weakens I.1: Hai [hai] -> -",
        "part-added strengthens I.1: - -> Ba [ba]",
    ]
    assert kinds(*between(old, task("I.1"))) == ["part-removed", "part-removed"]


@pytest.mark.parametrize(
    "text",
    [
        "làm việc I.1.",
        "Làm việc I.1",
        "Làm việc , I.1.",
        "Làm  việc\u200b I.1.",
        "Làm viêc I.1.",
        "Lam viec I.1.",
    ],
)
def test_any_letter_of_the_text_is_the_signed_text(text: str) -> None:
    assert kinds(*between(task("I.1"), task("I.1", text=text))) == ["text-altered"]


@pytest.mark.parametrize(
    "text",
    [
        "Làm  việc\n\tI.1.\n",
        "La\u0300m viê\u0323c I.1.",
        "Làm\u00a0việc I.1.",
    ],
)
def test_spacing_and_the_unicode_form_are_not(text: str) -> None:
    assert kinds(*between(task("I.1"), task("I.1", text=text))) == []


def test_a_title_is_in_our_own_words() -> None:
    old, new = between(task("I.1"), task("I.1", title="Việc khác"))
    assert changes(old, new) == ["title-altered neutral I.1: Việc I.1 -> Việc khác"]
    assert codes(old, new) == ["KH510"]
