"""Translation of what people read; English is the language of the message ids.

Catalogues are looked for in ``locale/<language>/LC_MESSAGES/kh20.mo`` inside the package, in the
languages that the environment names (``LANGUAGE``, ``LC_ALL``, ``LC_MESSAGES``, ``LANG``: the order
of GNU gettext). Without a catalogue the message ids are shown as they are.
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

DOMAIN = "kh20"


@cache
def _catalogue() -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, Path(__file__).parents[1] / "locale", fallback=True)


def _(message: str) -> str:
    """Return ``message`` in the user's language. Not for text that comes out of a plan."""
    return _catalogue().gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of a message that goes with ``count`` in the user's language."""
    return _catalogue().ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 (the name that message extractors know)
    """Mark a message for the catalogues where it is defined; ``_`` translates it where shown."""
    return message
