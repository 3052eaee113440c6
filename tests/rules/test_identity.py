"""Ids: each of its own, in the order of the document."""

from hypothesis import given
from hypothesis import strategies as st

from rules.found import brief, found, task, tasks


def test_an_id_is_given_once() -> None:
    (twice,) = found(tasks(task("I.1"), task("I.2"), task("I.1")))
    assert twice[:3] == ("KH201", "I.1", ("I.1",))
    assert twice.message == "the id I.1 is given to two obligations"
    assert twice.task == "I.1"


def test_each_repetition_refers_to_the_first() -> None:
    assert brief(tasks(task('"I.1"'), task("I.1"), task("'I.1'"))) == [
        ("KH201", "I.1", ('"I.1"',)),
        ("KH201", "'I.1'", ('"I.1"',)),
    ]


def test_ids_are_told_apart_by_every_letter() -> None:
    assert brief(tasks(task("I.1"), task("I.1.A"), task("I.1.a"), task("I.10"))) == []


def test_the_order_is_that_of_numbers_and_not_of_letters() -> None:
    assert brief(tasks(*map(task, ["I.2", "I.10", "II.1", "IV.1", "IV.2.1", "IX.1", "X.1"]))) == []
    (late,) = found(tasks(task("I.10"), task("I.2")))
    assert late[:2] == ("KH205", "I.2")
    assert late.message == "I.2 stands after I.10, but the document has it before"


def test_what_stands_too_late_does_not_make_the_rest_wrong() -> None:
    late = brief(tasks(*map(task, ["I.1", "II.1", "I.2", "II.2", "I.3", "III.1"])))
    assert late == [("KH205", "I.2", ()), ("KH205", "I.3", ())]


@given(st.permutations(["I.1", "I.2", "I.10", "II.1", "II.2"]))
def test_only_the_order_of_the_document_has_no_finding(order: list[str]) -> None:
    late = [each for each in brief(tasks(*map(task, order))) if each[0] == "KH205"]
    assert (not late) == (order == sorted(order, key=["I.1", "I.2", "I.10", "II.1", "II.2"].index))


def test_parts_have_ids_of_their_own_in_each_obligation() -> None:
    one = "[{id: mot, title: Một}, {id: hai, title: Hai}]"
    assert brief(tasks(task("I.1", parts=one), task("I.2", parts=one))) == []
    (twice,) = found(tasks(task(parts="[{id: mot, title: Một}, {title: Hai, id: 'mot'}]")))
    assert twice[:3] == ("KH209", "'mot'", ("mot",))
    assert twice.message == "the part “mot” is given twice in I.1"


def test_an_obligation_with_another_fault_has_its_id_all_the_same() -> None:
    codes = brief(tasks(task("I.1", tilte="x"), task("I.1")))
    assert codes == [("KH102", "tilte", ()), ("KH201", "I.1", ("I.1",))]
