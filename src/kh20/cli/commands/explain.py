"""kh20 explain: what a diagnostic code means."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kh20.cli.completion import as_typed, description
from kh20.cli.errors import UserError
from kh20.cli.options import NoColorOption
from kh20.cli.terminal import screen_of, write
from kh20.findings.catalogue import codes
from kh20.formats.explanations import explanation_text, index_text
from kh20.text.i18n import _
from kh20.text.suggestions import closest


def _complete_code(incomplete: str) -> list[tuple[str, str]]:
    return [
        (as_typed(code.code, incomplete), description(_(code.summary)))
        for code in codes().values()
        if code.code.startswith(incomplete.upper())
    ]


EXAMPLES = (
    "kh20 explain",
    "kh20 explain KH304",
)
"""What its help shows."""


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE",
            help=_("A code such as KH304; without one, all codes are listed."),
            autocompletion=_complete_code,
        ),
    ] = None,
    no_color: NoColorOption = False,
) -> None:
    """Say what a rule is for, with an example that fails and one that passes."""
    screen = screen_of(sys.stdout, no_color=no_color)
    if code is None:
        write(index_text(codes().values(), screen))
        return
    found = codes().get(code.strip().upper())
    if found is None:
        close = closest(code.strip().upper(), codes())
        hint = (
            _("did you mean {ids}?").format(ids=_(" or ").join(close))
            if close
            else _("“kh20 explain” lists all codes")
        )
        raise UserError(_("there is no code “{code}”").format(code=code), hint)
    write(explanation_text(found, screen))
