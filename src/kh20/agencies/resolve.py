"""Finding the agency of a plan that a person means, by what was typed or written in the file."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kh20.agencies.register import NO_REGISTERS, Registers
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


def resolve_agency(
    query: str,
    agencies: Mapping[str, Agency],
    registers: Registers = NO_REGISTERS,
    day: date | None = None,
) -> Resolved:
    """Return the one agency that a name, id, alias or part of a name means.

    It is looked for among ``agencies``, then among all others of the registers; there, a name
    counts for more than a part of one here. A body that acts for another one that also matches is
    left aside: asking for the other finds its obligations too. Of bodies that had one name one
    after the other, the one that lived on the day is meant, or else the last before it.
    Raises :class:`AgencyNotFound`.
    """
    found = _index(agencies).find(query)
    if registers and not found.spelt:
        further = NameIndex(registers.names()).find(query)
        if further.spelt or not found.ids:
            found = further

    def body_of(key: str) -> Agency | None:
        return agencies.get(key) or registers.get(key)

    bodies = {key: body for key in found.ids if (body := body_of(key)) is not None}
    ids = [key for key, body in bodies.items() if body.acts_for not in bodies]
    if day is not None and len(ids) > 1:
        ids = _of_the_day(ids, bodies, day, one=found.spelt)
    if len(ids) == 1 and found.how == "short":
        raise AgencyNotFound(query, ids, ambiguous=False)
    if len(ids) == 1:
        return Resolved(ids[0], found.spelt, found.how == "part")
    if ids:
        ids.sort(key=lambda key: collation_key(bodies[key].name))
        raise AgencyNotFound(query, ids, ambiguous=True)
    likely = {key: body for key in found.suggestions if (body := body_of(key)) is not None}
    near = [key for key, body in likely.items() if body.acts_for not in likely]
    raise AgencyNotFound(query, near, ambiguous=False)


def _of_the_day(ids: list[str], bodies: Mapping[str, Agency], day: date, *, one: bool) -> list[str]:
    """Return those of several bodies that lived on a day, or all where none did.

    Where they are ``one`` name's and none lived then, it is the last that lived before.
    """
    living = [key for key in ids if bodies[key].lives_on(day)]
    if living or not one:
        return living or ids
    before = [key for key in ids if (until := bodies[key].until) is not None and until < day]
    last = max(before, key=lambda key: bodies[key].until or day, default=None)
    return ids if last is None else [last]


class NearNames:
    """Finds the agency that a wrong id was likely meant for. Each wrong id is looked for once."""

    def __init__(self, agencies: Mapping[str, Agency], registers: Registers) -> None:
        """Search ``agencies``, which must not change afterwards, and those of the registers."""
        known = {key: agency.names for key, agency in agencies.items()}
        known |= {key: names for key, names in registers.names() if key not in known}
        self._agencies = known
        self._index = NameIndex(known.items())
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
