"""The obligations that a plan document assigns."""

from typing import Literal

from pydantic import Field

from kh20.model.due import DueValue
from kh20.model.fields import Day, Entity, ObligationId, Slug, Text

MAX_TITLE = 100
"""The longest title of an obligation, in code points."""


class Part(Entity):
    """One of several deliverables that the document names in one obligation."""

    id: Slug = Field(description="A name for references from the log.")
    title: Text = Field(max_length=200, description="What is to be delivered.")


class Correction(Entity):
    """A slip of copying in the title or the text of an obligation, put right later."""

    was: Text = Field(description="The title or the text as it was, whole.")
    reason: Text = Field(description="What the slip was.")
    on: Day = Field(description="The day on which it was put right.")


class Task(Entity):
    """An obligation exactly as the document assigns it. What happened since is in the log."""

    id: ObligationId = Field(description="The document's own number: section, item, dash.")
    title: Text = Field(max_length=MAX_TITLE, description="What it is, short, in our own words.")
    text: Text = Field(description="The obligation verbatim, as the document has it.")
    owners: tuple[Slug, ...] = Field(description="Who is responsible; [] where nobody is named.")
    partners: tuple[Slug, ...] = Field((), description="Who coordinates (“phối hợp với …”).")
    responsibility: Literal["joint", "each"] = Field(
        "joint", description="joint: one result of all owners; each: every owner owes its own."
    )
    parts: tuple[Part, ...] = Field(
        (), description="The deliverables, where one dash names several."
    )
    product: Text | None = Field(
        None, description="What is to be handed in, as the document names it (“Sản phẩm”)."
    )
    submit_to: Text | None = Field(
        None, description="To whom it is submitted, as the document names it (“cấp trình”)."
    )
    label: Text | None = Field(
        None, description="The document's own label, where the id cannot be it."
    )
    due: DueValue = Field(description="When, as stated; none where nothing is stated.")
    corrections: tuple[Correction, ...] = Field(
        (), description="The slips of copying that were put right in title and text."
    )

    @property
    def section(self) -> str:
        """The section of the document, the first part of the id."""
        return self.id.partition(".")[0]
