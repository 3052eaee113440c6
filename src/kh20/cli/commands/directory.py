"""kh20 agencies: the bodies that a plan can name, one by one and listed."""

from typing import Annotated

import typer

from kh20.agencies.register import Registers
from kh20.answers.answer import Answer
from kh20.answers.directory import agency_answer, directory_answer
from kh20.cli.completion import complete_agency
from kh20.cli.errors import UserError
from kh20.cli.parsing import JOINED
from kh20.cli.plans import Opened
from kh20.cli.query import query
from kh20.planfile.registers.packaged import packaged_register
from kh20.queries.directory import kinds_of, known_agencies, living_agencies, neighbours
from kh20.text.i18n import _
from kh20.text.quoting import shown
from kh20.text.suggestions import closest, did_you_mean

EXAMPLES = {"agencies": ("kh20 agencies BNV", "kh20 agencies --kind ministry --as-of 2025-02-28")}
"""What its help shows."""


@query
def agencies(
    opened: Opened,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help=_("The agency to show whole, by any of its names; needs no quotes."),
            autocompletion=complete_agency,
        ),
        JOINED,
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help=_("Only agencies of this kind.")),
    ] = None,
) -> Answer:
    """Show an agency: its names, its life, what it took over and by which decision.

    Without a NAME, list the agencies that live on the day, in the order of protocol. They are the
    plan's own and those of its registers; of a plan without one, also those of the register vn.
    """
    registers = opened.registers or Registers((packaged_register(),))
    opened = opened.with_registers(registers)
    if name is not None:
        opened, body = opened.named(name)
        known = next(
            each for each in known_agencies(opened.plan, registers) if each.key == body.key
        )
        near = neighbours(known, opened.plan, registers)
        return agency_answer(opened.scope, known, near, opened.book)
    if kind is not None:
        kinds = kinds_of(opened.plan, registers)
        if kind not in kinds:
            hint = did_you_mean(closest(kind, kinds))
            raise UserError(
                _("--kind: no agency is of the kind “{kind}”").format(kind=shown(kind)),
                hint or _("the kinds are: {kinds}").format(kinds=", ".join(kinds)),
            )
    living = living_agencies(opened.plan, registers, opened.as_of, kind)
    return directory_answer(opened.scope, living, kind)
