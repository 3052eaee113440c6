"""kh20 reopen: take back a completion or a cancellation."""

from __future__ import annotations

from typing import Annotated

import typer

from kh20.cli.errors import UserError
from kh20.cli.options import (
    AgencyOption,
    DryRunOption,
    NoteOption,
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

EXAMPLES = ('kh20 reopen IV.2.1 --note "Văn bản bị thu hồi" --on 2024-04-02',)
"""What its help shows."""


def reopen(
    task_id: TaskArgument,
    basis: Annotated[
        str | None, typer.Option("--basis", metavar="NUMBER", help=_("The deciding document."))
    ] = None,
    note: NoteOption = None,
    agency: AgencyOption = None,
    part: PartOption = None,
    on: OnOption = None,
    plan: PlanOption = None,
    dry_run: DryRunOption = False,
) -> None:
    """Record that a completion or a cancellation was taken back."""
    if not (basis or note):
        raise UserError(
            _("nothing is given that says why"), _("add --basis NUMBER, or --note TEXT")
        )

    def entry(opened: Plan) -> EntryData:
        subject = Subject(opened, task_id, on)
        subject.demand_reopened_share(agency, part)
        return shared_keys(subject, "reopened", agency=agency, part=part, basis=basis, note=note)

    Recorder(plan, dry_run=dry_run).record(entry)
