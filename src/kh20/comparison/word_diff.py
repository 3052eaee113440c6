"""Word diff of two texts: the words that were taken out and those that were put in."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import Match, SequenceMatcher
from itertools import takewhile
from typing import Literal, NamedTuple

from kh20.text.quoting import one_line

_TOKEN = re.compile(r"\w+|[^\w\s]")
_AROUND = 6
"""How many words are shown around a change."""
_LONGEST_CHANGE = 60
"""How many words of what was taken out or put in are shown."""
_MOST_WORK = 1_000_000
"""Pairs of words looked at; a text of the length of a whole plan takes a third of it."""


class Stretch(NamedTuple):
    """Some words of a text that are in both versions, or in one of them only."""

    kind: Literal["same", "removed", "added"]
    text: str


def stretches(old: str, new: str) -> list[Stretch]:
    """Return the words of two versions of a text in order, with what went before what came.

    Put together, the stretches of one version are its text, on one line and in composed letters,
    but for spaces at its ends.
    """
    found: list[Stretch] = []
    for stretch in _aligned(_words(one_line(old)), _words(one_line(new))):
        if found and found[-1].kind == stretch.kind:
            found[-1] = Stretch(stretch.kind, found[-1].text + stretch.text)
        elif stretch.text:
            found.append(stretch)
    # The space in front of the first word of either version.
    while found and found[0].text.startswith(" "):
        text = found[0].text[1:]
        found[:1] = [Stretch(found[0].kind, text)] if text else []
    return found


def shortened(found: Sequence[Stretch]) -> list[Stretch]:
    """Return stretches without what lies far from a change, an ellipsis in its place."""
    last = len(found) - 1
    return [
        Stretch(stretch.kind, _cut(stretch, number == 0, number == last))
        for number, stretch in enumerate(found)
    ]


def word_diff(old: str, new: str) -> str:
    """Return the changed words in [-brackets-] and {+braces+}, with a few words around them."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(
        marks[stretch.kind].format(stretch.text) for stretch in shortened(stretches(old, new))
    )


def _words(text: str) -> list[str]:
    """Return words and punctuation marks, each with the space in front of it, the first as well."""
    found = []
    end = 0
    text = f" {text}"
    for match in _TOKEN.finditer(text):
        found.append(text[end : match.end()])
        end = match.end()
    return found


def _aligned(before: list[str], after: list[str]) -> Iterator[Stretch]:
    start = _common(before, after)
    end = _common(before[start:][::-1], after[start:][::-1])
    yield Stretch("same", "".join(before[:start]))
    yield from _between(before[start : len(before) - end], after[start : len(after) - end])
    yield Stretch("same", "".join(before[len(before) - end :]))


def _common(some: Sequence[str], others: Sequence[str]) -> int:
    """Return how many words two lists begin with in common."""
    pairs = zip(some, others, strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))


class _Matcher(SequenceMatcher[str]):
    """A matcher that does a bounded amount of work, where repeated words would take cubic time.

    It finds the longest stretches in common first; what is left in the end counts as replaced.
    """

    def __init__(self, before: list[str], after: list[str]) -> None:
        super().__init__(None, before, after, autojunk=False)
        times = Counter(after)
        self._work = [1 + times[word] for word in before]
        self._work_left = _MOST_WORK

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> Match:
        self._work_left -= sum(self._work[alo:ahi])
        if self._work_left < 0:
            return Match(alo, blo, 0)
        return super().find_longest_match(alo, ahi, blo, bhi)


def _between(before: list[str], after: list[str]) -> Iterator[Stretch]:
    gone: list[str] = []
    come: list[str] = []
    for tag, i1, i2, j1, j2 in _Matcher(before, after).get_opcodes():
        same = before[i1:i2] if tag == "equal" else []
        if any(len(word.strip()) > 1 for word in same):
            yield from _replaced(gone, come)
            yield Stretch("same", "".join(same))
            gone, come = [], []
        else:
            # A lone comma that two rewritten passages share does not hold them apart.
            gone += before[i1:i2]
            come += after[j1:j2]
    yield from _replaced(gone, come)


def _replaced(gone: Sequence[str], come: Sequence[str]) -> Iterator[Stretch]:
    removed, added = "".join(gone), "".join(come)
    if removed[:1] == added[:1] == " ":
        yield Stretch("same", " ")
        removed, added = removed[1:], added[1:]
    yield Stretch("removed", removed)
    yield Stretch("added", added)


def _cut(stretch: Stretch, first: bool, last: bool) -> str:
    words = re.findall(r"\S+\s*|\s+", stretch.text)
    if stretch.kind != "same":
        if len(words) <= _LONGEST_CHANGE:
            return stretch.text
        return "".join(words[: _LONGEST_CHANGE // 2]) + "… " + "".join(words[-_AROUND:])
    limit = _AROUND if first or last else 2 * _AROUND
    if len(words) <= limit + 1:
        return stretch.text
    head = "" if first else "".join(words[:_AROUND])
    tail = "" if last else "".join(words[-_AROUND:])
    return f"{head}… {tail}" if tail else f"{head}…"
