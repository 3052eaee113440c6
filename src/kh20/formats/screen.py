"""The few colours that a terminal is asked for, as the escape sequences of ECMA-48."""

from typing import NamedTuple

_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
}


class Screen(NamedTuple):
    """What the output is shown on. ``width`` is ``None`` where lines must stay whole."""

    width: int | None
    colour: bool


def styled(text: str, style: str, *, colour: bool) -> str:
    """Return a text in a style, given as words such as ``bold red``; as it is without colour."""
    if not colour or not style or not text:
        return text
    codes = ";".join(_CODES[word] for word in style.split())
    return f"\x1b[{codes}m{text}\x1b[0m"
