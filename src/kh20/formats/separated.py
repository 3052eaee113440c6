"""Tables for programs: CSV, the same for a spreadsheet, and TSV in which every line is one row."""

import io
import re
from collections.abc import Iterable

from kh20.answers.answer import Answer
from kh20.answers.records import flat
from kh20.formats.lines import Screen

_RUN_BY_SPREADSHEETS = re.compile(
    r"[=+@\t\r\n\uff1d\uff0b\uff20]|[-\uff0d](?=\S)(?!\d+(?:[.,]\d+)?\Z)"
)
"""The beginning of a cell that a spreadsheet takes for a formula.

A dash before a space begins an item of a list, and one before a number a negative number.
"""


def write_csv(answer: Answer, _screen: Screen) -> str:
    """Return the records under a line with the names of the fields; lines end in LF.

    A field that a record does not have is empty.
    """
    return _csv(answer.fields, map(flat, answer.records))


def write_excel(answer: Answer, _screen: Screen) -> str:
    """As :func:`write_csv`, for Excel: with a byte order mark, and no cell that runs as a formula.

    Such a cell has an apostrophe in front, which spreadsheets take for the mark of a text.
    """
    rows = (
        {
            field: f"'{cell}" if _RUN_BY_SPREADSHEETS.match(cell) else cell
            for field, cell in row.items()
        }
        for row in map(flat, answer.records)
    )
    return "\ufeff" + _csv(answer.fields, rows)


def _csv(fields: tuple[str, ...], rows: Iterable[dict[str, str]]) -> str:
    import csv

    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, fields, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def write_tsv(answer: Answer, _screen: Screen) -> str:
    """As :func:`write_csv`, with tabs; no cell holds a tab or a line break."""
    lines = [list(answer.fields)]
    for row in map(flat, answer.records):
        lines.append([" ".join(row.get(field, "").split()) for field in answer.fields])
    return "".join("\t".join(line) + "\n" for line in lines)
