"""kh20 schema: the JSON Schema of plan files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kh20.cli.errors import UserError
from kh20.cli.terminal import say, write
from kh20.formats.json_csv import json_text
from kh20.formats.plan_schema import plan_schema
from kh20.text.i18n import _

EXAMPLES = ("kh20 schema --output kh20.schema.json",)
"""What its help shows."""


def schema(
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help=_("Write it to this file.")),
    ] = None,
) -> None:
    """Print the JSON Schema (2020-12) that an editor checks and completes plan files with."""
    text = json_text(plan_schema())
    if output is None:
        write(text)
        return
    try:
        Path(output).write_text(text, encoding="utf-8")
    except (OSError, ValueError) as error:
        raise UserError(
            _("“{path}” cannot be written: {reason}").format(
                path=output, reason=getattr(error, "strerror", None) or error
            )
        ) from None
    say(_("Wrote {path}.").format(path=output))
