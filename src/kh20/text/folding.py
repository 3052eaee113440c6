"""One key for the many ways in which the same Vietnamese name is typed."""

import re
from functools import lru_cache
from unicodedata import category

from kh20.text.marks import normalize
from kh20.text.patterns import lazy_pattern

# The range of Unicode that holds every mark of Vietnamese and of Latin script at large.
_MARKS = re.compile("[\u0300-\u036f]+")
_BETWEEN_WORDS = re.compile(r"[\W_]+")

# đ has no decomposition. Ð (eth) and Ɖ (African d) look the same in capitals and stand for Đ in
# texts converted from the older Vietnamese encodings.
_D = str.maketrans("đðɖĐÐƉ", "dddDDD")

_ZERO_WIDTH_SPACE = "\u200b"

_second_letter_tone = lazy_pattern(
    r"(?<![^\W\d_])([bcdđfghjklmnprstvwxz]{0,3})"
    r"(o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])"
    r"(?![\w\u0300-\u036f])",
    re.IGNORECASE,
)
"""Match oa, oe and uy that end a syllable with the tone on the second letter.

The letters before them are an initial consonant other than q, with which the u of "quý" goes.
"""


def fold(text: str) -> str:
    """Return the key under which names are compared; equal keys mean "the same as typed".

    Composed and decomposed text, letters with and without diacritics (đ is d), any case, either
    tone placement, ``&``, ``và`` and ``and`` fold alike. Dashes, quotes, other punctuation,
    zero-width spaces and every kind of space come out as one space between words, none at the ends;
    invisible characters that join rather than separate (soft hyphen, joiners, direction marks) are
    dropped. The result is empty for text without a letter, a digit or an ``&``.

    A key is for comparing, not for showing: different names can share it ("Phú Yên", "Phù Yên").
    """
    return _fold(text)


# One plan asks for the same few hundred names again and again.
@lru_cache(maxsize=4096)
def _fold(text: str) -> str:
    text = normalize("NFKD", text).casefold()
    if not text.isascii():
        text = _without_marks(normalize("NFKD", text))
    text = _BETWEEN_WORDS.sub(" ", text.replace("&", " va ")).strip()
    if "and" in text:
        return " ".join("va" if word == "and" else word for word in text.split(" "))
    return text


def _without_marks(text: str) -> str:
    text = _MARKS.sub("", text).translate(_D)
    if text.isascii():
        return text
    for char in {char for char in text if char > "\x7f"}:
        kind = category(char)
        if char == _ZERO_WIDTH_SPACE or "\u02b9" <= char <= "\u02ff":
            # The second range has the apostrophes that Unicode counts as letters (Mʼnông).
            text = text.replace(char, " ")
        elif kind == "Cf" or kind.startswith("M"):
            text = text.replace(char, "")
    return text


def strip_marks(text: str) -> str:
    """Return ``text`` with plain letters for those with diacritics ("Bộ" → "Bo", "Đ" → "D"), NFC.

    Case, spaces and punctuation stay, unlike in `fold`.
    """
    return normalize("NFC", _MARKS.sub("", normalize("NFD", text)).translate(_D))


def normalise_tone_placement(text: str) -> str:
    """Return ``text`` in NFC with the tone on the first letter of a final oa, oe or uy.

    Both spellings are correct and both occur in official texts: "hoà" comes out as "hòa", "uỷ" as
    "ủy", "khoẻ" as "khỏe". No other letter changes: not "quý", where the u belongs to the
    consonant, and not "hoàn" or "thuyền", where the placement is not free. Case is kept.
    """
    return _second_letter_tone().sub(_move_tone, normalize("NFC", text))


def _move_tone(found: re.Match[str]) -> str:
    letters = normalize("NFD", found[2])
    return found[1] + normalize("NFC", letters[0] + letters[2] + letters[1])
