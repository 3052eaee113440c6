"""One entry of the log as YAML, in block or flow style, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

import yaml

from kh20.planfile.yaml.scalars import read_plain

EntryValue = str | int | date
EntryData = Mapping[str, EntryValue]
"""The keys of an entry in the order in which they are written."""


def block_lines(entry: EntryData) -> list[str]:
    """Return an entry as the lines of a list item, without indentation or line breaks."""
    lines = [f"{key}: {_scalar(value)}" for key, value in entry.items()]
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def flow_text(entry: EntryData) -> str:
    """Return an entry as one flow mapping."""
    return (
        "{" + ", ".join(f"{key}: {_scalar(value, flow=True)}" for key, value in entry.items()) + "}"
    )


def json_text(entry: EntryData) -> str:
    """Return an entry as a JSON object; days are text there."""
    return json.dumps(dict(entry), ensure_ascii=False, default=str)


def _scalar(value: EntryValue, *, flow: bool = False) -> str:
    """Return a value on one line, quoted where YAML needs it.

    In a list of one, PyYAML quotes what has a meaning in flow style; elsewhere it need not. What
    this program would not read as text, or other programs as a number, it does not know of.
    """
    document = [value] if flow else {"key": value}
    text: str = yaml.safe_dump(
        document,
        allow_unicode=True,
        width=2**31 - 1,
        default_flow_style=flow,
        explicit_end=False,
    )
    text = text.rstrip("\n")
    text = text[1:-1] if flow else text.removeprefix("key: ")
    if text == value and read_plain(text) != (text, None):
        return f"'{text}'"
    return text
