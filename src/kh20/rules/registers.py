"""Agencies and the registers of a plan: what both define, and who lived on the day (KH22x)."""

from collections.abc import Iterator
from functools import lru_cache

from kh20.findings import Diagnostic, Place
from kh20.model import Agency
from kh20.model.agency import successors_by
from kh20.rules.draft import Draft
from kh20.text.folding import fold
from kh20.text.i18n import _
from kh20.text.quoting import any_of, shown


def defined_once(draft: Draft) -> Iterator[Diagnostic]:
    """KH221: an agency that a plan and its register, or two registers, define differently."""
    if draft.document is None:  # A register by itself may have what vn has too.
        return
    for key, agency in draft.own.items():
        register = draft.registers.holding(key)
        other = register.get(key) if register is not None else None
        if register is not None and other is not None and not _same_body(agency, other):
            message = _("“{agency}” is defined otherwise in the register {register}")
            message = message.format(agency=key, register=shown(register.title))
            hint = _("take it out here to use that of the register, or give it another short name")
            yield Diagnostic("KH221", message, Place(("agencies", key), on_key=True), hint)
    for number, register in enumerate(draft.registers):
        for key in register if number else ():
            for earlier in draft.registers[:number]:
                other = earlier.get(key)
                if other is not None and other != register.get(key):
                    message = _("the registers {one} and {other} define “{agency}” differently")
                    message = message.format(
                        one=shown(earlier.title), other=shown(register.title), agency=key
                    )
                    hint = _("give it another short name in one of them; the first one counts")
                    yield Diagnostic("KH221", message, Place(("register", number)), hint)


def _same_body(own: Agency, other: Agency) -> bool:
    """Tell whether a plan means the body of the register.

    Of an open collective each document draws its own circle.
    """
    open_ones = (body.collective and not body.closed for body in (own, other))
    return own == other or (all(open_ones) and fold(own.name) == fold(other.name))


def named_once(draft: Draft) -> Iterator[Diagnostic]:
    """KH203: a name of a plan's own agency that a body of its registers has at the same time."""
    if draft.document is None or not draft.own or not draft.registers:
        return
    ours: dict[str, list[tuple[str, str]]] = {}
    for key, agency in draft.own.items():
        for name in agency.names:
            ours.setdefault(fold(name), []).append((key, name))
    openings = {_opening(name) for agency in draft.own.values() for name in agency.names}
    for other, names in draft.registers.names():
        for name in names:
            # To fold a thousand names takes longer than all else.
            for key, own_name in ours.get(fold(name), ()) if _opening(name) in openings else ():
                body = draft.registers.get(other)
                if other != key and body is not None and draft.own[key].meets(body):
                    message = _("“{name}” names {one}, and {other} of the register {register}")
                    register = draft.registers.holding(other)
                    message = message.format(
                        name=shown(own_name),
                        one=key,
                        other=other,
                        register=shown(register.title if register is not None else ""),
                    )
                    hint = _("if it is the same body, name {other} and take {one} out").format(
                        other=other, one=key
                    )
                    place = Place(("agencies", key), on_key=True)
                    yield Diagnostic("KH203", message, place, hint)


def _opening(name: str) -> str:
    """Return the first words of a name, which many names share."""
    return _folded(" ".join(name.split(None, 2)[:2]))


@lru_cache(maxsize=2048)
def _folded(words: str) -> str:
    return " ".join(fold(words).split()[:2])


def living_bodies(draft: Draft) -> Iterator[Diagnostic]:
    """KH222: an owner or partner that did not exist on the day of the document."""
    if draft.issued is None:
        return
    for index, task in draft.every_task.items():
        for path, key in task.bodies():
            agency = draft.agencies.get(key)
            if agency is None or agency.lives_on(draft.issued):
                continue
            place = Place(("tasks", index, *path))
            message, hint = _not_living(draft, key, agency)
            yield Diagnostic("KH222", message, place, hint, task=task.id)


def _not_living(draft: Draft, key: str, agency: Agency) -> tuple[str, str]:
    issued = draft.issued
    assert issued is not None
    if agency.from_ is not None and agency.from_ > issued:
        message = _("{name} exists only from {day} on, and the document is of {issued}")
        message = message.format(name=shown(agency.name), day=agency.from_, issued=issued)
        known = {key for register in draft.registers for key in register} | {*draft.agencies}
        others = [
            other
            for other in sorted(known)
            if (body := draft.agencies.get(other) or draft.registers.get(other)) is not None
            and any(step.agency == key for step in body.successor)
        ]
    else:
        message = _("{name} existed only until {day}, and the document is of {issued}")
        message = message.format(name=shown(agency.name), day=agency.until, issued=issued)
        others = list(successors_by(key, issued, draft.agencies))
    hint = _("name the body that the document names")
    if others:
        hint = _("did the document mean {others}?").format(others=any_of(others))
    return message, hint
