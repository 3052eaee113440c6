"""Times that are counted from a day: today, this week, next quarter, last year.

A person types them, and a plan has none of them: it says the same on every day.
"""

import re
from datetime import date, timedelta

from kh20.text.patterns import lazy_pattern

_DAYS = {
    "hom nay": 0, "today": 0,
    "ngay mai": 1, "tomorrow": 1, "ngay kia": 2,
    "hom qua": -1, "yesterday": -1, "hom kia": -2,
}  # fmt: skip
_UNITS = {
    "tuan": "week", "week": "week", "thang": "month", "month": "month",
    "quy": "quarter", "quarter": "quarter", "nam": "year", "year": "year",
}  # fmt: skip
_LATER = {
    "nay": 0, "this": 0,
    "sau": 1, "toi": 1, "tiep theo": 1, "ke tiep": 1, "sang": 1, "next": 1,
    "truoc": -1, "qua": -1, "vua qua": -1, "roi": -1, "vua roi": -1, "ngoai": -1, "last": -1,
}  # fmt: skip

_counted = lazy_pattern(
    rf"\b(?:(?:ngay )?(?P<day>{'|'.join(_DAYS)})"
    r"|(?P<unit>tuan|thang|quy|nam) (?P<which>nay|sau|toi|tiep theo|ke tiep|truoc"
    r"|(?:vua )?(?:qua|roi)|ngoai)"
    r"|(?P<before>sang) (?P<of>tuan|thang|quy|nam)"
    r"|(?P<english>this|next|last) (?P<of_english>week|month|quarter|year))\b"
)


def counted_from(today: date, folded: str) -> str:
    """Return a folded text with the times that it counts from a day spelt by their dates.

    A week runs from Monday to Sunday.
    """
    return _counted().sub(lambda match: _spelt(today, match), folded)


def _spelt(today: date, match: re.Match[str]) -> str:
    try:
        if match["day"]:
            return (today + timedelta(days=_DAYS[match["day"]])).isoformat()
        unit = match["unit"] or match["of"] or match["of_english"]
        which = match["which"] or match["before"] or match["english"]
        return _period(today, _UNITS[unit], _LATER[which])
    except OverflowError:
        return match[0]


def _period(today: date, unit: str, later: int) -> str:
    """Return the spelling, in words that may follow others, of the unit that is so much later."""
    if unit == "week":
        monday = today + timedelta(weeks=later, days=-today.weekday())
        return f"{monday}/{monday + timedelta(days=6)}"
    if unit == "year":
        return f"nam {today.year + later}"
    months = 3 if unit == "quarter" else 1
    year, number = divmod((today.year * 12 + today.month - 1) // months + later, 12 // months)
    return f"{'quy' if unit == 'quarter' else 'thang'} {number + 1}/{year}"
