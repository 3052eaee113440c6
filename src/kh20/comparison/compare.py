"""All differences between two versions of a plan."""

from collections.abc import Iterator, Mapping

from kh20.comparison.agencies import agency_changes
from kh20.comparison.change import Change, Kind
from kh20.comparison.log import log_changes
from kh20.comparison.obligations import detail_kind, task_changes
from kh20.comparison.pairing import paired
from kh20.model import Document, Plan
from kh20.text.quoting import one_line


def compare(old: Plan, new: Plan) -> list[Change]:
    """Return what changed, by meaning: document, agencies, obligations, log.

    Obligations are paired by id, not by place. Formatting, comments, the order of keys, of
    obligations and of the bodies in a list are no change.
    """
    pairing = paired(old, new)
    return [
        *_document_changes(old.document, new.document),
        *_heading_changes(old.headings, new.headings),
        *agency_changes(pairing),
        *task_changes(pairing),
        *log_changes(pairing),
    ]


def _document_changes(old: Document, new: Document) -> Iterator[Change]:
    """Yield the changes of the document's own data."""
    for field in Document.model_fields:
        before, after = _shown(getattr(old, field)), _shown(getattr(new, field))
        if before != after:
            path = ("document", field)
            yield Change(Kind.DOCUMENT_ALTERED, field, before, after, path, path)


def _heading_changes(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    for prefix in dict.fromkeys((*old, *new)):
        before, after = old.get(prefix), new.get(prefix)
        kind = detail_kind(before, after)
        if kind is not None:
            there, here = (
                ("headings", prefix) if each is not None else ("headings",)
                for each in (before, after)
            )
            then, since = (None if each is None else one_line(each) for each in (before, after))
            yield Change(kind, prefix, then, since, there, here)


def _shown(value: object) -> str | None:
    return None if value is None else one_line(str(value))
