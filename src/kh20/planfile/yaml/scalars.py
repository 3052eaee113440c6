"""Reading of plain YAML scalars, and the traps that other programs fall into with them.

Only five readings are wanted: text, ``true``/``false``, ``null``, a whole number in decimal digits,
and an ISO date (kept as text, since the model reads days itself). Everything else that a YAML 1.1
program would turn into a number, a boolean or a time is a trap: this program would read the text,
another the number. Source: YAML 1.1, https://yaml.org/type/.
"""

import re
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from kh20.text.i18n import _
from kh20.text.quoting import shown

Scalar = str | int | bool | None

_OF_WORDS = frozenset("nNtTfFyYoO")
_LONGEST_WORD = len("FALSE")
_SHORT = 24
_FIRST = frozenset("0123456789+-.~nNtTfFyYoO=<")
_CONSTANTS: dict[str, Scalar] = {"null": None, "~": None, "": None, "true": True, "false": False}
_TRUE = frozenset(["yes", "Yes", "YES", "on", "On", "ON", "True", "TRUE", "y", "Y"])
_FALSE = frozenset(["no", "No", "NO", "off", "Off", "OFF", "False", "FALSE", "n", "N"])
_NULL = frozenset(["Null", "NULL"])
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
_BARE = re.compile(r"[^\W_](?:[\w ./()%&+@–-]*[\w.)%…])?\Z")
"""Text that means the same bare and quoted, also between brackets, unless it is a trap."""
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})\Z")


class Trap(NamedTuple):
    """An unquoted value that programs disagree on: what is wrong with it, and how to fix it."""

    message: str
    hint: str


@cache
def _forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    number = re.compile(
        r"""[-+]?(?: 0b[0-1_]+ | 0o[0-7]+ | 0x[0-9a-fA-F_]+ | [0-9][0-9_]*
            | (?:[0-9][0-9_]*)?\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?
            | [0-9][0-9_]*\.(?:[eE][-+]?[0-9]+)?
            | [0-9][0-9_]*[eE][-+]?[0-9]+ | \.(?:inf|Inf|INF) )\Z | \.(?:nan|NaN|NAN)\Z""",
        re.VERBOSE,
    )
    sexagesimal = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\Z")
    time = re.compile(
        r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}"
        r"(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?\Z"
    )
    return (
        (sexagesimal, _("YAML reads the unquoted “{text}” as a number in base 60")),
        (number, _("YAML reads the unquoted “{text}” as a number")),
        (time, _("YAML reads the unquoted “{text}” as a point in time")),
    )


def read_plain(text: str) -> tuple[Scalar, Trap | None]:
    """Return the value of a plain (unquoted) scalar and, for a trap, what is to be said of it."""
    if text and text[0] not in _FIRST:
        return text, None
    if text in _CONSTANTS:
        return _CONSTANTS[text], None
    if _DECIMAL.match(text):
        return int(text), None
    if len(text) > _LONGEST_WORD and text[0] in _OF_WORDS:
        return text, None
    return text, _trap_remembered(text) if len(text) <= _SHORT else _trap(text)


def not_text(text: str, trap: Trap | None) -> Trap:
    """Return what is to be said of an unquoted key that is not text, or may not be."""
    quoted = _quote(text, _("the unquoted key “{text}” is not text"))
    return quoted if trap is None else Trap(trap.message, quoted.hint)


@lru_cache(maxsize=1024)
def _trap_remembered(text: str) -> Trap | None:
    """As :func:`_trap`: a plan spells the same few periods again and again."""
    return _trap(text)


def _trap(text: str) -> Trap | None:
    day = _ISO_DAY.match(text)
    if day:
        year, month, dom = (int(part) for part in day.groups())
        try:
            date(year, month, dom)
        except ValueError:
            message = _("“{text}” has the form of a date, but there is no such day")
            return _quote(text, message)
        return None
    for words, value in ((_TRUE, "true"), (_FALSE, "false")):
        if text in words:
            message = _("YAML reads the unquoted word “{text}” as {value}")
            return _quote(text, message, value)
    if text in _NULL:
        return _quote(text, _("YAML reads the unquoted word “{text}” as nothing"))
    for form, message in _forms():
        if form.match(text):
            return _quote(text, message)
    if text in {"=", "<<"}:
        return _quote(text, _("YAML gives the unquoted “{text}” a meaning of its own"))
    return None


def _quote(text: str, message: str, value: str = "") -> Trap:
    text = shown(text)
    return Trap(message.format(text=text, value=value), quote_it(text))


def quote_it(text: str) -> str:
    """Return the hint to text that YAML reads as something else."""
    return _('quote it: "{text}"').format(text=text)


def as_flag(text: str) -> str | None:
    """Return the flag for which YAML 1.1 has a word, as every program reads it."""
    return "true" if text in _TRUE else "false" if text in _FALSE else None


def spelt(text: str) -> str:
    """Return a text as a hint tells to write it: in quotes where it could be read otherwise."""
    text = shown(text)
    if _BARE.match(text) and read_plain(text) == (text, None):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
