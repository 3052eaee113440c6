"""Which agency of a file was called by one of its names, where its short name belongs."""

from __future__ import annotations

from typing import Any

_MOST = 2000
"""Agencies that are looked through; in a file with more a wrong name gets a plainer hint."""


def agency_called(name: str, data: Any) -> str | None:
    """Return the short name of the one agency that has a name, in data that need not be a plan."""
    agencies = data.get("agencies") if isinstance(data, dict) else None
    if not isinstance(agencies, dict) or len(agencies) > _MOST:
        return None
    wanted = name.strip().casefold()
    found = [
        key
        for key, agency in agencies.items()
        if wanted in (called.strip().casefold() for called in _names(agency))
    ]
    return found[0] if len(found) == 1 else None


def _names(agency: Any) -> list[str]:
    if not isinstance(agency, dict):
        return []
    aliases = agency.get("aliases")
    names = [agency.get("name"), agency.get("en"), *(aliases if isinstance(aliases, list) else ())]
    return [name for name in names if isinstance(name, str)]
