"""Entries of the append-only log: events since the document was signed."""

from typing import Annotated, Any, Literal

from pydantic import Field

from kh20.model.fields import Day, Entity, ObligationId, PeriodValue, Slug, Text


def _either(*keys: str) -> dict[str, Any]:
    return {"anyOf": [{"required": [key]} for key in keys]}


class Entry(Entity):
    """The keys of every entry. ``on`` is the day of the event, not of its recording."""

    task: Annotated[ObligationId, Field(description="The obligation that the event is about.")]
    on: Annotated[Day, Field(description="The day on which it happened.")]
    for_: Annotated[
        Text | None,
        Field(alias="for", description="The turn of a recurring duty, such as 2025-H1."),
    ] = None


class _Share(Entry):
    agency: Annotated[
        Slug | None, Field(description="The owner it concerns, where each owes its own.")
    ] = None
    part: Annotated[Slug | None, Field(description="The part that it concerns.")] = None


class Completed(_Share, json_schema_extra=_either("document", "note")):
    """The obligation, or one owner's share or one part of it, was completed."""

    event: Annotated[Literal["completed"], Field(description="It was completed.")]
    document: Annotated[
        Text | None, Field(description="The number of the document that proves it.")
    ] = None
    note: Annotated[Text | None, Field(description="What proves it, where no document does.")] = (
        None
    )


class Progress(_Share):
    """A report on the way; it changes no state."""

    event: Annotated[Literal["progress"], Field(description="There is news of it.")]
    note: Annotated[Text, Field(description="How far the work is.")]
    percent: Annotated[
        int | None, Field(strict=True, ge=0, le=100, description="How much is done, in percent.")
    ] = None


class Extended(Entry):
    """The deadline was moved by a decision."""

    event: Annotated[Literal["extended"], Field(description="Its deadline was moved.")]
    to: Annotated[PeriodValue, Field(description="The period by whose end it is now due.")]
    basis: Annotated[Text, Field(description="The deciding document, with its number and date.")]
    note: Annotated[Text | None, Field(description="A remark.")] = None


class Cancelled(Entry):
    """The obligation was lifted by a decision."""

    event: Annotated[Literal["cancelled"], Field(description="It was lifted.")]
    basis: Annotated[Text, Field(description="The deciding document, with its number and date.")]
    note: Annotated[Text | None, Field(description="A remark.")] = None


class Reopened(_Share, json_schema_extra=_either("basis", "note")):
    """A completion or a cancellation was taken back."""

    event: Annotated[
        Literal["reopened"], Field(description="A completion or a cancellation was taken back.")
    ]
    basis: Annotated[Text | None, Field(description="The deciding document.")] = None
    note: Annotated[Text | None, Field(description="The reason, where no document gives it.")] = (
        None
    )


LogEntry = Annotated[
    Completed | Progress | Extended | Cancelled | Reopened, Field(discriminator="event")
]
"""One event of the log."""
