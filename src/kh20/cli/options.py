"""Options that several commands share, and the completion of their values."""

from typing import Annotated

import typer

from kh20.cli.completion import complete_agency, complete_owner, complete_part, complete_task
from kh20.cli.errors import UserError
from kh20.cli.parsing import JOINED
from kh20.formats.write import OutputFormat
from kh20.text.i18n import _
from kh20.text.quoting import shown


def _percent(text: str | int) -> int:
    """Return a share of a hundred, also written with its sign. Raises :class:`UserError`."""
    number = str(text).strip().removesuffix("%").rstrip()
    if not (number.isascii() and number.isdigit()) or len(number) > 3 or int(number) > 100:
        raise UserError(
            _("--percent: “{text}” is not a percentage").format(text=shown(text)),
            _("write a whole number from 0 to 100"),
        )
    return int(number)


PlanOption = Annotated[
    str | None,
    typer.Option(
        "--plan",
        metavar="PATH",
        help=_("The plan file. Otherwise KH20_PLAN, the nearest plan.yaml, or the packaged plan."),
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help=_("Answer as of this day, instead of today.")),
]
FormatOption = Annotated[
    OutputFormat, typer.Option("--format", "-f", help=_("How to print the answer."))
]
ExcelOption = Annotated[
    bool, typer.Option("--excel", help=_("CSV that Excel opens as it is: --format excel."))
]
NoColorOption = Annotated[
    bool, typer.Option("--no-color", help=_("Print without colour, also on a terminal."))
]
AgencyArgument = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help=_(
            "An agency: name, abbreviation, short name, English name, or part of a name; "
            "needs no quotes."
        ),
        autocompletion=complete_agency,
    ),
    JOINED,
]
PeriodArgument = Annotated[
    str | None,
    typer.Argument(metavar="PERIOD", help=_("Any period: 2024-Q2, 6/2024, quý II/2024, tuần này.")),
    JOINED,
]
TaskArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID", help=_("An obligation, such as IV.2.1."), autocompletion=complete_task
    ),
]
AgencyOption = Annotated[
    str | None,
    typer.Option(
        "--agency",
        metavar="NAME",
        help=_("The body that the wrong entry names."),
        autocompletion=complete_owner,
    ),
]
PartOption = Annotated[
    str | None,
    typer.Option(
        "--part",
        metavar="ID",
        help=_("The part that the wrong entry names."),
        autocompletion=complete_part,
    ),
]
AgenciesOption = Annotated[
    list[str] | None,
    typer.Option(
        "--agency",
        metavar="NAME",
        help=_("The body it concerns, where each has its own; may be given several times."),
        autocompletion=complete_owner,
    ),
]
AllSharesOption = Annotated[
    bool,
    typer.Option(
        "--all-shares", help=_("All shares for which the body answers, also those it inherited.")
    ),
]
WholeOption = Annotated[
    bool, typer.Option("--whole", help=_("One document completes the shares of all."))
]
PartsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--part",
        metavar="ID",
        help=_("The part that it concerns; may be given several times."),
        autocompletion=complete_part,
    ),
]
DocumentOption = Annotated[
    str | None,
    typer.Option("--document", metavar="NUMBER", help=_("The document that says so.")),
]
NoteOption = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help=_("A remark for the log."))
]
BasisOption = Annotated[
    str,
    typer.Option("--basis", metavar="NUMBER", help=_("The deciding document, number and date.")),
]
PercentOption = Annotated[
    int | None,
    typer.Option("--percent", metavar="0-100", parser=_percent, help=_("In percent.")),
]
OnOption = Annotated[
    str | None,
    typer.Option("--on", metavar="DAY", help=_("The day on which it happened; today if left out.")),
]
YesOption = Annotated[
    bool, typer.Option("--yes", "-y", help=_("Record it without asking about what is doubtful."))
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help=_("Only show what would be written."))
]
