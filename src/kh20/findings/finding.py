"""One finding about a plan file, as a value: returned, collected and rendered, never raised."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

KeyPath = tuple[str | int, ...]
"""Path to a value in a plan: mapping keys and list indices from the top, 0-based."""


class Severity(StrEnum):
    """Weight of a finding: only an error makes a plan invalid."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


class Span(NamedTuple):
    """A stretch of a file: code point offsets, the end exclusive. Not lines and columns."""

    start: int
    end: int


class Place(NamedTuple):
    """The place of a finding: a key path, or a span where the file could not be read so far.

    ``on_key`` points at the key of the last step instead of its value. ``inside`` narrows a scalar
    to a part of its value: offset and length in code points. ``absent`` says that the last step is
    missing: what should have it is shown instead.
    """

    path: KeyPath = ()
    span: Span | None = None
    on_key: bool = False
    inside: tuple[int, int] | None = None
    absent: bool = False


class Related(NamedTuple):
    """Another place that a finding refers to, such as where a name was first given."""

    note: str
    place: Place


class Diagnostic(NamedTuple):
    """A fault of a plan: what is wrong, where, and how to fix it.

    Not yet tied to a file: see :class:`Finding`.
    """

    code: str
    message: str
    place: Place
    hint: str | None = None
    related: tuple[Related, ...] = ()
    task: str | None = None
    severity: Severity | None = None
    """Overrides the severity that the code has in the catalogue; ``None`` keeps it."""


class Region(NamedTuple):
    """A place as editors count it: lines and columns from 1, in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Reference(NamedTuple):
    """A related place, found in the file."""

    note: str
    region: Region


class Finding(NamedTuple):
    """A diagnostic tied to a file and a region of it: what the outputs show."""

    path: str
    region: Region
    code: str
    severity: Severity
    message: str
    hint: str | None = None
    references: tuple[Reference, ...] = ()
    task: str | None = None
    key_path: KeyPath = ()
    source_line: str | None = None
    """The text of the first line of the region; ``None`` where there is none."""

    @property
    def full_message(self) -> str:
        """The message and, where there is one, the hint on a line of its own."""
        return f"{self.message}\n{self.hint}" if self.hint else self.message


def in_file_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort findings the one way they are ever shown: file, place, code, message."""
    return sorted(findings, key=lambda f: (f.path, f.region, f.code, f.message))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding makes the plan invalid."""
    return any(finding.severity is Severity.ERROR for finding in findings)
