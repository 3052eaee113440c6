"""A whole plan file, as valid data."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from kh20.model.agency import Agency
from kh20.model.document import Document
from kh20.model.fields import SLUG, Entity, Slug
from kh20.model.log import LogEntry
from kh20.model.task import Task

FORMAT = 1
"""The version of the plan format that this program reads."""


def _editor_schema(schema: dict[str, Any]) -> None:
    schema["properties"]["agencies"]["propertyNames"] = {"pattern": SLUG, "maxLength": 80}


def _no_flag(value: Any) -> Any:
    # In Python true equals 1.
    return str(value) if isinstance(value, bool) else value


class Plan(Entity, json_schema_extra=_editor_schema):
    """A plan document with its agencies and obligations, and the log of what happened since."""

    format: Annotated[
        Literal[1], BeforeValidator(_no_flag), Field(description="The version of the plan format.")
    ]
    document: Annotated[Document, Field(description="The document that the plan encodes.")]
    agencies: Annotated[
        dict[Slug, Agency], Field(description="The bodies that the plan names, by a short name.")
    ]
    tasks: Annotated[tuple[Task, ...], Field(description="The obligations, in document order.")]
    log: Annotated[
        tuple[LogEntry, ...], Field(description="What has happened since, in order of days.")
    ] = ()
