"""Options that several commands share, and the completion of their values."""

from typing import Annotated

import typer

from kh20.cli.completion import complete_agency, complete_owner, complete_part, complete_task
from kh20.formats.write import OutputFormat
from kh20.text.i18n import _

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
        help=_("An agency: name, abbreviation, short name, English name, or part of a name."),
        autocompletion=complete_agency,
    ),
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
