"""kh20 done, progress, extend, cancel, happened, reopen and undo: record what has happened."""

from enum import StrEnum
from typing import Annotated

import typer

from kh20.cli.completion import complete_task
from kh20.cli.entries import Event
from kh20.cli.errors import UserError
from kh20.cli.options import (
    AgenciesOption,
    AgencyOption,
    AllSharesOption,
    BasisOption,
    DocumentOption,
    DryRunOption,
    NoteOption,
    OnOption,
    PartOption,
    PartsOption,
    PercentOption,
    PlanOption,
    TaskArgument,
    WholeOption,
    YesOption,
)
from kh20.cli.recording import record
from kh20.cli.undoing import Undo
from kh20.text.i18n import _

EXAMPLES = {
    "done": (
        'kh20 done IV.5 --note "Đã trình Ban Bí thư" --on 2024-11-28',
        'kh20 done IV.8 --agency "Tỉnh ủy Cà Mau" --note "Đã gửi" --on 2024-03-15',
        'kh20 done IV.6.1 --agency BNV --note "Kế hoạch của Bộ" --on 2024-05-20',
        'kh20 done IV.2.3 --part chien-luoc-van-hoa --note "Đã trình" --dry-run',
    ),
    "progress": ('kh20 progress IV.5 --note "Đã có dự thảo" --percent 60 --on 2024-06-03',),
    "extend": ('kh20 extend IV.3.1 --to 2024Q3 --basis "Công văn 20/6/2024" --on 2024-06-20',),
    "cancel": ('kh20 cancel III.2 --basis "Quyết định ngày 02/01/2025" --dry-run',),
    "happened": ("kh20 happened I.1 --on 2025-07-01 --document 72/2025/QH15 --plan luat.yaml",),
    "undo": (
        'kh20 undo IV.3.1 --note "Gõ nhầm năm"',
        'kh20 undo IV.5 --event progress --on 2024-06-03 --note "Nhầm nhiệm vụ"',
    ),
    "reopen": ('kh20 reopen IV.2.1 --note "Văn bản bị thu hồi" --on 2024-08-02',),
}
"""What the help of each command shows."""


def done(
    task_id: TaskArgument,
    agency: AgenciesOption = None,
    part: PartsOption = None,
    all_shares: AllSharesOption = False,
    whole: WholeOption = False,
    document: DocumentOption = None,
    note: NoteOption = None,
    on: OnOption = None,
    plan: PlanOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
) -> None:
    """Record that an obligation, one owner's share or one part of it was completed."""
    if not (document or note):
        raise UserError(
            _("nothing is given that proves the completion"),
            _("add --document NUMBER, or --note TEXT where no document does"),
        )
    event = Event(
        "completed",
        task_id,
        on,
        agency,
        part,
        document=document,
        note=note,
        whole=whole,
        all_shares=all_shares,
    )
    record(event, plan, dry_run=dry_run, yes=yes)


def progress(
    task_id: TaskArgument,
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help=_("How far the work is."))],
    percent: PercentOption = None,
    document: DocumentOption = None,
    agency: AgenciesOption = None,
    part: PartsOption = None,
    all_shares: AllSharesOption = False,
    on: OnOption = None,
    plan: PlanOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
) -> None:
    """Record a report on the way; it changes no state."""
    event = Event(
        "progress",
        task_id,
        on,
        agency,
        part,
        document=document,
        note=note,
        percent=percent,
        all_shares=all_shares,
    )
    record(event, plan, dry_run=dry_run, yes=yes)


def extend(
    task_id: TaskArgument,
    to: Annotated[
        str,
        typer.Option("--to", metavar="PERIOD", help=_("The period by whose end it is now due.")),
    ],
    basis: BasisOption,
    note: NoteOption = None,
    agency: AgenciesOption = None,
    part: PartsOption = None,
    all_shares: AllSharesOption = False,
    on: OnOption = None,
    plan: PlanOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
) -> None:
    """Record that a decision moved the deadline later."""
    event = Event(
        "extended",
        task_id,
        on,
        agency,
        part,
        to=to,
        basis=basis,
        note=note,
        all_shares=all_shares,
    )
    record(event, plan, dry_run=dry_run, yes=yes)


def cancel(
    task_id: TaskArgument,
    basis: BasisOption,
    note: NoteOption = None,
    on: OnOption = None,
    plan: PlanOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
) -> None:
    """Record that a decision lifted the obligation."""
    event = Event("cancelled", task_id, on, basis=basis, note=note)
    record(event, plan, dry_run=dry_run, yes=yes)


def happened(
    task_id: TaskArgument,
    part: PartsOption = None,
    document: DocumentOption = None,
    note: NoteOption = None,
    on: OnOption = None,
    plan: PlanOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
) -> None:
    """Record the event from which a deadline is counted."""
    if not (document or note):
        raise UserError(
            _("nothing is given that shows the event"),
            _("add --document NUMBER, or --note TEXT where no document does"),
        )
    event = Event("happened", task_id, on, None, part, document=document, note=note)
    record(event, plan, dry_run=dry_run, yes=yes)


def reopen(
    task_id: TaskArgument,
    basis: Annotated[
        str | None, typer.Option("--basis", metavar="NUMBER", help=_("The deciding document."))
    ] = None,
    note: NoteOption = None,
    agency: AgenciesOption = None,
    part: PartsOption = None,
    all_shares: AllSharesOption = False,
    on: OnOption = None,
    plan: PlanOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
) -> None:
    """Record that a completion or a cancellation was taken back."""
    if not (basis or note):
        raise UserError(
            _("nothing is given that says why"), _("add --basis NUMBER, or --note TEXT")
        )
    event = Event(
        "reopened", task_id, on, agency, part, basis=basis, note=note, all_shares=all_shares
    )
    record(event, plan, dry_run=dry_run, yes=yes)


class Recorded(StrEnum):
    """The events that can be taken back."""

    COMPLETED = "completed"
    PROGRESS = "progress"
    EXTENDED = "extended"
    CANCELLED = "cancelled"
    HAPPENED = "happened"
    REOPENED = "reopened"


def undo(
    note: Annotated[str, typer.Option("--note", metavar="TEXT", help=_("What the mistake was."))],
    task_id: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help=_("The obligation of the wrong entry; the last entry if left out."),
            autocompletion=complete_task,
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help=_("The day of the wrong entry."))
    ] = None,
    event: Annotated[
        Recorded | None, typer.Option("--event", help=_("What the wrong entry records."))
    ] = None,
    agency: AgencyOption = None,
    part: PartOption = None,
    plan: PlanOption = None,
    dry_run: DryRunOption = False,
    yes: YesOption = False,
) -> None:
    """Take back an entry that was recorded by mistake; it then counts on no day."""
    wrong = Undo(task_id, note, on, event.value if event else None, agency, part)
    record(wrong, plan, dry_run=dry_run, yes=yes)
