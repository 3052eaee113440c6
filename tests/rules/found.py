"""What the rules find in a few sections of a plan, and the very text that they point at."""

from typing import NamedTuple

from kh20.findings import Region
from kh20.findings.code import merge
from kh20.planfile import load_bytes

TWO = "agencies:\n  bo-a: {name: Bộ A}\n  bo-b: {name: Bộ B}\n"


class Found(NamedTuple):
    """A finding: its code, the text it points at, and that of the places it refers to."""

    code: str
    at: str
    earlier: tuple[str, ...]
    message: str
    hint: str | None
    task: str | None


def found(sections: str) -> list[Found]:
    """Check a plan of which these sections are other than in the smallest one."""
    text = merge(sections)
    lines = text.split("\n")

    def at(region: Region) -> str:
        first, last = lines[region.line - 1], lines[region.end_line - 1]
        if region.line == region.end_line:
            return first[region.column - 1 : region.end_column - 1]
        return f"{first[region.column - 1 :]} … {last[: region.end_column - 1].strip()}"

    return [
        Found(
            finding.code,
            at(finding.region),
            tuple(at(reference.region) for reference in finding.references),
            finding.message,
            finding.hint,
            finding.task,
        )
        for finding in load_bytes(text.encode(), "plan.yaml").findings
    ]


def brief(sections: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return of each finding the code and the places."""
    return [each[:3] for each in found(sections)]


def agencies(*lines: str) -> str:
    """Return a section of agencies, with an obligation that all of them own."""
    keys = ", ".join(line.partition(":")[0] for line in lines)
    section = "agencies:\n" + "".join(f"  {line}\n" for line in lines)
    return section + tasks(task(owners=f"[{keys}]", partners="[]"))


def task(number: str = "I.1", **keys: str) -> str:
    """Return an obligation; its text says what its due states, unless it is given."""
    due = keys.get("due", "none")
    stated = f" ({due.partition('stated: ')[2].removesuffix('}')})" if "stated" in due else ""
    lines = {
        "title": "Báo cáo",
        "text": f"Báo cáo kết quả{stated}.",
        "owners": "[bo-a]",
        "partners": "[bo-b]",
        "due": due,
        **keys,
    }
    return f"  - id: {number}\n" + "".join(f"    {key}: {value}\n" for key, value in lines.items())


def tasks(*each: str) -> str:
    """Return a section of obligations."""
    return "tasks:\n" + "".join(each)
