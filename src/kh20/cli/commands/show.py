"""kh20 show: one obligation, whole."""

from __future__ import annotations

import sys

from kh20.answers.one_obligation import one_lines
from kh20.answers.records import entry_record, flat, task_record
from kh20.cli.answers import TASK_FIELDS, tasks_document
from kh20.cli.meant import find_standings
from kh20.cli.options import (
    AsOfOption,
    FormatOption,
    NoColorOption,
    OutputFormat,
    PlanOption,
    TaskArgument,
)
from kh20.cli.plans import Opened, open_plan
from kh20.cli.terminal import screen_of, write
from kh20.formats.json_csv import json_text, separated_text
from kh20.formats.labelled import labelled_markdown, labelled_text
from kh20.obligations import Standing
from kh20.planfile.packaged import packaged_plan
from kh20.planfile.yaml.locate import locate_one
from kh20.text.i18n import _

EXAMPLES = (
    "kh20 show IV.2.1",
    "kh20 show IV.2.3 --as-of 2024-04-15 --format json",
)
"""What its help shows."""


def show(
    task_id: TaskArgument,
    plan: PlanOption = None,
    as_of: AsOfOption = None,
    fmt: FormatOption = OutputFormat.TABLE,
    no_color: NoColorOption = False,
) -> None:
    """Show one obligation: verbatim text, who, how its dates were worked out, its history."""
    opened = open_plan(plan, as_of)
    standings = find_standings(opened.book, task_id)
    standing = standings[-1]
    where = _where(opened, standing)
    match fmt:
        case OutputFormat.TABLE:
            screen = screen_of(sys.stdout, no_color=no_color)
            write(labelled_text(*one_lines(standings, opened.book, where), screen))
        case OutputFormat.MD:
            write(labelled_markdown(*one_lines(standings, opened.book, where)))
        case OutputFormat.JSON:
            line = _line(opened, standing)
            records = [
                {
                    **task_record(turn, opened.book),
                    "line": line,
                    "history": [entry_record(entry) for entry in turn.history],
                }
                for turn in standings
            ]
            write(json_text(tasks_document(opened, records)))
        case OutputFormat.CSV | OutputFormat.TSV:
            rows = [flat(task_record(turn, opened.book)) for turn in standings]
            write(separated_text(TASK_FIELDS, rows, tabs=fmt is OutputFormat.TSV))


def _where(opened: Opened, standing: Standing) -> str:
    line = _line(opened, standing)
    if opened.path == str(packaged_plan()):
        return _("line {line} of the plan that comes with kh20").format(line=line)
    return f"{opened.path}:{line}"


def _line(opened: Opened, standing: Standing) -> int:
    index = opened.plan.tasks.index(standing.task)
    span = locate_one(opened.loaded.text, ("tasks", index, "id"))
    return opened.loaded.text.region(span).line
