"""A whole plan file, as valid data: the document that it encodes, and all that it says of it."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from kh20.model.agency import Agency
from kh20.model.fields import SLUG, Day, Entity, Slug, Text
from kh20.model.log import LogEntry
from kh20.model.task import Task

FORMAT = 1
"""The version of the plan format that this program reads."""


class Document(Entity):
    """The signed document as a whole: what it is, who issued it, and when."""

    number: Text = Field(description="The document's number, such as 20-KH/TW.")
    title: Text = Field(description="The document's title.")
    issued: Day = Field(description="The day on which it was signed.")
    issuer: Text = Field(description="The body that issued it.")
    signed_by: Text | None = Field(None, description="Who signed it.")
    implements: Text | None = Field(
        None, description="The resolution or decision that the document carries out."
    )
    source: Text | None = Field(None, description="Where the text of the document was taken from.")
    timezone: Text = Field(
        "Asia/Ho_Chi_Minh",
        description="The time zone whose day counts as today, such as Asia/Ho_Chi_Minh.",
    )


def _editor_schema(schema: dict[str, Any]) -> None:
    schema["properties"]["agencies"]["propertyNames"] = {"pattern": SLUG, "maxLength": 80}


def _no_flag(value: Any) -> Any:
    # In Python true equals 1.
    return str(value) if isinstance(value, bool) else value


class Plan(Entity, json_schema_extra=_editor_schema):
    """A plan document with its agencies and obligations, and the log of what happened since."""

    format: Annotated[Literal[1], BeforeValidator(_no_flag)] = Field(
        description="The version of the plan format."
    )
    document: Document = Field(description="The document that the plan encodes.")
    agencies: dict[Slug, Agency] = Field(
        description="The bodies that the plan names, by a short name."
    )
    tasks: tuple[Task, ...] = Field(description="The obligations, in document order.")
    log: tuple[LogEntry, ...] = Field((), description="What has happened since, in order of days.")
