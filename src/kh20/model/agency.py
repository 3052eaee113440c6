"""The bodies to which a plan assigns obligations, and those that answer for them on a day."""

from collections.abc import Iterator, Mapping
from datetime import date

from pydantic import Field

from kh20.model.fields import Day, Entity, Flag, Slug, Text


class Successor(Entity):
    """The body that took over another's duties, from which day, and by which decision."""

    agency: Slug = Field(description="The agency that took over.")
    from_: Day = Field(alias="from", description="The day from which it is responsible.")
    basis: Text = Field(description="The deciding document, with its number and date.")


class Agency(Entity):
    """A body named in the plan, or one that took over from such a body.

    Not a person. A collective ("các tỉnh ủy, thành ủy") stands for bodies that the document names
    together; its members are only those that the plan names one by one.
    """

    name: Text = Field(description="The official name in Vietnamese.")
    en: Text | None = Field(None, description="The official name in English.")
    aliases: tuple[Text, ...] = Field((), description="Abbreviations and other names in use.")
    acts_for: Slug | None = Field(
        None, description="The agency for which this body acts, as a ban cán sự đảng does."
    )
    collective: Flag = Field(
        False, description="Whether the name stands for several bodies together."
    )
    members: tuple[Slug, ...] = Field(
        (), description="The bodies of a collective that the plan names."
    )
    successor: Successor | None = Field(None, description="The body that took over its duties.")

    @property
    def names(self) -> tuple[str, ...]:
        """All names under which the agency may be asked for, the official one first."""
        english = () if self.en is None else (self.en,)
        return (self.name, *english, *self.aliases)


def successors_by(agency: str, day: date, agencies: Mapping[str, Agency]) -> tuple[str, ...]:
    """Return the bodies that an agency's duties have passed to by a day, the first heir first."""
    return tuple(step.agency for step in _passed_on(agency, day, agencies, {agency}))


def answering_on(agency: str, day: date, agencies: Mapping[str, Agency]) -> Successor | None:
    """Return the succession by which another body answers for an agency's duties on a day.

    That body is its ``agency``. Where the last of the agency's own heirs acts for a body that has
    passed its duties on, whoever has those answers: of a party committee whose ministry was merged,
    the ministry that received it. ``None`` where the agency answers itself.
    """
    last: Successor | None = None
    seen = {agency}
    current: str | None = agency
    while current is not None:
        for step in _passed_on(current, day, agencies, seen):
            last, current = step, step.agency
        body = agencies.get(current)
        principal = body.acts_for if body is not None else None
        current = None
        if principal is not None and principal not in seen:
            seen.add(principal)
            for step in _passed_on(principal, day, agencies, seen):
                last, current = step, step.agency
    return last


def _passed_on(
    agency: str, day: date, agencies: Mapping[str, Agency], seen: set[str]
) -> Iterator[Successor]:
    current = agencies.get(agency)
    while current is not None and current.successor is not None:
        step = current.successor
        if step.from_ > day or step.agency in seen:
            return
        seen.add(step.agency)
        yield step
        current = agencies.get(step.agency)
