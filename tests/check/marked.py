"""Plans with the place of a finding marked in them: ⟦here⟧, and ⟪earlier⟫ where it refers to."""

import re
from typing import NamedTuple

from kh20.findings import Region

_MARKS = re.compile("[⟦⟧⟪⟫]")


class Marked(NamedTuple):
    """A text without its marks, and the regions that they were around."""

    text: str
    here: list[Region]
    earlier: list[Region]


def marked(text: str) -> Marked:
    """Take the marks out of a text."""
    opened: dict[str, tuple[int, int]] = {}
    regions: dict[str, list[Region]] = {"⟦": [], "⟪": []}
    line = column = 1
    for char in text:
        if char in "⟦⟪":
            opened[char] = (line, column)
        elif char in "⟧⟫":
            kind = "⟦" if char == "⟧" else "⟪"
            regions[kind].append(Region(*opened.pop(kind), line, column))
        elif char == "\n":
            line, column = line + 1, 1
        else:
            column += 1
    assert not opened
    return Marked(_MARKS.sub("", text), regions["⟦"], regions["⟪"])
