"""Plans with random faults, as data and as text."""

import copy
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from core_yaml import core_load

_TESTS = Path(__file__).parents[1]

RICH = (_TESTS / "data" / "rich.plan.yaml").read_text(encoding="utf-8")
"""A small valid plan with every key of the format and every kind of log entry."""
SHIPPED = (_TESTS.parent / "plan.yaml").read_text(encoding="utf-8")

_KEYS = [
    "id", "name", "due", "by", "in", "before", "from", "ongoing", "substantially", "every", "until",
    "stated", "owners", "parts", "event", "note", "basis", "to", "owner", "Name", "dated", "none",
    "recurring", "completed", "", "null", "bộ", "a b",
]  # fmt: skip
_WORDS = [
    "", " ", "\u00a0", "none", "each", "bo-a", "bo-x", "Bộ A", "I.1", "IX.9", "2024", "2024-Q1",
    "2024-Q5", "2024-02-29", "2023-02-29", "2025/2024", "30/6/2024", "2024-06-30", "year", "day",
    "last day", "12-15", "31", "completed", "extended", "true", "không", "x" * 101, "x" * 201,
    "hoàn thành trong quý I/2024", "thường xuyên", "2024-06-30/2024-06-30", "[key]", "9" * 25,
]  # fmt: skip

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1, 101),
    st.sampled_from([2024, 20240101, 10**17]),
    st.sampled_from(_WORDS),
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"]), max_size=12),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=3)
    ),
    max_leaves=5,
)


def _places(data: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every collection with each of its keys or indices."""
    steps = data if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    for step in list(steps):
        yield data, step
        yield from _places(data[step])


def _insert(items: Any, step: Any, draw: Callable[[Any], Any]) -> None:
    if isinstance(items, list):
        items.insert(step, copy.deepcopy(items[step]) if draw(st.booleans()) else draw(VALUES))
    else:
        items[draw(st.sampled_from(_KEYS))] = draw(VALUES)


def _remove(items: Any, step: Any, draw: Callable[[Any], Any]) -> None:
    del items[step]


def _replace(items: Any, step: Any, draw: Callable[[Any], Any]) -> None:
    items[step] = draw(VALUES)


def _reword(items: Any, step: Any, draw: Callable[[Any], Any]) -> None:
    items[step] = draw(st.sampled_from(_WORDS))


def _rename(items: Any, step: Any, draw: Callable[[Any], Any]) -> None:
    if isinstance(items, dict):
        items[draw(st.sampled_from(_KEYS))] = items.pop(step)
    else:
        items.reverse()


@cache
def _loaded(text: str) -> Any:
    return core_load(text)


@st.composite
def faulty_data(draw: Callable[[Any], Any], text: str = RICH) -> Any:
    """Data of a plan in which one to three things are other than they were."""
    data = copy.deepcopy(_loaded(text))
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(data))
        if not places:
            break
        items, step = places[draw(st.integers(0, len(places) - 1))]
        draw(st.sampled_from([_remove, _replace, _reword, _rename, _insert]))(items, step, draw)
    return data


def dumped(data: Any) -> str:
    """Write data as YAML that says the same to every program: what might be misread is quoted."""
    return yaml.dump(
        data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000
    )


_SNIPPETS = [
    "\t", "  ", "- ", "? ", ": ", "{", "}", "[", "]", "&a ", "*a", "!!int ", "# ", "'", '"', "|\n",
    ">-\n", "---\n", "...\n", "\r", "\r\n", "\x00", "\u202e", "\u0301", "\ufeff", "\u00d0",
    "\u2028", "\\u0000", "\\ud800", "<<: ", "no", "12:30", "~", "2024", "👍", "due: none\n",
    "%YAML 1.1\n",
]  # fmt: skip


@st.composite
def faulty_text(draw: Callable[[Any], Any], text: str = RICH) -> str:
    """Text of a plan in which lines were lost, repeated or moved, and signs put in anywhere."""
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.integers(0, 4))
        if kind < 3:
            lines = text.splitlines(keepends=True) or [""]
            at = draw(st.integers(0, len(lines) - 1))
            to = draw(st.integers(0, len(lines) - 1))
            if kind == 0:
                del lines[at : at + draw(st.integers(1, 3))]
            elif kind == 1:
                lines.insert(to, lines[at])
            else:
                lines[at], lines[to] = lines[to], lines[at]
            text = "".join(lines)
        else:
            at = draw(st.integers(0, len(text)))
            cut = draw(st.integers(0, 6)) if kind == 3 else 0
            text = text[:at] + draw(st.sampled_from(_SNIPPETS)) + text[at + cut :]
    return text
