"""The agencies of two versions of a plan."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from kh20.agencies import ways_to
from kh20.comparison.change import Change, Effect, Kind
from kh20.comparison.pairing import Pairing, named
from kh20.findings import KeyPath
from kh20.model import Agency, Plan, Successor
from kh20.model.fields import written
from kh20.text.folding import fold
from kh20.text.quoting import one_line

_ByBody = dict[str, set[str]]


def agency_changes(pairing: Pairing) -> Iterator[Change]:
    """Yield the changes of agencies, in the order of the new version, then those that are gone.

    Those of a register are compared where both versions reach them. Which of them a plan reaches
    follows from what else it says.
    """
    old, new = pairing.old, pairing.new
    originals = {now: was for was, now in pairing.agencies.items()}
    named_before, named_after = _by_body(old), _by_body(new)
    for key, after in new.agencies.items():
        was = originals.get(key)
        if was is None:
            if key in new.own:
                place = ("agencies", key)
                yield Change(Kind.AGENCY_ADDED, key, None, after.name, ("agencies",), place)
            continue
        for change in _Pair(was, key, pairing).changes():
            if _of_obligations(change.kind) and not _only_spelling(change):
                concerned = _hanging_on(was, old.agencies, named_before)
                concerned |= _hanging_on(key, new.agencies, named_after)
                yield replace(change, concerns=tuple(sorted(concerned)))
            else:
                yield change
    for key, agency in old.agencies.items():
        if key not in pairing.agencies and key in old.own:
            place = ("agencies", key)
            yield Change(Kind.AGENCY_REMOVED, key, agency.name, None, place, ("agencies",))


def _of_obligations(kind: Kind) -> bool:
    """Tell whether a change reassigns obligations, or takes back one that did."""
    return Effect.REASSIGNS in (kind.effect, kind.mirror.effect)


def _only_spelling(change: Change) -> bool:
    """Tell whether an agency has the same name in other letters: case, tone marks, punctuation."""
    return change.kind is Kind.AGENCY_RENAMED and fold(change.old or "") == fold(change.new or "")


def _by_body(plan: Plan) -> _ByBody:
    """Return the obligations that name each body as owner or partner."""
    found: _ByBody = {}
    for task in plan.tasks:
        for _place, body in task.bodies():
            found.setdefault(body, set()).add(task.id)
    return found


def _hanging_on(key: str, agencies: Mapping[str, Agency], named: _ByBody) -> set[str]:
    """Return the obligations that concern an agency, on whatever day."""
    ways = ways_to(key, date.max, agencies)
    return {id_ for body, ids in named.items() if body in ways for id_ in ids}


class _Pair(NamedTuple):
    """One agency in both versions, under its short names then and now."""

    was: str
    key: str
    pairing: Pairing

    @property
    def old(self) -> Mapping[str, Agency]:
        """The agencies of the old version."""
        return self.pairing.old.agencies

    @property
    def new(self) -> Mapping[str, Agency]:
        """The agencies of the new version."""
        return self.pairing.new.agencies

    def changes(self) -> Iterator[Change]:
        before, after = self.old[self.was], self.new[self.key]
        if self.was != self.key:
            yield self._change(Kind.AGENCY_REKEYED, self.was, self.key)
        if one_line(before.name) != one_line(after.name):
            yield self._change(Kind.AGENCY_RENAMED, before.name, after.name, "name")
        yield from self._altered("en", before.en, after.en)
        yield from self._listed(
            "aliases",
            {one_line(alias): alias for alias in before.aliases},
            {one_line(alias): alias for alias in after.aliases},
            (Kind.ALIAS_REMOVED, Kind.ALIAS_ADDED),
        )
        principal = before.acts_for and self.pairing.agency(before.acts_for)
        if principal != after.acts_for:
            then = before.acts_for and named(before.acts_for, self.old)
            since = after.acts_for and named(after.acts_for, self.new)
            yield self._change(Kind.ACTS_FOR_CHANGED, then, since, "acts_for")
        yield from self._altered("collective", before.collective, after.collective)
        yield from self._altered("until", before.until, after.until)
        if before.closed and not after.closed:
            yield self._change(Kind.COLLECTIVE_OPENED, "true", None, "closed")
        elif after.closed and not before.closed:
            yield self._change(Kind.COLLECTIVE_CLOSED, None, "true", "closed")
        yield from self._listed(
            "members",
            {self.pairing.agency(member): named(member, self.old) for member in before.members},
            {member: named(member, self.new) for member in after.members},
            (Kind.MEMBER_REMOVED, Kind.MEMBER_ADDED),
        )
        yield from self._successions(before.successor, after.successor)

    def _change(self, kind: Kind, old: str | None, new: str | None, *key: str | int) -> Change:
        return Change(
            kind,
            self.key,
            old,
            new,
            _place(self.pairing.old, self.was, key if old is not None else ()),
            _place(self.pairing.new, self.key, key if new is not None else ()),
            formerly=self.was if self.was != self.key else None,
        )

    def _altered(self, field: str, old: object, new: object) -> Iterator[Change]:
        shown = [written({field: value}) if value else None for value in (old, new)]
        if shown[0] != shown[1]:
            yield self._change(Kind.AGENCY_ALTERED, shown[0], shown[1], field)

    def _listed(
        self, field: str, old: dict[str, str], new: dict[str, str], kinds: tuple[Kind, Kind]
    ) -> Iterator[Change]:
        removed, added = kinds
        for key, shown in old.items():
            if key not in new:
                yield replace(self._change(removed, shown, shown, field), new=None)
        for key, shown in new.items():
            if key not in old:
                yield replace(self._change(added, shown, shown, field), old=None)

    def _successions(
        self, before: tuple[Successor, ...], after: tuple[Successor, ...]
    ) -> Iterator[Change]:
        """Yield the changes of successors, paired by the agency that took over."""
        old = {self.pairing.agency(step.agency): step for step in before}
        new = {step.agency: step for step in after}
        gone = [step for heir, step in old.items() if heir not in new]
        come = [step for heir, step in new.items() if heir not in old]
        if len(gone) == len(come) == 1:
            yield self._succession(Kind.SUCCESSOR_CHANGED, gone[0], come[0])
            gone, come = [], []
        yield from (self._succession(Kind.SUCCESSOR_REMOVED, step, None) for step in gone)
        yield from (self._succession(Kind.SUCCESSOR_ADDED, None, step) for step in come)
        for heir, was in old.items():
            now = new.get(heir)
            if now and (was.from_, one_line(was.basis)) != (now.from_, one_line(now.basis)):
                yield self._succession(Kind.SUCCESSOR_CHANGED, was, now)

    def _succession(self, kind: Kind, old: Successor | None, new: Successor | None) -> Change:
        then, since = _written(old, self.old), _written(new, self.new)
        return self._change(kind, then, since, "successor")


def _place(plan: Plan, agency: str, key: KeyPath) -> KeyPath:
    """Return where a plan file defines something of an agency, or names the register that does."""
    return ("agencies", agency, *key) if agency in plan.own else ("register",)


def _written(successor: Successor | None, agencies: Mapping[str, Agency]) -> str | None:
    if successor is None:
        return None
    heir = named(successor.agency, agencies)
    return f"{heir}, from {successor.from_}, {one_line(successor.basis)}"
