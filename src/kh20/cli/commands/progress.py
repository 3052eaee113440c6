"""kh20 progress: record how far the work is."""

from __future__ import annotations

from typing import Annotated

import typer

from kh20.cli.options import (
    AgencyOption,
    DryRunOption,
    OnOption,
    PartOption,
    PlanOption,
    TaskArgument,
)
from kh20.cli.recording import Recorder
from kh20.cli.subjects import Subject, shared_keys
from kh20.model import Plan
from kh20.planfile.log.entry import EntryData
from kh20.text.i18n import _

EXAMPLES = ('kh20 progress IV.5 --note "Đã có dự thảo" --percent 60 --on 2024-06-03',)
"""What its help shows."""


def progress(
    task_id: TaskArgument,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help=_("How far the work is."))],
    percent: Annotated[
        int | None,
        typer.Option("--percent", metavar="0-100", min=0, max=100, help=_("In percent.")),
    ] = None,
    agency: AgencyOption = None,
    part: PartOption = None,
    on: OnOption = None,
    plan: PlanOption = None,
    dry_run: DryRunOption = False,
) -> None:
    """Record a report on the way; it changes no state."""

    def entry(opened: Plan) -> EntryData:
        subject = Subject(opened, task_id, on)
        subject.demand_turn()
        return shared_keys(
            subject, "progress", agency=agency, part=part, note=note, percent=percent
        )

    Recorder(plan, dry_run=dry_run).record(entry)
