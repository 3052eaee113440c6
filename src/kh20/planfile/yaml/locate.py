"""Joining key paths to places in the text: the one function that knows where a rule's finding is.

The text is read a second time, and only the wanted paths are remembered, so that a plan without
findings pays nothing for positions.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kh20.findings import KeyPath, Place, Span
from kh20.planfile.characters import mask_unsafe
from kh20.planfile.source_text import SourceText
from kh20.planfile.yaml.alignment import Alignment

_NO_KEY = object()


class _Node:
    """A wanted step: its spans once found, and the wanted steps below it."""

    __slots__ = ("alignment", "below", "key", "scalar", "value", "wanted")

    def __init__(self) -> None:
        self.wanted = False
        self.below: dict[str | int, _Node] = {}
        self.key: Span | None = None
        self.value: Span | None = None
        self.scalar: str | None = None
        self.alignment: Alignment | None = None


class _Frame:
    """An open collection. ``node`` is ``None`` where nothing in it is wanted."""

    __slots__ = ("flow", "index", "is_list", "node", "pending")

    def __init__(self, node: _Node | None, event: Any, *, exact: bool) -> None:
        self.node = node
        self.is_list = type(event) is SequenceStartEvent
        # Brackets say where they end. The whole file is shown by its first line even so: to wait
        # for its end would mean to read all of it.
        self.flow = exact and event.flow_style
        self.index = 0
        self.pending: Any = None


def locate(text: SourceText, places: Sequence[Place]) -> list[Span]:
    """Return the span of each of the places.

    A path that is not in the text, such as a missing key, gives the span of its nearest ancestor;
    a block collection is shown by its first line, because it goes on to the start of the next one.
    """
    root = _Node()
    missing = sum(_want(root, place) for place in places if place.span is None)
    if missing:
        # What stands before an error of YAML is found; the rest falls back to ancestors.
        with suppress(yaml.YAMLError):
            _walk(text, root, missing)
    return [_resolve(text, root, place) for place in places]


def _path(place: Place) -> KeyPath:
    return place.path[:-1] if place.absent else place.path


def _want(root: _Node, place: Place) -> bool:
    """Remember a place among those to be found; ``False`` where it is remembered already."""
    node = root
    for step in _path(place):
        following = node.below.get(step)
        if following is None:
            following = node.below[step] = _Node()
        node = following
    new, node.wanted = not node.wanted, True
    return new


def locate_one(text: SourceText, path: KeyPath) -> Span:
    """Return the span of the value at one path."""
    return locate(text, [Place(path)])[0]


def _resolve(text: SourceText, root: _Node, place: Place) -> Span:
    if place.span is not None:
        return place.span
    found = root
    reached = True
    for step in _path(place):
        node = found.below[step]
        if node.value is None and node.key is None:
            reached = False
            break
        found = node
    if found.key is not None and (place.on_key or place.absent or not reached):
        return found.key
    span = found.value or found.key or Span(0, text.line_end(0))
    if reached and place.inside is not None and found.scalar is not None:
        return _inside(text, found, span, place.inside)
    return span


def _inside(text: SourceText, node: _Node, span: Span, inside: tuple[int, int]) -> Span:
    if node.alignment is None:
        written = mask_unsafe(text.text[span.start : span.end])
        node.alignment = Alignment(written, span.start, node.scalar or "")
    return node.alignment.span(*inside) or span


def _walk(text: SourceText, root: _Node, missing: int) -> None:
    parser = CParser(mask_unsafe(text.text))
    frames: list[_Frame] = []
    check, get = parser.check_event, parser.get_event
    try:
        while missing and check():
            event = get()
            kind = type(event)
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                closed = frames.pop()
                if closed.flow and closed.node is not None:
                    _close(closed.node, event)
                    missing -= closed.node.wanted
                continue
            if kind not in (ScalarEvent, AliasEvent, MappingStartEvent, SequenceStartEvent):
                continue
            frame = frames[-1] if frames else None
            if frame is not None and not frame.is_list and frame.pending is None:
                _take_key(frame, event, kind, frames)
                continue
            node = _node_of_value(frame, root)
            if node is not None and node.value is None:
                _record(text, node, event, kind)
                missing -= node.wanted and (node is root or not getattr(event, "flow_style", False))
            if kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(frames) > 64:
                    return
                frames.append(_Frame(node, event, exact=node is not root))
    finally:
        parser.dispose()


def _take_key(frame: _Frame, event: Any, kind: type, frames: list[_Frame]) -> None:
    if kind is ScalarEvent:
        frame.pending = event
    else:
        frame.pending = _NO_KEY  # A key that is not text leads nowhere.
        if kind is not AliasEvent:
            frames.append(_Frame(None, event, exact=False))


def _node_of_value(frame: _Frame | None, root: _Node) -> _Node | None:
    if frame is None:
        return root
    if frame.is_list:
        step: str | int = frame.index
        frame.index += 1
        return frame.node.below.get(step) if frame.node is not None else None
    key, frame.pending = frame.pending, None
    if frame.node is None or key is _NO_KEY:
        return None
    node = frame.node.below.get(key.value)
    if node is not None and node.key is None:
        node.key = Span(key.start_mark.index, key.end_mark.index)
        return node
    return None  # Not wanted, or the second of two equal keys.


def _close(node: _Node, event: Any) -> None:
    if node.value is not None:
        node.value = Span(node.value.start, event.end_mark.index)


def _record(text: SourceText, node: _Node, event: Any, kind: type) -> None:
    start, end = event.start_mark.index, event.end_mark.index
    if kind is ScalarEvent:
        node.scalar = event.value
        end = start + len(text.text[start:end].rstrip())
        if start == end and node.key is not None:
            # A key without a value has no place of its own: the key is what can be seen.
            start, end = node.key
    elif kind is not AliasEvent:
        end = text.line_end(start)
    node.value = Span(start, end)
