"""The signed text of plan 20-KH/TW by its own numbers, and how an encoding departs from it.

Written without kh20's code on purpose: what checks the encoding must not share its mistakes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

_SECTION = re.compile(r"([IVX]+)- (.+)")
_ITEM = re.compile(r"(\d+)\. (.+)")
_DASH = re.compile(r"- (.+)")
_SECTION_NUMBERS = ("I", "II", "III", "IV", "V")
_END = "Nơi nhận:"


class Clause(NamedTuple):
    """One numbered clause: its section's heading, its item's heading ("" if none), its text.

    The text is what stands after the number or dash, verbatim; the mark itself is not part of it.
    """

    section: str
    heading: str
    text: str


def parse(source: str) -> dict[str, Clause]:
    """Return the clauses of all sections by number, in document order.

    `IV.2.1` is section IV, item 2, first dash; `IV.5` an item whose body is one paragraph under its
    heading; `II.1` an item whose own line is its text.

    Raises:
        ValueError: a line has no place in the numbering, or a number is skipped or repeated.

    """
    clauses: dict[str, Clause] = {}
    section_count = 0
    for number, title, lines in _sections(body_lines(source)):
        if number != _SECTION_NUMBERS[section_count]:
            raise ValueError(f"section {number} follows {section_count} sections")
        section_count += 1
        for item, (first, rest) in enumerate(_items(number, lines), start=1):
            clauses.update(_clauses(f"{number}.{item}", title, first, rest))
    if section_count != len(_SECTION_NUMBERS):
        raise ValueError(f"{section_count} sections, not {len(_SECTION_NUMBERS)}")
    return clauses


def obligations(clauses: Mapping[str, Clause]) -> dict[str, Clause]:
    """Return the clauses that oblige somebody: all but section I, which states aims."""
    return {number: clause for number, clause in clauses.items() if not number.startswith("I.")}


def body_lines(source: str) -> list[str]:
    """Return the lines that are not blank, from the first section's heading to the recipients.

    Raises:
        ValueError: the first heading or the list of recipients is missing.

    """
    lines = [line for line in source.split("\n") if line.strip()]
    start = next((i for i, line in enumerate(lines) if _SECTION.fullmatch(line)), None)
    if start is None or _END not in lines[start:]:
        raise ValueError("no first section, or no list of recipients after it")
    return lines[start : lines.index(_END, start)]


def departures(clauses: Mapping[str, Clause], encoded: Sequence[tuple[str, str]]) -> list[str]:
    """Return what sets the encoded (id, text) pairs apart from the clauses; empty when nothing."""
    ids = [number for number, _ in encoded]
    found = [f"{number}: left out" for number in clauses if number not in ids]
    found += [f"{number}: encoded {n} times" for number, n in Counter(ids).items() if n > 1]
    for number, text in encoded:
        if number not in clauses:
            found.append(f"{number}: not in the document")
        elif text != clauses[number].text:
            found.append(f"{number}: not verbatim")
    if not found and ids != list(clauses):
        found.append(f"out of document order: {', '.join(ids)}")
    return found


def _sections(lines: Iterable[str]) -> list[tuple[str, str, list[str]]]:
    sections: list[tuple[str, str, list[str]]] = []
    for line in lines:
        if match := _SECTION.fullmatch(line):
            sections.append((match[1], match[2], []))
        else:
            sections[-1][2].append(line)
    return sections


def _items(section: str, lines: Iterable[str]) -> list[tuple[str, list[str]]]:
    items: list[tuple[str, list[str]]] = []
    for line in lines:
        if match := _ITEM.fullmatch(line):
            items.append((match[2], []))
            if int(match[1]) != len(items):
                raise ValueError(f"section {section}: item {match[1]} is out of turn")
        elif items:
            items[-1][1].append(line)
        else:
            raise ValueError(f"section {section}: text before its first item: {line}")
    return items


def _clauses(number: str, section: str, first: str, rest: Sequence[str]) -> dict[str, Clause]:
    if not rest:
        return {number: Clause(section, "", first)}
    dashes = [match[1] for line in rest if (match := _DASH.fullmatch(line))]
    if not dashes and len(rest) == 1:
        return {number: Clause(section, first, rest[0])}
    if len(dashes) != len(rest):
        raise ValueError(f"item {number}: neither all dashes nor one paragraph")
    return {f"{number}.{i}": Clause(section, first, text) for i, text in enumerate(dashes, 1)}
