"""Entries of the append-only log: events since the document was signed."""

from typing import Annotated, Literal

from pydantic import Field

from kh20.model.fields import Day, Entity, Flag, ObligationId, PeriodValue, Slug, Text, with_any


class Entry(Entity):
    """The keys of every entry. ``on`` is the day of the event, not of its recording.

    ``recorded`` is the day of the recording, where that is another one. No answer depends on it.
    """

    task: ObligationId = Field(description="The obligation that the event is about.")
    on: Day = Field(description="The day on which it happened.")
    for_: Text | None = Field(
        None, alias="for", description="The turn of a recurring duty, such as 2025-H1."
    )
    recorded: Day | None = Field(
        None, description="The day on which it was recorded, where that was a later one."
    )


class _Share(Entry):
    agency: Slug | None = Field(None, description="The owner it concerns, where each owes its own.")
    part: Slug | None = Field(None, description="The part that it concerns.")


class Completed(_Share, json_schema_extra=with_any("document", "note")):
    """The obligation, or one owner's share or one part of it, was completed."""

    event: Literal["completed"] = Field(description="It was completed.")
    whole: Flag = Field(
        False, description="Whether all shares of it were completed, by one document."
    )
    document: Text | None = Field(None, description="The number of the document that proves it.")
    note: Text | None = Field(None, description="What proves it, where no document does.")


class Progress(_Share):
    """A report on the way; it changes no state."""

    event: Literal["progress"] = Field(description="There is news of it.")
    document: Text | None = Field(None, description="The document that reports it.")
    note: Text = Field(description="How far the work is.")
    percent: int | None = Field(
        None, strict=True, ge=0, le=100, description="How much is done, in percent."
    )


class Extended(_Share):
    """The deadline was moved by a decision, of the whole or of some shares."""

    event: Literal["extended"] = Field(description="Its deadline was moved.")
    to: PeriodValue = Field(description="The period by whose end it is now due.")
    basis: Text = Field(description="The deciding document, with its number and date.")
    note: Text | None = Field(None, description="A remark.")


class Cancelled(Entry):
    """The obligation, or a part of it that is owed by itself, was lifted by a decision."""

    event: Literal["cancelled"] = Field(description="It was lifted.")
    part: Slug | None = Field(None, description="The part that it concerns.")
    basis: Text = Field(description="The deciding document, with its number and date.")
    note: Text | None = Field(None, description="A remark.")


class Happened(Entry, json_schema_extra=with_any("document", "note")):
    """The event from which a term is counted."""

    event: Literal["happened"] = Field(description="What its due is counted from has happened.")
    part: Slug | None = Field(None, description="The part that it concerns.")
    document: Text | None = Field(None, description="The document that shows it.")
    note: Text | None = Field(None, description="What shows it, where no document does.")


class Reopened(_Share, json_schema_extra=with_any("basis", "note")):
    """A completion or a cancellation was taken back."""

    event: Literal["reopened"] = Field(description="A completion or a cancellation was taken back.")
    basis: Text | None = Field(None, description="The deciding document.")
    note: Text | None = Field(None, description="The reason, where no document gives it.")


class Voided(_Share):
    """An entry was recorded by mistake: it counts for nothing, on no day.

    ``task``, ``on``, ``for``, ``agency`` and ``part`` are those of the entry that is taken back.
    """

    event: Literal["voided"] = Field(description="An earlier entry is taken back.")
    voids: Literal["completed", "progress", "extended", "cancelled", "happened", "reopened"] = (
        Field(description="The event of the entry that is taken back.")
    )
    note: Text = Field(description="What the mistake was.")


LogEntry = Annotated[
    Completed | Progress | Extended | Cancelled | Happened | Reopened | Voided,
    Field(discriminator="event"),
]
"""One event of the log."""
