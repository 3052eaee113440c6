"""Rules on agencies that a plan defines beside those of its register."""

import pytest

from rules.found import brief, tasks
from rules.found import task as task_lines

VN = "register: vn\n"


def with_register(agency: str, *owners: str) -> str:
    """Return a plan with a register, an agency of its own, and an obligation of these owners."""
    owned = tasks(task_lines(owners=f"[{', '.join(owners)}]", partners="[]"))
    return f"{VN}agencies:\n  {agency}\n{owned}"


def test_the_same_short_name_must_mean_the_same_body() -> None:
    assert brief(with_register("bo-x: {name: Bộ X}", "bo-x", "bo-noi-vu")) == []
    found = brief(with_register("bo-noi-vu: {name: Bộ Nội vụ và Lao động}", "bo-noi-vu"))
    assert [each[0] for each in found] == ["KH221"]


@pytest.mark.parametrize(
    ("definition", "wrong"),
    [
        ("bo-x: {name: Bộ Nội vụ}", True),
        ("bo-x: {name: Bộ X, aliases: [bnv]}", True),
        ("bo-x: {name: Bộ X, until: 2000-01-01}", False),
        # The ministry ended on 2025-02-28, and another body may be called so afterwards.
        ("bo-x: {name: Bộ Kế hoạch và Đầu tư, from: 2030-01-01}", False),
        ("bo-x: {name: Bộ Kế hoạch và Đầu tư}", True),
    ],
)
def test_the_same_name_at_one_time_must_mean_the_same_body(definition: str, wrong: bool) -> None:
    found = [each[0] for each in brief(with_register(definition, "bo-x")) if each[0] != "KH222"]
    assert found == (["KH203"] if wrong else [])


def test_an_owner_that_did_not_exist_on_the_day() -> None:
    found = brief(with_register("bo-x: {name: Bộ X}", "bo-x", "bo-nong-nghiep-va-moi-truong"))[0]
    assert found[:2] == ("KH222", "bo-nong-nghiep-va-moi-truong")
