"""Parts of a plan as the plan file writes them, on one line."""

from __future__ import annotations

from collections.abc import Mapping

from kh20.model.fields import Entity
from kh20.text.quoting import one_line


def written_keys(entity: Entity) -> dict[str, str]:
    """Return what a due or a log entry says, each key with its value as text."""
    return {key: _value(value) for key, value in entity.given().items()}


def written(said: Entity | Mapping[str, object]) -> str:
    """Return a due, or keys of one, as ``by: 2024-Q1, ongoing: true``, without ``stated``."""
    keys = said.given() if isinstance(said, Entity) else said
    return ", ".join(f"{key}: {_value(value)}" for key, value in keys.items() if key != "stated")


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]" if len(value) > 1 else str(value[0])
    return "true" if value is True else one_line(str(value))
