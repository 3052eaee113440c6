"""What was measured, as a table that says which bounds hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """One figure. Without a bound it is only for comparing; without a figure it was skipped.

    ``note`` says how the figure came about, or why there is none.
    """

    what: str
    figure: float | None
    unit: str = "×"
    bound: float | None = None
    note: str = ""

    @property
    def exceeded(self) -> bool:
        """Whether there is a bound and the figure is above it."""
        return self.bound is not None and self.figure is not None and self.figure > self.bound

    @property
    def verdict(self) -> str:
        """The last word on the line; empty where nothing was promised."""
        if self.figure is None:
            return "skipped"
        if self.bound is None:
            return ""
        return "EXCEEDED" if self.exceeded else "ok"


class Section(NamedTuple):
    """Lines under a heading."""

    heading: str
    lines: Sequence[Line]


def section_text(section: Section) -> str:
    """Return a section as text, its columns aligned."""
    rows = [("", "figure", "bound", "", "")]
    rows += [
        (
            line.what,
            _number(line.figure, line.unit),
            _number(line.bound, line.unit),
            line.verdict,
            line.note,
        )
        for line in section.lines
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    text = [section.heading]
    for what, figure, bound, verdict, note in rows:
        cells = (
            f"  {what:<{widths[0]}}",
            f"{figure:>{widths[1]}}",
            f"{bound:>{widths[2]}}",
            f"{verdict:<{widths[3]}}",
            note,
        )
        text.append("  ".join(cells).rstrip())
    return "\n".join(text) + "\n"


def _number(value: float | None, unit: str) -> str:
    if value is None:
        return "–"
    return f"{value:.2f} {unit}" if unit == "×" else f"{value:.0f} {unit}"
