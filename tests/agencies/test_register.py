"""What a plan reaches of its registers."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kh20.agencies.register import Register, Registers, bodies_of_kind, reached
from kh20.model import Agency

DAY = date(2024, 6, 1)
IDS = [f"a{number}" for number in range(6)]


@st.composite
def bodies(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    some = st.lists(st.sampled_from(IDS), max_size=2, unique=True)
    found: dict[str, dict[str, Any]] = {}
    for key in IDS:
        body: dict[str, Any] = {"name": key.upper(), "kind": draw(st.sampled_from(["x", "y"]))}
        if draw(st.booleans()):
            body["until"] = draw(st.sampled_from(["2023-12-31", "2024-12-31"]))
        if draw(st.booleans()):
            body["acts_for"] = draw(st.sampled_from(IDS))
        body["successor"] = [
            {"agency": heir, "from": "2025-01-01", "basis": "1/QĐ"} for heir in draw(some)
        ]
        body["members"] = [*draw(some), *draw(st.sampled_from([[], ["kind:x"], ["kind:y"]]))]
        found[key] = body
    return found


def linked(body: Agency, every: dict[str, Agency]) -> set[str]:
    found = {step.agency for step in body.successor}
    if body.acts_for is not None:
        found.add(body.acts_for)
    for member in body.members:
        of_kind = member.partition("kind:")[2]
        found |= {
            key
            for key, other in every.items()
            if key == member
            or (of_kind in other.kind and (other.until is None or other.until >= DAY))
        }
    return found


@given(bodies(), st.sampled_from(IDS))
def test_reached_is_all_that_links_lead_to(data: dict[str, dict[str, Any]], start: str) -> None:
    every = {key: Agency.model_validate(body) for key, body in data.items()}
    registers = Registers((Register("r", None, data),))
    found = reached({}, [start], registers, DAY)
    wanted, waiting = set[str](), [start]
    while waiting:
        key = waiting.pop()
        if key not in wanted:
            wanted.add(key)
            waiting += linked(every[key], every)
    assert set(found) == wanted
    for key, body in found.items():
        assert not any(member.startswith("kind:") for member in body.members)
        assert set(body.members) == linked(every[key], every) & set(body.members)


def test_a_plan_s_own_agency_counts_before_that_of_a_register() -> None:
    registers = Registers((Register("r", None, {"a": {"name": "A"}, "b": {"name": "B"}}),))
    own = {"a": Agency.model_validate({"name": "Của riêng", "acts_for": "b"})}
    found = reached(own, ["a"], registers, DAY)
    assert [body.name for body in found.values()] == ["Của riêng", "B"]


def test_of_two_registers_the_first_counts() -> None:
    first, second = ({"a": {"name": name, "kind": "x"}} for name in ("Một", "Hai"))
    registers = Registers((Register("1", None, first), Register("2", "v", second)))
    body = registers.get("a")
    assert body is not None
    assert body.name == "Một"
    assert dict(registers.names()) == {"a": ("Một",)}
    assert bodies_of_kind("x", {}, registers) == ["a"]
