"""Appending of an entry to the log, with every other byte of the file left as it is."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import yaml

from kh20.planfile import Loaded, load_bytes
from kh20.planfile.decode import UTF8_BOM
from kh20.planfile.log.layout import LogLayout, log_layout
from kh20.planfile.yaml.scalars import read_plain

EntryValue = str | int | date
EntryData = Mapping[str, EntryValue]
"""The keys of an entry in the order in which they are written."""

_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_COMMENT_OR_COMMA = re.compile(r"(?P<comma>,)|#[^\r\n]*")


class Appended(NamedTuple):
    """A plan file with one more entry: its bytes, what they load as, and the lines that are new.

    ``loaded`` is not valid where the entry makes no valid plan. ``faithful`` tells that the new
    plan is valid, and the old one with exactly this entry behind its log. ``was`` are the bytes
    that it was made from.
    """

    was: bytes
    data: bytes
    loaded: Loaded
    lines: list[str]
    faithful: bool


def append_entry(loaded: Loaded, data: bytes, entry: EntryData) -> Appended:
    """Return what a valid plan file becomes with an entry at the end of its log. Writes nothing.

    ``data`` are the bytes that ``loaded`` came from. Raises ValueError where the plan is not valid.
    """
    if not loaded.valid:
        raise ValueError(loaded.path)
    text = loaded.text.text
    new_text, lines = _insert(text, log_layout(loaded.text), entry)
    bom = UTF8_BOM if data.startswith(UTF8_BOM) else b""
    new_data = bom + new_text.encode("utf-8")
    new = load_bytes(new_data, loaded.path)
    faithful = _adds_only(loaded, new, entry)
    if new.valid and not faithful and not text.endswith(("\n", "\r")):
        # To a last line without a break one is given first, and what that line says may end with
        # it: the text of a “|” scalar does.
        broken = load_bytes(data + _newline_at(text, len(text)).encode(), loaded.path)
        faithful = _adds_only(broken, new, entry)
    return Appended(data, new_data, new, lines, faithful)


def _adds_only(before: Loaded, after: Loaded, entry: EntryData) -> bool:
    old, new = before.plan, after.plan
    if old is None or new is None or not (before.valid and after.valid):
        return False
    if new.log[:-1] != old.log or len(new.log) != len(old.log) + 1:
        return False
    last = new.log[-1]
    return (
        len(last.model_fields_set) == len(entry)
        and all(
            str(getattr(last, "for_" if key == "for" else key, None)) == str(value)
            for key, value in entry.items()
        )
        and new.document == old.document
        and new.own == old.own
        and new.tasks == old.tasks
    )


def _insert(text: str, layout: LogLayout, entry: EntryData) -> tuple[str, list[str]]:
    if layout.style in ("flow", "flow-root"):
        item = _json_text(entry) if layout.json else _flow_text(entry)
        if layout.style == "flow-root":
            item = f'"log": [{item}]' if layout.json else f"log: [{item}]"
        return _into_brackets(text, layout, item), [item]
    lines = [f"{' ' * layout.indent}- {_flow_text(entry)}"]
    if layout.style == "absent":
        lines = [" " * layout.root_indent + "log:", *lines]
    newline = _newline_at(text, layout.end)
    before, after = text[: layout.end], text[layout.end :]
    if layout.style == "empty":
        before = _without_brackets(before, layout)
    if before and not before.endswith(("\n", "\r")):
        before += newline
    return before + "".join(line + newline for line in lines) + after, lines


def _without_brackets(text: str, layout: LogLayout) -> str:
    """Take the “[]” of an empty log out, so that items can stand below it; keep its comment."""
    head, tail = text[: layout.start], text[layout.close :]
    key = head.rstrip(" \t")
    if not key.endswith(("\n", "\r")):
        return key + tail
    # The brackets have a line of their own.
    comment = tail.lstrip(" \t")
    return head + comment if comment.startswith("#") else key + comment.lstrip("\r\n")


def _into_brackets(text: str, layout: LogLayout, item: str) -> str:
    """Put an item behind the last one of a flow collection, on a line of its own if that has one.

    The comma and the comment that stand behind the last item stay with it.
    """
    end = layout.end
    if not layout.entries:
        return text[:end] + item + text[end:]
    line = _line_start(text, layout.close)
    if line <= end or text[line : layout.close].strip(" \t"):
        return f"{text[:end]}, {item}{text[end:]}"
    comma = next(
        (found for found in _COMMENT_OR_COMMA.finditer(text, end, line) if found["comma"]), None
    )
    anchor = end if comma is None else comma.end()
    found = _LINE_BREAK.search(text, anchor)
    stop = found.start() if found is not None else len(text)
    newline = _newline_at(text, layout.close)
    first, second = text[:end], text[end:stop]
    if comma is None:
        first += ","
    else:
        item += ","
    return first + second + newline + _indent_of(text, layout) + item + text[stop:]


def _indent_of(text: str, layout: LogLayout) -> str:
    """Return the white space with which the line of the last item begins."""
    line = text[_line_start(text, layout.end) : layout.end]
    found = line[: len(line) - len(line.lstrip(" \t"))]
    # That line may be the one of the key, and an item stands deeper than the keys.
    return found if len(found) > layout.root_indent else " " * (layout.root_indent + 2)


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def _newline_at(text: str, offset: int) -> str:
    """Return the line break before an offset, else the first of the text, else LF."""
    last = _line_start(text, offset) - 1
    if last >= 0:
        return "\r\n" if text.startswith("\r\n", last - 1) and last else text[last]
    first = _LINE_BREAK.search(text)
    return first.group() if first is not None else "\n"


def _flow_text(entry: EntryData) -> str:
    """Return an entry as one flow mapping: on a line of its own, git can tell it from the next."""
    items = (f"{key}: {scalar_text(value)}" for key, value in entry.items())
    return "{" + ", ".join(items) + "}"


def _json_text(entry: EntryData) -> str:
    """Return an entry as a JSON object; days are text there."""
    return json.dumps(dict(entry), ensure_ascii=False, default=str)


def scalar_text(value: EntryValue) -> str:
    """Return a value of a flow mapping on one line, quoted where YAML needs it.

    PyYAML quotes what has a meaning in flow style. What this program would not read as text, or
    other programs as a number, it does not know of.
    """
    document: str = yaml.safe_dump(
        [value], allow_unicode=True, width=2**31 - 1, default_flow_style=True
    )
    text = document.rstrip("\n")[1:-1]
    if text == value and read_plain(text) != (text, None):
        return f"'{text}'"
    return text
