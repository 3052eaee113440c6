"""Random plan files with a log to which two people have added."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from hypothesis import strategies as st

from plans.plan_layouts import TOP

DAYS = ("2024-02-01", "2024-02-02", "2024-03-15", "2024-04-01")

_STYLES: Mapping[str, str] = {
    "one line": "  - {task: I.1, on: DAY, event: progress, note: 'lần N, xong'}\n",
    "comment behind": "  - {task: I.1, on: DAY, event: progress, note: lần N} # a: - {b\n",
    "over lines": "  - task: I.1\n    on: DAY\n    event: progress\n    note: lần N\n",
    "dash alone": (
        "  -\n    # giữa\n    task: I.1\n    on: DAY\n    event: progress\n    note: lần N\n"
    ),
    "quotes over lines": (
        "  - task: I.1\n    on: DAY\n    event: progress\n"
        '    note: "lần N\n  - {task: I.1\n# không"\n'
    ),
    "text in lines": (
        "  - task: I.1\n    on: DAY\n    event: progress\n    note: |\n      lần N\n      - {a\n"
    ),
    "brackets over lines": "  - {task: I.1, on: DAY,\n     event: progress, note: lần N\n    }\n",
}
_ABOVE = ("", "", "  # trên N\n", "# sát lề N\n  # trên N\n")
_BELOW = ("", "", "", "    # dưới N\n")


class Written(NamedTuple):
    """An entry as it is written, with its comments, and the day that it has."""

    text: str
    day: str


class Branches(NamedTuple):
    """The entries that two people started from, and all that each has in the end."""

    base: Sequence[Written]
    ours: Sequence[Written]
    theirs: Sequence[Written]
    shared: Sequence[Written]
    """What both have added."""


@st.composite
def branches(draw: st.DrawFn, *, in_order: bool = False) -> Branches:
    """Return two logs after one; ``in_order`` of entries that were added by day, at the end."""
    numbers = iter(range(1000))

    def entries(most: int) -> list[Written]:
        made = [_written(draw, next(numbers)) for _ in range(draw(st.integers(0, most)))]
        return sorted(made, key=lambda entry: entry.day) if in_order else made

    base, shared = entries(3), entries(1)
    sides = []
    for _ in range(2):
        new = entries(3)
        for each in shared:
            new.insert(draw(st.integers(0, len(new))), each)
        if in_order:
            sides.append([*base, *sorted(new, key=lambda entry: entry.day)])
            continue
        side = list(base)
        for each in new:
            side.insert(draw(st.integers(0, len(side)) | st.just(len(side))), each)
        sides.append(side)
    return Branches(base, sides[0], sides[1], shared)


def _written(draw: Any, number: int) -> Written:
    day = draw(st.sampled_from(DAYS))
    parts = (st.sampled_from(each) for each in (_ABOVE, tuple(_STYLES.values()), _BELOW))
    text = "".join(draw(part) for part in parts)
    return Written(text.replace("DAY", day).replace("N", f"{number};"), day)


def log_text(entries: Sequence[Written]) -> str:
    """Return the end of a plan file: the log with these entries."""
    return "log:\n" + "".join(entry.text for entry in entries) if entries else "log: []\n"


def plan_of(entries: Sequence[Written], top: str = TOP) -> bytes:
    """Return a plan file with a log of these entries."""
    return (top + log_text(entries)).encode()
