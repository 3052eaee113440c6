"""Printing the answer of a query in the format asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from kh20.answers.page import Page
from kh20.answers.records import Record, flat, task_record
from kh20.cli.options import OutputFormat
from kh20.cli.plans import Opened
from kh20.cli.terminal import say, screen_of, write
from kh20.formats.grid import page_markdown, page_text
from kh20.formats.json_csv import json_text, separated_text
from kh20.formats.labelled import paragraph
from kh20.obligations import Standing, Status

TASKS_SCHEMA = "kh20/tasks/1"


def answer(
    fmt: OutputFormat,
    *,
    page: Callable[[], Page],
    document: Callable[[], Any],
    records: Callable[[], Iterable[Record]],
    fields: Iterable[str],
    nothing: str,
    no_color: bool,
) -> None:
    """Write an answer to standard output; where it is empty, tell a person so on standard error.

    Only what the format needs is worked out. ``nothing`` says what was looked for and what to try;
    the formats for programs have no one to tell it to.
    """
    match fmt:
        case OutputFormat.JSON:
            write(json_text(document()))
        case OutputFormat.CSV | OutputFormat.TSV:
            rows = [flat(record) for record in records()]
            write(separated_text(list(fields), rows, tabs=fmt is OutputFormat.TSV))
        case OutputFormat.MD:
            shown = page()
            write(page_markdown(shown))
            if shown.is_empty:
                _say_nothing(nothing)
        case OutputFormat.TABLE:
            shown = page()
            if shown.is_empty:
                _say_nothing(nothing)
                screen = screen_of(sys.stdout, no_color=no_color)
                write("".join(paragraph(note, screen) for note in shown.notes))
                return
            write(page_text(shown, screen_of(sys.stdout, no_color=no_color)))


def _say_nothing(nothing: str) -> None:
    say(paragraph(nothing, screen_of(sys.stderr)))


def answer_tasks(
    opened: Opened,
    listed: Sequence[Standing],
    fmt: OutputFormat,
    *,
    page: Callable[[], Page],
    nothing: str,
    no_color: bool,
    more: Record | None = None,
    own: Mapping[str, Status] | None = None,
) -> None:
    """Write a list of obligations; ``more`` are the keys of JSON that only this list has.

    ``own`` are the states of what one owner owes itself, by the ids of the obligations.
    """

    def records() -> Iterator[Record]:
        for item in listed:
            record = task_record(item, opened.book)
            if own is not None:
                record["own_status"] = own[item.id].value
            yield record

    answer(
        fmt,
        page=page,
        document=lambda: tasks_document(opened, records(), **(more or {})),
        records=records,
        fields=TASK_FIELDS if own is None else ("id", "own_status", *TASK_FIELDS[1:]),
        nothing=nothing,
        no_color=no_color,
    )


def tasks_document(opened: Opened, records: Iterable[Record], **more: Any) -> Record:
    """Return the JSON document of a list of obligations."""
    return json_document(opened, TASKS_SCHEMA, **more, tasks=list(records))


def json_document(opened: Opened, schema: str, **body: Any) -> Record:
    """Return a JSON document: of which schema it is, of which plan, and as of which day."""
    return {
        "schema": schema,
        "plan": opened.identity,
        "as_of": opened.as_of.isoformat(),
        **body,
    }


TASK_FIELDS = (
    "id",
    "section",
    "title",
    "owners",
    "partners",
    "responsibility",
    "due",
    "stated",
    "start",
    "deadline",
    "original_deadline",
    "ongoing",
    "substantially",
    "status",
    "days_overdue",
    "days_left",
    "completed_on",
    "extensions",
    "owing",
    "text",
)
"""The columns of CSV and TSV, the long text last."""
