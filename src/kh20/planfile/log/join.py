"""Joining of what two people added to a log, each entry with its own comments and exact text."""

import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar

from kh20.planfile.characters import mask_unsafe
from kh20.planfile.decode import UTF8_BOM, decode
from kh20.planfile.log.layout import LogLayout, log_layout
from kh20.planfile.plain_data import PLAIN_KEYS
from kh20.planfile.source_text import SourceText
from kh20.planfile.yaml.compose import compose
from kh20.text.i18n import _

MergeText = Callable[[bytes, bytes, bytes], bytes]
"""Merges two versions of a text, behind the one that both come from; a conflict stays in it."""

_Given = TypeVar("_Given", str, bool)

_BREAK = re.compile(r"\r\n|\r|\n")
_BETWEEN = re.compile(r"(?P<indent>[ \t]*)(?P<comment>#[^\r\n]*)?(?:\r\n|\r|\n)")


class NotJoined(Exception):
    """The logs are not joined; the message says why."""


class _Piece(NamedTuple):
    """The lines of an entry, or a line between entries: a comment, or a blank one."""

    text: str
    on: str | None = None
    """The day of an entry, as it is written; ``None`` of a line between entries."""
    deep: bool = False
    """Whether a comment stands deeper than the dashes: it is about the entry above it."""


class _Part(NamedTuple):
    """A piece that was there before, or a new entry with its comments."""

    key: int | tuple[str, ...]
    """The place of the piece in the log before, or what is written anew."""
    pieces: Sequence[_Piece]


class _Cut(NamedTuple):
    """A plan file, cut where its log begins and ends."""

    before: str
    key: str
    """The line of the log's key, with the brackets of an empty log."""
    log: tuple[_Piece, ...]
    after: str
    indent: int | None
    """The column of the dashes; ``None`` where the log has no entries."""
    newline: str
    ended: bool
    """Whether the last line has a break. If not, it gets one here."""


def join_logs(versions: Sequence[bytes], merge_text: MergeText) -> bytes:
    """Return a plan file with the entries of two versions; the first is what both come from.

    What was added is put into the order of days, and what both added stands once. The text around
    the log goes through ``merge_text``. Raises :class:`NotJoined` where an entry was changed, or
    where the logs are not written alike.
    """
    cuts = [_cut(data) for data in versions]
    if len({cut.newline for cut in cuts}) > 1 or len({cut.indent for cut in cuts} - {None}) > 1:
        raise _written_differently()
    key, log = _of_one([cut.key for cut in cuts]), _joined([cut.log for cut in cuts])
    before = merge_text(*(cut.before.encode() for cut in cuts))
    after = merge_text(*(cut.after.encode() for cut in cuts))
    joined = before + "".join([key, *(piece.text for piece in log)]).encode() + after
    _demand_entries(joined, log)
    if not _of_one([cut.ended for cut in cuts]):
        joined = joined.removesuffix(cuts[0].newline.encode())
    return joined


def _written_differently() -> NotJoined:
    return NotJoined(_("the log is not written in the same way, as a list, in all versions"))


def _cut(data: bytes) -> _Cut:
    """Cut a plan file at its log. Raises :class:`NotJoined` where the log is not a block list."""
    source, undecodable = decode(data)
    breaks = set(_BREAK.findall(source.text)) or {"\n"}
    newline = breaks.pop()
    if breaks:
        raise _written_differently()
    ended = source.text.endswith(newline)
    text = source.text if ended else source.text + newline
    composed = compose(mask_unsafe(text), PLAIN_KEYS)
    if undecodable or composed.diagnostics or not isinstance(composed.data, dict):
        raise NotJoined(_("a version of the plan is not YAML that kh20 reads"))
    layout = log_layout(SourceText(text))
    bom = UTF8_BOM.decode() if data.startswith(UTF8_BOM) else ""
    if layout.style == "absent":
        before, after = text[: layout.end], text[layout.end :]
        return _Cut(bom + before, "", (), after, None, newline, ended)
    if layout.style not in ("empty", "block") or newline in text[layout.key : layout.close]:
        raise _written_differently()
    start = text.index(newline, max(layout.key, layout.close)) + len(newline)
    log = list(_pieces(text, start, layout, composed.data["log"]))
    end = start + sum(len(piece.text) for piece in log)
    before, key, after = text[: layout.key], text[layout.key : start], text[end:]
    indent = layout.indent if layout.items else None
    return _Cut(bom + before, key, tuple(log), after, indent, newline, ended)


def _pieces(text: str, start: int, layout: LogLayout, entries: list[Any]) -> Iterator[_Piece]:
    for span, entry in zip(layout.items, entries, strict=False):
        for piece in _between(text, start, span.start, layout.indent):
            start += len(piece.text)
            yield piece
        if start != span.start or not isinstance(entry, dict):
            raise _written_differently()
        yield _Piece(text[span.start : span.end], str(entry.get("on", "")))
        start = span.end
    yield from _between(text, start, len(text), layout.indent)


def _between(text: str, start: int, end: int, indent: int) -> Iterator[_Piece]:
    while start < end and (line := _BETWEEN.match(text, start)):
        yield _Piece(line[0], deep=bool(line["comment"]) and len(line["indent"]) > indent)
        start = line.end()


def _of_one(given: Sequence[_Given]) -> _Given:
    """Return what one version changed, or both in the same way."""
    base, ours, theirs = given
    if ours not in (base, theirs) and theirs != base:
        raise _written_differently()
    return theirs if ours == base else ours


def _joined(logs: Sequence[Sequence[_Piece]]) -> list[_Piece]:
    """Take from each side in turn, by day; what both have comes when it is next on both.

    Who merges whom makes no difference to the order, so that a later merge finds the same.
    """
    base, *sides = logs
    queues = [deque(_parts(base, side)) for side in sides]
    both = Counter(part.key for part in queues[0]) & Counter(part.key for part in queues[1])
    parts: list[_Part] = []
    while all(queues):
        heads = [queue[0] for queue in queues]
        shared = [number for number, part in enumerate(heads) if both[part.key] > 0]
        if heads[0].key == heads[1].key:
            parts.append(queues[0].popleft())
            both[queues[1].popleft().key] -= 1
        elif len(shared) == 1:
            parts.append(queues[1 - shared[0]].popleft())
        elif shared:  # One side has put the two the other way round: its place is passed over.
            both[queues[heads.index(max(heads, key=_turn))].popleft().key] -= 1
        else:
            parts.append(queues[heads.index(min(heads, key=_turn))].popleft())
    return [piece for part in [*parts, *queues[0], *queues[1]] for piece in part.pieces]


def _turn(part: _Part) -> tuple[bool, str, list[str]]:
    """Return what orders parts: what was there before, then by day."""
    day = next((piece.on for piece in part.pieces if piece.on is not None), "")
    return isinstance(part.key, tuple), day, [piece.text for piece in part.pieces]


def _parts(base: Sequence[_Piece], side: Sequence[_Piece]) -> list[_Part]:
    """Return what a version has of the log that it began with, and what it added."""
    parts: list[_Part] = []
    added: list[_Piece] = []
    kept = 0
    for piece in side:
        if kept < len(base) and piece.text == base[kept].text:
            parts += [*_by_entry(added), _Part(kept, [piece])]
            added = []
            kept += 1
        else:
            added.append(piece)
    if kept < len(base):
        raise NotJoined(_("an entry or a comment of the log was changed, moved or removed"))
    return [*parts, *_by_entry(added)]


def _by_entry(pieces: Sequence[_Piece]) -> list[_Part]:
    """Give each new entry the comments above it, and those below that stand deeper.

    One that stands deeper at the top is about the entry that was there, and comes by itself.
    """
    groups: list[list[_Piece]] = []
    waiting: list[_Piece] = []
    for piece in pieces:
        if piece.on is not None:
            groups.append([*waiting, piece])
            waiting = []
        elif piece.deep and not waiting:
            groups = groups or [[]]
            groups[-1].append(piece)
        else:
            waiting.append(piece)
    if groups:
        groups[-1] += waiting
    elif waiting:
        groups.append(waiting)
    return [_Part(tuple(p.text for p in group if p.text.strip()), group) for group in groups]


def _demand_entries(data: bytes, log: Sequence[_Piece]) -> None:
    """Raise :class:`NotJoined` where a plan file does not have exactly these entries."""
    try:
        found = _cut(data).log
    except NotJoined:  # A conflict is left around the log.
        return
    if _entries(found) != _entries(log):
        raise _written_differently()


def _entries(log: Sequence[_Piece]) -> list[str]:
    return [piece.text for piece in log if piece.on is not None]
