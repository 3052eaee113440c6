"""Agencies among themselves: their names, and whom they act for, contain and succeed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kh20.findings import Diagnostic, Place, Related
from kh20.model import Agency
from kh20.rules.draft import Draft
from kh20.text.folding import fold
from kh20.text.i18n import _
from kh20.text.quoting import shown

_LONGEST_CIRCLE = 8


def distinct_names(draft: Draft) -> Iterator[Diagnostic]:
    """KH203: a name under which two agencies would be found."""
    first: dict[str, tuple[str, Place]] = {}
    for key, agency in draft.agencies.items():
        for name, place in _named(key, agency):
            folded = fold(name)
            owner, earlier = first.setdefault(folded, (key, place))
            if owner != key:
                yield Diagnostic(
                    "KH203",
                    _("“{name}” names both {one} and {other}").format(
                        name=shown(name), one=owner, other=key
                    ),
                    place,
                    _("case, diacritics and punctuation do not tell names apart: change one"),
                    (Related(_("the other one is here"), earlier),),
                )


def _named(key: str, agency: Agency) -> Iterator[tuple[str, Place]]:
    yield agency.name, Place(("agencies", key, "name"))
    if agency.en is not None:
        yield agency.en, Place(("agencies", key, "en"))
    for number, alias in enumerate(agency.aliases):
        yield alias, Place(("agencies", key, "aliases", number))


def no_circles(draft: Draft) -> Iterator[Diagnostic]:
    """KH206: agencies that act for, succeed or contain one another in a circle."""
    yield from _circles(
        draft,
        "acts_for",
        lambda agency: (agency.acts_for,) if agency.acts_for else (),
        _("each acts for the next, in a circle: {circle}"),
    )
    yield from _circles(
        draft,
        "successor",
        lambda agency: (agency.successor.agency,) if agency.successor else (),
        _("each is succeeded by the next, in a circle: {circle}"),
    )
    yield from _circles(
        draft,
        "members",
        lambda agency: agency.members,
        _("each contains the next, in a circle: {circle}"),
    )


def _circles(
    draft: Draft, key: str, step: Callable[[Agency], tuple[str, ...]], message: str
) -> Iterator[Diagnostic]:
    done: set[str] = set()
    for start in draft.agencies:
        if start in done:
            continue
        # The way from the start: where on it each agency stands, and its steps not yet tried.
        trail = [start]
        positions = {start: 0}
        untried = [iter(step(draft.agencies[start]))]
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
                yield Diagnostic(
                    "KH206",
                    message.format(circle=" → ".join([*circle, following])),
                    Place(("agencies", trail[-1], key)),
                    _("take out one of these steps"),
                )
            elif following not in done and following in draft.agencies:
                positions[following] = len(trail)
                trail.append(following)
                untried.append(iter(step(draft.agencies[following])))


def members_of_collectives(draft: Draft) -> Iterator[Diagnostic]:
    """KH208: members of a body that is not marked as a collective."""
    for key, agency in draft.agencies.items():
        if agency.members and not agency.collective:
            yield Diagnostic(
                "KH208",
                _("“{agency}” has members but is not marked as a collective").format(agency=key),
                Place(("agencies", key, "members"), on_key=True),
                _("add “collective: true”, or take the members out"),
            )


def succession_dates(draft: Draft) -> Iterator[Diagnostic]:
    """KH211: a body whose duties pass on before they had passed to it."""
    for key, agency in draft.agencies.items():
        if agency.successor is None:
            continue
        heir = draft.agencies.get(agency.successor.agency)
        if heir is None or heir.successor is None:
            continue
        if heir.successor.from_ < agency.successor.from_:
            yield Diagnostic(
                "KH211",
                _(
                    "{heir} takes over from {agency} on {day}, "
                    "but had passed its duties on by {end}"
                ).format(
                    heir=agency.successor.agency,
                    agency=key,
                    day=agency.successor.from_,
                    end=heir.successor.from_,
                ),
                Place(("agencies", key, "successor", "from")),
                _("check the dates of the two decisions"),
                (
                    Related(
                        _("passed on here"),
                        Place(("agencies", agency.successor.agency, "successor", "from")),
                    ),
                ),
            )
