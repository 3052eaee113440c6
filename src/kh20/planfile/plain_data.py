"""The plain data of a YAML file, with what is wrong with its characters and its YAML."""

from typing import Any, NamedTuple

from kh20.findings import Diagnostic, KeyPath
from kh20.planfile.characters import check_characters, mask_unsafe
from kh20.planfile.source_text import SourceText
from kh20.planfile.yaml.compose import compose
from kh20.text.i18n import _

PLAIN_KEYS = frozenset({"on"})
"""The key of the log that YAML 1.1 reads as true; in this format it is a word like the others."""


class PlainData(NamedTuple):
    """What a file holds. ``data`` is ``None`` where it could not be read to its end."""

    data: Any
    diagnostics: list[Diagnostic]
    complete: bool
    empty: bool
    aliases: frozenset[KeyPath] = frozenset()
    """The places of aliases: what they stand for is not known."""
    blanks: tuple[KeyPath, ...] = ()
    """The keys without a value."""


def plain_data(text: SourceText) -> PlainData:
    """Read the YAML of a text. Never raises for its content."""
    diagnostics = list(check_characters(text.text))
    composed = compose(mask_unsafe(text.text), PLAIN_KEYS)
    diagnostics += composed.diagnostics
    if not composed.complete:
        hint = _("quote it where it is text")
        found = [d._replace(hint=hint) if d.code == "KH009" else d for d in diagnostics]
        return PlainData(None, found, complete=False, empty=False)
    aliases, blanks = frozenset(composed.aliases), tuple(composed.blanks)
    return PlainData(composed.data, diagnostics, True, composed.empty, aliases, blanks)
