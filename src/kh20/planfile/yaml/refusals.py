"""Findings on features of YAML that a plan must not use (KH0xx)."""

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
    key, path, times = repeated.key, repeated.path, repeated.times
    message = ngettext(
        "the key “{key}” is given twice", "the key “{key}” is given {times} times", times - 1
    )
    message = message.format(key=shown(key), times=times)
    related = [Related(_("given again here"), Place(span=span)) for span in repeated.spans[1:]]
    if path is not None:
        related.insert(0, Related(_("first given here"), Place((*path, key), on_key=True)))
    place = Place((*(path or ()), key), span=repeated.spans[0])
    return Diagnostic("KH005", message, place, _("keep one of them"), tuple(related))


def second_document(event: Any) -> Diagnostic:
    """KH008."""
    hint = _("keep one plan in one file, and take out this “---”")
    return _refused("KH008", _("a second YAML document starts here"), span_of(event), hint)


def too_deep(event: Any, depth: int) -> Diagnostic:
    """KH010."""
    message = _("collections are nested more than {depth} deep").format(depth=depth)
    return _refused("KH010", message, span_of(event), _("a plan needs no more than six levels"))


def alias(event: Any) -> Diagnostic:
    """KH006 for ``*name``."""
    message = _("“*{name}” repeats another part of the file").format(name=shown(event.anchor))
    hint = _("write the value out: in a plan every value stands where it is read")
    return _refused("KH006", message, span_of(event), hint)


def anchor(event: Any, text: str) -> Diagnostic:
    """KH006 for ``&name``."""
    written = "&" + event.anchor
    start = max(text.find(written, event.start_mark.index), event.start_mark.index)
    message = _("“&{name}” names this part of the file").format(name=shown(event.anchor))
    hint = _("take the name out: a plan repeats nothing by reference")
    return _refused("KH006", message, Span(start, start + len(written)), hint)


def tag(event: Any, text: str) -> Diagnostic:
    """KH007."""
    found = _TAG.search(text, event.start_mark.index)
    span = Span(*found.span()) if found is not None else span_of(event)
    message = _("the tag “{tag}” says how a program should read this value")
    hint = _("take the tag out; quote the value where it should be text")
    return _refused("KH007", message.format(tag=shown(text[span.start : span.end])), span, hint)


def key_is_not_text(event: Any) -> Diagnostic:
    """KH011."""
    begin = event.start_mark.index
    hint = _("keys are the plain words that the plan format names")
    return _refused("KH011", _("this key is not text"), Span(begin, begin + 1), hint)


def merge_key(event: Any) -> Diagnostic:
    """KH011 for ``<<``."""
    message = _("“<<” merges another set of keys into this one")
    hint = _("write the keys out: in a plan every value stands where it is read")
    return _refused("KH011", message, span_of(event), hint)


def _refused(code: str, message: str, span: Span, hint: str) -> Diagnostic:
    return Diagnostic(code, message, Place(span=span), hint)
