"""Printing an answer to the console or into a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kh20.cli.errors import UserError
from kh20.cli.terminal import say, screen_of, write
from kh20.formats import write as formats
from kh20.formats.lines import paragraph
from kh20.text.i18n import _

if TYPE_CHECKING:
    from kh20.answers.answer import Answer


def print_answer(answer: Answer, fmt: formats.OutputFormat, *, no_color: bool) -> None:
    """Write an answer to standard output; where it is empty, tell a person so on standard error.

    The formats for programs have no one to tell it to.
    """
    if fmt.for_people and answer.page.is_empty:
        say(paragraph(answer.nothing, screen_of(sys.stderr)))
    write(formats.write(answer, fmt, screen_of(sys.stdout, no_color=no_color)))


def write_file(path: str, text: str) -> None:
    """Write a text to a file. Raises :class:`UserError` where the system refuses."""
    try:
        # A path that is not UTF-8 must not keep the report from being written.
        Path(path).write_text(text, encoding="utf-8", errors="backslashreplace")
    except (OSError, ValueError) as error:
        raise UserError(
            _("“{path}” cannot be written: {reason}").format(
                path=path, reason=getattr(error, "strerror", None) or error
            )
        ) from None
