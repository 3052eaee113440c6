"""The obligations that a plan document assigns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr, model_validator

from kh20.model.due import DueValue
from kh20.model.fields import Day, Entity, ObligationId, Slug, Text

MAX_TITLE = 100
"""The longest title of an obligation, in code points."""


class Part(Entity):
    """One of several deliverables that the document names in one obligation."""

    id: Slug = Field(description="A name for references from the log.")
    title: Text = Field(max_length=200, description="What is to be delivered.")
    owners: Annotated[tuple[Slug, ...], Field(min_length=1)] | None = Field(
        None, description="Who is responsible for this part, where that is not all the owners."
    )
    due: DueValue | None = Field(
        None, description="When this part is due, where the document says it of the part."
    )

    @property
    def apart(self) -> bool:
        """Whether it is owed by itself: it has a due or owners of its own."""
        return self.due is not None or self.owners is not None


class Correction(Entity):
    """A slip of copying in the title or the text of an obligation, put right later."""

    was: Text = Field(description="The title or the text as it was, whole.")
    reason: Text = Field(description="What the slip was.")
    on: Day = Field(description="The day on which it was put right.")


class Accepted(Entity):
    """A finding of judgement that a person has looked at, and that is to stay as it is."""

    code: str = Field(pattern=r"^KH[0-9]{3}$", description="The code of the finding.")
    reason: Text = Field(description="Why it is right as it is.")


def _due_of_parts(schema: dict[str, Any]) -> None:
    """Say that the due may be left out where each part has one."""
    schema["required"].remove("due")
    each = {"minItems": 1, "items": {"required": ["due"]}}
    of_parts = {"required": ["parts"], "properties": {"parts": each}}
    schema["anyOf"] = [{"required": ["due"]}, of_parts]


class Task(Entity, json_schema_extra=_due_of_parts):
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

    accepted: tuple[Accepted, ...] = Field(
        (), description="The findings of judgement that were looked at and are right as they are."
    )

    @model_validator(mode="before")
    @classmethod
    def _left_to_parts(cls, data: Any) -> Any:
        if isinstance(data, dict) and "due" not in data and _all_have_dues(data.get("parts")):
            return {**data, "due": "none"}
        return data

    @property
    def section(self) -> str:
        """The section of the document, the first part of the id."""
        return self.id.partition(".")[0]

    @property
    def whole(self) -> Task:
        """The obligation as the file has it: for a part of one, the one that it is a part of."""
        return self

    @property
    def part(self) -> str | None:
        """The short name of the part that this is; ``None`` for a whole obligation."""
        return None

    def bodies(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Yield the owners and partners, those of its parts among them, each with its key."""
        for number, owner in enumerate(self.owners):
            yield ("owners", number), owner
        for number, partner in enumerate(self.partners):
            yield ("partners", number), partner
        for place, part in enumerate(self.parts):
            for number, owner in enumerate(part.owners or ()):
                yield ("parts", place, "owners", number), owner

    @property
    def divided(self) -> bool:
        """Whether it is owed by its parts: any of them has a due or owners of its own."""
        return any(part.apart for part in self.parts)

    @property
    def assigned(self) -> tuple[Task, ...]:
        """What is owed by itself: each part that has a due or owners of its own, and the rest.

        The rest is the obligation with its other parts; there is none where there are no others.
        """
        if not self.divided:
            return (self,)
        others = tuple(part for part in self.parts if not part.apart)
        rest = (_Share.of(self, None, parts=others),) if others else ()
        return (*rest, *(self.as_part(part) for part in self.parts if part.apart))

    def as_part(self, part: Part) -> Task:
        """Return a part as an obligation: what it does not say by itself is as for the whole."""
        return _Share.of(
            self,
            part.id,
            id=f"{self.id}:{part.id}",
            title=part.title,
            owners=self.owners if part.owners is None else part.owners,
            due=self.due if part.due is None else part.due,
            parts=(),
        )

    def concerned(self, part: str | None) -> tuple[Task, ...]:
        """Return which of the :attr:`assigned` an event is about that names a part, or none."""
        assigned = self.assigned
        if part is None or not self.divided:
            return assigned
        return tuple(
            task
            for task in assigned
            if task.part == part
            or (task.part is None and any(other.id == part for other in task.parts))
        )


class _Share(Task):
    """Some parts of an obligation, as an obligation that is owed by itself."""

    _whole: Task = PrivateAttr()
    _part: str | None = PrivateAttr(None)

    @classmethod
    def of(cls, task: Task, part: str | None, **said: Any) -> Task:
        """Return an obligation with some things said otherwise, and that it is a part of it."""
        found = cls.model_construct(**{**task.__dict__, **said})
        found._whole, found._part = task, part
        return found

    @property
    def whole(self) -> Task:
        return self._whole

    @property
    def part(self) -> str | None:
        return self._part


def _all_have_dues(parts: Any) -> bool:
    listed = isinstance(parts, list | tuple)
    return (
        listed and bool(parts) and all(isinstance(part, dict) and "due" in part for part in parts)
    )
