"""Agencies for generated plans, among them bodies that act for others, heirs and a collective."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

FEWEST = 40

_FIRST = (
    "An", "Bình", "Cẩm", "Diên", "Đại", "Gia", "Hòa", "Hương", "Khánh", "Kim", "Lạc", "Liên",
    "Long", "Minh", "Mỹ", "Nam", "Ngọc", "Phong", "Quảng", "Quế", "Sơn", "Tân", "Thạch", "Thanh",
    "Thuận", "Trung", "Tường", "Vạn", "Vĩnh", "Xuân",
)  # fmt: skip
_SECOND = (
    "Bảo", "Châu", "Cường", "Dương", "Điền", "Đông", "Giang", "Hải", "Hiệp", "Hưng", "Lâm", "Lộc",
    "Lương", "Nghĩa", "Nguyên", "Ninh", "Phú", "Phước", "Sa", "Tâm", "Thành", "Thịnh", "Thủy",
    "Tiến", "Trạch", "Trường", "Tú", "Viên", "Vũ", "Yên",
)  # fmt: skip
_KINDS = (
    ("ubnd", "Ủy ban nhân dân xã {place}"),
    ("truong", "Trường Trung học {place}"),
    ("tram", "Trạm Y tế {place}"),
    ("ban-quan-ly", "Ban Quản lý rừng {place}"),
    ("trung-tam", "Trung tâm Văn hóa {place}"),
)


class Body(NamedTuple):
    """An agency as the plan file gives it: its id, its name, and its further keys as YAML."""

    id: str
    name: str
    more: str = ""


def count_for(tasks: int) -> int:
    """Return how many bodies a plan of so many obligations assigns them to."""
    return max(FEWEST, tasks // 50)


def owner(number: int) -> Body:
    """Return the body of a number: its name comes round after 4,500."""
    kind, name = _KINDS[number % len(_KINDS)]
    place = number // len(_KINDS)
    words = f"{_FIRST[place % 30]} {_SECOND[(place + place // 30) % 30]}"
    # Every ninth is known by its abbreviation too, every eleventh passed its duties on.
    more = f", aliases: [B{number}X]" if number % 9 == 0 else ""
    if number % 11 == 10:
        more += (
            f", successor: {{agency: {owner(number - 1).id}, from: 2025-03-01,"
            f" basis: 'Nghị quyết {number}/NQ-HĐND, 20/02/2025'}}"
        )
    return Body(f"{kind}-{number}", name.format(place=words), more)


def agencies(count: int) -> Iterator[Body]:
    """Yield ``count`` owners, then the party committees of some of them and one collective."""
    for number in range(count):
        yield owner(number)
    for number in range(0, count, 8):
        acted_for = owner(number)
        yield Body(f"chi-bo-{number}", f"Chi bộ {acted_for.name}", f", acts_for: {acted_for.id}")
    members = ", ".join(owner(number).id for number in range(0, count, 5))
    yield Body(
        COLLECTIVE,
        "Ủy ban nhân dân các xã thuộc tỉnh",
        f", collective: true, members: [{members}]",
    )


COLLECTIVE = "ubnd-cac-xa"
"""The id of the one collective, an owner of some obligations."""
