"""kh20 explain: what a diagnostic code means."""

import sys
from typing import Annotated

import typer

from kh20.answers.checked import Explained
from kh20.cli.completion import as_typed, description
from kh20.cli.errors import UserError
from kh20.cli.options import NoColorOption
from kh20.cli.terminal import screen_of, write
from kh20.findings.codes import codes
from kh20.formats import write as formats
from kh20.text.i18n import _
from kh20.text.quoting import shown
from kh20.text.suggestions import closest, did_you_mean


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
    one = codes().get(code.strip().upper()) if code is not None else None
    if code is not None and one is None:
        hint = did_you_mean(closest(code.strip().upper(), codes()))
        raise UserError(
            _("there is no code “{code}”").format(code=shown(code)),
            hint or _("“kh20 explain” lists all codes"),
        )
    explained = Explained(tuple(codes().values()), one)
    write(formats.write(explained, formats.ExplanationFormat.TEXT, screen))
