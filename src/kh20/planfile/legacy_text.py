"""Vietnamese text that is not Unicode: typed for an older font, or read in the wrong encoding.

Such text is Latin letters and signs that make no Vietnamese word, and make one once they are
decoded. Names of other languages stay what they are: hardly one of them becomes a syllable.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple
from unicodedata import normalize

from kh20.findings import Diagnostic, Place, Span
from kh20.text.i18n import N_, _
from kh20.text.quoting import shown

# TCVN 5712:1993, VN3: the fonts whose names begin with .Vn.
_TCVN3 = str.maketrans(
    "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
    "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
)
_TONES = "\u0301\u0300\u0309\u0303\u0323"
"""Sắc, huyền, hỏi, ngã, nặng."""
_VNI_PAIR = "[aeouyôö][ùøûõï]|[aeo][âáàåãä]|a[êéèúüë]|[ñöôæóòî]"

_ONSET = "(?:ngh?|nh?|gh|gi?|kh?|ch?|ph?|th|tr?|qu|[bdđhlmrsvx])?"
_RIME = (
    "a(?:[iouy]|ch?|m|ng|nh|n|p|t)?|ă(?:c|m|ng?|p|t)|â(?:[uy]|c|m|ng?|p|t)|e(?:o|c|m|ng?|p|t)?"
    "|ê(?:u|ch|m|nh?|p|t)?|i(?:[ua]|ch|m|nh?|p|t)?|iê(?:u|c|m|ng?|p|t)|o(?:i|c|m|ng?|p|t)?"
    "|oo(?:c|ng)|ô(?:i|c|m|ng?|p|t)?|ơ(?:i|m|n|p|t)?|u(?:[iay]|c|m|ng?|p|t)?"
    "|ư(?:[iua]|c|m|ng?|t)?|y|oa(?:[iyo]|ch?|m|ng|nh|n|p|t)?|oă(?:c|m|ng?|t)|oe(?:o|n|t)?"
    "|uâ(?:y|ng?|t)|uê(?:ch|nh?)?|uơ|uya|uyê[nt]|uy(?:ch|nh?|t|p|u)|uô(?:i|c|m|ng?|t)"
    "|ươ(?:[iu]|c|m|ng?|p|t)|yê(?:u|m|ng?|t)"
)
_SYLLABLE = f"{_ONSET}(?:{_RIME})"
_LETTER = "A-Za-z\u00a1-\u00ff"
_MORE = "\u0100-\u024f\u0300-\u036f\u1e00-\u1eff"
_WORD = f"(?<![{_LETTER}{_MORE}])[{_LETTER}]+(?![{_LETTER}{_MORE}])"
"""A word of letters and signs of Latin-1: any other letter is Unicode's."""
_NOT_VIETNAMESE = (
    "[\x80-\x9f\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db\u00dc\u00de\u00df"
    "\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff€ƒ„†‡ˆ‰Š‹ŒŽ˜™š›œžŸ]"
)
_NO_PAIRS = ("aâ", "aê", "aù", "eâ", "eá", "oâ")
"""What hardly any good text has, one of which a text in question has: quick to look for."""
_CODE_PAGES = ("cp1252", "cp1258")
_QUOTES = "“”‘’„…"
_PERHAPS_GOOD = "(?<![a-z])[ÃĂÈ][«»“”‘’–—…•¹²³ª°]"
"""A capital letter before a quote, a dash or the number of a note: it may be what it seems."""
_MOST_WORDS = 20_000
"""Different words of a file that are looked at."""
_LONGEST = 40


class _Encoding(NamedTuple):
    """A way in which text is no Unicode. Strings are message ids."""

    pattern: str
    """What a word of it is, among much else."""
    decode: Callable[[str], str | None]
    """Return the Vietnamese that a word stands for; ``None`` where it stands for none."""
    least: int
    """How many words of it are no accident."""
    message: str
    hint: str


class Legacy(NamedTuple):
    """The finding on text that is not Unicode, and all words of the file that are such text."""

    diagnostic: Diagnostic
    words: frozenset[str]


def find_legacy(text: str) -> Legacy | None:
    """KH607: return what a file has of Vietnamese text that is not Unicode, if it has any."""
    if not _in_question(text):
        return None
    for encoding in _ENCODINGS:
        words = _words(encoding, text)
        if len(words) >= encoding.least:
            word, (start, meant) = next(iter(words.items()))
            message = _(encoding.message).format(word=shown(word), meant=meant)
            place = Place(span=Span(start, start + len(word)))
            found = Diagnostic("KH607", message, place, _(encoding.hint))
            return Legacy(found, frozenset(words))
    return None


def _in_question(text: str) -> bool:
    return any(pair in text for pair in _NO_PAIRS) or bool(re.search(_NOT_VIETNAMESE, text))


def _words(encoding: _Encoding, text: str) -> dict[str, tuple[int, str]]:
    """Return the words in an encoding: where each is first, and the Vietnamese it stands for.

    None where most words with such letters are of another language.
    """
    words: dict[str, tuple[int, str]] = {}
    seen: set[str] = set()
    others = 0
    for start, word in _suspects(encoding.pattern, text):
        if word in seen:
            continue
        seen.add(word)
        meant = encoding.decode(word)
        if meant is not None:
            words[word] = start, meant
        elif not word.isupper() and not _is_vietnamese(word):
            others += 1
        if len(seen) == _MOST_WORDS:
            break
    return words if encoding.least == 1 or len(words) >= others else {}


def _suspects(pattern: str, text: str) -> Iterator[tuple[int, str]]:
    """Yield the words of the lines in question that are not plain ASCII, and where they begin."""
    start = 0
    for line in text.split("\n"):
        if not line.isascii() and _in_question(line):
            for found in re.finditer(pattern, line):
                if len(found[0]) <= _LONGEST and not found[0].isascii():
                    yield start + found.start(), found[0]
        start += len(line) + 1


def _is_vietnamese(word: str) -> bool:
    """Tell whether a word is one syllable as Vietnamese spells them."""
    letters = normalize("NFD", word.lower())
    tones = [char for char in letters if char in _TONES]
    plain = normalize("NFC", "".join(char for char in letters if char not in _TONES))
    if len(tones) > 1 or not re.fullmatch(_SYLLABLE, plain):
        return False
    stopped = plain.endswith(("c", "ch", "p", "t"))
    return not stopped or tones in ([_TONES[0]], [_TONES[4]])


def _one_for(word: str, decoded: str) -> str | None:
    """Return a decoded word where that is a syllable, and the word as it stands is none."""
    makes_sense = len(word) > 2 and not decoded.isascii() and _is_vietnamese(decoded)
    return decoded if makes_sense and not _is_vietnamese(word) else None


def _from_tcvn3(word: str) -> str | None:
    return _one_for(word, word.translate(_TCVN3))


def _from_vni(word: str) -> str | None:
    decoded = re.sub(_VNI_PAIR, lambda pair: _vni()[pair[0]], word.lower())
    return _one_for(word, decoded.capitalize() if word[0].isupper() else decoded)


@cache
def _vni() -> dict[str, str]:
    """Return the letters of VNI: of vowels, the letter and a sign behind it."""
    marks = dict(zip("ùøûõï", _TONES, strict=True))
    bases = {**{vowel: vowel for vowel in "aeouy"}, "ô": "ơ", "ö": "ư"}
    pairs = {base + sign: bases[base] + mark for base in bases for sign, mark in marks.items()}
    tones = ("", *_TONES)
    for signs, breve_or_hat, vowels in (("âáàåãä", "\u0302", "aeo"), ("êéèúüë", "\u0306", "a")):
        for sign, tone in zip(signs, tones, strict=True):
            pairs |= {vowel + sign: vowel + breve_or_hat + tone for vowel in vowels}
    pairs |= {"ñ": "đ", "ö": "ư", "ô": "ơ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
    return {written: normalize("NFC", letter) for written, letter in pairs.items()}


def _from_code_page(word: str) -> str | None:
    """Return a word that was UTF-8, each of whose bytes was read as a letter of its own."""
    word = word.strip(_QUOTES)
    if re.search(_PERHAPS_GOOD, word):
        return None
    for to_bytes in _code_pages():
        try:
            decoded = word.translate(to_bytes).encode("latin-1").decode("utf-8")
        except UnicodeError:
            continue
        letters = {char for char in normalize("NFC", decoded) if not char.isascii()}
        if letters and all(re.match("[A-Za-zĐđ]", normalize("NFD", char)) for char in letters):
            return decoded
    return None


@cache
def _code_pages() -> list[dict[int, str]]:
    """Return for each code page the byte of each letter; a byte without one stands for itself."""
    return [
        {
            ord(bytes([byte]).decode(name, "ignore") or chr(byte)): chr(byte)
            for byte in range(0x80, 0x100)
        }
        for name in _CODE_PAGES
    ]


_CONVERT = N_("convert the whole file to Unicode, as UniKey does, and save it as UTF-8")
_ENCODINGS = (
    _Encoding(
        r"[^\s\x00-,/:-@\[\]{|}]+",
        _from_code_page,
        1,
        N_("“{word}” looks like “{meant}” in UTF-8 that was read in another encoding"),
        N_("open the original as UTF-8, and take the text from there anew"),
    ),
    _Encoding(
        _WORD,
        _from_tcvn3,
        2,
        N_("“{word}” looks like “{meant}” in TCVN3, for a font such as .VnTime"),
        _CONVERT,
    ),
    _Encoding(_WORD, _from_vni, 2, N_("“{word}” looks like “{meant}” in VNI"), _CONVERT),
)
