"""The data of the document itself in two versions of a plan."""

from __future__ import annotations

from collections.abc import Iterator

from kh20.comparison.change import Change
from kh20.comparison.kinds import Kind
from kh20.model import Document
from kh20.text.quoting import one_line


def document_changes(old: Document, new: Document) -> Iterator[Change]:
    """Yield the changes of the document's own data."""
    for field in Document.model_fields:
        before, after = _shown(getattr(old, field)), _shown(getattr(new, field))
        if before != after:
            path = ("document", field)
            yield Change(Kind.DOCUMENT_ALTERED, field, before, after, path, path)


def _shown(value: object) -> str | None:
    return None if value is None else one_line(str(value))
