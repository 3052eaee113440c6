"""Errors that end a command early, and the exit codes of all commands."""

from collections.abc import Sequence
from enum import IntEnum

from kh20.findings import Finding


class ExitCode(IntEnum):
    """How commands end; 70 and 74 are those of ``sysexits.h``.

    A crash is never one of the first three, which scripts rely on.
    """

    FINE = 0
    FOUND = 1
    USAGE = 2
    CRASH = 70
    UNWRITABLE = 74
    INTERRUPTED = 130


class UserError(Exception):
    """Wrong usage, or something that cannot be done: one sentence, and what to do about it."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InvalidPlan(Exception):
    """A query was asked of a plan that is not valid; carries what is wrong with it."""

    def __init__(self, path: str, findings: Sequence[Finding]) -> None:
        super().__init__(path)
        self.path = path
        self.findings = findings
