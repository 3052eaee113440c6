"""Agencies among themselves: their names, and whom they act for, contain and succeed."""

from collections.abc import Callable, Iterator

from kh20.findings import Diagnostic, KeyPath, Place, Related
from kh20.model import Agency, Successor
from kh20.rules.draft import Draft
from kh20.text.folding import fold
from kh20.text.i18n import _
from kh20.text.quoting import shown

_LONGEST_CIRCLE = 8


def distinct_names(draft: Draft) -> Iterator[Diagnostic]:
    """KH203: a name under which two agencies would be found that lived on one day."""
    given: dict[str, dict[str, Place]] = {}
    for key, agency in draft.own.items():
        for name, place in _named(key, agency):
            holders = given.setdefault(fold(name), {})
            owner = next((other for other in holders if draft.own[other].meets(agency)), key)
            if owner != key:
                message = _("“{name}” names both {one} and {other}")
                message = message.format(name=shown(name), one=owner, other=key)
                hint = _("case, diacritics and punctuation do not tell names apart: change one")
                other = Related(_("the other one is here"), holders[owner])
                yield Diagnostic("KH203", message, place, hint, (other,))
            holders.setdefault(key, place)


def _named(key: str, agency: Agency) -> Iterator[tuple[str, Place]]:
    yield agency.name, Place(("agencies", key, "name"))
    if agency.en is not None:
        yield agency.en, Place(("agencies", key, "en"))
    if agency.abbr is not None:
        yield agency.abbr, Place(("agencies", key, "abbr"))
    for number, alias in enumerate(agency.aliases):
        yield alias, Place(("agencies", key, "aliases", number))


def no_circles(draft: Draft) -> Iterator[Diagnostic]:
    """KH206: agencies that act for, succeed or contain one another in a circle."""
    message = _("each acts for the next, in a circle: {circle}")
    yield from _circles(
        draft, "acts_for", lambda body: (body.acts_for,) if body.acts_for else (), message
    )
    message = _("each is succeeded by the next, in a circle: {circle}")
    yield from _circles(
        draft, "successor", lambda body: tuple(each.agency for each in body.successor), message
    )
    message = _("each contains the next, in a circle: {circle}")
    yield from _circles(draft, "members", lambda body: body.members, message)


def _circles(
    draft: Draft, key: str, step: Callable[[Agency], tuple[str, ...]], message: str
) -> Iterator[Diagnostic]:
    done: set[str] = set()
    for start in draft.own:
        if start in done:
            continue
        # The way from the start: where on it each agency stands, and its steps not yet tried.
        trail = [start]
        positions = {start: 0}
        untried = [iter(step(draft.own[start]))]
        while trail:
            following = next(untried[-1], None)
            if following is None:
                untried.pop()
                last = trail.pop()
                del positions[last]
                done.add(last)
            elif following in positions:
                begin = positions[following]
                circle = trail[begin : begin + _LONGEST_CIRCLE]
                circle += ["…"] if len(trail) - begin > _LONGEST_CIRCLE else []
                told = message.format(circle=" → ".join([*circle, following]))
                place = Place(("agencies", trail[-1], key))
                yield Diagnostic("KH206", told, place, _("take out one of these steps"))
            elif following not in done and following in draft.own:
                positions[following] = len(trail)
                trail.append(following)
                untried.append(iter(step(draft.own[following])))


def members_of_collectives(draft: Draft) -> Iterator[Diagnostic]:
    """KH208: members of a body that is not marked as a collective."""
    for key, agency in draft.own.items():
        if agency.members and not agency.collective:
            message = _("“{agency}” has members but is not marked as a collective")
            hint = _("add “collective: true”, or take the members out")
            place = Place(("agencies", key, "members"), on_key=True)
            yield Diagnostic("KH208", message.format(agency=key), place, hint)


def closed_collectives(draft: Draft) -> Iterator[Diagnostic]:
    """KH214: a body that is closed, and has no members that could be all of it."""
    for key, agency in draft.own.items():
        if agency.closed and not (agency.collective and agency.members):
            message = _("“{agency}” is closed, but has no members")
            hint = _("list all its members, or take “closed” out")
            place = Place(("agencies", key, "closed"), on_key=True)
            yield Diagnostic("KH214", message.format(agency=key), place, hint)


def succession_dates(draft: Draft) -> Iterator[Diagnostic]:
    """KH211: a body whose duties pass on before they had passed to it."""
    for key, agency in draft.own.items():
        for path, successor in successions(key, agency):
            heir = draft.agencies.get(successor.agency)
            steps = successions(successor.agency, heir) if heir is not None else ()
            passed_on = max(steps, key=lambda step: step[1].from_, default=None)
            if passed_on is None or passed_on[1].from_ >= successor.from_:
                continue
            message = _(
                "{heir} takes over from {agency} on {day}, but had passed its duties on by {end}"
            ).format(heir=successor.agency, agency=key, day=successor.from_, end=passed_on[1].from_)
            related = (Related(_("passed on here"), Place((*passed_on[0], "from"))),)
            hint = _("check the dates of the two decisions")
            yield Diagnostic("KH211", message, Place((*path, "from")), hint, related)


def successions(key: str, agency: Agency) -> Iterator[tuple[KeyPath, Successor]]:
    """Yield the successors of an agency, each with its place in the file."""
    path: KeyPath = ("agencies", key, "successor")
    several = len(agency.successor) > 1
    for number, successor in enumerate(agency.successor):
        yield (*path, number) if several else path, successor
