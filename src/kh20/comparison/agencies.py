"""The agencies and the document data of two versions of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kh20.comparison.change import Change, Kind
from kh20.diagnostics import KeyPath
from kh20.model import Agency, Plan, Successor


def rekeyed_agencies(old: Plan, new: Plan) -> dict[str, str]:
    """Return the new short names of agencies that stand under another one now: the same name."""
    gone = {agency.name: key for key, agency in old.agencies.items() if key not in new.agencies}
    return {
        gone[agency.name]: key
        for key, agency in new.agencies.items()
        if key not in old.agencies and agency.name in gone
    }


def agency_changes(old: Plan, new: Plan, renamed: Mapping[str, str]) -> Iterator[Change]:
    """Yield the changes of agencies, in the order of the new version, then those that are gone."""
    originals = {now: was for was, now in renamed.items()}
    for key, after in new.agencies.items():
        was = originals.get(key, key)
        before = old.agencies.get(was)
        path: KeyPath = ("agencies", key)
        if before is None:
            yield Change(Kind.AGENCY_ADDED, key, None, after.name, ("agencies",), path)
            continue
        if was != key:
            yield Change(Kind.AGENCY_REKEYED, key, was, key, ("agencies", was), path)
        yield from _fields(key, before, after, ("agencies", was), path, renamed)
    for key, agency in old.agencies.items():
        if key not in new.agencies and key not in renamed:
            yield Change(
                Kind.AGENCY_REMOVED, key, agency.name, None, ("agencies", key), ("agencies",)
            )


def _fields(
    key: str,
    before: Agency,
    after: Agency,
    old_path: KeyPath,
    new_path: KeyPath,
    renamed: Mapping[str, str],
) -> Iterator[Change]:
    for field in Agency.model_fields:
        old = _comparable(getattr(before, field), renamed, field)
        new = _comparable(getattr(after, field), {}, field)
        if old == new:
            continue
        yield Change(
            Kind.AGENCY_ALTERED,
            f"{key}.{field}",
            _shown(old),
            _shown(new),
            (*old_path, field) if _shown(old) is not None else old_path,
            (*new_path, field) if _shown(new) is not None else new_path,
        )


def _comparable(value: Any, renamed: Mapping[str, str], field: str) -> Any:
    if field == "members":
        return tuple(sorted(renamed.get(member, member) for member in value))
    if field == "aliases":
        return tuple(sorted(value))
    if field == "acts_for":
        return renamed.get(value, value)
    if isinstance(value, Successor):
        return (renamed.get(value.agency, value.agency), value.from_, value.basis)
    return value


def _shown(value: Any) -> str | None:
    if value is None or value == () or value is False:
        return None
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def document_changes(old: Plan, new: Plan) -> Iterator[Change]:
    """Yield the changes of the document's own data."""
    for field in type(old.document).model_fields:
        before, after = getattr(old.document, field), getattr(new.document, field)
        if before != after:
            yield Change(
                Kind.DOCUMENT_ALTERED,
                field,
                str(before) if before is not None else None,
                str(after) if after is not None else None,
                ("document", field),
                ("document", field),
            )
