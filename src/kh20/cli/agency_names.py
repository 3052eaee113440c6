"""From the agency that a person typed to its id, or to a sentence on what may be meant."""

from __future__ import annotations

from kh20.agencies import AgencyNotFound, resolve_agency
from kh20.cli.errors import UserError
from kh20.cli.terminal import say
from kh20.model import Plan
from kh20.text.i18n import _
from kh20.text.quoting import shown


def agency_named(query: str, plan: Plan, *, whole: bool = False) -> str:
    """Return the id of the agency, and say so where it was not called by one of its names.

    With ``whole`` a part of a name is not enough. Raises :class:`UserError` that lists what may be
    meant.
    """
    if not query.strip():
        raise UserError(_("the name of the agency is empty"), _("“kh20 owners” lists all agencies"))
    try:
        found = resolve_agency(query, plan.agencies)
    except AgencyNotFound as error:
        raise _not_found(error, plan) from None
    meant = f"{plan.agencies[found.agency].name} [{found.agency}]"
    if whole and found.guessed:
        raise UserError(
            _("“{query}” is only a part of the name of {agency}").format(
                query=shown(query), agency=meant
            ),
            _("type the whole name, a usual abbreviation, or the short name in brackets"),
        )
    if not found.spelt:
        say(_("“{query}” is taken to be {agency}.").format(query=shown(query), agency=meant))
    return found.agency


def _not_found(error: AgencyNotFound, plan: Plan) -> UserError:
    query = shown(error.query)
    names = [f"{plan.agencies[key].name} [{key}]" for key in error.candidates]
    candidates = "\n".join(f"    {name}" for name in names)
    if error.ambiguous:
        message = _("“{query}” may be any of {count} agencies:")
        return UserError(
            message.format(query=query, count=len(names)) + "\n" + candidates,
            _("type more of the name, or the short name in brackets"),
        )
    message = _("the plan names no agency “{query}”").format(query=query)
    if names:
        return UserError(message, _("did you mean:") + "\n" + candidates)
    return UserError(message, _("“kh20 owners” lists all agencies"))
