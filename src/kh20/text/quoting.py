"""Values as a message may quote them."""

from __future__ import annotations

LONGEST = 60
"""Characters of a quoted value; a longer one is cut, with an ellipsis."""


def shown(value: object, longest: int = LONGEST) -> str:
    """Return a value as a message quotes it: on one line, not too long, nothing hidden in it."""
    text = str(value)
    if len(text) > longest:
        text = text[: longest - 1] + "…"
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode("ascii")
        for char in " ".join(text.split())
    )
