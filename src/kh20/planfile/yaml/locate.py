"""Search for key paths in the text: the one function that knows where a rule's finding is.

The text is walked over a second time, and only the wanted paths are remembered, so that a plan
without findings pays nothing for positions.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import yaml

from kh20.findings import KeyPath, Place, Span
from kh20.planfile.characters import mask_unsafe
from kh20.planfile.source_text import SourceText
from kh20.planfile.yaml.walk import Enough, Step, Visitor, span_of, walk

_WORD = re.compile(r"\S+")
_BLOCK_HEADER = re.compile(r"[|>][^\r\n]*")


class Alignment:
    """The words of one scalar, in its value and in the file.

    YAML folds lines, takes indentation away and doubles quotes, but it leaves words and their order
    as they are. So the parts of a value are found by counting words.
    """

    def __init__(self, written: str, start: int, value: str) -> None:
        """Align ``value`` with ``written``, which stands at the offset ``start`` of the file."""
        first, last = 0, len(written)
        header = _BLOCK_HEADER.match(written)
        if header is not None:
            first = header.end()
        elif written[:1] in ("'", '"'):
            first, last = 1, max(1, last - 1)
        self._shift = start
        self._value = [match.span() for match in _WORD.finditer(value)]
        self._written = [match.span() for match in _WORD.finditer(written, first, last)]
        self._starts = [word[0] for word in self._value]

    def span(self, offset: int, length: int) -> Span | None:
        """Return where a part of the value is written.

        A word that is written with an escape is taken whole; ``None`` where escapes stand for
        spaces, so that words cannot be counted.
        """
        if len(self._value) != len(self._written) or not self._value:
            return None
        first, _end = self._edges(offset)
        _start, last = self._edges(offset + max(1, length) - 1)
        return Span(self._shift + first, self._shift + last)

    def _edges(self, offset: int) -> tuple[int, int]:
        """Return start and end, in what is written, of the character at an offset of the value."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        (start, end), (begin, stop) = self._value[index], self._written[index]
        if stop - begin != end - start:
            return begin, stop
        at = min(begin + offset - start, stop - 1)
        return at, at + 1


class _Node:
    """A step on the way to a wanted place: its spans once found, and the steps below it."""

    __slots__ = ("alignment", "below", "key", "scalar", "value", "wanted")

    def __init__(self) -> None:
        self.wanted = False
        self.below: dict[str | int, _Node] = {}
        self.key: Span | None = None
        self.value: Span | None = None
        self.scalar: str | None = None
        self.alignment: Alignment | None = None


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
            walk(mask_unsafe(text.text), _Finder(text, root, missing))
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


class _Finder(Visitor):
    """Notes where the wanted nodes stand, until all are found."""

    def __init__(self, text: SourceText, root: _Node, missing: int) -> None:
        super().__init__()
        self.text = text
        self.missing = missing
        self.node: _Node | None = _Node()
        """The innermost open collection; ``None`` where nothing in it is wanted."""
        self.node.below[0] = root
        self.around: list[tuple[_Node | None, bool]] = []
        """For each open collection, the one around it, and whether its own end is wanted."""

    def key(self, event: Any) -> str | None:
        """Note where a key is; of two equal ones the first is meant."""
        node = self._wanted(event.value)
        if node is None or node.key is not None:
            return None
        node.key = span_of(event)
        key: str = event.value
        return key

    def scalar(self, event: Any, step: Step) -> None:
        """Note where a value is: without the blanks behind it, and by its key where it is empty."""
        node = self._wanted(step)
        if node is None:
            return
        node.scalar = event.value
        start, end = span_of(event)
        end = start + len(self.text.text[start:end].rstrip())
        # A key without a value has no place of its own: the key is what can be seen.
        node.value = node.key if start == end and node.key is not None else Span(start, end)
        self._found(node)

    def alias(self, event: Any, step: Step) -> None:
        """Note where an alias is."""
        node = self._wanted(step)
        if node is not None:
            node.value = span_of(event)
            self._found(node)

    def opened(self, event: Any, step: Step, *, keyed: bool) -> None:
        """Note where a collection begins; brackets say where it ends."""
        node = self._wanted(step)
        # The whole file is shown by its first line even so: to wait for its end would mean to read
        # all of it.
        to_its_end = node is not None and event.flow_style and bool(self.steps)
        self.around.append((self.node, to_its_end))
        self.node = node
        if node is not None:
            start = event.start_mark.index
            node.value = Span(start, self.text.line_end(start))
            if not to_its_end:
                self._found(node)

    def closed(self, event: Any) -> None:
        """Note where a collection in brackets ends."""
        node = self.node
        self.node, to_its_end = self.around.pop()
        if node is not None and node.value is not None and to_its_end:
            node.value = Span(node.value.start, event.end_mark.index)
            self._found(node)

    def _wanted(self, step: Step) -> _Node | None:
        return None if step is None or self.node is None else self.node.below.get(step)

    def _found(self, node: _Node) -> None:
        self.missing -= node.wanted
        if not self.missing:
            raise Enough
