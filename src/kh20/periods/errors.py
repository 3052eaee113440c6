"""What a text that is not a period is told."""

from __future__ import annotations

_SHOWN = 40
"""Characters of a value that a message quotes; a longer one is cut, with an ellipsis."""


class PeriodError(ValueError):
    """A text does not name a period. ``str()`` is one sentence for a person and quotes the text.

    ``hint`` is what to write instead, where that is known; it is not part of ``str()``.
    """

    def __init__(self, message: str, hint: str | None = None) -> None:
        """Keep the sentence ``message`` and, where there is one, the ``hint`` that mends it."""
        super().__init__(message)
        self.hint = hint


def shown(text: str) -> str:
    """Return ``text`` as a message may quote it: short, and without unprintable characters."""
    cut = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return "".join(
        character if character.isprintable() else f"\\u{ord(character):04x}" for character in cut
    )
