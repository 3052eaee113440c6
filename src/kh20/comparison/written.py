"""Parts of a plan as the plan file writes them, on one line."""

from __future__ import annotations

from kh20.comparison.texts import one_line
from kh20.model.fields import Entity


def written_keys(entity: Entity) -> dict[str, str]:
    """Return the keys of a due or a log entry with their values; what says nothing is left out."""
    found = {}
    for name, field in type(entity).model_fields.items():
        value = getattr(entity, name)
        if value is not None and value is not False:
            found[field.alias or name] = _value(value)
    return found


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]" if len(value) > 1 else str(value[0])
    return "true" if value is True else one_line(str(value))
