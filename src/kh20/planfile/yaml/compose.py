"""Building plain data out of YAML, with every risky feature of YAML turned into a finding (KH0xx).

libyaml's parser gives events; nothing is constructed from tags, no alias is followed, and nesting
is cut off, so time and memory are bounded by the size of the text. Positions are not kept: where
there is a finding, :mod:`kh20.planfile.yaml.locate` reads the text again; a valid plan pays
nothing.
"""

from __future__ import annotations

from collections.abc import Callable
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

from kh20.findings import Diagnostic, KeyPath, Place
from kh20.planfile.characters import check_escaped
from kh20.planfile.yaml import refusals
from kh20.planfile.yaml.refusals import Repeated, span_of
from kh20.planfile.yaml.scalars import Trap, not_text, read_plain
from kh20.planfile.yaml.syntax import syntax_error

MAX_DEPTH = 24
"""How many collections may stand in one another; a plan needs six."""

_NODES = frozenset({AliasEvent, MappingStartEvent, ScalarEvent, SequenceStartEvent})


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


class _GivenUp(Exception):
    """Nothing more is to be read; what was found so far says why."""


def compose(text: str, plain_keys: frozenset[str] = frozenset()) -> Composed:
    """Read the text of a YAML file into dicts, lists and scalars.

    Dates stay text. Of a key given twice the first value is kept, so that the findings speak of the
    data that a person reads first. ``plain_keys`` are keys of the format that YAML 1.1 would read
    as something else (``on``): as keys they are meant as they stand. Never raises.
    """
    parser = CParser(text)
    reader = _Reader(text, parser.get_event, plain_keys)
    result = reader.result
    try:
        reader.read()
        result.complete = True
    except _GivenUp:
        pass
    except yaml.YAMLError as error:
        result.diagnostics.append(syntax_error(error, text))
    finally:
        parser.dispose()
    result.diagnostics.extend(map(refusals.given_again, reader.repeated))
    return result


class _Reader:
    """Turns events into data, one method for each kind of node.

    ``step`` is what leads from a collection to the node in it: a key, a place in a list, or
    ``None`` where the node is no part of the data, because nothing leads to it.
    """

    def __init__(self, text: str, get_event: Callable[[], Any], plain_keys: frozenset[str]) -> None:
        self.text = text
        self.get_event = get_event
        self.result = Composed()
        # Also takes in the keys that turn out to be plain text: they are few, and come often.
        # One string serves for all of its places.
        self.plain_keys = {key: key for key in plain_keys}
        self.report = self.result.diagnostics.append
        self.steps: list[str | int | None] = []
        """The steps that lead to the innermost open collection, from the outermost on."""
        self.repeated: list[Repeated] = []

    def read(self) -> None:
        """Read the first document, and what follows it up to where a second one starts."""
        documents = 0
        while (event := self.get_event()) is not None:
            kind = type(event)
            if kind in _NODES:
                self.result.empty = kind is ScalarEvent and not (event.value or event.style)
                self.result.data = self._node(event, None)
            elif kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self.report(refusals.second_document(event))
                    return

    def _node(self, event: Any, step: str | int | None) -> Any:
        """Read the node that begins with an event."""
        kind = type(event)
        if kind is AliasEvent:
            self.report(refusals.alias(event))
            self._remember(self.result.aliases, step)
            return None
        if event.anchor is not None or event.tag is not None:
            self._features(event)
        if kind is not ScalarEvent:
            return self._collection(event, step)
        text = event.value
        if event.style:
            if event.style == '"':
                self._escapes(event)
            return text
        value, trap = read_plain(text)
        if trap:
            self._trap(event, trap)
        elif value is None:
            self._remember(self.result.blanks, step)
        return value

    def _collection(self, event: Any, step: str | int | None) -> Any:
        if len(self.steps) >= MAX_DEPTH:
            self.report(refusals.too_deep(event, MAX_DEPTH))
            raise _GivenUp
        self.steps.append(step)
        items = self._mapping() if type(event) is MappingStartEvent else self._sequence()
        self.steps.pop()
        return items

    def _sequence(self) -> list[Any]:
        items: list[Any] = []
        while type(event := self.get_event()) is not SequenceEndEvent:
            items.append(self._node(event, len(items)))
        return items

    def _mapping(self) -> dict[str, Any]:
        get_event, plain_keys = self.get_event, self.plain_keys
        items: dict[str, Any] = {}
        repeated: dict[str, Repeated] = {}
        while type(event := get_event()) is not MappingEndEvent:
            key = None
            if (
                type(event) is ScalarEvent
                and event.tag is None
                and event.anchor is None
                and not event.style
            ):
                key = plain_keys.get(event.value)
            if key is None:
                key = self._key(event)
            if key in items:
                self._again(repeated, key, event)
                key = None
            value = self._node(get_event(), key)
            if key is not None:
                items[key] = value
        return items

    def _key(self, event: Any) -> str | None:
        """Read a key; ``None`` where it is none that data can have."""
        kind = type(event)
        if kind is not ScalarEvent:
            if kind is not AliasEvent:
                self.report(refusals.key_is_not_text(event))
            self._node(event, None)
            return None
        if event.anchor is not None or event.tag is not None:
            self._features(event)
        text: str = event.value
        if event.style == '"':
            self._escapes(event)
        elif not event.style and text not in self.plain_keys:
            if text == "<<":
                self.report(refusals.merge_key(event))
                return None
            value, trap = read_plain(text)
            if trap or not isinstance(value, str):
                self._trap(event, not_text(text, trap))
            else:
                self.plain_keys[text] = text
        return text

    def _again(self, repeated: dict[str, Repeated], key: str, event: Any) -> None:
        if key not in repeated:
            repeated[key] = Repeated(key, self._path())
            self.repeated.append(repeated[key])
        repeated[key].add(event)

    def _remember(self, paths: list[KeyPath], step: str | int | None) -> None:
        """Add the path of a node, unless it is no part of the data."""
        path = self._path()
        if path is not None and step is not None:
            paths.append((*path, step))

    def _path(self) -> KeyPath | None:
        """Return the path of the innermost open collection; ``None`` where its data is dropped."""
        path = tuple(step for step in self.steps[1:] if step is not None)
        return path if len(path) == len(self.steps) - 1 else None

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
