"""Building plain data out of YAML, with every risky feature of YAML turned into a finding (KH0xx).

Positions are not kept: where there is a finding, :mod:`kh20.planfile.yaml.locate` walks over the
text again; a valid plan pays nothing.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from kh20.findings import Diagnostic, KeyPath, Place
from kh20.planfile.characters import check_escaped
from kh20.planfile.yaml import refusals
from kh20.planfile.yaml.refusals import Repeated
from kh20.planfile.yaml.scalars import Trap, not_text, read_plain
from kh20.planfile.yaml.syntax import merge_conflicts, syntax_error
from kh20.planfile.yaml.walk import MAX_DEPTH, Step, Visitor, span_of, walk
from kh20.text.marks import MOST_MARKS, masked, surplus_marks


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


def compose(text: str, plain_keys: frozenset[str] = frozenset()) -> Composed:
    """Read the text of a YAML file into dicts, lists and scalars.

    Dates stay text. Of a key given twice the first value is kept, so that the findings speak of the
    data that a person reads first. ``plain_keys`` are keys of the format that YAML 1.1 would read
    as something else (``on``): as keys they are meant as they stand. Never raises.
    """
    conflicts = merge_conflicts(text)
    if conflicts:
        return Composed(diagnostics=conflicts)
    composer = _Composer(text, plain_keys)
    result = composer.result
    try:
        result.complete = walk(text, composer)
    except yaml.YAMLError as error:
        result.diagnostics.append(syntax_error(error, text))
    result.diagnostics.extend(map(refusals.given_again, composer.repeated))
    for result.data in composer.documents:
        result.empty = composer.nothing
    return result


class _Composer(Visitor):
    """Builds the data from the outside in: each value goes into the collection that is open."""

    def __init__(self, text: str, plain_keys: frozenset[str]) -> None:
        super().__init__()
        self.text = text
        self.result = Composed()
        # Also takes in the keys that turn out to be plain text: they are few, and come often.
        # One string serves for all of its places.
        self.plain_keys = {key: key for key in plain_keys}
        self.report = self.result.diagnostics.append
        self.documents: list[Any] = []
        self.nothing = False
        """Whether the document has no content: not even a word that stands for none."""
        self.repeated: list[Repeated] = []
        self.into: Any = self.documents
        """The innermost open collection."""
        self.again: dict[str, Repeated] = {}
        """The keys in it that are given again."""
        self.around: list[tuple[Any, dict[str, Repeated]]] = []
        """The same of the collections around it, from the outermost on."""

    def key(self, event: Any) -> str | None:
        """Read a key; nothing leads to the value of one that is given again."""
        key = self.plain_keys.get(event.value)
        if key is None or event.style or event.anchor is not None or event.tag is not None:
            key = self._new_key(event)
        if key is not None and key in self.into:
            self._given_again(key, event)
            return None
        return key

    def _new_key(self, event: Any) -> str | None:
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
                self._trap(event, text, not_text(text, trap), on_key=True)
            else:
                self.plain_keys[text] = text
        return text

    def scalar(self, event: Any, step: Step) -> None:
        """Read a value."""
        if event.anchor is not None or event.tag is not None:
            self._features(event)
        value = event.value
        if event.style:
            if event.style == '"':
                self._escapes(event)
                value = masked(value, surplus_marks(value, least=MOST_MARKS))
        else:
            value, trap = read_plain(value)
            if trap:
                self._trap(event, step, trap)
            elif value is None:
                self._remember(self.result.blanks, step)
                self.nothing = not self.steps and not event.value
        self._put(step, value)

    def alias(self, event: Any, step: Step) -> None:
        """Refuse an alias; as a value it leaves a gap."""
        self.report(refusals.alias(event))
        self._remember(self.result.aliases, step)
        self._put(step, None)

    def collection_as_key(self, event: Any) -> None:
        """Refuse a key that is a collection."""
        self.report(refusals.key_is_not_text(event))

    def opened(self, event: Any, step: Step, *, keyed: bool) -> None:
        """Put a new collection into the one that is open, and go on inside."""
        self._features(event)
        items: Any = {} if keyed else []
        self._put(step, items)
        self.around.append((self.into, self.again))
        self.into, self.again = items, {}

    def closed(self, event: Any) -> None:
        """Go on behind a collection."""
        self.into, self.again = self.around.pop()

    def too_deep(self, event: Any) -> None:
        """Refuse a collection that is nested too deep."""
        self.report(refusals.too_deep(event, MAX_DEPTH))

    def second_document(self, event: Any) -> None:
        """Refuse another document."""
        self.report(refusals.second_document(event))

    def _put(self, step: Step, value: Any) -> None:
        if type(step) is str:
            self.into[step] = value
        elif step is not None:
            self.into.append(value)

    def _given_again(self, key: str, event: Any) -> None:
        if key not in self.again:
            self.again[key] = Repeated(key, self._path())
            self.repeated.append(self.again[key])
        self.again[key].add(event)

    def _remember(self, paths: list[KeyPath], step: Step) -> None:
        """Add the path of a node, unless it is no part of the data, or all of it."""
        path = self._path_of(step)
        if path:
            paths.append(path)

    def _path_of(self, step: Step) -> KeyPath:
        """Return the path of a node; empty where it is no part of the data, or all of it."""
        path = self._path()
        return () if path is None or step is None or not self.steps else (*path, step)

    def _path(self) -> KeyPath | None:
        """Return the path of the innermost open collection; ``None`` where its data is dropped."""
        path = tuple(step for step in self.steps[1:] if step is not None)
        return path if len(path) == len(self.steps[1:]) else None

    def _features(self, event: Any) -> None:
        if event.anchor is not None:
            self.report(refusals.anchor(event, self.text))
        if event.tag is not None:
            self.report(refusals.tag(event, self.text))

    def _trap(self, event: Any, step: Step, trap: Trap, *, on_key: bool = False) -> None:
        place = Place(self._path_of(step), span_of(event), on_key)
        self.report(Diagnostic("KH009", trap.message, place, trap.hint))

    def _escapes(self, event: Any) -> None:
        if not (event.value.isprintable() and event.value.isascii()):
            place = Place(span=span_of(event))
            self.result.diagnostics.extend(check_escaped(event.value, place))
