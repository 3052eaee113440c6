"""Translation of what people read; English is the language of the message ids.

Catalogues are the files ``<language>/LC_MESSAGES/kh20.mo`` below a folder of the package. Until a
language is chosen, and where it has no catalogue, the message ids are shown as they are.
"""

import gettext
from pathlib import Path

DOMAIN = "kh20"
CATALOGUES = Path(__file__).parents[1] / "locale"

_catalogue = gettext.NullTranslations()


def use_language(name: str | None) -> None:
    """Choose the language of all messages from now on, by its code, such as ``vi``.

    ``None`` takes it from the environment (``LANGUAGE``, ``LC_ALL``, ``LC_MESSAGES``, ``LANG``: the
    order of GNU gettext). Modules of commands translate their options when they are imported, so
    this comes first.
    """
    global _catalogue
    languages = None if name is None else [name]
    _catalogue = gettext.translation(DOMAIN, CATALOGUES, languages, fallback=True)


def _(message: str) -> str:
    """Return ``message`` in the user's language. Not for text that comes out of a plan."""
    return _catalogue.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of a message that goes with ``count`` in the user's language."""
    return _catalogue.ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 (the name that message extractors know)
    """Mark a message for the catalogues where it is defined; ``_`` translates it where shown."""
    return message
