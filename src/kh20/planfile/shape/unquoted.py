"""Values that are to be quoted: those that YAML reads as something else (KH009, KH103)."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import getitem
from typing import Any

from kh20.findings import Diagnostic
from kh20.planfile.shape.messages import text_of
from kh20.planfile.yaml.scalars import quote_it
from kh20.text.i18n import _

_NAMES_NOTHING = frozenset({"KH202", "KH210", "KH303", "KH401", "KH402", "KH410"})
"""Findings of rules on a value that would be as wrong in quotes, whatever else is changed."""


def as_text(shape: Iterable[Diagnostic], data: Any) -> list[Diagnostic]:
    """Put text in the place of each number and flag that is to be quoted; return what says so.

    What else is wrong with the text is then seen at once, and not only when it is quoted.
    """
    return [found for found in shape if found.code == "KH103" and _put_text(found, data)]


def _put_text(found: Diagnostic, data: Any) -> bool:
    *parent, step = found.place.path
    holder = reduce(getitem, parent, data)
    text = text_of(found.place.path, holder[step])
    if text is None or found.hint != quote_it(text):
        return False
    holder[step] = text
    return True


def to_be_quoted(
    unquoted: Iterable[Diagnostic], shape: Iterable[Diagnostic], rules: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Yield the findings on what is to be quoted, but for those that quotes would not help.

    Of these another finding says what belongs there.
    """
    places = [each.place for each in shape]
    places += (each.place for each in rules if each.code in _NAMES_NOTHING)
    wrong = {place.path for place in places}
    wrong_keys = {place.path for place in places if place.on_key}
    for each in unquoted:
        path = each.place.path
        if path and path in (wrong_keys if each.place.on_key else wrong):
            continue
        if each.place.on_key and path[:1] != ("agencies",):
            each = each._replace(hint=_("keys are the plain words that the plan format names"))
        yield each
