"""Walk over the YAML events of a text: the only loop over libyaml's parser.

Nothing is constructed from tags, no alias is followed, and nesting is cut off, so time and memory
are bounded by the size of the text. What is to be known of it, visitors keep.
"""

from enum import Enum
from typing import Any, Final, TypeAlias

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

from kh20.findings import Span

MAX_DEPTH = 24
"""How many collections may stand in one another; a plan needs six."""

Step: TypeAlias = str | int | None
"""What leads from a collection to a node in it: a key, or a place in a list.

``None`` where nothing leads to the node, so that it is no part of the data. The document itself is
item 0 of the file.
"""


class _Next(Enum):
    KEY = "key"


_KEY: Final = _Next.KEY
"""In place of a step: the next node is a key."""


class Enough(Exception):
    """Raised by a visitor that needs no more of the text."""


class Visitor:
    """Is shown each node of the first document of a text, in the order of the text.

    An event is PyYAML's: it has marks, and a value, a style, a tag or an anchor.
    """

    def __init__(self) -> None:
        """Start in front of the document."""
        self.steps: list[Step] = []
        """The steps that lead from the file to the innermost open collection."""

    def key(self, event: Any) -> str | None:
        """See a scalar that is a key; return the step to its value."""
        raise NotImplementedError

    def scalar(self, event: Any, step: Step) -> None:
        """See a scalar that is a value."""

    def alias(self, event: Any, step: Step) -> None:
        """See an alias: a value, or with no step a key."""

    def collection_as_key(self, event: Any) -> None:
        """See that the collection that is opened next is a key."""

    def opened(self, event: Any, step: Step, *, keyed: bool) -> None:
        """See a set of keys or a list begin; ``steps`` leads to what holds it."""

    def closed(self, event: Any) -> None:
        """See a collection end; ``steps`` leads to what holds it."""

    def too_deep(self, event: Any) -> None:
        """See a collection begin that is nested too deep: the walk ends here."""

    def second_document(self, event: Any) -> None:
        """See another document begin: the walk ends here."""


def walk(text: str, visitor: Visitor) -> bool:
    """Show a visitor the first document of a text; ``False`` where its end was not reached.

    The text must hold no character that YAML forbids. Raises YAMLError where it is not YAML, after
    all that stands before the mistake was shown.
    """
    parser = CParser(text)
    try:
        return _walk(parser.get_event, visitor)
    except Enough:
        return False
    finally:
        parser.dispose()


def span_of(event: Any) -> Span:
    """Return the span of a scalar or an alias, with the anchor and the tag before it."""
    return Span(event.start_mark.index, event.end_mark.index)


def _walk(get_event: Any, visitor: Visitor) -> bool:
    key, scalar = visitor.key, visitor.scalar  # Looked up once: there is a call for each node.
    steps = visitor.steps
    resumed: list[Step | _Next] = []  # For each open collection, the step behind it.
    step: Step | _Next = 0
    documents = 0
    while (event := get_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            if step is _KEY:
                step = key(event)
                continue
            scalar(event, step)
            step = step + 1 if type(step) is int else _KEY
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            steps.pop()
            step = resumed.pop()
            visitor.closed(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            behind: Step | _Next = step + 1 if type(step) is int else _KEY
            if step is _KEY:
                visitor.collection_as_key(event)
                step = behind = None
            if len(steps) >= MAX_DEPTH:
                visitor.too_deep(event)
                return False
            visitor.opened(event, step, keyed=kind is MappingStartEvent)
            steps.append(step)
            resumed.append(behind)
            step = _KEY if kind is MappingStartEvent else 0
        elif kind is AliasEvent:
            if step is _KEY:
                visitor.alias(event, None)
                step = None
            else:
                visitor.alias(event, step)
                step = step + 1 if type(step) is int else _KEY
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                visitor.second_document(event)
                return True
    return True
