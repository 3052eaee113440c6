"""How the findings on the shape of a plan are worded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kh20.findings import KeyPath
from kh20.text.folding import fold
from kh20.text.i18n import _
from kh20.text.quoting import shown
from kh20.text.suggestions import closest


def name_of(path: KeyPath) -> str:
    """Return the innermost key of a path, which is what people call the place by."""
    return next((shown(step) for step in reversed(path) if isinstance(step, str)), "plan")


def wrong_type(path: KeyPath, expected: str, value: Any) -> tuple[str, str | None]:
    """Return the sentence on a value of the wrong kind, and the hint to it.

    ``expected`` is one of text, list, mapping, flag, number.
    """
    wanted = {
        "text": _("text"),
        "list": _("a list"),
        "mapping": _("a set of keys"),
        "flag": _("true or false"),
        "number": _("a whole number"),
    }[expected]
    in_list = bool(path) and isinstance(path[-1], int)
    return wrong_value(name_of(path), wanted, value, in_list=in_list), _type_hint(expected, value)


def wrong_value(name: str, wanted: str, value: Any, *, in_list: bool = False) -> str:
    """Return the sentence on a value that is not what is wanted, as a part of a sentence, of it."""
    subject = _("an entry of “{name}”") if in_list else _("“{name}”")
    subject = subject.format(name=name)
    if value is None:
        return _("{subject} is empty, but takes {wanted}").format(subject=subject, wanted=wanted)
    return _("{subject} takes {wanted}, not {given}").format(
        subject=subject, wanted=wanted, given=_kind_of(value)
    )


def _type_hint(expected: str, value: Any) -> str | None:
    written = str(value).lower() if isinstance(value, bool) else shown(value)
    if expected == "text" and isinstance(value, bool | int):
        return _('quote it: "{value}"').format(value=written)
    if expected == "text" and value is None:
        return _("fill it in, or leave the key out where it is optional")
    if expected == "list" and isinstance(value, str):
        return _("put it in brackets: [{value}]").format(value=written)
    if expected == "list" and value is None:
        return _("write [] for an empty list")
    if expected == "list" and isinstance(value, int) and not isinstance(value, bool):
        return _('quote it: "{value}"').format(value=f"{value:02}")
    if expected == "number" and isinstance(value, str):
        return _("write it in digits, without quotes")
    return None


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return _("the value {value}").format(value=str(value).lower())
    if isinstance(value, int):
        return _("the number {value}").format(value=value)
    if isinstance(value, str):
        return _("the text “{value}”").format(value=shown(value, 40))
    return _("a list") if isinstance(value, list) else _("a set of keys")


def not_allowed(path: KeyPath, value: Any, expected: str) -> tuple[str, str | None]:
    """Return the sentence on a value that is not one of a few, and the hint to it."""
    if path == ("format",):
        if isinstance(value, int) and not isinstance(value, bool):
            return (
                _("this file is in format {value}, and this kh20 reads format 1").format(
                    value=value
                ),
                _("write “format: 1”, or use the kh20 that goes with the file"),
            )
        return wrong_value("format", _("the number 1"), value), _("write “format: 1”")
    allowed = [choice.strip("' ") for choice in expected.replace(" or ", ",").split(",")]
    wanted = _(" or ").join(allowed)
    return wrong_value(name_of(path), wanted, value), choices(value, allowed)


def choices(value: Any, allowed: Iterable[str]) -> str:
    """Return the hint to a value that is not one of those allowed."""
    close = closest(value, allowed) if isinstance(value, str) else ()
    if close:
        return _("did you mean “{value}”?").format(value=close[0])
    return _("it is one of: {choices}").format(choices=", ".join(allowed))


def not_as_written(path: KeyPath, value: str) -> tuple[str, str]:
    """Return the sentence on a text that has not the form it must have, and the hint to it."""
    last = path[-1]
    if last == "task" or (path[0] == "tasks" and last == "id" and len(path) == 3):
        what = _("the number of an obligation")
        hint = _("an id is section, item and dash with dots between, as in IV.2.1")
        number, at, turn = value.partition("@")
        if at and path[0] == "log":
            hint = _("the turn has a key of its own: “task: {id}, for: {turn}”").format(
                id=shown(number), turn=shown(turn)
            )
    elif last == "every":
        what = _("the interval of a recurring duty")
        hint = _("it is year, half-year, quarter, month, or such as 2 years or 6 months")
    elif path[0] == "tasks" and "due" in path:
        what = _("the cut-off of a recurring duty")
        hint = _("a cut-off is MM-DD, DD, or “last day”")
    else:
        what = _("the short name of a part")
        if last != "part" and "parts" not in path:
            what = _("the short name of an agency")
        slug = "-".join(fold(value[:80]).split())
        if slug.isascii() and slug:
            hint = _("use small letters, digits and hyphens: {slug}").format(slug=slug)
        else:
            hint = _("use small letters, digits and hyphens, such as bo-noi-vu")
    message = _("“{value}” is not written like {what}").format(value=shown(value), what=what)
    return message, hint
