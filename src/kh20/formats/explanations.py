"""Explanations of codes: an index of all, or one with its rule and its examples."""

import unicodedata
from collections.abc import Iterable

from kh20.answers.checked import Explained
from kh20.answers.page import Cell, Column, Grid
from kh20.findings.code import Code, Example
from kh20.formats.lines import Screen, fitted, paragraph
from kh20.formats.table import grid_text
from kh20.text.i18n import _


def write(answer: Explained, screen: Screen) -> str:
    """Return the index, or the explanation of the one code that was asked for."""
    if answer.one is None:
        return index_text(answer.codes, screen)
    return explanation_text(answer.one, screen)


def index_text(codes: Iterable[Code], screen: Screen) -> str:
    """Return all codes, a line each."""
    columns = (Column(_("Code")), Column(_("Severity")), Column(_("Meaning"), wrap=True))
    rows = [
        (Cell(code.code, "bold"), Cell(code.severity.value), Cell(_(code.summary)))
        for code in codes
    ]
    return grid_text(Grid(columns, rows), screen)


def explanation_text(code: Code, screen: Screen) -> str:
    """Return what a rule is for, an example that it finds fault with, and one that passes."""
    title = f"{code.code} ({code.severity.value}): {_(code.summary)}"
    why = _(code.why)
    blocks = [paragraph(title, screen, "bold").rstrip("\n"), paragraph(why, screen).rstrip("\n")]
    if code.fails.old is not None:
        blocks.append(_example(_("Before:"), code.fails.old, screen))
        blocks.append(_example(_("An edit that fails:"), code.fails.text, screen))
        blocks.append(_example(_("An edit that passes:"), code.passes.text, screen))
    else:
        if code.fails.text:
            blocks.append(_example(_("Fails:"), _shown(code.fails), screen))
        if code.passes.text:
            blocks.append(_example(_("Passes:"), _shown(code.passes), screen))
    return "\n\n".join(blocks) + "\n"


def _example(heading: str, text: str, screen: Screen) -> str:
    body = "\n".join(f"    {line}" for line in text.rstrip("\n").splitlines())
    return fitted(f"{heading}\n\n{body}", screen)


def _shown(example: Example) -> str:
    """Return an example with what cannot be seen, or told apart, written as escapes."""
    return "".join(
        char.encode("unicode_escape").decode() if _is_hidden(char) else char
        for char in example.text
    )


def _is_hidden(char: str) -> bool:
    # A mark of its own looks like a part of the letter before it, which is what KH603 is about.
    return char != "\n" and (not char.isprintable() or unicodedata.combining(char) > 0)
