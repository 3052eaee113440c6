"""The bodies through which an agency is concerned, against a definition by plain search."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kh20.agencies.ways import Link, ways_to
from kh20.model import Agency
from plans.made_plans import made_plan

DAY = date(2025, 3, 1)
IDS = [f"a{n}" for n in range(9)]


def agencies(**more: Mapping[str, Any]) -> dict[str, Agency]:
    return made_plan(
        [], {key: {"name": f"Bộ {key}", **value} for key, value in more.items()}
    ).agencies


def heir(agency: str, day: str = "2025-03-01") -> dict[str, Any]:
    return {"agency": agency, "from": day, "basis": "1/QĐ"}


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, Agency]:
    """Any agencies, also those that the rules would refuse: circles, and each its own heir."""
    some = st.sampled_from(IDS)
    made: dict[str, dict[str, Any]] = {}
    for key in IDS:
        made[key] = {"members": draw(st.lists(some, max_size=3, unique=True))}
        if draw(st.booleans()):
            made[key]["acts_for"] = draw(some)
        if draw(st.booleans()):
            day = draw(st.sampled_from(["2025-02-28", "2025-03-01", "2025-03-02"]))
            made[key]["successor"] = heir(draw(some), day)
    return agencies(**made)


def reached(agency: str, found: Mapping[str, Agency]) -> set[str]:
    """Return the bodies that concern an agency, by following every link from every state."""
    seen, todo = set(), [(agency, False)]
    while todo:
        state = body, collective = todo.pop()
        if state in seen:
            continue
        seen.add(state)
        for key, other in found.items():
            if other.acts_for == body and not collective:
                todo.append((key, False))
            if any(heir.agency == body and heir.from_ <= DAY for heir in other.successor):
                todo.append((key, collective))
            if body in other.members:
                todo.append((key, True))
    return {body for body, _collective in seen}


@given(graphs())
def test_a_way_leads_from_just_the_bodies_that_the_links_reach(found: dict[str, Agency]) -> None:
    """And every step of it is a link that is there, on that day, towards the next body."""
    ways = ways_to("a0", DAY, found)
    assert {key for key in IDS if key in ways} == reached("a0", found)
    for body in reached("a0", found):
        way = ways[body]
        assert [step.agency for step in way][:1] == ([body] if way else [])
        bodies = [*(step.agency for step in way), "a0"]
        for step, following in zip(way, bodies[1:], strict=True):
            agency = found[step.agency]
            if step.link is Link.ACTS_FOR:
                assert agency.acts_for == following
            elif step.link is Link.COLLECTIVE:
                assert following in agency.members
            else:
                (heir,) = agency.successor
                assert heir.agency == following
                assert step.since == heir.from_ <= DAY
                assert step.basis == heir.basis
    assert ways["a0"] == ()


@given(graphs())
def test_who_acts_for_a_collective_does_not_act_for_its_members(found: dict[str, Agency]) -> None:
    """No way enters a collective from a body that only acts for it."""
    ways = ways_to("a0", DAY, found)
    for key in (key for key in IDS if key in ways):
        links = [step.link for step in ways[key]]
        collective = max((i for i, link in enumerate(links) if link is Link.COLLECTIVE), default=0)
        assert Link.ACTS_FOR not in links[:collective]


def test_a_direct_way_is_preferred_to_a_succession_and_both_to_a_collective() -> None:
    """However long the better kind of way is."""
    chain = {f"s{n}": {"successor": heir(f"s{n + 1}")} for n in range(300)}
    chain["s300"] = {"successor": heir("a")}
    found = agencies(a={}, **chain, c={"members": ["a"], "successor": heir("s0")})
    assert {step.link for step in ways_to("a", DAY, found)["c"]} == {Link.SUCCEEDED}
    both = agencies(a={}, b={"acts_for": "m", "successor": heir("a")}, m={"acts_for": "a"})
    assert [step.link for step in ways_to("a", DAY, both)["b"]] == [Link.ACTS_FOR] * 2


def test_a_chain_as_long_as_a_file_can_hold_is_walked() -> None:
    """Thousands of successions, one after the other, take neither recursion nor copies."""
    chain = {f"s{n}": {"successor": heir(f"s{n + 1}")} for n in range(5000)}
    ways = ways_to("s5000", DAY, agencies(**chain, s5000={}))
    assert len(ways["s0"]) == 5000
    assert [step.agency for step in ways["s0"]][:2] == ["s0", "s1"]


def test_of_two_ways_alike_the_first_in_the_file_is_told() -> None:
    found = agencies(
        office={},
        second={"acts_for": "office"},
        first={"acts_for": "office"},
        below={"acts_for": "second"},
        above={"acts_for": "first"},
        group={"collective": True, "members": ["above", "below"]},
    )
    assert [step.agency for step in ways_to("office", DAY, found)["group"]] == [
        "group",
        "below",
        "second",
    ]
