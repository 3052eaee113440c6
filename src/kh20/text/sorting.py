"""Sort keys: names in the order of a Vietnamese dictionary, obligation ids in document order."""

import re
from functools import cache, lru_cache
from typing import TypeAlias
from unicodedata import normalize

from kh20.text.folding import strip_marks

CollationKey: TypeAlias = tuple[tuple[tuple[str, str], ...], str, str]
"""Per syllable its letters and its tones; then the cases of the letters; then the text itself."""

NaturalKey: TypeAlias = tuple[tuple[tuple[int, int, str, str], ...], str]
"""Per part: numbered or not, number of digits, digits, other text; then the id itself."""

# f, j, w and z are not Vietnamese letters but occur in names; they stand where Latin has them.
_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
# Weights that compare as characters: above the digits, below every letter of another alphabet.
_WEIGHTS = {ord(letter): chr(ord("a") + place) for place, letter in enumerate(_ALPHABET)}

# huyền, hỏi, ngã, sắc, nặng, as in Vietnamese dictionaries; the level tone has no mark and is first
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}

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
    no number come after those that are, in code point order. Every string has a key, and different
    strings have different ones.
    """
    parts = number.split(".")
    value = _roman_values().get(parts[0])
    if value:
        parts[0] = str(value)
    return tuple(map(_weigh_part, parts)), number


def _weigh_part(part: str) -> tuple[int, int, str, str]:
    rest = part.lstrip("0123456789")
    if rest == part:
        return 1, 0, "", part
    # Length before digits is the order of the values, without a limit on how many digits.
    digits = part[: len(part) - len(rest)].lstrip("0")
    return 0, len(digits), digits, rest


@cache
def _roman_values() -> dict[str, int]:
    # No plan has a hundred sections; C, D and M are letters of sections A, B, C, D.
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    numerals = [ten + unit for ten in tens for unit in units]
    return {numeral: value for value, numeral in enumerate(numerals) if numeral}
