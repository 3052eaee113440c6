"""kh20 list: obligations that meet any combination of conditions."""

from typing import Annotated

import typer

from kh20.answers.answer import Answer
from kh20.answers.obligations import listing_answer
from kh20.answers.wording import status_word
from kh20.cli.completion import complete_agency, complete_section, complete_status
from kh20.cli.errors import UserError
from kh20.cli.meant import agency_named
from kh20.cli.plans import Opened
from kh20.cli.query import query
from kh20.model import Plan
from kh20.obligations import Status
from kh20.queries.listing import Conditions, in_section, matching, says_something
from kh20.text.i18n import _
from kh20.text.quoting import shown
from kh20.text.suggestions import closest, did_you_mean

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
            help=_("In this state, such as overdue; may be given several times."),
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
) -> Answer:
    """List the obligations that meet all conditions given, in document order."""
    agency = agency_named(owner, opened.plan) if owner is not None else None
    if section is not None:
        _demand_section(section, opened.plan)
    if search is not None and not says_something(search):
        raise UserError(_("--search: there is no word in “{words}”").format(words=shown(search)))
    states = [_state(word) for word in status or ()]
    conditions = Conditions(states, section, agency, search)
    body = opened.book.body(agency) if agency is not None else None
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


def _state(word: str) -> Status:
    wanted = word.strip().lower().replace(" ", "-").replace("_", "-")
    words = {status_word(status).lower().replace(" ", "-"): status for status in Status}
    try:
        return words.get(wanted) or Status(wanted)
    except ValueError:
        hint = did_you_mean(closest(wanted, tuple(Status))) or _("it is one of: {choices}").format(
            choices=", ".join(Status)
        )
        raise UserError(
            _("--status: “{word}” is not a state").format(word=shown(word)), hint
        ) from None
