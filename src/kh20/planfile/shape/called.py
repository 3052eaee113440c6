"""Which agency of a file was called by one of its names, where its short name belongs."""

from __future__ import annotations

from functools import cached_property
from typing import Any


class CalledAgencies:
    """Finds agencies by any of their names, in data that need not be a plan."""

    def __init__(self, data: Any) -> None:
        self._data = data

    def find(self, name: str) -> str | None:
        """Return the short name of the one agency that has a name, in any case."""
        found = self._by_name.get(name.strip().casefold(), {})
        return next(iter(found)) if len(found) == 1 else None

    @cached_property
    def _by_name(self) -> dict[str, dict[str, None]]:
        agencies = self._data.get("agencies") if isinstance(self._data, dict) else None
        index: dict[str, dict[str, None]] = {}
        for key, agency in agencies.items() if isinstance(agencies, dict) else ():
            for name in _names(agency):
                index.setdefault(name.strip().casefold(), {})[key] = None
        return index


def _names(agency: Any) -> list[str]:
    if not isinstance(agency, dict):
        return []
    aliases = agency.get("aliases")
    names = [agency.get("name"), agency.get("en"), *(aliases if isinstance(aliases, list) else ())]
    return [name for name in names if isinstance(name, str)]
