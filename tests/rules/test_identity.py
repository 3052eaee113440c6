"""Ids, each of its own and in the order of the document, and references to them."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.found import TWO, agencies, brief, found, task, tasks

_DOCUMENT = "document: {{number: 1/K, title: K, issued: 2024-01-02, issuer: A, timezone: {}}}\n"


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
    assert late.message == "I.2 is out of order: the document has it before I.10"


def test_what_stands_too_late_does_not_make_the_rest_wrong() -> None:
    late = brief(tasks(*map(task, ["I.1", "II.1", "I.2", "II.2", "I.3", "III.1"])))
    assert late == [("KH205", "I.2", ()), ("KH205", "I.3", ())]


_LISTED = [f"I.1.{letter}" for letter in "abcdđeghiklmnopqrstuvxy"]


def test_the_letters_of_a_list_are_those_of_the_vietnamese_alphabet() -> None:
    assert brief(tasks(*map(task, _LISTED))) == []


@given(st.integers(0, len(_LISTED) - 1), st.integers(0, len(_LISTED) - 1))
def test_one_that_is_moved_is_one_finding(start: int, end: int) -> None:
    order = _LISTED[:]
    order.insert(end, order.pop(start))
    late = [each for each in found(tasks(*map(task, order))) if each.code == "KH205"]
    assert len(late) == (start != end)
    if abs(start - end) > 1:
        assert late[0].at == _LISTED[start]
        around = (_LISTED[place] for place in (start - 1, start + 1) if 0 <= place < len(_LISTED))
        assert all(neighbour in late[0].message for neighbour in around)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("I.2 I.3 I.4 I.1", "I.1 is out of order: the document has it before I.2"),
        ("I.4 I.1 I.2 I.3", "I.4 is out of order: the document has it after I.3"),
        ("I.1 I.4 I.2 I.3 I.5", "I.4 is out of order: the document has it between I.3 and I.5"),
        ("I.ii I.iii I.iv I.i I.v", "I.i is out of order: the document has it before I.ii"),
    ],
)
def test_it_is_said_where_an_obligation_belongs(order: str, said: str) -> None:
    assert [each.message for each in found(tasks(*map(task, order.split())))] == [said]


@given(st.permutations([1, 2, 3, 4, 5, 6]))
def test_as_few_as_can_be_are_out_of_order(order: list[int]) -> None:
    late = brief(tasks(*(task(f"I.{number}") for number in order)))
    rising = (
        kept
        for count in range(len(order), 0, -1)
        for kept in combinations(order, count)
        if list(kept) == sorted(kept)
    )
    assert len(late) == len(order) - len(next(rising))


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


def test_an_agency_that_is_not_defined() -> None:
    (unknown,) = found(tasks(task(owners="[bo-a, bo-cc]", partners="[bo-b]")))
    assert unknown[:2] == ("KH202", "bo-cc")
    assert unknown.message == "there is no agency “bo-cc”"
    assert unknown.task == "I.1"


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("bo-noi-v", "did you mean bo-noi-vu?"),
        ("bonoivu", "did you mean bo-noi-vu?"),
        ("bnv", "did you mean bo-noi-vu?"),
        ("noi-vu", "did you mean bo-noi-vu?"),
        ("ministry-of-home-affairs", "did you mean bo-noi-vu?"),
        ("quoc-hoi", "define it under “agencies”"),
    ],
)
def test_what_was_likely_meant_is_suggested(wrong: str, hint: str) -> None:
    section = agencies(
        "bo-noi-vu: {name: Bộ Nội vụ, en: Ministry of Home Affairs, aliases: [BNV]}",
        "bo-y-te: {name: Bộ Y tế}",
    )
    (unknown,) = found(section.replace("partners: []", f"partners: [{wrong}]"))
    assert (unknown.code, unknown.at, unknown.hint) == ("KH202", wrong, hint)


def test_every_place_that_names_an_agency_is_looked_at() -> None:
    section = (
        "agencies:\n"
        "  bo-a: {name: A, acts_for: bo-x, successor: {agency: bo-y, from: 2025-01-01, basis: 1}}\n"
        "  bo-b: {name: B, collective: true, members: [bo-a, bo-z]}\n"
    ).replace("basis: 1", "basis: 1/QĐ")
    places = brief(section + tasks(task(owners="[bo-u]", partners="[bo-v]")))
    unknown = [at for code, at, _earlier in places if code == "KH202"]
    assert unknown == ["bo-x", "bo-y", "bo-z", "bo-u", "bo-v"]


def test_an_agency_that_has_a_fault_of_its_own_is_defined() -> None:
    section = "agencies:\n  bo-a: {name: Bộ A, alias: [A]}\n  Bo-B: {name: Bộ B}\n"
    assert [code for code, _at, _earlier in brief(section)] == ["KH102", "KH105"]


def test_without_a_section_of_agencies_none_is_unknown() -> None:
    assert [code for code, _at, _earlier in brief("agencies: []\n")] == ["KH103"]


def test_owners_and_partners_are_named_once() -> None:
    twice = found(tasks(task(owners="[bo-a, bo-b, bo-a]", partners="[]")))
    assert [each[:3] for each in twice] == [("KH204", "bo-a", ("bo-a",))]
    assert twice[0].message == "bo-a is named twice"
    (both,) = found(tasks(task(owners="[bo-a]", partners="[bo-b, bo-a]")))
    assert both.message == "bo-a is an owner and a partner of the same obligation"
    assert brief(tasks(task("I.1"), task("I.2"))) == []


def test_members_are_named_once() -> None:
    section = agencies(
        "bo-a: {name: A}", "bo-b: {name: B, collective: true, members: [bo-a, bo-a]}"
    )
    assert brief(section) == [("KH204", "bo-a", ("bo-a",))]


def test_an_agency_that_nothing_refers_to() -> None:
    (unused,) = found(TWO + "  bo-c:\n    name: C\n" + tasks(task()))
    assert unused[:2] == ("KH207", "bo-c")
    assert unused.message == "nothing in the plan refers to the agency “bo-c”"


@pytest.mark.parametrize(
    "line",
    [
        "bo-c: {name: C, acts_for: bo-a}",
        "bo-c: {name: C, successor: {agency: bo-a, from: 2025-01-01, basis: 1/QĐ}}",
    ],
)
def test_an_agency_that_says_what_it_is_for_need_not_be_referred_to(line: str) -> None:
    assert brief(f"{TWO}  {line}\n" + tasks(task())) == []


def test_the_log_refers_to_agencies() -> None:
    section = TWO + tasks(task(owners="[bo-b]", partners="[]"))
    assert [each[:2] for each in brief(section)] == [("KH207", "bo-a")]
    log = "log:\n  - {task: I.1, on: 2024-02-01, event: progress, note: x, agency: bo-a}\n"
    assert "KH207" not in {code for code, _at, _earlier in brief(section + log)}


def test_what_was_meant_by_a_misspelt_reference_is_not_left_over() -> None:
    assert [each[:2] for each in brief(tasks(task(owners="[bo-aa]")))] == [("KH202", "bo-aa")]


def test_where_something_could_not_be_read_nothing_is_left_over() -> None:
    assert [each[0] for each in brief(tasks(task(owners="bo-a")))] == ["KH103"]
    assert [each[0] for each in brief(tasks(task("IV-1", owners="[bo-a]")))] == ["KH105"]


@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "Asia/Bangkok", "UTC"])
def test_zones_that_there_are(zone: str) -> None:
    assert brief(_DOCUMENT.format(zone)) == []


@pytest.mark.parametrize(
    "zone",
    ["Asia/Sagon", "GMT+7", "../etc/passwd", "/etc/localtime", "Asia", "x/../../y", "Việt Nam"],
)
def test_zones_that_there_are_not(zone: str) -> None:
    assert brief(_DOCUMENT.format(zone)) == [("KH210", zone, ())]


def test_a_value_is_quoted_short_and_on_one_line() -> None:
    long = _DOCUMENT.format('"' + "x" * 200 + '"')
    assert found(long)[0].message == f"there is no time zone “{'x' * 59}…”"
    hidden = _DOCUMENT.format('"A\\u202eB\\nC"')
    assert found(hidden)[0].message == r"there is no time zone “A\u202eB C”"
