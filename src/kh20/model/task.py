"""The obligations that a plan document assigns."""

from typing import Literal

from pydantic import Field

from kh20.model.due import DueValue
from kh20.model.fields import Entity, ObligationId, Slug, Text

MAX_TITLE = 100
"""The longest title of an obligation, in code points."""


class Part(Entity):
    """One of several deliverables that the document names in one obligation."""

    id: Slug = Field(description="A name for references from the log.")
    title: Text = Field(max_length=200, description="What is to be delivered.")


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
    due: DueValue = Field(description="When, as stated; none where nothing is stated.")

    @property
    def section(self) -> str:
        """The section of the document, the first part of the id."""
        return self.id.partition(".")[0]
