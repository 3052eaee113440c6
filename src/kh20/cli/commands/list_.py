"""kh20 list: obligations that meet any combination of conditions."""

from typing import Annotated

import typer

from kh20.answers.answer import Answer
from kh20.answers.obligations import listing_answer
from kh20.answers.wording import statuses_by_word
from kh20.cli.completion import complete_agency, complete_section, complete_status
from kh20.cli.errors import UserError
from kh20.cli.plans import Opened
from kh20.cli.query import query
from kh20.model import Plan
from kh20.obligations import Status
from kh20.queries.listing import Conditions, in_section, matching, says_something
from kh20.text.folding import fold
from kh20.text.i18n import _
from kh20.text.quoting import any_of, shown
from kh20.text.suggestions import closest

EXAMPLES = (
    "kh20 list --status overdue --section IV",
    'kh20 list --owner BNV --search "tri thuc"',
)
"""What its help shows."""


@query
def list_(
    opened: Opened,
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            metavar="STATE",
            help=_("In this state: overdue, “quá hạn”, …; may be given several times."),
            autocompletion=complete_status,
        ),
    ] = None,
    section: Annotated[
        str | None,
        typer.Option(
            "--section",
            metavar="ID",
            help=_("In this section or item: IV, IV.2."),
            autocompletion=complete_section,
        ),
    ] = None,
    owner: Annotated[
        str | None,
        typer.Option(
            "--owner",
            metavar="NAME",
            help=_("Owned by this agency, in any of its names."),
            autocompletion=complete_agency,
        ),
    ] = None,
    search: Annotated[
        str | None,
        typer.Option(
            "--search", metavar="WORDS", help=_("With all these words; diacritics may be left out.")
        ),
    ] = None,
    product: Annotated[
        str | None,
        typer.Option(
            "--product", metavar="WORDS", help=_("With all these words in what is to be handed in.")
        ),
    ] = None,
) -> Answer:
    """List the obligations that meet all conditions given, in document order."""
    body = None
    if owner is not None:
        opened, body = opened.named(owner)
    if section is not None:
        _demand_section(section, opened.plan)
    for option, words in (("--search", search), ("--product", product)):
        if words is not None and not says_something(words):
            message = _("{option}: there is no word in “{words}”")
            raise UserError(message.format(option=option, words=shown(words)))
    states = [state for word in status or () for state in _states(word)]
    conditions = Conditions(
        states, section, body.key if body is not None else None, search, product
    )
    matches = matching(opened.books, conditions)
    return listing_answer(opened.scope, matches, conditions, body)


def _demand_section(section: str, plan: Plan) -> None:
    """Raise :class:`UserError` where no obligation is in a section: it is likely misspelt."""
    if any(in_section(task.id, section) for task in plan.tasks):
        return
    sections = dict.fromkeys(task.section for task in plan.tasks)
    raise UserError(
        _("--section: the plan has no section or item “{section}”").format(section=shown(section)),
        _("its sections are: {sections}").format(sections=", ".join(sections)),
    )


def _states(word: str) -> tuple[Status, ...]:
    """Return the states that a word stands for. Raises :class:`UserError` that lists them."""
    named = statuses_by_word()
    wanted = fold(word)
    for name, states in named.items():
        if fold(name) == wanted:
            return states
    # A word that begins otherwise is another word: "gia hạn" is no slip for "quá hạn".
    near = [name for name in closest(word, named) if fold(name)[0] == wanted[0]]
    choices = ", ".join(Status)
    if near:
        hint = _("did you mean {names}? The states are: {choices}")
        hint = hint.format(names=any_of(near), choices=choices)
    else:
        hint = _("the states are: {choices}").format(choices=choices)
    raise UserError(_("--status: “{word}” is not a state").format(word=shown(word)), hint)
