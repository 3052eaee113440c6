"""Likeness of spellings: "did you mean" for keys and ids, and for names."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from kh20.text.folding import fold
from kh20.text.i18n import _
from kh20.text.patterns import lazy_pattern
from kh20.text.quoting import any_of

_LONGEST_QUERY = 200
_SHORTLIST = 60
_LIKE_WHOLE = 0.6
_LIKE_PART = 0.7
_BEHIND_THE_BEST = 0.2

_lead = lazy_pattern(
    r"(?:(?:ban can su dang|dang doan|dang uy|dang bo|tinh uy|thanh uy|uy ban nhan dan"
    r"|hoi dong nhan dan|van phong|uy ban|tinh|thanh pho|tong cuc|cuc|bo|ban|so|vien"
    r"|ministry of|department of|committee for|committee of) )+"
)
"""Match, folded, the words that say what kind of body it is; sharing only these is no likeness.

They can follow each other: Ban cán sự đảng Bộ ….
"""


class Spelling:
    """A word or phrase prepared for being compared with many others.

    The distance is the number of letters inserted, left out, replaced or swapped with their
    neighbour (optimal string alignment). It is computed for a whole column at a time in the bits of
    one integer (Myers 1999; with swaps, Hyyrö 2003), so the length of the phrase costs little.
    """

    __slots__ = ("_masks", "length")

    def __init__(self, text: str) -> None:
        """Prepare ``text``, which is compared letter by letter as it is."""
        self.length = len(text)
        self._masks: dict[str, int] = {}
        for place, char in enumerate(text):
            self._masks[char] = self._masks.get(char, 0) | 1 << place

    def distance(self, other: str) -> int:
        """Return how many slips lie between the phrase and ``other``."""
        return self._run(other, 1)[0]

    def distance_within(self, text: str) -> int:
        """Return how many slips lie between the phrase and the stretch of ``text`` most like it."""
        return self._run(text, 0)[1]

    def _run(self, text: str, top: int) -> tuple[int, int]:
        """Return the distance at the end of ``text`` and the least one anywhere in it.

        ``top`` is what each letter of ``text`` before the first of the phrase costs.
        """
        distance = least = self.length
        if not distance:
            return len(text) * top, 0
        full = (1 << distance) - 1
        last = 1 << (distance - 1)
        up, down, diagonal, before = full, 0, 0, 0
        for char in text:
            here = self._masks.get(char, 0)
            swapped = ((~diagonal & here) << 1) & before
            diagonal = ((((here & up) + up) ^ up) | here | down | swapped) & full
            rise = down | (full & ~(diagonal | up))
            fall = diagonal & up
            if rise & last:
                distance += 1
            elif fall & last:
                distance -= 1
                least = min(least, distance)
            rise = rise << 1 | top
            up = (fall << 1 | ~(diagonal | rise)) & full
            down = rise & diagonal & full
            before = here
        return distance, least


@lru_cache(maxsize=16384)
def _profile(text: str) -> tuple[str, int, int]:
    folded = fold(text)
    letters = 0
    for char in folded:
        letters |= 1 << (ord(char) & 127)
    return folded, len(folded), letters


def closest(word: str, candidates: Iterable[str], n: int = 3) -> tuple[str, ...]:
    """Return at most ``n`` candidates that ``word`` is a likely slip for, the likeliest first.

    For ids and keys. Spellings are compared folded, so another case or ``_`` for ``-`` is no
    difference. Only near ones are returned: one slip in a short word, two in one of five letters,
    a fifth of a long one, and never half of the word. Candidates equally near keep their order.
    """
    folded, length, letters = _profile(word[: _LONGEST_QUERY + 1])
    if not folded or length > _LONGEST_QUERY:
        return ()
    tolerance = 1 if length <= 4 else 2 if length <= 8 else max(3, length // 5)
    spelling = Spelling(folded)
    near: list[tuple[int, str]] = []
    for candidate in dict.fromkeys(candidates):
        other, other_length, other_letters = _profile(candidate)
        # Neither can be nearer than the difference in length or the letters that one of them lacks,
        # which spares the comparison with nearly all of a long list.
        if (
            abs(length - other_length) > tolerance
            or (letters & ~other_letters).bit_count() > tolerance
            or (other_letters & ~letters).bit_count() > tolerance
        ):
            continue
        distance = spelling.distance(other)
        if distance <= tolerance and 2 * distance < max(length, other_length):
            near.append((distance, candidate))
    near.sort(key=lambda pair: pair[0])
    return tuple(candidate for _slips, candidate in near[:n])


def did_you_mean(names: Sequence[str]) -> str | None:
    """Return the question which of some names was meant; ``None`` where there is none."""
    return _("did you mean {names}?").format(names=any_of(names)) if names else None


def most_alike(query: str, names: Sequence[tuple[str, str]], n: int = 5) -> tuple[str, ...]:
    """Return at most ``n`` ids of names that ``query`` may have been meant for, best first.

    ``query`` and the names, given as (id, name), are folded. An id has any number of names and is
    returned once. A name counts as alike as a whole, in one of its parts, without the words that
    say what kind of body it is ("Bộ", "Ban"), or when it stands inside the query.
    """
    query = query[:_LONGEST_QUERY].strip()
    if not query:
        return ()
    pairs = _bigrams(query)
    shared = [(len(pairs & _bigrams(name)), entry, name) for entry, name in names]
    shared = sorted((item for item in shared if item[0]), key=lambda item: -item[0])
    judge = _Likeness(query)
    best: dict[str, tuple[float, int]] = {}
    for _count, entry, name in shared[:_SHORTLIST]:
        rank = (-judge.of(name), len(name))
        best[entry] = min(best.get(entry, rank), rank)
    # Beside a near miss, what is only somewhat alike is noise.
    least = max((-rank[0] for rank in best.values()), default=0.0) - _BEHIND_THE_BEST
    alike = [
        entry for entry, (negated, _length) in best.items() if negated < 0 and -negated >= least
    ]
    return tuple(sorted(alike, key=lambda entry: best[entry])[:n])


def _bigrams(text: str) -> set[str]:
    padded = f" {text} "
    return {padded[place : place + 2] for place in range(len(padded) - 1)}


class _Likeness:
    """How much a name is like one query, from 0 (not) to 1 (the same)."""

    __slots__ = ("_has_lead", "_padded", "_padded_rest", "_rest", "_whole")

    def __init__(self, query: str) -> None:
        rest = _without_lead(query)
        self._has_lead = rest != query
        self._padded = f" {query} "
        self._whole = Spelling(query)
        self._rest = Spelling(rest)
        # Spaces around make a stretch of whole words nearer than one that cuts through them.
        self._padded_rest = Spelling(f" {rest} ")

    def of(self, name: str) -> float:
        whole = _similarity(self._whole, name)
        rest = _without_lead(name)
        # "Ban cán sự đảng Bộ Xây dựng" has most of its letters in common with that of Bộ Nội vụ.
        only_leads = self._has_lead and rest != name and _similarity(self._rest, rest) < _LIKE_WHOLE
        if whole < _LIKE_WHOLE or only_leads:
            whole = 0.0
        padded = f" {name} "
        part = 0.9 * _part_similarity(self._padded_rest, padded)
        named = 0.8 if " " in name and padded in self._padded else 0.0
        return max(whole, part, named)


def _without_lead(name: str) -> str:
    lead = _lead().match(name)
    return name[lead.end() :] if lead else name


def _similarity(spelling: Spelling, other: str) -> float:
    return 1 - spelling.distance(other) / max(spelling.length, len(other), 1)


def _part_similarity(padded: Spelling, text: str) -> float:
    length = padded.length - 2
    # A stretch like a word of three letters can be found in nearly every name.
    if length < 4:
        return 0.0
    similarity = 1 - padded.distance_within(text) / length
    return similarity if similarity >= _LIKE_PART else 0.0
