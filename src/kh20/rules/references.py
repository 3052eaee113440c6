"""References: to agencies of the plan, and to a time zone of the IANA database."""

from __future__ import annotations

from collections.abc import Iterator

from kh20.findings import Diagnostic, KeyPath, Place, Related
from kh20.model import Agency
from kh20.periods.timezones import find_timezone
from kh20.rules.draft import Draft
from kh20.text.i18n import _
from kh20.text.quoting import shown
from kh20.text.suggestions import did_you_mean


def known_timezone(draft: Draft) -> Iterator[Diagnostic]:
    """KH210: a time zone that the time zone database does not have."""
    if draft.document is not None and find_timezone(draft.document.timezone) is None:
        message = _("there is no time zone “{name}”").format(name=shown(draft.document.timezone))
        hint = _("use a name of the IANA database, such as Asia/Ho_Chi_Minh")
        yield Diagnostic("KH210", message, Place(("document", "timezone")), hint)


def known_agencies(draft: Draft) -> Iterator[Diagnostic]:
    """KH202: a reference to an agency that is not defined."""
    for path, agency, task in _references(draft):
        if not draft.knows_agency(agency):
            message = _("there is no agency “{agency}”").format(agency=agency)
            hint = did_you_mean_agency(draft, agency)
            yield Diagnostic("KH202", message, Place(path), hint, task=task)


def did_you_mean_agency(draft: Draft, wrong: str) -> str:
    """Return the hint to an agency id that is not defined."""
    near = draft.near_names.nearest(wrong)
    return did_you_mean([near] if near else []) or _("define it under “agencies”")


def no_agency_twice(draft: Draft) -> Iterator[Diagnostic]:
    """KH204: an agency that is named twice where once is meant."""
    for index, task in draft.every_task.items():
        seen: dict[str, KeyPath] = {}
        for key, agencies in (("owners", task.owners), ("partners", task.partners)):
            for number, agency in enumerate(agencies):
                path: KeyPath = ("tasks", index, key, number)
                earlier = seen.setdefault(agency, path)
                if earlier != path:
                    yield _twice(agency, path, earlier, task.id)
    for name, agency_ in draft.agencies.items():
        seen = {}
        for number, member in enumerate(agency_.members):
            path = ("agencies", name, "members", number)
            earlier = seen.setdefault(member, path)
            if earlier != path:
                yield _twice(member, path, earlier, None)


def _twice(agency: str, path: KeyPath, earlier: KeyPath, task: str | None) -> Diagnostic:
    if path[-2] == "partners" and earlier[-2] == "owners":
        message = _("{agency} is an owner and a partner of the same obligation")
        hint = _("name it once: who owns an obligation need not coordinate with itself")
    else:
        message = _("{agency} is named twice")
        hint = _("name it once")
    message = message.format(agency=agency)
    first_named = Related(_("first named here"), Place(earlier))
    return Diagnostic("KH204", message, Place(path), hint, (first_named,), task=task)


def used_agencies(draft: Draft) -> Iterator[Diagnostic]:
    """KH207: an agency that nothing in the plan refers to."""
    if not draft.whole:
        return  # What could not be read may well refer to it.
    used = {agency for _path, agency, _task in _references(draft)}
    used |= {getattr(entry, "agency", None) or "" for entry in draft.log.values()}
    # What a misspelt reference was likely meant for is not left over.
    unknown = sorted(name for name in used if name not in draft.agencies)
    used |= {draft.near_names.nearest(name) or "" for name in unknown}
    for key, agency in draft.agencies.items():
        if key not in used and not agency.acts_for and not agency.successor:
            message = _("nothing in the plan refers to the agency “{agency}”").format(agency=key)
            hint = _("take it out, or name it where it belongs")
            yield Diagnostic("KH207", message, Place(("agencies", key), on_key=True), hint)


def _references(draft: Draft) -> Iterator[tuple[KeyPath, str, str | None]]:
    for key, agency in draft.agencies.items():
        yield from _references_of(key, agency)
    for index, task in draft.every_task.items():
        for number, owner in enumerate(task.owners):
            yield ("tasks", index, "owners", number), owner, task.id
        for number, partner in enumerate(task.partners):
            yield ("tasks", index, "partners", number), partner, task.id


def _references_of(key: str, agency: Agency) -> Iterator[tuple[KeyPath, str, None]]:
    if agency.acts_for is not None:
        yield ("agencies", key, "acts_for"), agency.acts_for, None
    if agency.successor is not None:
        yield ("agencies", key, "successor", "agency"), agency.successor.agency, None
    for number, member in enumerate(agency.members):
        yield ("agencies", key, "members", number), member, None
