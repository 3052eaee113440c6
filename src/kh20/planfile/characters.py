"""Characters that mislead readers or programs, looked for in the whole text of a file (KH6xx).

The names of the characters are Unicode's own. What is merely unusual (an emoji, a Chinese name, a
Greek π) is let through: only what cannot be seen, reorders the line, or passes for another letter
is a finding.
"""

import re
import unicodedata
from collections.abc import Iterator

from kh20.findings import Diagnostic, Place, Span
from kh20.planfile.legacy_text import find_legacy
from kh20.text.i18n import _, ngettext
from kh20.text.marks import MOST_MARKS, masked, surplus_marks
from kh20.text.quoting import shown

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufdd0-\ufdef\ufffe\uffff"
_INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
_INVISIBLE += "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
# Eth and African D look like Đ but are other letters; Greek, Cyrillic, Armenian and the full-width
# forms hold doubles of the Latin letters. A name typed with one is never found again.
_FOR_D = {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"}
_DOUBLES = (
    "\u0391\u0392\u0395-\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03f2"
    "\u03f3\u03f9\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c-\u041e\u0420-\u0423\u0425\u0430"
    "\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04ae\u04af\u04ba\u04bb\u04c0\u04cf"
    "\u0501\u050c\u051a-\u051d\u0555\u0561\u0570\u0578\u057d\u0585\uff21-\uff3a\uff41-\uff5a"
)
_LOOKALIKE_LETTERS = "".join(_FOR_D) + _DOUBLES

# Patterns as text: re compiles and keeps each when it is first needed, and most never are.
_UNSAFE = f"[{_CONTROL}]"
_SUSPICIOUS = f"[{_CONTROL}{_INVISIBLE}{_LOOKALIKE_LETTERS}]"
"""One set, which is looked up several times as fast as a choice of two."""
_HIDDEN_RUN = f"[{_CONTROL}]+|[{_INVISIBLE}]+"
_LOOKALIKE = f"[{_LOOKALIKE_LETTERS}]"
_FOREIGN = f"(?![{_DOUBLES}])[\u0370-\u03ff\u0400-\u052f\u0531-\u0587]"
"""Letters of the scripts that have doubles, but not the doubles: π, ж."""
_LATIN = "[A-Za-z\u00c0-\u024f\u1e00-\u1eff]"
_NOT_BLANK = re.compile(r"\S+")


def character_name(char: str) -> str:
    """Return a character as findings write it: ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X} {name}".strip()


def check_characters(text: str) -> Iterator[Diagnostic]:
    """Yield a finding for each misleading stretch and for each line that is not in NFC."""
    surplus = list(surplus_marks(text))
    for span in surplus:
        yield _too_many_marks(Place(span=Span(*span)))
    text = masked(text, surplus)
    legacy = find_legacy(text)
    if legacy is not None:
        yield legacy.diagnostic
    if re.search(_SUSPICIOUS, text):
        for match in re.finditer(_HIDDEN_RUN, text):
            yield _hidden(match.group(), Place(span=Span(*match.span())))
        if re.search(_LOOKALIKE, text):
            for match in re.finditer(r"\w+", text):
                word = match.group()
                if not word.isascii() and (legacy is None or word not in legacy.words):
                    yield from _word(match.group(), match.start())
    yield from _not_nfc(text)


def check_escaped(value: str, place: Place) -> Iterator[Diagnostic]:
    """Yield a finding for each hidden character that an escape sequence put into a scalar."""
    if any(surplus_marks(value, least=MOST_MARKS)):
        yield _too_many_marks(place)
    for run in dict.fromkeys(re.findall(_HIDDEN_RUN, value)):
        yield _hidden(run, place)


def mask_unsafe(text: str) -> str:
    """Return the text with what no plan may hold replaced, every offset kept.

    That is what no YAML may hold, and marks past the 30th on one letter.
    """
    return re.sub(_UNSAFE, "\N{REPLACEMENT CHARACTER}", masked(text, surplus_marks(text)))


def _too_many_marks(place: Place) -> Diagnostic:
    message = _("more than {most} marks stand on one letter").format(most=MOST_MARKS)
    return Diagnostic("KH606", message, place, _("delete them; no Vietnamese letter has three"))


def _hidden(run: str, place: Place) -> Diagnostic:
    name = character_name(run[0])
    count = len(run)
    if re.match(_UNSAFE, run):
        message = ngettext(
            "control character {name}", "{count} control characters, the first {name}", count
        )
        code = "KH601"
    else:
        message = ngettext(
            "invisible character {name}: what is read is not what is shown",
            "{count} invisible characters, the first {name}: what is read is not what is shown",
            count,
        )
        code = "KH602"
    hint = ngettext("delete it", "delete them", count)
    return Diagnostic(code, message.format(name=name, count=count), place, hint)


def _word(word: str, start: int) -> Iterator[Diagnostic]:
    found = [match.start() for match in re.finditer(_LOOKALIKE, word)]
    # A word all in another script is what it seems to be; eth is never meant.
    if not found or (
        re.search(_FOREIGN, word) and not re.search(_LATIN, word) and _FOR_D.keys().isdisjoint(word)
    ):
        return
    first = word[found[0]]
    name = character_name(first)
    hint = _("type the Latin letter instead")
    if first in _FOR_D:
        hint = _("write “{letter}”, {name}").format(
            letter=_FOR_D[first], name=character_name(_FOR_D[first])
        )
    if len(found) == 1:
        message = _("“{char}” is {name}, which looks like another letter").format(
            char=first, name=name
        )
        span = Span(start + found[0], start + found[0] + 1)
    else:
        message = _("“{word}” has {count} letters that look like others, the first {name}").format(
            word=shown(word), count=len(found), name=name
        )
        span = Span(start, start + len(word))
    yield Diagnostic("KH605", message, Place(span=span), hint)


def _not_nfc(text: str) -> Iterator[Diagnostic]:
    if unicodedata.is_normalized("NFC", text):
        return
    for line in re.finditer("[^\r\n]+", text):
        written = line.group()
        if unicodedata.is_normalized("NFC", written):
            continue
        composed = unicodedata.normalize("NFC", written)
        pairs = enumerate(zip(written, composed, strict=False))
        first = next((i for i, (a, b) in pairs if a != b), min(len(written), len(composed)))
        word = _NOT_BLANK.search(written, max(0, written.rfind(" ", 0, first) + 1))
        start, end = word.span() if word else (first, first + 1)
        message = _("“{word}” is not in Unicode normalization form C")
        message = message.format(word=shown(unicodedata.normalize("NFC", written[start:end])))
        place = Place(span=Span(line.start() + start, line.start() + end))
        yield Diagnostic("KH603", message, place, _("save the file with composed letters (NFC)"))
