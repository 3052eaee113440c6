"""Bodies that a running text names: single ones, and lists of them."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from kh20.text.folding import fold

_TOKEN = re.compile(r"[^\s,;:.()|“”\"/]+|[,;:.()|/]")
_JOINTS = frozenset({",", ";", ":", "va", "cung", "voi", "(", ")"})
"""What stands between the names of a list."""
_INSIDE = frozenset({",", ".", "(", ")", "/", "", "va"})
"""What is passed over inside a name: “Khoa học, Công nghệ” and “Khoa học và Công nghệ” are one."""
_HEAD = ("bo",)
"""What the first name of a list has for all of them: “Bộ Nội vụ, Tài chính, Y tế”."""
_FILLER = frozenset({"cac", "dong", "chi", "lanh", "dao", "giao", "cho", "co", "quan", "don", "vi"})
"""Words that may stand in front of a list of names, or of a name in it."""
_FARTHEST = 600
"""Characters before “chủ trì” in which the list of those who lead may begin."""


class Mention(NamedTuple):
    """A name in a text: which agencies have it, and where it stands there."""

    agencies: frozenset[str]
    start: int
    end: int


class Named(NamedTuple):
    """The bodies named in a stretch of text, and whether they are all that stands there."""

    mentions: tuple[Mention, ...]
    whole: bool


_Word = tuple[str, int, int]
"""A word as it is compared, and where it begins and ends: a plain tuple, as there are many."""


class _Words:
    """The words of a stretch of text, each taken from it when it is first asked for."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.known: list[_Word] = []
        """The words taken so far."""
        self._tokens = _TOKEN.finditer(text, start, end)

    def reach(self, index: int) -> bool:
        """Take words up to one by its number; false where there are not as many."""
        known = self.known
        while len(known) <= index:
            match = next(self._tokens, None)
            if match is None:
                return False
            start, end = match.span()
            for word in _folded(match[0]):
                known.append((word, start, end))
        return True

    def folded(self, index: int) -> str | None:
        """Return how a word is compared; ``None`` behind the last."""
        known = self.known
        return known[index][0] if index < len(known) or self.reach(index) else None

    def end_at(self, index: int) -> bool:
        """Tell whether nothing but punctuation stands from a word on."""
        while (word := self.folded(index)) is not None:
            if word.isalnum():
                return False
            index += 1
        return True


class _Node:
    """A place in the names, word by word: the names that end here, and how others go on."""

    __slots__ = ("names", "next")

    def __init__(self) -> None:
        self.names: list[tuple[str, str]] = []
        self.next: dict[str, _Node] = {}


class NameFinder:
    """Finds the names of agencies in texts, the longest one that stands in a place.

    A name of one word, such as an abbreviation, must be written as it is; others in any case.
    """

    def __init__(self, names: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Know agencies by pairs of a short name and all names."""
        self._spelt: dict[str, list[tuple[str, str]]] = {}
        """The names by their first word; the rest of a name is looked at when a text has that."""
        self._begun: dict[str, _Node | None] = {}
        for key, spelt in names:
            for name in spelt:
                first = _folded(name.split(None, 1)[0])[0]
                self._spelt.setdefault(first, []).append((key, name))

    def list_at(self, text: str, start: int, end: int | None = None) -> Named:
        """Return the names that stand in a list at an offset, one behind the other.

        What is not a name ends the list: the verb of the sentence, as a rule.
        """
        words = _Words(text, start, len(text) if end is None else end)
        mentions, position = self._list(words, 0)
        return Named(tuple(mentions), words.end_at(position))

    def list_before(self, text: str, end: int) -> tuple[Mention, ...]:
        """Return the names of the list that ends just before an offset."""
        begin = max(text.rfind(mark, 0, end) for mark in (". ", "|", ";\n", "\n")) + 1
        words = _Words(text, max(begin, end - _FARTHEST), end)
        index = 0
        while words.reach(index):
            if self._at(words, index) is not None:
                mentions, position = self._list(words, index)
                if words.end_at(position):
                    return tuple(mentions)
            index += 1
        return ()

    def anywhere(self, text: str) -> list[Mention]:
        """Return all names in a text."""
        words = _Words(text, 0, len(text))
        found: list[Mention] = []
        index = 0
        while words.reach(index):
            match = self._at(words, index)
            if match is not None:
                found.append(match[1])
            index += match[0] if match is not None else 1
        return found

    def _list(self, words: _Words, position: int) -> tuple[list[Mention], int]:
        """Return the names of a list that begins at a word, and the word at which it has ended."""
        found: list[Mention] = []
        head: tuple[str, ...] = ()
        while True:
            at = position
            while words.folded(at) in _FILLER and not self._at(words, at):
                at += 1
            shared = _shared_head(words, at)
            if shared:
                head, at = _HEAD, at + shared
            match = self._at(words, at) or (self._at(words, at, head) if head else None)
            if match is None:
                return found, position
            length, mention = match
            found.append(mention)
            head = _HEAD if words.folded(at) == "bo" else head
            position = joined = at + length
            while words.folded(joined) in _JOINTS:
                joined += 1
            if joined == position:
                return found, position
            position = joined

    def _at(
        self, words: _Words, index: int, head: tuple[str, ...] = ()
    ) -> tuple[int, Mention] | None:
        """Return how many words the longest name at a place takes, and whose it is."""
        word = words.folded(index)
        first = head[0] if head else word
        if word is None or first not in self._spelt:
            return None
        known = words.known
        start = known[index][1]
        node = self._beginning(first)
        for said in (*head[1:], word) if head else ():
            node = node and node.next.get(said)
        ends: list[tuple[int, _Node]] = []
        place = index
        while node is not None:
            if node.names:
                ends.append((place, node))
            place += 1
            word = words.folded(place)
            while word is not None and word in _INSIDE:
                place += 1
                word = words.folded(place)
            node = None if word is None else node.next.get(word)
        for place, node in reversed(ends):
            end = known[place][2]
            written = words.text[start:end]
            keys = (key for key, name in node.names if " " in name or name == written)
            if agencies := frozenset(keys):
                return place - index + 1, Mention(agencies, start, end)
        return None

    def _beginning(self, first: str) -> _Node | None:
        if first not in self._begun:
            root = None
            for key, name in self._spelt.get(first, ()):
                root = root or _Node()
                words = (word for word in fold(name).split() if word not in _INSIDE)
                node = root
                for word in list(words)[1:]:
                    node = node.next.setdefault(word, _Node())
                node.names.append((key, name))
            self._begun[first] = root
        return self._begun[first]


def _shared_head(words: _Words, index: int) -> int:
    """Return how many words say that all names of a list are ministries: “các Bộ: Tài chính, …”."""
    if words.folded(index) != "bo":
        return 0
    length = 2 if words.folded(index + 1) == "truong" else 1
    return length + 1 if words.folded(index + length) == ":" else 0


@lru_cache(maxsize=20_000)
def _folded(token: str) -> tuple[str, ...]:
    return tuple(fold(token).split()) or (("",) if token in "-–—" else (token,))
