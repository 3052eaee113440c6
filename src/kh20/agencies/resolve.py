"""From what a person typed to one agency of a plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kh20.model import Agency
from kh20.text.name_index import NameIndex
from kh20.text.sorting import collation_key


class Resolved(NamedTuple):
    """The agency that was meant. ``guessed`` tells that only a part of a name was typed.

    ``spelt`` tells that it was called by one of its names, whatever the case and the diacritics.
    """

    agency: str
    spelt: bool
    guessed: bool


class AgencyNotFound(Exception):
    """A name that no agency has, or several have.

    ``candidates`` are the ids of the agencies that it may mean, best first; ``ambiguous`` tells
    whether they all match, or merely resemble what was typed.
    """

    def __init__(self, query: str, candidates: Sequence[str], *, ambiguous: bool) -> None:
        super().__init__(query)
        self.query = query
        self.candidates = tuple(candidates)
        self.ambiguous = ambiguous


def resolve_agency(query: str, agencies: Mapping[str, Agency]) -> Resolved:
    """Return the one agency that a name, id, alias or part of a name means.

    A body that acts for another one that also matches is left aside: asking for the other finds
    its obligations too. Raises :class:`AgencyNotFound`.
    """
    index = NameIndex((key, agency.names) for key, agency in agencies.items())
    found = index.find(query)
    ids = [key for key in found.ids if not _within(agencies, key, found.ids)]
    if len(ids) == 1 and found.how == "short":
        raise AgencyNotFound(query, ids, ambiguous=False)
    if len(ids) == 1:
        return Resolved(ids[0], found.how in ("exact", "folded"), found.how == "part")
    if ids:
        ids.sort(key=lambda key: collation_key(agencies[key].name))
        raise AgencyNotFound(query, ids, ambiguous=True)
    raise AgencyNotFound(query, found.suggestions, ambiguous=False)


def _within(agencies: Mapping[str, Agency], key: str, others: Sequence[str]) -> bool:
    principal = agencies[key].acts_for
    return principal is not None and principal in others
