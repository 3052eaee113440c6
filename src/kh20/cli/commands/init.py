"""kh20 init: start a plan of one's own, from the packaged one or from a skeleton."""

from pathlib import Path
from typing import Annotated

import typer

from kh20.cli.clock import now
from kh20.cli.entries import given
from kh20.cli.errors import UserError
from kh20.cli.terminal import say
from kh20.model import Document
from kh20.periods.timezones import day_in_zone
from kh20.planfile.decode import FILE_NAME, packaged_plan
from kh20.planfile.log.whole_file import CannotWrite, create_file
from kh20.planfile.skeleton import skeleton
from kh20.text.i18n import _
from kh20.text.quoting import printable

EXAMPLES = (
    "kh20 init",
    'kh20 init --new "12-KH/TU" ke-hoach-12',
)
"""What its help shows."""


def init(
    folder: Annotated[
        str, typer.Argument(metavar="DIR", help=_("The folder; made where there is none."))
    ] = ".",
    new: Annotated[
        str | None,
        typer.Option(
            "--new",
            metavar="NUMBER",
            help=_("A small commented plan to begin with, for the document of this number."),
        ),
    ] = None,
) -> None:
    """Copy the packaged plan to plan.yaml in a folder, or begin one. Never overwrites a file."""
    target = Path(folder) / FILE_NAME
    path = printable(str(target))
    line = _("Wrote {path}. “kh20 done ID …” records what has been done.")
    data = packaged_plan().read_bytes()
    if new is not None:
        zone = str(Document.model_fields["timezone"].default)
        data = skeleton(given("--new", new), day_in_zone(now(), zone))
        line = _("Wrote {path}. Fill it in; “kh20 check” tells what is still wrong.")
    try:
        create_file(target, data)
    except FileExistsError:
        raise UserError(
            _("“{path}” is there already, and is left as it is").format(path=target),
            _("name another folder: kh20 init DIR"),
        ) from None
    except CannotWrite as error:
        raise UserError(error.reason, error.hint) from None
    say(line.format(path=path))
