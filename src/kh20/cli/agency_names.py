"""From the agency that a person typed to its id, or to a sentence on what may be meant."""

from __future__ import annotations

from kh20.cli.errors import UserError
from kh20.i18n import _
from kh20.model import Plan
from kh20.relations import AgencyNotFound, resolve_agency


def agency_named(query: str, plan: Plan) -> str:
    """Return the id of the agency; raises :class:`UserError` that lists what may be meant."""
    try:
        return resolve_agency(query, plan.agencies)
    except AgencyNotFound as error:
        names = [f"{plan.agencies[key].name} [{key}]" for key in error.candidates]
        candidates = "\n".join(f"    {name}" for name in names)
        if error.ambiguous:
            raise UserError(
                _("“{query}” may be any of {count} agencies:").format(query=query, count=len(names))
                + "\n"
                + candidates,
                _("type more of the name, or the short name in brackets"),
            ) from None
        message = _("no agency is called “{query}”").format(query=query)
        if names:
            raise UserError(message, _("did you mean:") + "\n" + candidates) from None
        raise UserError(message, _("“kh20 owners” lists all agencies")) from None
