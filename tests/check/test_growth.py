"""However many findings a file has, all are shown, and each costs the same."""

import time
from collections.abc import Callable

import pytest

from kh20.answers.checked import Checked
from kh20.formats.lines import Screen
from kh20.formats.write import FindingFormat, write
from kh20.planfile import load_bytes

_HEAD = "format: 1\ndocument: {number: 1, title: T, issued: 2024-01-02, issuer: A}\n"
_AGENCIES = _HEAD.replace("1,", '"1",', 1) + "agencies: {bo-a: {name: A}, bo-b: {name: B}}\n"


def _tasks(count: int, task: str, agencies: str = _AGENCIES) -> str:
    return (
        agencies + "tasks:\n" + "".join(f"  - {task.replace('@', str(i))}\n" for i in range(count))
    )


def _task(**changes: str) -> str:
    keys = {"id": "I.@", "title": "T", "text": "T.", "owners": "[bo-a, bo-b]", "due": "none"}
    return "{" + ", ".join(f"{key}: {value}" for key, value in {**keys, **changes}.items()) + "}"


def _many_agencies(count: int, agency: str) -> str:
    lines = "".join(f"  bo-{i}: {agency.replace('@', str(i))}\n" for i in range(count))
    return f"{_HEAD}agencies:\n{lines}tasks: []\n"


# What is repeated, and how many findings there are for each repetition.
MANY: dict[str, tuple[Callable[[int], str], str]] = {
    "traps": (lambda n: "- no\n" * n, "KH009"),
    "traps on one line": (lambda n: "[" + "no, " * n + "]", "KH009"),
    "aliases": (lambda n: "a: &a x\nb: [" + "*a, " * n + "]\n", "KH006"),
    "conflicts": (lambda n: "<<<<<<< a\n=======\n>>>>>>> b\n" * n, "KH013"),
    "anchors": (lambda n: "".join(f"- &a{i} x\n" for i in range(n)), "KH006"),
    "tags": (lambda n: "- !x 1\n" * n, "KH007"),
    "keys that are not text": (lambda n: "? [a]\n: b\n" * n, "KH011"),
    "equal keys, each in its place": (lambda n: "- {a: 1, a: 2}\n" * n, "KH005"),
    "unknown keys": (lambda n: "".join(f"k{i}: 1\n" for i in range(n)), "KH102"),
    "unknown keys in one obligation": (
        lambda n: _tasks(1, _task(**{f"k{i}": "1" for i in range(n)})),
        "KH102",
    ),
    "misspelt keys": (lambda n: _tasks(n, _task(onwer="[]")), "KH102"),
    "missing keys": (lambda n: _tasks(n, "{id: I.@, text: T., owners: [], due: none}"), "KH101"),
    "wrong kinds": (lambda n: _tasks(n, _task(title="[]")), "KH103"),
    "nothing": (lambda n: _AGENCIES + "tasks:\n" + "  -\n" * n, "KH103"),
    "equal ids": (lambda n: _tasks(n, _task(id="I.1")), "KH201"),
    "unknown owners": (lambda n: _tasks(n, _task(owners="[bo-x@]")), "KH202"),
    "unknown owners among many agencies": (
        lambda n: _tasks(n, _task(owners="[x@]"), _many_agencies(n, "{name: N @}")[:-10]),
        "KH202",
    ),
    "unknown owners of one obligation": (
        lambda n: _tasks(1, _task(owners=f"[{', '.join(f'bo-x{i}' for i in range(n))}]")),
        "KH202",
    ),
    "one owner again and again": (
        lambda n: _tasks(1, _task(owners=f"[{'bo-a, ' * n}]")),
        "KH204",
    ),
    "equal names": (lambda n: _many_agencies(n, "{name: A}"), "KH203"),
    "out of order": (
        lambda n: _tasks(1, "\n  - ".join(_task(id=f"I.{number}") for number in range(n, 0, -1))),
        "KH205",
    ),
    "circles": (
        lambda n: _many_agencies(n, "{name: N @, collective: true, members: [bo-0]}").replace(
            "members: [bo-0]", f"members: [{', '.join(f'bo-{i}' for i in range(n))}]", 1
        ),
        "KH206",
    ),
    "parts": (
        lambda n: _tasks(1, _task(parts=f"[{'{id: a, title: b}, ' * n}]")),
        "KH209",
    ),
    "hidden in the text": (
        lambda n: _tasks(1, _task(text=f"'{'a (hoàn thành trong quý I/2024) ' * n}'")),
        "KH306",
    ),
    "wrong periods": (
        lambda n: _tasks(n, _task(due="{by: 2024-Q9, stated: trong năm}")),
        "KH310",
    ),
    "control characters": (lambda n: "# \x07\n" * n, "KH601"),
    "control characters on one line": (lambda n: "# " + "\x07a" * n, "KH601"),
    "letters that are not composed": (lambda n: "# e\u0302\n" * n, "KH603"),
    "look-alikes": (lambda n: "# \u0430\n" * n, "KH605"),
    "look-alikes on one line": (lambda n: "# " + "\u0430 " * n, "KH605"),
}


def _cost(data: bytes, code: str) -> tuple[float, int]:
    begin = time.process_time()
    loaded = load_bytes(data, "plan.yaml")
    shown = write(Checked(loaded.findings), FindingFormat.CONCISE, Screen(None, colour=False))
    cost = time.process_time() - begin
    return cost, shown.count(f": {code}")


@pytest.mark.parametrize("case", MANY)
def test_each_finding_costs_the_same(case: str) -> None:
    content, code = MANY[case]
    few, many = 100, 2000
    small, large = content(few).encode(), content(many).encode()
    base, found = min(_cost(small, code) for _ in range(2))
    assert found >= few - 1
    # Twenty times as much takes twenty times as long, not four hundred times; and there is a floor
    # below which a clock says nothing.
    bound = max(0.5, 100 * base)
    cost, found = _cost(large, code)
    assert found >= many - 1
    assert cost < bound or _cost(large, code)[0] < bound
