"""The bodies to which a plan assigns obligations."""

from typing import Annotated

from pydantic import Field

from kh20.model.fields import Day, Entity, Flag, Slug, Text


class Successor(Entity):
    """The body that took over another's duties, from which day, and by which decision."""

    agency: Annotated[Slug, Field(description="The agency that took over.")]
    from_: Annotated[Day, Field(alias="from", description="The day from which it is responsible.")]
    basis: Annotated[Text, Field(description="The deciding document, with its number and date.")]


class Agency(Entity):
    """A body named in the plan, or one that took over from such a body.

    Not a person. A collective ("các tỉnh ủy, thành ủy") stands for bodies that the document names
    together; its members are only those that the plan names one by one.
    """

    name: Annotated[Text, Field(description="The official name in Vietnamese.")]
    en: Annotated[Text | None, Field(description="The official name in English.")] = None
    aliases: Annotated[
        tuple[Text, ...], Field(description="Abbreviations and other names in use.")
    ] = ()
    acts_for: Annotated[
        Slug | None,
        Field(description="The agency for which this body acts, as a ban cán sự đảng does."),
    ] = None
    collective: Annotated[
        Flag, Field(description="Whether the name stands for several bodies together.")
    ] = False
    members: Annotated[
        tuple[Slug, ...], Field(description="The bodies of a collective that the plan names.")
    ] = ()
    successor: Annotated[
        Successor | None, Field(description="The body that took over its duties.")
    ] = None

    @property
    def names(self) -> tuple[str, ...]:
        """All names under which the agency may be asked for, the official one first."""
        english = () if self.en is None else (self.en,)
        return (self.name, *english, *self.aliases)
