"""Building plain data out of YAML, with every risky feature of YAML turned into a finding (KH0xx).

libyaml's parser gives events; nothing is constructed from tags, no alias is followed, and nesting
is cut off, so time and memory are bounded by the size of the text. Positions are not kept: where
there is a finding, :mod:`kh20.source.locate` reads the text again; a valid plan pays nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kh20.diagnostics import Diagnostic, KeyPath, Place
from kh20.source import refusals
from kh20.source.characters import check_escaped
from kh20.source.refusals import Repeated, span_of
from kh20.source.scalars import Trap, not_text, read_plain
from kh20.source.syntax import syntax_error

MAX_DEPTH = 24
"""How many collections may stand in one another; a plan needs six."""


@dataclass(slots=True)
class Composed:
    """The data of the first document of a file, as far as it could be read, and the findings."""

    data: Any = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    complete: bool = False
    """Whether the whole text was read: data cut off by a syntax error says nothing of its shape."""
    empty: bool = True
    """Whether there is nothing but comments and the marks that stand around a document."""
    blanks: list[KeyPath] = field(default_factory=list)
    """The paths of the values that are not filled in, or are ``null``."""
    aliases: list[KeyPath] = field(default_factory=list)
    """The paths of the values that are an alias, and are ``None`` in the data."""


class _NoKey:
    """Stands for a key that is not text: its value is read and dropped."""


_NO_KEY = _NoKey()
_WAITING = object()


class _Frame:
    """A collection being filled; ``key`` is the key that the next value goes to, in a mapping."""

    __slots__ = ("is_key", "items", "key", "repeated")

    def __init__(self, items: dict[str, Any] | list[Any], *, is_key: bool = False) -> None:
        self.items = items
        self.key: Any = _WAITING if isinstance(items, dict) else None
        self.is_key = is_key
        self.repeated: dict[str, Repeated] | None = None


def compose(text: str, plain_keys: frozenset[str] = frozenset()) -> Composed:
    """Read the text of a YAML file into dicts, lists and scalars.

    Dates stay text. Of a key given twice the first value is kept, so that the findings speak of the
    data that a person reads first. ``plain_keys`` are keys of the format that YAML 1.1 would read
    as something else (``on``): as keys they are meant as they stand. Never raises.
    """
    reader = _Reader(text, plain_keys)
    result = reader.result
    parser = CParser(text)
    try:
        result.complete = reader.read(parser)
    except yaml.YAMLError as error:
        result.diagnostics.append(syntax_error(error, text))
    finally:
        parser.dispose()
    result.diagnostics.extend(map(refusals.given_again, reader.repeated))
    return result


class _Reader:
    def __init__(self, text: str, plain_keys: frozenset[str]) -> None:
        self.text = text
        self.result = Composed()
        # Also takes in the keys that turn out to be plain text: they are few, and come often.
        # One string serves for all of its places.
        self.plain_keys = {key: key for key in plain_keys}
        self.report = self.result.diagnostics.append
        self.frames: list[_Frame] = []
        self.repeated: list[Repeated] = []
        self.documents = 0

    def read(self, parser: Any) -> bool:
        """Read all events; ``False`` where reading was given up."""
        get = parser.get_event
        while (event := get()) is not None:
            kind = type(event)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                frame = self.frames.pop()
                self._close(frame)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if len(self.frames) >= MAX_DEPTH:
                    self.report(refusals.too_deep(event, MAX_DEPTH))
                    return False
                self._open(event, {} if kind is MappingStartEvent else [])
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                self.documents += 1
                if self.documents > 1:
                    self.report(refusals.second_document(event))
                    return True
        return True

    def _open(self, event: Any, items: dict[str, Any] | list[Any]) -> None:
        self.result.empty = False
        if event.anchor is not None or event.tag is not None:
            self._features(event)
        frame = self.frames[-1] if self.frames else None
        is_key = frame is not None and frame.key is _WAITING
        if is_key:
            self.report(refusals.key_is_not_text(event))
        self.frames.append(_Frame(items, is_key=is_key))

    def _close(self, frame: _Frame) -> None:
        if frame.is_key:
            self.frames[-1].key = _NO_KEY
        else:
            self._put(frame.items)

    def _put(self, value: Any) -> None:
        if not self.frames:
            self.result.data = value
            return
        frame = self.frames[-1]
        items = frame.items
        if type(items) is list:
            items.append(value)
            return
        key = frame.key
        if key is not _NO_KEY:
            items.setdefault(key, value)  # type: ignore[union-attr]
        frame.key = _WAITING

    def _scalar(self, event: Any) -> None:
        text = event.value
        if event.anchor is not None or event.tag is not None:
            self._features(event)
        frame = self.frames[-1] if self.frames else None
        if frame is None:
            self.result.empty = not text and not event.style
        elif frame.key is _WAITING:
            self._key(frame, event)
            return
        if event.style:
            if event.style == '"':
                self._escapes(event)
            self._put(text)
            return
        value, trap = read_plain(text)
        if trap:
            self._trap(event, trap)
        elif value is None:
            self._remember(self.result.blanks)
        self._put(value)

    def _key(self, frame: _Frame, event: Any) -> None:
        text = event.value
        known = None if event.style else self.plain_keys.get(text)
        if known is not None:
            text = known
        elif not event.style:
            if text == "<<":
                self.report(refusals.merge_key(event))
                frame.key = _NO_KEY
                return
            value, trap = read_plain(text)
            if trap or not isinstance(value, str):
                self._trap(event, not_text(text, trap))
            else:
                self.plain_keys[text] = text
        elif event.style == '"':
            self._escapes(event)
        if text in frame.items:
            self._again(frame, text, event)
            frame.key = _NO_KEY
            return
        frame.key = text

    def _again(self, frame: _Frame, key: str, event: Any) -> None:
        if frame.repeated is None:
            frame.repeated = {}
        repeated = frame.repeated.get(key)
        if repeated is None:
            repeated = frame.repeated[key] = Repeated(key, self._path())
            self.repeated.append(repeated)
        repeated.add(event)

    def _remember(self, paths: list[KeyPath]) -> None:
        """Add the path of the value that is being read, unless its data is dropped."""
        path = self._path()
        if path is None or not self.frames:
            return
        frame = self.frames[-1]
        step = len(frame.items) if isinstance(frame.items, list) else frame.key
        if isinstance(step, str | int):
            paths.append((*path, step))

    def _path(self) -> KeyPath | None:
        """Return the path of the innermost open collection; ``None`` where its data is dropped."""
        steps: list[str | int] = []
        for frame in self.frames[:-1]:
            if isinstance(frame.items, list):
                steps.append(len(frame.items))
            elif isinstance(frame.key, str):
                steps.append(frame.key)
            else:
                return None
        return tuple(steps)

    def _alias(self, event: Any) -> None:
        self.result.empty = False
        self.report(refusals.alias(event))
        frame = self.frames[-1] if self.frames else None
        if frame is not None and frame.key is _WAITING:
            frame.key = _NO_KEY
        else:
            self._remember(self.result.aliases)
            self._put(None)

    def _features(self, event: Any) -> None:
        if event.anchor is not None:
            self.report(refusals.anchor(event, self.text))
        if event.tag is not None:
            self.report(refusals.tag(event, self.text))

    def _trap(self, event: Any, trap: Trap) -> None:
        self.report(Diagnostic("KH009", trap.message, Place(span=span_of(event)), trap.hint))

    def _escapes(self, event: Any) -> None:
        value = event.value
        if not value.isprintable():
            self.result.diagnostics.extend(check_escaped(value, Place(span=span_of(event))))
