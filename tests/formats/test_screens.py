"""Colour, where it is wanted."""

import pytest

from kh20.answers.wording import STATUS_STYLE
from kh20.formats.lines import styled
from kh20.obligations import Status


@pytest.mark.parametrize(
    ("text", "style", "colour", "shown"),
    [
        ("a", "bold red", True, "\x1b[1;31ma\x1b[0m"),
        ("a", "dim", True, "\x1b[2ma\x1b[0m"),
        ("a", "", True, "a"),
        ("", "bold", True, ""),
        ("a", "bold red", False, "a"),
    ],
)
def test_styled(text: str, style: str, colour: bool, shown: str) -> None:
    """Nothing is written for what shows nothing."""
    assert styled(text, style, colour=colour) == shown


def test_every_state_has_a_style_that_exists() -> None:
    """Overdue stands out from all others."""
    assert set(STATUS_STYLE) == set(Status)
    for style in STATUS_STYLE.values():
        assert styled("x", style, colour=True) != "x"
    assert list(STATUS_STYLE.values()).count(STATUS_STYLE[Status.OVERDUE]) == 1
