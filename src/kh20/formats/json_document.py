"""JSON: one document, with the letters of UTF-8 as they are and two spaces of indentation."""

import json
from collections.abc import Mapping
from typing import Any, Protocol

from kh20.formats.lines import Screen


class Documented(Protocol):
    """An answer that is a JSON document as a whole."""

    @property
    def document(self) -> Mapping[str, Any]:
        """Its keys and values; a value may be any sequence."""


def write(answer: Documented, _screen: Screen) -> str:
    """Return an answer as a JSON document."""
    return json_text(answer.document)


def json_text(document: Any) -> str:
    """Return a document as JSON, ending in a line break."""
    return harmless(json.dumps(document, ensure_ascii=False, indent=2, default=list)) + "\n"


def harmless(text: str) -> str:
    """Return JSON with what a terminal would obey as escapes, which say the same."""
    return "\n".join(
        line
        if line.isprintable()
        else "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in line)
        for line in text.split("\n")
    )
