"""Search for the place of the next log entry, and for the style that the log is written in."""

from typing import Any, Literal, NamedTuple

from kh20.findings import Span
from kh20.planfile.characters import mask_unsafe
from kh20.planfile.source_text import SourceText
from kh20.planfile.yaml.walk import Enough, Step, Visitor, walk

Style = Literal["absent", "empty", "block", "flow", "flow-root"]


class LogLayout(NamedTuple):
    """How a log is written. Offsets are code points of the text.

    ``absent``: there is none, and the top of the plan is in block style. ``empty``: ``[]`` with
    nothing but a comment behind it. ``block``: one item below the other. ``flow``: in brackets.
    ``flow-root``: there is none, and the top of the plan is in braces.

    ``end`` is where an entry is inserted: the beginning of a line, or in flow style the end of the
    last item (just inside the bracket where there is none). ``start`` is where the brackets of an
    empty log begin, ``close`` where those of any style end, without the bracket itself in ``flow``
    and ``flow-root``. ``indent`` is the column of the dashes and ``root_indent`` that of the keys
    at the top. ``entries`` tells whether there is an item to follow, ``json`` whether keys are
    quoted as JSON has them. ``key`` is where the line of the key of an empty or a block log begins,
    and ``items`` are the lines of each entry of a block log.
    """

    style: Style
    end: int
    start: int = 0
    close: int = 0
    indent: int = 2
    root_indent: int = 0
    entries: bool = False
    json: bool = False
    key: int = 0
    items: tuple[Span, ...] = ()


def log_layout(text: SourceText) -> LogLayout:
    """Find the log in the text of a valid plan."""
    search = _Search(text)
    walk(mask_unsafe(text.text), search)
    return search.found or LogLayout("absent", len(text.text))


class _Search(Visitor):
    """Looks for the log at the top of the plan, and else for the end of the plan."""

    def __init__(self, text: SourceText) -> None:
        super().__init__()
        self.text = text
        self.found: LogLayout | None = None
        self.root_is_flow = False
        self.root_indent = 0
        self.json = False
        self.log: Any = None
        """The event with which the log begins."""
        self.indent = 0
        self.entries = False
        self.key_at = 0
        self.item_at = 0
        self.items: list[Span] = []
        self.last_content = 0
        """The end of the last scalar or flow collection so far."""
        self.block_scalar = False

    def key(self, event: Any) -> str:
        """Note how the keys at the top are written."""
        if len(self.steps) == 1:
            self.json = self.root_is_flow and event.style == '"'
            self.key_at = event.start_mark.index
        self.scalar(event, None)
        key: str = event.value
        return key

    def scalar(self, event: Any, step: Step) -> None:
        """Note where the content ends so far."""
        self.last_content = event.end_mark.index
        self.block_scalar = event.style in ("|", ">")

    def opened(self, event: Any, step: Step, *, keyed: bool) -> None:
        """Note the top, the log, and whether the log has entries."""
        depth = len(self.steps)
        if depth == 0:
            self.root_is_flow = bool(event.flow_style)
            self.root_indent = self._column(event)
        elif depth == 1 and step == "log" and not keyed:
            self.log = event
            self.indent = self._column(event)
        elif depth == 2 and self.log is not None:
            self.entries = True
            self.item_at = event.start_mark.index

    def closed(self, event: Any) -> None:
        """Stop at the end of the log, or of the plan where there is none."""
        depth = len(self.steps)
        if depth == 1 and self.log is not None:
            self.found = self._log(self.log, event)
            raise Enough
        if depth == 0:
            self.found = self._no_log(event)
            raise Enough
        end = event.end_mark.index
        # The end of a block collection lies behind whatever follows it.
        if event.start_mark.index != end and self.text.text[end - 1] in "]}":
            self.last_content = end
            self.block_scalar = False
        if depth == 2 and self.log is not None and not self.log.flow_style:
            self.items.append(Span(self._dash(), self._line_behind(self.last_content)))

    def _no_log(self, root_end: Any) -> LogLayout:
        if self.root_is_flow:
            close = root_end.end_mark.index - 1
            return self._flow("flow-root", self.last_content, close, entries=True)
        end = _document_end(self.text.text, self.last_content)
        indent = self.root_indent + 2
        return LogLayout("absent", end, indent=indent, root_indent=self.root_indent)

    def _log(self, start: Any, end: Any) -> LogLayout:
        begin, close = start.start_mark.index, end.end_mark.index
        if not start.flow_style:
            end = self._behind_comments(self._line_behind(self.last_content), self.indent)
            key, items = self._line_start(self.key_at), tuple(self.items)
            return LogLayout("block", end, indent=self.indent, entries=True, key=key, items=items)
        if self.entries:
            return self._flow("flow", self.last_content, close - 1, entries=True)
        return self._empty(begin, close)

    def _empty(self, begin: int, close: int) -> LogLayout:
        line_end = self.text.line_end(close)
        rest = self.text.text[close:line_end].strip()
        inner = self.text.text[begin + 1 : close - 1]
        if self.root_is_flow or inner.strip() or (rest and not rest.startswith("#")):
            return self._flow("flow", begin + 1, close - 1, entries=False)
        indent = self.root_indent + 2
        end = self._behind_comments(self._line_behind(close), indent)
        key = self._line_start(self.key_at)
        return LogLayout("empty", end, start=begin, close=close, indent=indent, key=key)

    def _flow(
        self, style: Literal["flow", "flow-root"], end: int, close: int, *, entries: bool
    ) -> LogLayout:
        return LogLayout(
            style,
            end,
            close=close,
            root_indent=self.root_indent,
            entries=entries,
            json=self.json,
        )

    def _column(self, event: Any) -> int:
        return self.text.position(event.start_mark.index)[1] - 1

    def _line_start(self, offset: int) -> int:
        return offset - self.text.position(offset)[1] + 1

    def _dash(self) -> int:
        """Return the beginning of the line with the dash of the item that is open."""
        start = self._line_start(self.item_at)
        while self.text.text[start + self.indent] != "-":
            start = self._line_start(start - 1)
        return start

    def _line_behind(self, offset: int) -> int:
        """Return the beginning of the line behind an offset, or the end of the text."""
        text = self.text.text
        if self.block_scalar and offset and text[offset - 1] in "\r\n":
            return offset
        return self._behind_break(self.text.line_end(offset))

    def _behind_break(self, end: int) -> int:
        text = self.text.text
        return end + 2 if text.startswith("\r\n", end) else min(len(text), end + 1)

    def _behind_comments(self, offset: int, indent: int) -> int:
        """Return the beginning of the first line that is not a comment inside the list.

        Such a comment is about the item above it, and stands as deep as the items or deeper.
        """
        text = self.text.text
        while offset < len(text) and (not offset or text[offset - 1] in "\r\n"):
            line = text[offset : self.text.line_end(offset)]
            inside = len(line) - len(line.lstrip(" \t")) >= max(1, indent)
            if not (inside and line.lstrip(" \t").startswith("#")):
                break
            offset = self._behind_break(self.text.line_end(offset))
        return offset


def _document_end(text: str, offset: int) -> int:
    """Return where the line “...” begins that ends the document, else the end of the text."""
    found = [
        place + 1
        for mark in ("\n...", "\r...")
        if (place := text.find(mark, max(0, offset - 1))) >= 0
        and text[place + 4 : place + 5] in ("", "\n", "\r", " ", "\t")
    ]
    return min(found, default=len(text))
