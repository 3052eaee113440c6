"""Sort keys: names in the order of a Vietnamese dictionary, obligation ids in document order."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TypeAlias
from unicodedata import normalize

from kh20.text.folding import strip_marks

CollationKey: TypeAlias = tuple[tuple[tuple[str, str], ...], str, str]
"""Per syllable its letters and its tones; then the cases of the letters; then the text itself."""

_Run: TypeAlias = tuple[int, int, str]
"""Of digits: 0, how many of them, the digits. Of other text: 1, 0, its letters."""

NaturalKey: TypeAlias = tuple[tuple[tuple[_Run, ...], str], ...]
"""Per part its runs of digits and of other text; then the part itself."""

# f, j, w and z are not Vietnamese letters but occur in names; they stand where Latin has them.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# Weights that compare as characters: above the digits, below every letter of another alphabet.
_WEIGHTS = {ord(letter): chr(ord("a") + place) for place, letter in enumerate(_ALPHABET)}

# huyền, hỏi, ngã, sắc, nặng, as in Vietnamese dictionaries; the level tone has no mark and is first
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}

_RUN = re.compile("[0-9]+|[^0-9]+")
_SYLLABLE = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


def collation_key(text: str) -> CollationKey:
    """Return a key that sorts ``text`` as a Vietnamese dictionary does.

    Syllable by syllable, first the letters in the order a ă â b c d đ e ê … o ô ơ … u ư …, then the
    tone (ngang, huyền, hỏi, ngã, sắc, nặng): "tuân thủ" stands before "tuần chay". Lower case
    stands before upper where nothing else differs. A shorter syllable stands before a longer one
    and digits before letters; digits compare one by one, not as numbers. Punctuation only
    separates. Two texts have the same key only if they are the same in NFC.
    """
    text = normalize("NFC", text)
    syllables = _SYLLABLE.findall(text)
    cases = "".join("1" if char.isupper() else "0" for syllable in syllables for char in syllable)
    return tuple(map(_weigh, syllables)), cases, text


@lru_cache(maxsize=4096)
def _weigh(syllable: str) -> tuple[str, str]:
    decomposed = normalize("NFD", syllable.casefold())
    letters = normalize("NFC", "".join(char for char in decomposed if char not in _TONES))
    known = "".join(char if ord(char) in _WEIGHTS else strip_marks(char) for char in letters)
    return known.translate(_WEIGHTS), "".join(_TONES.get(char, "") for char in decomposed)


def natural_key(number: str) -> NaturalKey:
    """Return a key that sorts obligation ids as the document counts: II < IV.2.10 < IV.10.1 < IX.

    The parts between dots compare by number: a Roman numeral (capitals, below 90) in the first
    part, decimal numbers in any. An inserted "2a" stands after "2" and before "3". Parts that are
    no number come after those that are, in the order of the Vietnamese alphabet. Every string has
    a key, and different strings have different ones.
    """
    first, *rest = number.split(".")
    return _weigh_part(first, roman=first[:1].isupper()), *map(_weigh_part, rest)


def document_keys(numbers: Sequence[str]) -> list[NaturalKey]:
    """Return the keys of all obligation ids of a document, each as its siblings are counted.

    Like :func:`natural_key`, but Roman numerals (i, ii, iii or I, II, III) can stand at any level:
    an “i” is one where its siblings have a numeral of several letters, else the letter after “h”.
    """
    roman: set[str] = set()
    for number in numbers:
        below = ""
        for part in number.split("."):
            numeral = _numeral(part)
            if numeral and numeral[0] not in _SINGLE:
                roman.add(below)
            below += f"{part}."
    keys: list[NaturalKey] = []
    for number in numbers:
        below, weights = "", []
        for part in number.split("."):
            weights.append(_weigh_part(part, roman=below in roman))
            below += f"{part}."
        keys.append(tuple(weights))
    return keys


@lru_cache(maxsize=4096)
def _weigh_part(part: str, roman: bool = False) -> tuple[tuple[_Run, ...], str]:
    numeral = _numeral(part) if roman else None
    written = f"{numeral[0]}{numeral[1]}" if numeral else part
    return tuple(map(_weigh_run, _RUN.findall(written))), part


def _weigh_run(run: str) -> _Run:
    # Length before digits is the order of the values, without a limit on how many digits.
    digits = run.lstrip("0") if run[0] in "0123456789" else None
    return (1, 0, _weigh(run)[0]) if digits is None else (0, len(digits), digits)


@lru_cache(maxsize=4096)
def _numeral(part: str) -> tuple[int, str] | None:
    """Return the value of a Roman numeral and the letter of an inserted one, such as IIa."""
    capitals = part.rstrip("abcdđeghiklmnopqrstuvxy")
    numeral = capitals or part.upper()
    value = _roman_values().get(numeral)
    suffix = part[len(numeral) :]
    return (value, suffix) if value and len(suffix) < 2 else None


_SINGLE = frozenset({1, 5, 10, 50})
"""Values of the numerals that may be letters of the alphabet as well: I, V, X, L."""


@cache
def _roman_values() -> dict[str, int]:
    # No plan has a hundred sections; C, D and M are letters of sections A, B, C, D.
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    numerals = [ten + unit for ten in tens for unit in units]
    return {numeral: value for value, numeral in enumerate(numerals) if numeral}
