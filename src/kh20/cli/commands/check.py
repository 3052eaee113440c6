"""kh20 check: validate plan files."""

import os
import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from kh20.answers.checked import Checked
from kh20.cli.errors import ExitCode
from kh20.cli.options import NoColorOption
from kh20.cli.plan_files import Targets, nothing_below, plan_files
from kh20.cli.plans import PLAN_VARIABLE, load_named, nearest_plan, no_plan, plan_at_hand
from kh20.cli.reports import names_in_reports, write_file
from kh20.cli.terminal import complain, screen_of, write
from kh20.findings import has_errors, in_file_order
from kh20.formats import write as formats
from kh20.formats.lines import Screen
from kh20.formats.write import FindingFormat
from kh20.planfile import STDIN, shared_numbers
from kh20.text.i18n import _

EXAMPLES = (
    "kh20 check",
    "kh20 check plan.yaml --format concise",
    "kh20 check --against HEAD",
)
"""What its help shows."""


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help=_("Plan files, or folders; “-” is standard input. By default the plan at hand."),
        ),
    ] = None,
    plan: Annotated[
        str | None, typer.Option("--plan", metavar="PATH", help=_("The same as one PATH."))
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="REV",
            help=_(
                "Report edits against a git revision or a file; what weakens is an error. "
                "“main...” is where this branch left main."
            ),
        ),
    ] = None,
    fmt: Annotated[
        FindingFormat, typer.Option("--format", "-f", help=_("How to print the findings."))
    ] = FindingFormat.TEXT,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=_("Write the format to this file, and text to the console."),
        ),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help=_("Name each file in which nothing is wrong."))
    ] = False,
    no_color: NoColorOption = False,
) -> None:
    """Report everything that is wrong in plan files. Never looks at the clock.

    Against a revision, and without a PATH, it looks at every plan below the working directory.

    Exits with 1 if there is an error, with 2 if a file cannot be read; warnings are no failure.
    """
    named = [*(paths or []), *([plan] if plan is not None else [])]
    targets = plan_files(named) if named else _at_hand(against)
    files, refusals = targets.files, targets.refusals
    loaded = [load_named(path) for path in files]
    findings = [finding for each in loaded for finding in each.findings]
    findings += shared_numbers(loaded)
    if against is not None:
        from kh20.cli.guarding import edit_findings

        edits = edit_findings(loaded, targets.folders, against)
        findings += edits.findings
        refusals += edits.refusals
        files += edits.gone
    refusals += nothing_below(targets.empty, files)
    if not files:
        raise refusals[0] if refusals else no_plan()
    findings = in_file_order(dict.fromkeys(findings))  # Plans may share a register.
    inputs = [*files, against] if against is not None else files
    registers = list(dict.fromkeys(each for one in loaded for each in one.registers))
    checked = Checked(findings, files, names_in_reports(files), verbose, registers)
    _print(checked, fmt, output, inputs, no_color=no_color)
    for refusal in refusals:
        complain(refusal.message, refusal.hint)
    if refusals or not all(each.readable for each in loaded):
        raise typer.Exit(ExitCode.USAGE)
    if has_errors(findings):
        raise typer.Exit(ExitCode.FOUND)


def _at_hand(against: str | None) -> Targets:
    """Return what is checked where nothing is named: the plan at hand.

    Against a revision it is every plan below the working directory, or else the nearest above.
    """
    if against is not None and not os.environ.get(PLAN_VARIABLE):
        from kh20.cli.revisions import is_one_file

        if not is_one_file(against):
            below = plan_files(["."])
            nearest = None if below.files else nearest_plan()
            targets = plan_files([".", nearest]) if nearest is not None else below
            return targets._replace(empty=[])
    at_hand = plan_at_hand()
    if at_hand is None:
        raise no_plan()
    return plan_files([at_hand])


def _print(
    checked: Checked,
    fmt: FindingFormat,
    output: str | None,
    inputs: Iterable[str],
    *,
    no_color: bool,
) -> None:
    """Print the findings, in the format asked for or, where that goes into a file, as text."""
    screen = screen_of(sys.stdout, no_color=no_color)
    if output is not None and output != STDIN:
        report = formats.write(checked, fmt, Screen(None, colour=False))
        write_file(output, report, inputs)
        fmt = FindingFormat.TEXT
    write(formats.write(checked, fmt, screen))
