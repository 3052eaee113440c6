"""The register that comes with kh20: against the tables of facts, and in itself."""

import csv
import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from asking import ROOT
from cases import case
from kh20.agencies.register import Registers, reached
from kh20.model import Agency
from kh20.periods import parse_canonical
from kh20.planfile import load
from kh20.planfile.registers.packaged import packaged_register
from kh20.text.folding import fold

TABLES = ROOT / "tests" / "data" / "register"
FILE = ROOT / "src" / "kh20" / "planfile" / "registers" / "vn.json"
VN = packaged_register()
BODIES: dict[str, Agency] = {key: body for key in VN if (body := VN.get(key)) is not None}
ANNOUNCED = {"2025-02-03": "2025-01-24", "2025-02-02": "2025-01-23"}
"""The days of the table on which Party bodies began and ended, and those of the decision."""


def table(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def day(text: str, kind: str = "") -> date | None:
    if kind.startswith("party"):
        text = ANNOUNCED.get(text, text)
    return date.fromisoformat(text) if text else None


def keys_by_row() -> dict[str, str]:
    """Return the short name of each row of the table, found by its name and its life."""
    found: dict[str, str] = {}
    for row in table("bodies.tsv"):
        life = day(row["valid_from"], row["kind"]), day(row["valid_until"], row["kind"])
        alike = [
            key
            for key, body in BODIES.items()
            if (body.from_, body.until) == life and fold(row["name"]) in map(fold, body.names)
        ]
        with case(row["name"]):
            assert len(alike) == 1
        found[row["key"]] = alike[0]
    return found


ROWS = keys_by_row()


def test_every_body_of_the_table_with_its_life() -> None:
    assert len(ROWS) == len(set(ROWS.values())) == 141


def test_who_took_over_from_whom() -> None:
    """In the order of the table, on the day after the last one. Đảng ủy Ngoài nước went to a body
    that the table names by the ministry for which it acts.
    """
    for row in table("bodies.tsv"):
        body = BODIES[ROWS[row["key"]]]
        wanted = [ROWS[key] for key in row["successor"].split(";") if key]
        if row["key"] == "du-nn":
            wanted = ["dang-uy-bo-ngoai-giao"]
        with case(row["name"]):
            assert [step.agency for step in body.successor] == wanted
            assert all(
                body.until is not None and step.from_ == body.until + timedelta(days=1)
                for step in body.successor
            )


def test_whatever_is_not_sure_says_so() -> None:
    for row in table("bodies.tsv"):
        with case(row["name"]):
            body = BODIES[ROWS[row["key"]]]
            assert row["confidence"] == "sure" or body.unsure is not None
            assert body.source is not None or body.unsure is not None or row["confidence"] == "sure"


def test_every_name_of_the_table_leads_to_its_body() -> None:
    """But for those that the table marks as ambiguous, which nobody has."""
    names = {fold(name): key for key, body in BODIES.items() for name in body.names}
    for row in table("bodies.tsv"):
        for alias in filter(None, row["aliases"].split(";")):
            with case(alias):
                if alias.endswith("?"):
                    assert fold(alias) not in names
                else:
                    assert fold(alias) in map(fold, BODIES[ROWS[row["key"]]].names)


KINDS = ("province", "party-province", "province-committee", "province-council")


def named(full: str, kind: str) -> str:
    """Return the name of a body of a province: “Tỉnh ủy Hà Giang” of “Tỉnh Hà Giang”."""
    type_, _space, name = full.partition(" ")
    if type_ == "Thành":
        type_, name = "Thành phố", name.removeprefix("phố ")
    return {
        "province": full,
        "party-province": f"{type_.split()[0]} ủy {name}",
        "province-committee": f"Ủy ban nhân dân {type_.lower()} {name}",
        "province-council": f"Hội đồng nhân dân {type_.lower()} {name}",
    }[kind]


def test_the_provinces_and_what_became_of_them() -> None:
    """Each with its party committee, People's Committee and Council."""
    by_name = {
        body.name: body for kind in KINDS for body in map(BODIES.get, VN.of_kind(kind)) if body
    }
    merged = date(2025, 7, 1)
    for row in table("provinces.tsv"):
        for kind in KINDS:
            old, new, later = (
                row[column] and named(row[column], kind)
                for column in ("old_full_name", "new_full_name", "later_full_name")
            )
            body, heir = by_name[old], by_name[new]
            with case(old):
                if old != new:
                    (step,) = body.successor
                    assert (BODIES[step.agency].name, step.from_) == (new, merged)
                    assert "202/2025/QH15" in step.basis
                assert heir.lives_on(merged)
                if later:
                    (step,) = heir.successor
                    assert BODIES[step.agency].name == later
                    assert step.from_ == date.fromisoformat(row["later_from"])
    assert by_name["Tỉnh Thừa Thiên Huế"].until == date(2024, 12, 31)


@pytest.mark.parametrize(
    ("when", "ministries", "ministerial", "under", "provinces", "cities"),
    [
        ("2021-08-01", 18, 4, 8, 63, 5),
        ("2023-11-28", 18, 4, 8, 63, 5),
        ("2024-12-31", 18, 4, 8, 63, 5),
        ("2025-01-01", 18, 4, 8, 63, 6),
        ("2025-02-28", 18, 4, 8, 63, 6),
        ("2025-03-01", 14, 3, 5, 63, 6),
        ("2025-06-30", 14, 3, 5, 63, 6),
        ("2025-07-01", 14, 3, 5, 34, 6),
        ("2026-04-30", 14, 3, 5, 34, 7),
        ("2026-11-26", 14, 3, 5, 34, 9),
    ],
)
def test_how_many_there_were(
    when: str, ministries: int, ministerial: int, under: int, provinces: int, cities: int
) -> None:
    living = [body for body in BODIES.values() if body.lives_on(date.fromisoformat(when))]
    count = Counter(kind for body in living for kind in body.kind)
    assert (count["ministry"], count["ministerial"], count["under-government"]) == (
        ministries,
        ministerial,
        under,
    )
    for kind in (*KINDS, "province-delegation"):
        assert count[kind] == provinces
    assert sum(body.name.startswith("Thành ủy ") for body in living) == cities
    assert count["socio-political"] == 5


@pytest.mark.parametrize(
    ("wording", "when", "members"),
    [
        ("tinh-uy-thanh-uy", "2023-11-28", 68),
        ("tinh-uy-thanh-uy", "2025-07-01", 40),
        ("cac-bo-co-quan-ngang-bo", "2023-11-28", 22),
        ("cac-bo-co-quan-ngang-bo", "2025-03-01", 17),
        ("cac-bo-nganh-dia-phuong", "2025-01-09", 93),
        ("cac-to-chuc-chinh-tri-xa-hoi", "2026-01-01", 5),
        ("mat-tran-to-quoc-viet-nam-va-cac-to-chuc-chinh-tri-xa-hoi", "2024-01-01", 6),
        ("hoi-dong-dan-toc-va-cac-uy-ban-cua-quoc-hoi", "2025-01-01", 10),
        ("hoi-dong-dan-toc-va-cac-uy-ban-cua-quoc-hoi", "2025-02-18", 8),
    ],
)
def test_the_members_of_a_wording_are_those_of_the_day(
    wording: str, when: str, members: int
) -> None:
    found = reached({}, [wording], Registers((VN,)), date.fromisoformat(when))[wording]
    assert (len(found.members), found.closed) == (members, True)


def test_every_wording_is_known_and_the_loose_ones_are_open() -> None:
    names = {fold(name): body for body in BODIES.values() for name in body.names}
    for row in table("collectives.tsv"):
        for wording in (row["wording"], *filter(None, row["variants"].split(";"))):
            with case(wording):
                body = names[fold(wording)]
                assert body.collective
                assert not (row["closed"] == "open" and body.closed)


def changes() -> Iterator[date]:
    """Yield the days on which something is other than on the day before."""
    for body in BODIES.values():
        yield from filter(None, (body.from_, body.until and body.until + timedelta(days=1)))


def test_no_name_is_that_of_two_living_bodies() -> None:
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for key, body in BODIES.items():
        for name in body.names:
            holders[fold(name)].add(key)
    shared = {name: keys for name, keys in holders.items() if len(keys) > 1}
    for when in {date(2021, 8, 1), *changes()}:
        for name, keys in shared.items():
            with case(f"{name} {when}"):
                assert sum(BODIES[key].lives_on(when) for key in keys) <= 1


def test_every_reference_is_to_a_body_that_was_there() -> None:
    for key, body in BODIES.items():
        with case(key):
            links = [link for link in body.links if not link.startswith("kind:")]
            assert set(links) <= BODIES.keys()
            kinds = [link.removeprefix("kind:") for link in body.links if link.startswith("kind:")]
            assert all(VN.of_kind(kind) for kind in kinds)
            for step in body.successor:
                assert BODIES[step.agency].lives_on(step.from_)
            assert body.until is None or body.successor
            if body.acts_for is not None:
                assert BODIES[body.acts_for].meets(body)
            assert body.collective or not body.members
            assert body.precedence is not None


def test_the_checks_of_a_register_find_nothing_in_it() -> None:
    assert load(str(FILE)).findings == []


def test_the_file_is_as_a_person_would_edit_it() -> None:
    """One body a line, composed letters, and each value in its place once."""

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(items)) == len(items)
        return dict(items)

    text = FILE.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    data = json.loads(text, object_pairs_hook=pairs)
    lists = [data["agencies"], data["holidays"], data["working_days"]]
    assert len(text.splitlines()) == sum(map(len, lists)) + 10
    for days in lists[1:]:
        assert days == sorted(days)


def test_the_days_off_are_days_of_the_week_and_those_worked_are_none() -> None:
    """A weekend day between two days off is no mistake; one that stands alone is."""
    days_off = packaged_register().days_off
    assert {day.year for day in days_off.listed} == set(range(2021, 2027))
    assert all(day.weekday() >= 5 for day in days_off.worked)
    assert not days_off.worked & days_off.listed
    for holiday in days_off.holidays:
        period = parse_canonical(str(holiday))
        assert period.first.weekday() < 5
        assert period.last.weekday() < 5
