"""Finding the one entry that a person means by a name, an abbreviation or a part of a name."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from kh20.text.folding import fold, normalise_tone_placement, strip_marks
from kh20.text.marks import MOST_MARKS, surplus_marks
from kh20.text.suggestions import most_alike

How: TypeAlias = Literal["exact", "folded", "part", "short", "initials", "none"]
"""At which step a query was found: spelt so, spelt so but for the diacritics, as a part of a name,
as a part too short to mean just one, as an abbreviation that nobody listed, not at all."""

# Abbreviations leave these out as often as not: Bộ KHCN, MOST. "and" folds to "va".
_OPTIONAL = frozenset({"va", "of", "the", "for"})
_LONGEST_ABBREVIATION = 200
_SHORTEST_PART = 3
"""Letters: a shorter word ("TT", "tu") is in too many names to be a part of just one of them."""


class Found(NamedTuple):
    """What a query was found to mean.

    ``ids`` are in the order of the index: one is an answer, several an ambiguous query.
    ``suggestions`` are ids that may have been meant, best first, and only when ``ids`` is empty.
    """

    ids: tuple[str, ...]
    how: How
    suggestions: tuple[str, ...] = ()

    @property
    def spelt(self) -> bool:
        """Whether the query is one of the names, whatever the case and the diacritics."""
        return self.how in ("exact", "folded")


class _Name:
    """One name of one entry, prepared for comparing. (A dataclass takes longer to define.)"""

    __slots__ = ("entry", "folded", "text", "units", "words")

    def __init__(self, entry: str, text: str) -> None:
        self.entry = entry
        self.text = text
        self.folded = fold(text)
        self.words = tuple(self.folded.split())
        self.units = _units(text)


class NameIndex:
    """Entries to be found by any of their names.

    Built from pairs of an id and all its names: official, English, abbreviations, aliases. An id
    given twice has the names of both. Building is cheap; what the later steps need is worked out
    when a query first comes that far.
    """

    def __init__(self, entries: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Index ``entries``, in the order in which ambiguous answers are to be listed."""
        self._spelt: dict[str, list[str]] = {}
        for entry, names in entries:
            self._spelt.setdefault(entry, []).extend(names)

    def find(self, query: str) -> Found:
        """Return the entries that ``query`` names, by the first of these steps that finds any.

        1. "exact": the id or a name, in either Unicode form and tone placement.
        2. "folded": the same as `kh20.text.folding` compares. Where that fits several entries,
           those whose diacritics fit too.
        3. "part": the query is a run of whole words in a name (again preferring those whose
           diacritics fit, if the query has any); or else its words stand in a name in any order,
           the last of them perhaps cut short. Initials written together ("VH,TT&DL") are one word
           here: whoever types a part of them means another body.
        4. "initials": it abbreviates a whole name ("BNV", "Bộ KH&CN").

        A query without a letter or digit, or with a heap of marks on one letter, finds nothing
        and gets no suggestions.
        """
        if any(surplus_marks(query, least=MOST_MARKS)):
            return Found((), "none")
        key = fold(query)
        # "&" alone folds to a word but says nothing.
        if not key or not any(map(str.isalnum, query)):
            return Found((), "none")
        exact = self._by_spelling.get(_spelling(query))
        if exact:
            return Found(tuple(exact), "exact")
        folded = self._by_fold.get(key)
        if folded:
            return Found(_entries(_prefer(folded, _same_but_for_case(query))), "folded")
        units = _units(query)
        part = self._holding_run(units, query) or self._holding_words(units)
        if part:
            return Found(_entries(part), "part" if _says_enough(units) else "short")
        abbreviated = self._abbreviated(key)
        if abbreviated:
            return Found(_entries(abbreviated), "initials")
        known = [(name.entry, name.folded) for name in (*self._names, *self._ids)]
        return Found((), "none", most_alike(key, known))

    @cached_property
    def _by_spelling(self) -> dict[str, dict[str, None]]:
        index: dict[str, dict[str, None]] = {}
        for entry, names in self._spelt.items():
            for text in (entry, *names):
                index.setdefault(_spelling(text), {})[entry] = None
        return index

    @cached_property
    def _names(self) -> list[_Name]:
        return [
            name
            for entry, texts in self._spelt.items()
            for name in (_Name(entry, text) for text in dict.fromkeys(texts))
            if name.folded
        ]

    @cached_property
    def _ids(self) -> list[_Name]:
        # Apart from the names, because a part of an id is nobody's name: with an id "bcsd-byt",
        # "BYT" must still come out as the ministry.
        return [name for name in (_Name(entry, entry) for entry in self._spelt) if name.folded]

    @cached_property
    def _by_fold(self) -> dict[str, list[_Name]]:
        index: dict[str, list[_Name]] = {}
        for name in (*self._names, *self._ids):
            index.setdefault(name.folded, []).append(name)
        return index

    def _holding_run(self, units: Sequence[str], query: str) -> list[_Name]:
        run = f" {' '.join(units)} "
        names = [name for name in self._names if run in f" {' '.join(name.units)} "]
        spoken = _without_case(query)
        if strip_marks(spoken) == spoken:
            return names
        marked = f" {spoken} "
        return _prefer(names, lambda name: marked in f" {_without_case(name.text)} ")

    def _holding_words(self, units: Sequence[str]) -> list[_Name]:
        *whole, start = units
        needed = set(whole) - _OPTIONAL
        return [
            name
            for name in self._names
            if needed.issubset(name.units) and any(_begun(unit, start) for unit in name.units)
        ]

    def _abbreviated(self, key: str) -> list[_Name]:
        if len(key) > _LONGEST_ABBREVIATION:
            return []
        # Trung ương is written TW, though its initials are TƯ.
        queries = [spelt.split() for spelt in dict.fromkeys((key, key.replace("tw", "tu")))]
        return [
            name
            for name in self._names
            if any(_abbreviates(words, name.words) for words in queries)
        ]


def _units(text: str) -> tuple[str, ...]:
    """Return the folded words of a text, with initials that are written together as one."""
    units: list[str] = []
    for written in text.split():
        words = fold(written).split()
        together = "&" in written.strip("&") or written.isupper()
        units.extend(["_".join(words)] if together and words else words)
    return tuple(units)


def _begun(word: str, typed: str) -> bool:
    """Tell whether a word was typed, or begun: two letters begin too many, and may be initials."""
    return word == typed or (len(typed) >= _SHORTEST_PART and word.startswith(typed))


def _says_enough(units: Sequence[str]) -> bool:
    return len(units) > 1 or any(len(unit) >= _SHORTEST_PART for unit in units)


def _abbreviates(query: Sequence[str], name: Sequence[str]) -> bool:
    """Tell whether each word of ``query`` is the next of ``name`` or initials of the next few."""
    places = _past_optional({0}, name)
    for word in query:
        reached = {place + 1 for place in places if name[place : place + 1] == (word,)}
        if word in _OPTIONAL:
            reached |= places
        if len(word) > 1:
            reached |= _past_initials(word, places, name)
        places = _past_optional(reached, name)
        if not places:
            return False
    return len(name) in places


def _past_initials(initials: str, places: set[int], name: Sequence[str]) -> set[int]:
    for initial in initials:
        places = _past_optional(
            {place + 1 for place in places if place < len(name) and name[place][0] == initial}, name
        )
        if not places:
            break
    return places


def _past_optional(places: set[int], name: Sequence[str]) -> set[int]:
    reached = set(places)
    for place in places:
        while place < len(name) and name[place] in _OPTIONAL:
            place += 1
            if place in reached:
                break
            reached.add(place)
    return reached


def _spelling(text: str) -> str:
    return normalise_tone_placement(text.strip())


def _without_case(text: str) -> str:
    return " ".join(normalise_tone_placement(text.casefold()).split())


def _same_but_for_case(query: str) -> Callable[[_Name], bool]:
    spoken = _without_case(query)
    return lambda name: _without_case(name.text) == spoken


def _prefer(names: list[_Name], fits: Callable[[_Name], bool]) -> list[_Name]:
    if len({name.entry for name in names}) < 2:
        return names
    return [name for name in names if fits(name)] or names


def _entries(names: Iterable[_Name]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.entry for name in names))
