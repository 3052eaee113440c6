"""kh20 schema: the JSON Schema of plan files."""

import sys
from typing import Annotated

import typer

from kh20.answers.plan_schema import plan_schema, register_schema
from kh20.cli.reports import write_file
from kh20.cli.terminal import say, screen_of, write
from kh20.formats import write as formats
from kh20.planfile import STDIN
from kh20.text.i18n import _

EXAMPLES = ("kh20 schema --output kh20.schema.json",)
"""What its help shows."""


def schema(
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help=_("Write it to this file.")),
    ] = None,
    register: Annotated[
        bool, typer.Option("--register", help=_("The schema of register files instead."))
    ] = False,
) -> None:
    """Print the JSON Schema (2020-12) that an editor checks and completes plan files with."""
    wanted = register_schema() if register else plan_schema()
    text = formats.write(wanted, formats.SchemaFormat.JSON, screen_of(sys.stdout))
    if output in (None, STDIN):
        write(text)
        return
    write_file(output, text)
    say(_("Wrote {path}.").format(path=output))
