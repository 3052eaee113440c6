"""Text inside Markdown."""

from __future__ import annotations

_SPECIAL = str.maketrans({char: f"\\{char}" for char in "\\|*_`<>[]~#"})


def escaped(text: str) -> str:
    """Return a text on one line that GitHub-flavoured Markdown shows as it is, also in a table."""
    return " ".join(text.split()).translate(_SPECIAL)
