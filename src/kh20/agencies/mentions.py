"""Bodies that a running text names: single ones, and lists of them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kh20.text.folding import fold

_TOKEN = re.compile(r"[^\s,;:.()|“”\"/]+|[,;:.()|/]")
_JOINTS = frozenset({",", ";", ":", "va", "cung", "voi", "(", ")"})
"""What stands between the names of a list."""
_HEAD = ("bo",)
"""What the first name of a list has for all of them: “Bộ Nội vụ, Tài chính, Y tế”."""
_FILLER = frozenset({"cac", "dong", "chi", "lanh", "dao", "giao", "cho", "co", "quan", "don", "vi"})
"""Words that may stand in front of a list of names, or of a name in it."""


class Mention(NamedTuple):
    """A name in a text: which agencies have it, and where it stands there."""

    agencies: frozenset[str]
    start: int
    end: int


class Named(NamedTuple):
    """The bodies named in a stretch of text, and whether they are all that stands there."""

    mentions: tuple[Mention, ...]
    whole: bool


class _Word(NamedTuple):
    folded: str
    start: int
    end: int


class NameFinder:
    """Finds the names of agencies in texts, the longest one that stands in a place.

    A name of one word, such as an abbreviation, must be written as it is; others in any case.
    """

    def __init__(self, names: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Know agencies by pairs of a short name and all names."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        for key, spelt in names:
            for name in spelt:
                words = tuple(fold(name).split())
                if words:
                    known = self._by_first.setdefault(words[0], [])
                    known.append((words, key, name))
        for known in self._by_first.values():
            known.sort(key=lambda entry: -len(entry[0]))

    def list_at(self, text: str, start: int, end: int | None = None) -> Named:
        """Return the names that stand in a list at an offset, one behind the other.

        What is not a name ends the list: the verb of the sentence, as a rule.
        """
        words = _words(text, start, end)
        found: list[Mention] = []
        position = 0
        head: tuple[str, ...] = ()
        while position < len(words):
            at = position
            while words[at].folded in _FILLER and self._at(words, at, text) is None:
                at += 1
                if at == len(words):
                    break
            shared = _shared_head(words, at)
            if shared:
                head, at = _HEAD, at + shared
            match = self._at(words, at, text) or (self._at(words, at, text, head) if head else None)
            if match is None:
                break
            length, keys = match
            found.append(Mention(keys, words[at].start, words[at + length - 1].end))
            head = _HEAD if words[at].folded == "bo" else head
            position = at + length
            joined = position
            while joined < len(words) and words[joined].folded in _JOINTS:
                joined += 1
            if joined == position:
                break
            position = joined
        rest = [word for word in words[position:] if word.folded.isalnum()]
        return Named(tuple(found), not rest)

    def list_before(self, text: str, end: int) -> tuple[Mention, ...]:
        """Return the names of the list that ends just before an offset."""
        begin = max(text.rfind(mark, 0, end) for mark in (". ", "|", ";\n", "\n")) + 1
        words = _words(text, begin, end)
        for index in range(len(words)):
            if self._at(words, index, text) is None:
                continue
            named = self.list_at(text, words[index].start, end)
            if named.mentions and named.whole:
                return named.mentions
        return ()

    def anywhere(self, text: str) -> list[Mention]:
        """Return all names in a text."""
        words = _words(text, 0, None)
        found: list[Mention] = []
        index = 0
        while index < len(words):
            match = self._at(words, index, text)
            if match is None:
                index += 1
                continue
            length, keys = match
            found.append(Mention(keys, words[index].start, words[index + length - 1].end))
            index += length
        return found

    def _at(
        self, words: Sequence[_Word], index: int, text: str, head: tuple[str, ...] = ()
    ) -> tuple[int, frozenset[str]] | None:
        """Return how many words the longest name at a place has, and whose it is."""
        if index >= len(words):
            return None
        for name, _key, _spelt in self._by_first.get((*head, words[index].folded)[0], ()):
            if name[: len(head)] != head:
                continue
            length = _fits(name[len(head) :], words, index)
            if length:
                keys = self._spelt_so(
                    name, text[words[index].start : words[index + length - 1].end]
                )
                if keys:
                    return length, keys
        return None

    def _spelt_so(self, words: tuple[str, ...], written: str) -> frozenset[str]:
        known = self._by_first[words[0]]
        alike = [(key, name) for others, key, name in known if others == words]
        if len(words) > 1:
            return frozenset(key for key, _name in alike)
        return frozenset(key for key, name in alike if name == written)


def _shared_head(words: Sequence[_Word], index: int) -> int:
    """Return how many words say that all names of a list are ministries: “các Bộ: Tài chính, …”."""
    said = [word.folded for word in words[index : index + 3]]
    for head in (["bo", "truong", ":"], ["bo", ":"]):
        if said[: len(head)] == head:
            return len(head)
    return 0


def _fits(name: Sequence[str], words: Sequence[_Word], index: int) -> int:
    """Return how many words of a text a name takes at a place; 0 where it does not stand there.

    Commas and dashes inside a name are passed over, and a comma may stand for its “và”.
    """
    place = index
    for word in name:
        if word == "va" and place < len(words) and words[place].folded == ",":
            place += 1
            continue
        while place > index and place < len(words) and words[place].folded in (",", ""):
            place += 1
        if place >= len(words) or words[place].folded != word:
            return 0
        place += 1
    return place - index


@lru_cache(maxsize=20_000)
def _folded(token: str) -> tuple[str, ...]:
    return tuple(fold(token).split()) or (("",) if token in "-–—" else (token,))


def _words(text: str, start: int, end: int | None) -> list[_Word]:
    found = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        found += [_Word(word, match.start(), match.end()) for word in _folded(match[0])]
    return found
