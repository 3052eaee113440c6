"""Findings on features of YAML that a plan must not use (KH0xx)."""

from __future__ import annotations

import re
from typing import Any

from kh20.findings import Diagnostic, KeyPath, Place, Related, Span
from kh20.planfile.yaml.walk import span_of
from kh20.text.i18n import _, ngettext
from kh20.text.quoting import shown

_PLACES_SHOWN = 8
_TAG = re.compile(r"![^\s,\[\]{}]*")


class Repeated:
    """A key that is given again: its mapping's path, where it has one, and the repetitions."""

    __slots__ = ("key", "path", "spans", "times")

    def __init__(self, key: str, path: KeyPath | None) -> None:
        self.key = key
        self.path = path
        self.times = 1
        self.spans: list[Span] = []

    def add(self, event: Any) -> None:
        """Count one more; where the first few of them stand is remembered."""
        self.times += 1
        if len(self.spans) <= _PLACES_SHOWN:
            self.spans.append(span_of(event))


def given_again(repeated: Repeated) -> Diagnostic:
    """KH005: one finding for all repetitions of a key, at the first of them."""
    key, times = repeated.key, repeated.times
    message = ngettext(
        "the key “{key}” is given twice", "the key “{key}” is given {times} times", times - 1
    )
    related: tuple[Related, ...] = ()
    if repeated.path is not None:
        first = Place((*repeated.path, key), on_key=True)
        related = (Related(_("first given here"), first),)
    related += tuple(
        Related(_("given again here"), Place(span=span)) for span in repeated.spans[1:]
    )
    return Diagnostic(
        "KH005",
        message.format(key=shown(key), times=times),
        Place((*(repeated.path or ()), key), span=repeated.spans[0]),
        _("keep one of them"),
        related,
    )


def second_document(event: Any) -> Diagnostic:
    """KH008."""
    return Diagnostic(
        "KH008",
        _("a second YAML document starts here"),
        Place(span=span_of(event)),
        _("keep one plan in one file, and take out this “---”"),
    )


def too_deep(event: Any, depth: int) -> Diagnostic:
    """KH010."""
    return Diagnostic(
        "KH010",
        _("collections are nested more than {depth} deep").format(depth=depth),
        Place(span=span_of(event)),
        _("a plan needs no more than six levels"),
    )


def alias(event: Any) -> Diagnostic:
    """KH006 for ``*name``."""
    return Diagnostic(
        "KH006",
        _("“*{name}” repeats another part of the file").format(name=shown(event.anchor)),
        Place(span=span_of(event)),
        _("write the value out: in a plan every value stands where it is read"),
    )


def anchor(event: Any, text: str) -> Diagnostic:
    """KH006 for ``&name``."""
    written = "&" + event.anchor
    start = max(text.find(written, event.start_mark.index), event.start_mark.index)
    return Diagnostic(
        "KH006",
        _("“&{name}” names this part of the file").format(name=shown(event.anchor)),
        Place(span=Span(start, start + len(written))),
        _("take the name out: a plan repeats nothing by reference"),
    )


def tag(event: Any, text: str) -> Diagnostic:
    """KH007."""
    found = _TAG.search(text, event.start_mark.index)
    span = Span(*found.span()) if found is not None else span_of(event)
    return Diagnostic(
        "KH007",
        _("the tag “{tag}” says how a program should read this value").format(
            tag=shown(text[span.start : span.end])
        ),
        Place(span=span),
        _("take the tag out; quote the value where it should be text"),
    )


def key_is_not_text(event: Any) -> Diagnostic:
    """KH011."""
    return Diagnostic(
        "KH011",
        _("this key is not text"),
        Place(span=Span(event.start_mark.index, event.start_mark.index + 1)),
        _("keys are the plain words that the plan format names"),
    )


def merge_key(event: Any) -> Diagnostic:
    """KH011 for ``<<``."""
    return Diagnostic(
        "KH011",
        _("“<<” merges another set of keys into this one"),
        Place(span=span_of(event)),
        _("write the keys out: in a plan every value stands where it is read"),
    )
