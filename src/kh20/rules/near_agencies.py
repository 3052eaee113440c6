"""Which agency may have been meant by an id that no agency has."""

from __future__ import annotations

from collections.abc import Mapping

from kh20.model.agency import Agency
from kh20.text.name_index import NameIndex
from kh20.text.suggestions import closest

_COMPARISONS = 20_000
"""Names compared for one plan, a quarter of a second: after that wrong ids get no suggestion."""
_OVERHEAD = 50


class NearNames:
    """Finds the agency that a wrong id was likely meant for. Each wrong id is looked for once."""

    def __init__(self, agencies: Mapping[str, Agency]) -> None:
        """Search ``agencies``, which must not change afterwards."""
        self._agencies = agencies
        self._index = NameIndex((key, agency.names) for key, agency in agencies.items())
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
