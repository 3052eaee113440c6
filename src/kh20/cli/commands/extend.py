"""kh20 extend: record that a deadline was moved by a decision."""

from __future__ import annotations

from typing import Annotated

import typer

from kh20.cli.errors import UserError
from kh20.cli.options import (
    BasisOption,
    DryRunOption,
    NoteOption,
    OnOption,
    PlanOption,
    TaskArgument,
)
from kh20.cli.recording import Recorder
from kh20.cli.subjects import Subject, shared_keys
from kh20.model import Plan
from kh20.periods import PeriodError, parse_period
from kh20.planfile.log.entry import EntryData
from kh20.text.i18n import _

EXAMPLES = ('kh20 extend IV.3.1 --to 2024Q3 --basis "Công văn 5-CV/TW" --on 2024-06-20',)
"""What its help shows."""


def extend(
    task_id: TaskArgument,
    to: Annotated[
        str,
        typer.Option("--to", metavar="PERIOD", help=_("The period by whose end it is now due.")),
    ],
    basis: BasisOption,
    note: NoteOption = None,
    on: OnOption = None,
    plan: PlanOption = None,
    dry_run: DryRunOption = False,
) -> None:
    """Record that a decision moved the deadline later."""
    try:
        period = parse_period(to)
    except PeriodError as error:
        raise UserError(f"--to: {error}", error.hint) from None

    def entry(opened: Plan) -> EntryData:
        subject = Subject(opened, task_id, on)
        subject.demand_turn()
        return shared_keys(subject, "extended", to=str(period), basis=basis, note=note)

    Recorder(plan, dry_run=dry_run).record(entry)
