"""Plan files with a log, and what is found in them: the code, and the very text it points at."""

from typing import NamedTuple

from kh20.findings import Region
from kh20.findings.code import merge
from kh20.planfile import load_bytes

AGENCIES = """\
agencies:
  bo-a: {name: Bộ A}
  bo-b: {name: Bộ B, successor: {agency: bo-c, from: 2024-07-01, basis: 1/NQ}}
  bo-c: {name: Bộ C}
  bo-d: {name: Bộ D, acts_for: bo-a}
"""

BY_Q1 = "{by: 2024-Q1, stated: hoàn thành trong quý I/2024}"
YEARLY = '{every: year, before: "12-15", stated: trước ngày 15/12 hằng năm}'


def task(number: str = "I.1", due: str = BY_Q1, **more: str) -> str:
    """Return a task of a plan file; ``more`` are further keys, as YAML."""
    stated = due[due.index("stated: ") + 8 : -1] if "stated" in due else ""
    keys = {
        "title": "Báo cáo",
        "text": f"Báo cáo ({stated})." if stated else "Báo cáo.",
        "owners": "[bo-a]",
        "due": due,
        **more,
    }
    return f"  - id: {number}\n" + "".join(f"    {key}: {value}\n" for key, value in keys.items())


EACH = {"owners": "[bo-a, bo-b]", "responsibility": "each"}
PARTS = {"parts": "[{id: mot, title: Một}, {id: hai, title: Hai}]"}


class Found(NamedTuple):
    """A finding: its code, what it points at, and the same of the places that it refers to."""

    code: str
    at: str
    line: int
    message: str
    hint: str | None
    earlier: tuple[tuple[str, int], ...]


def findings(*entries: str, tasks: str = "") -> list[Found]:
    """Return what is found in a log of flow entries; lines are counted from the first entry."""
    log = "log:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries) if entries else "log: []\n"
    text = merge(AGENCIES + "tasks:\n" + (tasks or task()) + log)
    lines = text.split("\n")
    first = next(number for number, line in enumerate(lines) if line.startswith("log:")) + 1

    def pointed(region: Region) -> tuple[str, int]:
        line = lines[region.line - 1]
        return line[region.column - 1 : region.end_column - 1], region.line - first

    return [
        Found(
            finding.code,
            *pointed(finding.region),
            finding.message,
            finding.hint,
            tuple(pointed(reference.region) for reference in finding.references),
        )
        for finding in load_bytes(text.encode(), "plan.yaml").findings
    ]


def brief(*entries: str, tasks: str = "") -> list[tuple[str, str, int]]:
    """Return of each finding the code, what it points at, and the line from the first entry."""
    return [(found.code, found.at, found.line) for found in findings(*entries, tasks=tasks)]
