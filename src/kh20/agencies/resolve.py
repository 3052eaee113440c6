"""Finding the agency of a plan that a person means, by what was typed or written in the file."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kh20.model import Agency
from kh20.text.name_index import NameIndex
from kh20.text.sorting import collation_key
from kh20.text.suggestions import closest

_COMPARISONS = 20_000
"""Names compared for one plan, a quarter of a second: after that wrong ids get no suggestion."""
_OVERHEAD = 50


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
    found = _index(agencies).find(query)
    ids = [key for key in found.ids if agencies[key].acts_for not in found.ids]
    if len(ids) == 1 and found.how == "short":
        raise AgencyNotFound(query, ids, ambiguous=False)
    if len(ids) == 1:
        return Resolved(ids[0], found.how in ("exact", "folded"), found.how == "part")
    if ids:
        ids.sort(key=lambda key: collation_key(agencies[key].name))
        raise AgencyNotFound(query, ids, ambiguous=True)
    raise AgencyNotFound(query, found.suggestions, ambiguous=False)


class NearNames:
    """Finds the agency that a wrong id was likely meant for. Each wrong id is looked for once."""

    def __init__(self, agencies: Mapping[str, Agency]) -> None:
        """Search ``agencies``, which must not change afterwards."""
        self._agencies = agencies
        self._index = _index(agencies)
        self._known: dict[str, str | None] = {}
        self._left = _COMPARISONS

    def nearest(self, wrong: str) -> str | None:
        """Return the id of the likeliest agency; ``None`` where none is near."""
        if wrong not in self._known:
            if self._left <= 0:
                return None
            self._left -= len(self._agencies) + _OVERHEAD
            self._known[wrong] = self._search(wrong)
        return self._known[wrong]

    def _search(self, wrong: str) -> str | None:
        close = closest(wrong, self._agencies)
        if not close:
            found = self._index.find(wrong)
            close = found.ids or found.suggestions
        return close[0] if close else None


def _index(agencies: Mapping[str, Agency]) -> NameIndex:
    return NameIndex((key, agency.names) for key, agency in agencies.items())
