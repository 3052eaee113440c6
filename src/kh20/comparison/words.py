"""Which words of a text were taken out and which put in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_AROUND = 6
"""How many words are shown around a change."""


class Stretch(NamedTuple):
    """Some words of a text that are in both versions, or in one of them only."""

    kind: Literal["same", "removed", "added"]
    text: str


def stretches(old: str, new: str) -> Iterator[Stretch]:
    """Yield the words of two versions of a text in order, with what went before what came."""
    from difflib import SequenceMatcher

    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Stretch("same", "".join(before[i1:i2]))
            continue
        if i2 > i1:
            yield Stretch("removed", "".join(before[i1:i2]))
        if j2 > j1:
            yield Stretch("added", "".join(after[j1:j2]))


def word_diff(old: str, new: str) -> str:
    """Return the changed words in [-brackets-] and {+braces+}, with a few words around them."""
    found = list(stretches(old, new))
    out = []
    for number, stretch in enumerate(found):
        if stretch.kind == "removed":
            out.append(f"[-{stretch.text}-]")
        elif stretch.kind == "added":
            out.append(f"{{+{stretch.text}+}}")
        else:
            out.append(_shortened(stretch.text, number == 0, number == len(found) - 1))
    return "".join(out)


def _shortened(text: str, first: bool, last: bool) -> str:
    words = re.findall(r"\S+\s*|\s+", text)
    limit = _AROUND if first or last else 2 * _AROUND
    if len(words) <= limit + 1:
        return text
    head = "" if first else "".join(words[:_AROUND])
    tail = "" if last else "".join(words[-_AROUND:])
    return f"{head}… {tail}" if tail else f"{head}…"
