"""kh20 cancel: record that an obligation was lifted by a decision."""

from __future__ import annotations

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
from kh20.planfile.log.entry import EntryData

EXAMPLES = ('kh20 cancel III.2 --basis "Quyết định 1-QĐ/TW, 02/01/2025" --dry-run',)
"""What its help shows."""


def cancel(
    task_id: TaskArgument,
    basis: BasisOption,
    note: NoteOption = None,
    on: OnOption = None,
    plan: PlanOption = None,
    dry_run: DryRunOption = False,
) -> None:
    """Record that a decision lifted the obligation."""

    def entry(opened: Plan) -> EntryData:
        subject = Subject(opened, task_id, on)
        return shared_keys(subject, "cancelled", basis=basis, note=note)

    Recorder(plan, dry_run=dry_run).record(entry)
