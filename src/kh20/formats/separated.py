"""Tables for programs: CSV, and TSV in which every line is one row."""

from __future__ import annotations

import io

from kh20.answers.answer import Answer
from kh20.answers.records import flat
from kh20.formats.screen import Screen


def write_csv(answer: Answer, _screen: Screen) -> str:
    """Return the records under a line with the names of the fields; lines end in LF.

    A field that a record does not have is empty.
    """
    import csv

    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, answer.fields, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(map(flat, answer.records))
    return buffer.getvalue()


def write_tsv(answer: Answer, _screen: Screen) -> str:
    """As :func:`write_csv`, with tabs; no cell holds a tab or a line break."""
    lines = [list(answer.fields)]
    for row in map(flat, answer.records):
        lines.append([" ".join(row.get(field, "").split()) for field in answer.fields])
    return "".join("\t".join(line) + "\n" for line in lines)
