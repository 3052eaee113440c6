"""Time zones by name, also on systems that have no time zone database of their own."""

import warnings
from datetime import date, datetime, tzinfo
from functools import cache


@cache
def find_timezone(name: str) -> tzinfo | None:
    """Return a zone of the IANA database, or ``None`` where it has no such name."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    # From its version 4 on dateutil reads the package tzdata, as zoneinfo does, and warns of this.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from dateutil.zoneinfo import get_zonefile_instance

    zone: tzinfo | None = get_zonefile_instance().get(name)
    return zone


def day_in_zone(moment: datetime, name: str) -> date:
    """Return the calendar day of an aware moment in a time zone; the zone must exist."""
    zone = find_timezone(name)
    if zone is None:
        raise ValueError(name)
    return moment.astimezone(zone).date()
