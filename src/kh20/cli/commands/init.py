"""kh20 init: start a plan of one's own from the packaged one."""

from pathlib import Path
from typing import Annotated

import typer

from kh20.cli.errors import UserError
from kh20.cli.terminal import say
from kh20.planfile.decode import FILE_NAME, packaged_plan
from kh20.planfile.log.whole_file import CannotWrite, create_file
from kh20.text.i18n import _
from kh20.text.quoting import printable

EXAMPLES = (
    "kh20 init",
    "kh20 init van-phong",
)
"""What its help shows."""


def init(
    folder: Annotated[
        str, typer.Argument(metavar="DIR", help=_("The folder; made where there is none."))
    ] = ".",
) -> None:
    """Copy the packaged plan to plan.yaml in a folder. Never overwrites a file."""
    target = Path(folder) / FILE_NAME
    try:
        create_file(target, packaged_plan().read_bytes())
    except FileExistsError:
        raise UserError(
            _("“{path}” is there already, and is left as it is").format(path=target),
            _("name another folder: kh20 init DIR"),
        ) from None
    except CannotWrite as error:
        raise UserError(error.reason, error.hint) from None
    path = printable(str(target))
    say(_("Wrote {path}. “kh20 done ID …” records what has been done.").format(path=path))
