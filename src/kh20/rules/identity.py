"""Identity: names that are given once, and that everything that refers to them finds (KH2xx)."""

from bisect import bisect
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from kh20.agencies.register import bodies_of_kind
from kh20.findings import Diagnostic, KeyPath, Place, Related, Severity
from kh20.model.agency import KIND
from kh20.periods.timezones import find_timezone
from kh20.rules.agencies import successions
from kh20.rules.draft import Draft
from kh20.text.i18n import _
from kh20.text.quoting import shown
from kh20.text.sorting import document_keys
from kh20.text.suggestions import closest, did_you_mean

_T = TypeVar("_T", bound=Hashable)


def unique_ids(draft: Draft) -> Iterator[Diagnostic]:
    """KH201: two obligations with one id."""
    ids = ((task.id, ("tasks", index, "id")) for index, task in draft.every_task.items())
    for task, path, earlier in _given_again(ids):
        message = _("the id {id} is given to two obligations").format(id=task)
        hint = _("give each obligation the number that the document gives it")
        first_given = Related(_("first given here"), Place(earlier))
        yield Diagnostic("KH201", message, Place(path), hint, (first_given,), task=task)


def document_order(draft: Draft) -> Iterator[Diagnostic]:
    """KH205: the fewest obligations that have to move for all to be in the document's order."""
    # Where a second one with the same id belongs is not known before it has an id of its own.
    places: dict[str, int] = {}
    for index, task in draft.every_task.items():
        places.setdefault(task.id, index)
    ids = list(places)
    keys = dict(zip(ids, document_keys(ids), strict=True))
    ordered = sorted(ids, key=keys.__getitem__)
    if ids == ordered:
        return
    ranks = {id_: rank for rank, id_ in enumerate(ordered)}
    kept = _longest_rising([ranks[id_] for id_ in ids])
    for id_ in ids:
        at = bisect(kept, ranks[id_])
        if at and kept[at - 1] == ranks[id_]:
            continue
        neighbours = [ordered[rank] for rank in kept[max(at - 1, 0) : at + 1]]
        message = _("{id} is out of order: the document has it between {one} and {other}")
        if at == 0:
            message = _("{id} is out of order: the document has it before {one}")
        elif at == len(kept):
            message = _("{id} is out of order: the document has it after {one}")
        message = message.format(id=id_, one=neighbours[0], other=neighbours[-1])
        hint = _("keep the obligations in the order of the document")
        yield Diagnostic("KH205", message, Place(("tasks", places[id_], "id")), hint, task=id_)


def _longest_rising(ranks: Sequence[int]) -> list[int]:
    """Return the most of some different numbers that rise; of equally many the earliest."""
    ends: list[int] = []  # From behind, negated: the least end of a rising row of each length.
    before: dict[int, int | None] = {}
    for rank in reversed(ranks):
        length = bisect(ends, -rank)
        before[rank] = -ends[length - 1] if length else None
        ends[length : length + 1] = [-rank]
    rising: list[int] = []
    last: int | None = -ends[-1]
    while last is not None:
        rising.append(last)
        last = before[last]
    return rising


def headings_of_something(draft: Draft) -> Iterator[Diagnostic]:
    """KH223: a heading under which no obligation stands."""
    if not draft.whole:
        return
    prefixes = {
        ".".join(steps[:count])
        for task in draft.tasks.values()
        for steps in (task.id.split("."),)
        for count in range(1, len(steps) + 1)
    }
    for prefix in draft.headings:
        if prefix not in prefixes:
            message = _("no obligation stands under the heading {prefix}").format(prefix=prefix)
            hint = did_you_mean(closest(prefix, sorted(prefixes)))
            hint = hint or _("a heading is named by the beginning of the ids under it")
            yield Diagnostic("KH223", message, Place(("headings", prefix), on_key=True), hint)


def unique_parts(draft: Draft) -> Iterator[Diagnostic]:
    """KH209: two parts of an obligation with one id."""
    for index, task in draft.every_task.items():
        path: KeyPath = ("tasks", index, "parts")
        ids = ((part.id, (*path, number, "id")) for number, part in enumerate(task.parts))
        for part, again, earlier in _given_again(ids):
            message = _("the part “{part}” is given twice in {id}").format(part=part, id=task.id)
            hint = _("give each part a name of its own")
            first_given = Related(_("first given here"), Place(earlier))
            yield Diagnostic("KH209", message, Place(again), hint, (first_given,), task=task.id)


def known_timezone(draft: Draft) -> Iterator[Diagnostic]:
    """KH210: a time zone that the time zone database does not have."""
    if draft.document is not None and find_timezone(draft.document.timezone) is None:
        message = _("there is no time zone “{name}”").format(name=shown(draft.document.timezone))
        hint = _("use a name of the IANA database, such as Asia/Ho_Chi_Minh")
        yield Diagnostic("KH210", message, Place(("document", "timezone")), hint)


def known_agencies(draft: Draft) -> Iterator[Diagnostic]:
    """KH202: a reference to an agency that is not defined."""
    for agency, path, task in _references(draft):
        if agency.startswith(KIND):
            kind = agency.removeprefix(KIND)
            if draft.agencies_known and not bodies_of_kind(kind, draft.own, draft.registers):
                message = _("no agency is of the kind “{kind}”").format(kind=kind)
                hint = _("give the bodies that belong to it “kind: {kind}”").format(kind=kind)
                yield Diagnostic("KH202", message, Place(path), hint)
        elif not draft.knows_agency(agency):
            message = _("there is no agency “{agency}”").format(agency=agency)
            hint = did_you_mean_agency(draft, agency)
            yield Diagnostic("KH202", message, Place(path), hint, task=task)


def did_you_mean_agency(draft: Draft, wrong: str) -> str:
    """Return the hint to an agency id that is not defined."""
    near = draft.near_names.nearest(wrong)
    return did_you_mean([near] if near else []) or _("define it under “agencies”")


def no_agency_twice(draft: Draft) -> Iterator[Diagnostic]:
    """KH204: an agency that is named twice where once is meant."""
    listed = (
        ((path[1], path[3] if path[2] == "parts" else None, agency, task), path)
        for agency, path, task in _references(draft)
        if path[2] in ("owners", "partners", "members", "parts")
    )
    for (_holder, _part, agency, task), path, earlier in _given_again(listed):
        if path[-2] == "partners" and earlier[-2] == "owners":
            message = _("{agency} is an owner and a partner of the same obligation")
            hint = _("leave it so where the document names it twice, else name it once")
            severity = Severity.NOTICE
        else:
            message = _("{agency} is named twice")
            hint = _("name it once")
            severity = None
        message = message.format(agency=agency)
        named = (Related(_("first named here"), Place(earlier)),)
        yield Diagnostic("KH204", message, Place(path), hint, named, task=task, severity=severity)


def used_agencies(draft: Draft) -> Iterator[Diagnostic]:
    """KH207: an agency that nothing in the plan refers to."""
    if not draft.whole:
        return  # What could not be read may well refer to it.
    used = {agency for agency, _path, _task in _references(draft)}
    used |= {getattr(entry, "agency", None) or "" for entry in draft.log.values()}
    # What a misspelt reference was likely meant for is not left over.
    unknown = sorted(name for name in used if name not in draft.agencies)
    used |= {draft.near_names.nearest(name) or "" for name in unknown}
    for key, agency in draft.own.items():
        if key not in used and not agency.acts_for and not agency.successor:
            message = _("nothing in the plan refers to the agency “{agency}”").format(agency=key)
            hint = _("take it out, or name it where it belongs")
            yield Diagnostic("KH207", message, Place(("agencies", key), on_key=True), hint)


def _given_again(named: Iterable[tuple[_T, KeyPath]]) -> Iterator[tuple[_T, KeyPath, KeyPath]]:
    """Yield each name that was given before, with its place and the first one."""
    first: dict[_T, KeyPath] = {}
    for name, path in named:
        earlier = first.setdefault(name, path)
        if earlier is not path:
            yield name, path, earlier


def _references(draft: Draft) -> Iterator[tuple[str, KeyPath, str | None]]:
    """Yield each agency that is referred to, with the place and the obligation of the reference."""
    for key, agency in draft.own.items():
        if agency.acts_for is not None:
            yield agency.acts_for, ("agencies", key, "acts_for"), None
        for path, successor in successions(key, agency):
            yield successor.agency, (*path, "agency"), None
        for number, member in enumerate(agency.members):
            yield member, ("agencies", key, "members", number), None
    for index, task in draft.every_task.items():
        for place, body in task.bodies():
            yield body, ("tasks", index, *place), task.id
