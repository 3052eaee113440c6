"""The bodies to which a plan assigns obligations, and those that answer for them on a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated

from pydantic import Field

from kh20.model.fields import SLUG, Day, Entity, Flag, Slug, Text, one_or_more

KIND = "kind:"
"""What a member begins with that stands for all bodies of a kind."""


class Successor(Entity):
    """The body that took over another's duties, from which day, and by which decision."""

    agency: Slug = Field(description="The agency that took over.")
    from_: Day = Field(alias="from", description="The day from which it is responsible.")
    basis: Text = Field(description="The deciding document, with its number and date.")


Member = Annotated[str, Field(pattern=rf"^({KIND})?{SLUG[1:]}", max_length=80)]
Kinds = Annotated[tuple[Slug, ...], one_or_more(Slug)]
Members = Annotated[tuple[Member, ...], one_or_more(Member)]
Successors = Annotated[tuple[Successor, ...], one_or_more(Successor)]


class Agency(Entity):
    """A body named in the plan, or one that took over from such a body.

    Not a person. A collective ("các tỉnh ủy, thành ủy") stands for bodies that the document names
    together; its members are those that are known, and all there are only where it is closed.
    """

    name: Text = Field(description="The official name in Vietnamese.")
    en: Text | None = Field(None, description="The official name in English.")
    abbr: Text | None = Field(None, description="The usual abbreviation, as tables show it.")
    aliases: tuple[Text, ...] = Field((), description="Abbreviations and other names in use.")
    kind: Kinds = Field(
        (), description="What sort of body it is, such as ministry; several where it is several."
    )
    precedence: int | None = Field(
        None, strict=True, description="Its place in the order of protocol, lower ones first."
    )
    from_: Day | None = Field(
        None, alias="from", description="The first day of its life, where that may matter."
    )
    until: Day | None = Field(None, description="The last day of its life.")
    acts_for: Slug | None = Field(
        None, description="The agency for which this body acts, as a ban cán sự đảng does."
    )
    collective: Flag = Field(
        False, description="Whether the name stands for several bodies together."
    )
    members: Members = Field(
        (),
        description="The known bodies of a collective: their short names, or kind:KIND for the "
        "bodies of a kind that lived on the day of the document.",
    )
    closed: Flag = Field(False, description="Whether the members are all that the name stands for.")
    successor: Successors = Field(
        (),
        description="The body that took over its duties; several where it was split, the main one "
        "first.",
    )
    basis: Text | None = Field(None, description="The decision that set it up or organised it.")
    source: Text | None = Field(None, description="Where this was read.")
    unsure: Text | None = Field(None, description="What of this is not sure, and why.")

    @property
    def names(self) -> tuple[str, ...]:
        """All names under which the agency may be asked for, the official one first."""
        others = (self.en, self.abbr)
        return (self.name, *(name for name in others if name is not None), *self.aliases)

    @property
    def links(self) -> tuple[str, ...]:
        """The agencies that this one refers to by their short names; members, as they are given."""
        principal = () if self.acts_for is None else (self.acts_for,)
        return (*principal, *(step.agency for step in self.successor), *self.members)

    def lives_on(self, day: date) -> bool:
        """Tell whether the body was there on a day."""
        return (self.from_ is None or self.from_ <= day) and (
            self.until is None or day <= self.until
        )

    def meets(self, other: Agency) -> bool:
        """Tell whether both bodies lived on one day."""
        return not any(
            earlier.until is not None and later.from_ is not None and earlier.until < later.from_
            for earlier, later in ((self, other), (other, self))
        )


def successors_by(agency: str, day: date, agencies: Mapping[str, Agency]) -> tuple[str, ...]:
    """Return the bodies that an agency's duties have passed to by a day, the first heir first.

    Of a body that was split these are all that took over, for the subject decides among them.
    """
    heirs: dict[str, None] = {}
    bodies = [agency]
    for body in bodies:
        for step in _steps(body, day, agencies):
            if step.agency != agency and step.agency not in heirs:
                heirs[step.agency] = None
                bodies.append(step.agency)
    return tuple(heirs)


def answering_on(agency: str, day: date, agencies: Mapping[str, Agency]) -> tuple[Successor, ...]:
    """Return the successions by which other bodies answer for an agency's duties on a day.

    Those bodies are their ``agency``, the main one first; there are none where the agency answers
    itself. Where the last of the agency's own heirs acts for a body that has passed its duties on,
    whoever has those answers: of a party committee whose ministry was merged, the ministry that
    received it.
    """
    return tuple(_answering(agency, day, agencies, {agency}))


def _answering(
    agency: str, day: date, agencies: Mapping[str, Agency], seen: set[str]
) -> list[Successor]:
    found = _last_steps(agency, day, agencies, seen)
    body = agencies.get(agency)
    principal = body.acts_for if body is not None else None
    if found or principal is None or principal in seen:
        return found
    seen.add(principal)
    return _last_steps(principal, day, agencies, seen)


def _last_steps(
    agency: str, day: date, agencies: Mapping[str, Agency], seen: set[str]
) -> list[Successor]:
    found: list[Successor] = []
    for step in _steps(agency, day, agencies):
        if step.agency not in seen:
            seen.add(step.agency)
            found += _answering(step.agency, day, agencies, seen) or [step]
    return found


def _steps(agency: str, day: date, agencies: Mapping[str, Agency]) -> Iterator[Successor]:
    body = agencies.get(agency)
    return (step for step in (body.successor if body is not None else ()) if step.from_ <= day)
