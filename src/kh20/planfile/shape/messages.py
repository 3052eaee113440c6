"""Wording of the findings on values that have not the kind or the form they must have."""

from collections.abc import Iterable
from typing import Any, Literal, NamedTuple

from kh20.findings import KeyPath
from kh20.planfile.yaml.scalars import as_flag, quote_it, read_plain, spelt
from kh20.text.folding import fold
from kh20.text.i18n import N_, _
from kh20.text.quoting import shown
from kh20.text.suggestions import closest, did_you_mean

Wanted = Literal["text", "list", "mapping", "flag", "number", "due", "event", "format"]
"""The kind of value that belongs in a place."""


class _Sentences(NamedTuple):
    """What is said of a value of the wrong kind, as message ids."""

    empty: str
    other: str
    text: str = ""
    """Where text is given; never said where text is wanted."""


_WRONG: dict[Wanted, _Sentences] = {
    "text": _Sentences(
        N_("“{name}” is empty, but takes text"),
        N_("“{name}” takes text, not the value {value}"),
    ),
    "list": _Sentences(
        N_("“{name}” is empty, but takes a list"),
        N_("“{name}” takes a list, not the value {value}"),
        N_("“{name}” takes a list, not the text “{value}”"),
    ),
    "mapping": _Sentences(
        N_("“{name}” is empty, but takes a set of keys"),
        N_("“{name}” takes a set of keys, not the value {value}"),
        N_("“{name}” takes a set of keys, not the text “{value}”"),
    ),
    "flag": _Sentences(
        N_("“{name}” is empty, but takes true or false"),
        N_("“{name}” takes true or false, not the value {value}"),
        N_("“{name}” takes true or false, not the text “{value}”"),
    ),
    "number": _Sentences(
        N_("“{name}” is empty, but takes a whole number"),
        N_("“{name}” takes a whole number, not the value {value}"),
        N_("“{name}” takes a whole number, not the text “{value}”"),
    ),
    "due": _Sentences(
        N_("“due” is empty, but takes a set of keys or the word none"),
        N_("“due” takes a set of keys or the word none, not the value {value}"),
        N_("“due” takes a set of keys or the word none, not the text “{value}”"),
    ),
    "event": _Sentences(
        N_("“event” is empty, but takes the name of an event"),
        N_("“event” takes the name of an event, not the value {value}"),
        N_("“event” takes the name of an event, not the text “{value}”"),
    ),
    "format": _Sentences(
        N_("“format” is empty, but takes the number 1"),
        N_("“format” takes the number 1, not the value {value}"),
        N_("“format” takes the number 1, not the text “{value}”"),
    ),
}
_WRONG_ENTRY: dict[Wanted, _Sentences] = {
    "text": _Sentences(
        N_("an entry of “{name}” is empty, but takes text"),
        N_("an entry of “{name}” takes text, not the value {value}"),
    ),
    "mapping": _Sentences(
        N_("an entry of “{name}” is empty, but takes a set of keys"),
        N_("an entry of “{name}” takes a set of keys, not the value {value}"),
        N_("an entry of “{name}” takes a set of keys, not the text “{value}”"),
    ),
}
_WRONG_CHOICE = _Sentences(
    N_("“{name}” is empty, but takes {first} or {second}"),
    N_("“{name}” takes {first} or {second}, not the value {value}"),
    N_("“{name}” takes {first} or {second}, not the text “{value}”"),
)


_LISTS_OF_TEXT = frozenset({"aliases", "members", "owners", "partners"})


def name_of(path: KeyPath) -> str:
    """Return the innermost key of a path, which is what people call the place by."""
    return next((shown(step) for step in reversed(path) if isinstance(step, str)), "plan")


def wrong_kind(path: KeyPath, wanted: Wanted, value: Any) -> tuple[str, str | None]:
    """Return the sentence on a value of the wrong kind, and the hint to it."""
    in_list = bool(path) and isinstance(path[-1], int)
    sentences = _WRONG_ENTRY.get(wanted, _WRONG[wanted]) if in_list else _WRONG[wanted]
    return _said(sentences, value, name=name_of(path)), _kind_hint(path, wanted, value)


def _said(sentences: _Sentences, value: Any, **words: str) -> str:
    if value is None:
        return _(sentences.empty).format(**words)
    if isinstance(value, str) and sentences.text and read_plain(value)[1] is None:
        return _(sentences.text).format(value=shown(value, 40), **words)
    return _(sentences.other).format(value=_as_yaml(value), **words)


def _as_yaml(value: Any) -> str:
    """Return a value that is not text as the file has it, a collection without what it holds."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "[…]" if value else "[]"
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    return shown(value)


def _kind_hint(path: KeyPath, wanted: Wanted, value: Any) -> str | None:
    if wanted == "format":
        return _("write “format: 1”")
    if wanted == "number":
        return _("write a whole number from 0 to 100 in digits, without quotes")
    if wanted == "flag":
        flag = as_flag(value) if isinstance(value, str) else None
        return _("write {value}").format(value=flag) if flag else _("write true or false")
    text = text_of(path, value)
    if text is not None and (wanted == "text" or _is_of_cut_off(path)):
        return quote_it(text)
    if wanted == "text" and value is None:
        return _("fill it in, or leave the key out where it is optional")
    text = value if isinstance(value, str) else text
    if wanted == "list" and text is not None and name_of(path) in _LISTS_OF_TEXT:
        items = ", ".join(spelt(item.strip()) for item in text.split(","))
        return _("put it in brackets: [{value}]").format(value=items)
    if wanted == "list":
        return _("write [] for an empty list")
    return None


def text_of(path: KeyPath, value: Any) -> str | None:
    """Return the text that a number or a flag was meant to be, where it stands for text."""
    if not isinstance(value, int):
        return None
    if _is_of_cut_off(path) and not isinstance(value, bool):
        return f"{value:02}"
    return _as_yaml(value)


def _is_of_cut_off(path: KeyPath) -> bool:
    return path[0] == "tasks" and path[2:4] in {("due", "by"), ("due", "before")}


def not_allowed(path: KeyPath, value: Any, expected: str) -> tuple[str, str | None]:
    """Return the sentence on a value that is not one of two, and the hint to it.

    ``expected`` is how pydantic lists them.
    """
    if path in (("format",), ("register",)):
        if isinstance(value, int) and not isinstance(value, bool):
            message = _("this file is in format {value}, and this kh20 reads format 1")
            hint = _("write “{key}: 1”, or use the kh20 that goes with the file")
            return message.format(value=value), hint.format(key=path[0])
        return wrong_kind(path, "format", value)
    first, second = (choice.strip("'") for choice in expected.split(" or "))
    message = _said(_WRONG_CHOICE, value, name=name_of(path), first=first, second=second)
    return message, choices(value, (first, second))


def choices(value: Any, allowed: Iterable[str]) -> str:
    """Return the hint to a value that is not one of those allowed."""
    close = closest(value, allowed, 1) if isinstance(value, str) else ()
    return did_you_mean([f"“{choice}”" for choice in close]) or _("it is one of: {choices}").format(
        choices=", ".join(allowed)
    )


def not_as_written(path: KeyPath, value: str) -> tuple[str, str]:
    """Return the sentence on a text that has not the form it must have, and the hint to it."""
    last = path[-1]
    if last == "task" or (path[0] == "tasks" and last == "id" and len(path) == 3):
        message = _("“{value}” is not written like the number of an obligation")
        hint = _("an id is section, item and dash with dots between, as in IV.2.1")
        number, at, turn = value.partition("@")
        if at and path[0] == "log":
            hint = _("the turn has a key of its own: “task: {id}, for: {turn}”").format(
                id=shown(number), turn=spelt(turn)
            )
    elif last == "every":
        message = _("“{value}” is not written like the interval of a recurring duty")
        hint = _("it is year, half-year, quarter, month, week, or such as 2 years or 6 months")
    elif last == "code":
        message = _("“{value}” is not written like the code of a finding")
        hint = _("it is such as KH305, as “kh20 check” shows it")
    elif last == "within":
        message = _("“{value}” is not written like the length of a term")
        hint = _("it is such as 30 days, 10 working days, 2 weeks, 6 months or 1 year")
    elif path[0] == "tasks" and "due" in path:
        message = _("“{value}” is not written like the cut-off of a recurring duty")
        hint = _('a cut-off is written 06-30, "15" in quotes, last day, or friday')
    else:
        message = _("“{value}” is not written like the short name of a part")
        if last != "part" and "parts" not in path:
            message = _("“{value}” is not written like the short name of an agency")
        slug = "-".join(fold(value[:80]).split())
        if slug.isascii() and slug:
            hint = _("use small letters, digits and hyphens: {slug}").format(slug=spelt(slug))
        else:
            hint = _("use small letters, digits and hyphens, such as bo-noi-vu")
    return message.format(value=shown(value)), hint
