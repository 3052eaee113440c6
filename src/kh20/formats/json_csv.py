"""Output for programs: JSON, CSV, TSV."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any


def json_text(document: Any) -> str:
    """Write a JSON document: UTF-8 letters as they are, two spaces of indentation."""
    import json

    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def separated_text(
    fields: Sequence[str], rows: Iterable[dict[str, str]], *, tabs: bool = False
) -> str:
    """Write rows as CSV, or with tabs, under a line with the names of the fields.

    A field that a row does not have is empty. Lines end in LF. With tabs, no cell holds a tab or a
    line break, so that every line is one row.
    """
    buffer = io.StringIO()
    if tabs:
        for line in ({field: field for field in fields}, *rows):
            cells = (" ".join(line.get(field, "").split()) for field in fields)
            buffer.write("\t".join(cells) + "\n")
    else:
        import csv

        writer = csv.DictWriter(buffer, fields, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(rows)
    return buffer.getvalue()
