"""Writing an answer: the one table of formats, and the module of this package behind each.

A format is a row here and a function ``(answer, screen) -> str`` in a module of its own. Nothing
else knows which formats there are.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING, Self, overload

from kh20.formats.lines import Screen

if TYPE_CHECKING:
    # Each is imported by the command that makes it.
    from kh20.answers.answer import Answer
    from kh20.answers.changes import Changes
    from kh20.answers.checked import Checked, Explained
    from kh20.answers.plan_schema import PlanSchema


class Format(StrEnum):
    """The name of a format, with the function that writes it and whether people read it."""

    function: str
    for_people: bool

    def __new__(cls, name: str, function: str, for_people: bool = False) -> Self:
        """Make a row of the table; ``function`` is given as ``module.function``."""
        row = str.__new__(cls, name)
        row._value_ = name
        row.function = function
        row.for_people = for_people
        return row


class OutputFormat(Format):
    """How a query prints its answer."""

    TABLE = "table", "table.write", True
    JSON = "json", "json_document.write"
    JSONL = "jsonl", "json_lines.write"
    CSV = "csv", "separated.write_csv"
    EXCEL = "excel", "separated.write_excel"
    TSV = "tsv", "separated.write_tsv"
    MD = "md", "markdown.write", True


class ChangesFormat(Format):
    """How the changes between two versions are printed."""

    TEXT = "text", "changes.write_text", True
    JSON = "json", "json_document.write"
    MD = "md", "changes.write_markdown", True


class FindingFormat(Format):
    """How `check` prints its findings."""

    TEXT = "text", "findings.pretty.write", True
    CONCISE = "concise", "findings.pretty.write_concise"
    JSON = "json", "json_document.write"
    GITHUB = "github", "findings.github.write"
    GITLAB = "gitlab", "findings.gitlab.write"
    SARIF = "sarif", "findings.sarif.write"
    JUNIT = "junit", "findings.junit.write"


class ExplanationFormat(Format):
    """How `explain` prints codes."""

    TEXT = "text", "explanations.write", True


class SchemaFormat(Format):
    """How `schema` prints the JSON Schema."""

    JSON = "json", "json_document.write"


@overload
def write(answer: Answer, fmt: OutputFormat, screen: Screen) -> str: ...
@overload
def write(answer: Changes, fmt: ChangesFormat, screen: Screen) -> str: ...
@overload
def write(answer: Checked, fmt: FindingFormat, screen: Screen) -> str: ...
@overload
def write(answer: Explained, fmt: ExplanationFormat, screen: Screen) -> str: ...
@overload
def write(answer: PlanSchema, fmt: SchemaFormat, screen: Screen) -> str: ...
def write(answer: object, fmt: Format, screen: Screen) -> str:
    """Return an answer as text in a format, for a screen."""
    module, _dot, function = fmt.function.rpartition(".")
    text: str = getattr(import_module(f"kh20.formats.{module}"), function)(answer, screen)
    return text
