"""kh20 done: record a completion."""

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

EXAMPLES = (
    'kh20 done IV.2.1 --document "Nghị quyết 12/NQ-CP" --on 2024-03-28',
    'kh20 done IV.6.1 --agency BNV --note "Kế hoạch của Bộ" --on 2024-05-20',
    'kh20 done IV.2.3 --part chien-luoc-van-hoa --note "Đã trình" --dry-run',
)
"""What its help shows."""


def done(
    task_id: TaskArgument,
    agency: AgencyOption = None,
    part: PartOption = None,
    document: Annotated[
        str | None,
        typer.Option("--document", metavar="NUMBER", help=_("The document that proves it.")),
    ] = None,
    note: NoteOption = None,
    on: OnOption = None,
    plan: PlanOption = None,
    dry_run: DryRunOption = False,
) -> None:
    """Record that an obligation, one owner's share or one part of it was completed."""
    if not (document or note):
        raise UserError(
            _("nothing is given that proves the completion"),
            _("add --document NUMBER, or --note TEXT where no document does"),
        )

    def entry(opened: Plan) -> EntryData:
        subject = Subject(opened, task_id, on)
        subject.demand_turn()
        subject.demand_share(agency, part)
        return shared_keys(
            subject, "completed", agency=agency, part=part, document=document, note=note
        )

    Recorder(plan, dry_run=dry_run).record(entry)
