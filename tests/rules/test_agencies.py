"""Agencies among themselves."""

import pytest

from rules.found import agencies, brief, found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bộ Nội vụ", "Bộ Nội vụ"),
        ("Bộ Nội vụ", "bo noi vu"),
        ("Sở Khoa học & Công nghệ", "Sở khoa học và công nghệ"),
        ("Ban Hòa giải", "Ban Hoà giải"),
        ("Bộ A", "BO-A"),
    ],
)
def test_a_name_belongs_to_one_agency(one: str, other: str) -> None:
    (shared,) = found(agencies(f"mot: {{name: {one}}}", f"hai: {{name: {other}}}"))
    assert shared[:3] == ("KH203", other, (one,))
    assert shared.message == f"“{other}” names both mot and hai"


def test_every_kind_of_name_counts() -> None:
    section = agencies(
        "mot: {name: Một, en: One, aliases: [M1, M2]}",
        "hai: {name: Hai, en: m2, aliases: [ONE, mot]}",
    )
    assert brief(section) == [
        ("KH203", "m2", ("M2",)),
        ("KH203", "ONE", ("One",)),
        ("KH203", "mot", ("Một",)),
    ]


def test_an_agency_may_say_its_name_twice() -> None:
    assert brief(agencies("mot: {name: Một, en: MOT, aliases: [mot]}")) == []


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("acts_for: {}", "each acts for the next"),
        (
            "successor: {{agency: {}, from: 2025-01-01, basis: 1/QĐ}}",
            "each is succeeded by the next",
        ),
        ("collective: true, members: [{}]", "each contains the next"),
    ],
)
def test_circles(key: str, message: str) -> None:
    lines = [
        f"{one}: {{name: Bộ {one}, {key.format(other)}}}"
        for one, other in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "b"), ("e", "e"))
    ]
    circles = found(agencies(*lines))
    assert [each.message for each in circles if each.code == "KH206"] == [
        f"{message}, in a circle: a → b → c → a",
        f"{message}, in a circle: e → e",
    ]


def test_two_ways_to_one_agency_are_no_circle() -> None:
    section = agencies(
        "a: {name: A, collective: true, members: [b, c]}",
        "b: {name: B, collective: true, members: [d]}",
        "c: {name: C, collective: true, members: [d]}",
        "d: {name: D}",
    )
    assert brief(section) == []


def test_each_circle_is_found() -> None:
    section = agencies(
        "a: {name: A, collective: true, members: [b, c]}",
        "b: {name: B, collective: true, members: [a]}",
        "c: {name: C, collective: true, members: [a, b]}",
    )
    assert [each.message for each in found(section)] == [
        "each contains the next, in a circle: a → b → a",
        "each contains the next, in a circle: a → c → a",
    ]


def test_a_long_circle_is_shortened() -> None:
    lines = [f"a-{i}: {{name: N{i}, acts_for: a-{(i + 1) % 40}}}" for i in range(40)]
    (circle,) = found(agencies(*lines))
    steps = circle.message.partition(": ")[2].split(" → ")
    assert steps == [*(f"a-{i}" for i in range(8)), "…", "a-0"]


def test_a_circle_of_eight_is_told_whole() -> None:
    lines = [f"a-{i}: {{name: N{i}, acts_for: a-{(i + 1) % 8}}}" for i in range(8)]
    (circle,) = found(agencies(*lines))
    steps = circle.message.partition(": ")[2].split(" → ")
    assert steps == [*(f"a-{i}" for i in range(8)), "a-0"]


def test_members_are_for_collectives() -> None:
    (wrong,) = found(agencies("a: {name: A, members: [b]}", "b: {name: B}"))
    assert wrong[:2] == ("KH208", "members")
    assert brief(agencies("a: {name: A, collective: true}")) == []


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("2024-03-01", "2025-03-01", False),
        ("2024-03-01", "2024-03-01", False),
        ("2025-03-01", "2024-03-01", True),
    ],
)
def test_duties_pass_on_in_the_order_of_days(first: str, second: str, wrong: bool) -> None:
    section = agencies(
        f"a: {{name: A, successor: {{agency: b, from: {first}, basis: 1/QĐ}}}}",
        f"b: {{name: B, successor: {{agency: c, from: {second}, basis: 2/QĐ}}}}",
        "c: {name: C}",
    )
    assert brief(section) == ([("KH211", first, (second,))] if wrong else [])
