"""How the findings on the shape of a plan are worded."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kh20.diagnostics import KeyPath, shown
from kh20.i18n import _
from kh20.names import closest, fold


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
    if path and isinstance(path[-1], int):
        subject = _("an entry of “{name}”").format(name=name_of(path))
    else:
        subject = _("“{name}”").format(name=name_of(path))
    if value is None:
        message = _("{subject} is empty, but takes {wanted}").format(subject=subject, wanted=wanted)
    else:
        message = _("{subject} takes {wanted}, not {given}").format(
            subject=subject, wanted=wanted, given=kind_of(value)
        )
    return message, _type_hint(expected, value)


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
    if expected == "number" and isinstance(value, str):
        return _("write it in digits, without quotes")
    return None


def kind_of(value: Any) -> str:
    """Return what a value is, as a part of a sentence."""
    if value is None:
        return _("nothing")
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
        return (
            _("“format” takes the number 1, not {given}").format(given=kind_of(value)),
            _("write “format: 1”, without quotes"),
        )
    allowed = [choice.strip("' ") for choice in expected.replace(" or ", ",").split(",")]
    return (
        _("“{name}” cannot be {given}").format(name=name_of(path), given=kind_of(value)),
        choices(value, allowed),
    )


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
    elif last == "every":
        what = _("how often a duty recurs")
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
    message = _("“{value}” is not written as {what} is").format(value=shown(value), what=what)
    return message, hint
