"""A reading in the few words in which the tests write what they expect of it."""

from kh20.phrases import Reading


def said(reading: Reading | None) -> str:
    """Return ``from 2026-Q1 by 2026-Q2 ongoing``; empty for no reading."""
    if reading is None:
        return ""
    periods = {
        "from": reading.from_,
        "by": reading.by,
        "in": reading.in_,
        "before": reading.before,
        "every": reading.every,
        "within": reading.within,
        "cutoffs": " ".join(reading.cutoffs),
    }
    flags = {
        "cutoffs unread": reading.cutoffs_unread,
        "substantially": reading.substantially,
        "ongoing": reading.ongoing,
        "bare": reading.bare,
        "relative": reading.relative,
    }
    stated = [f"{key} {value}" for key, value in periods.items() if value]
    return " ".join(stated + [key for key, value in flags.items() if value])
