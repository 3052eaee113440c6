"""One difference between two versions of a plan, in the plan's own terms."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kh20.comparison.kinds import EFFECTS, MIRROR, REASSIGNING, Effect, Kind
from kh20.findings import KeyPath

_MIRRORED_EFFECT = {Effect.WEAKENS: Effect.STRENGTHENS, Effect.STRENGTHENS: Effect.WEAKENS}


@dataclass(frozen=True, slots=True)
class Change:
    """A difference. ``old`` and ``new`` are the values as people read them, or ``None``.

    ``subject`` is the id of the obligation, the agency, the key of the document's data, or what a
    log entry is about. ``old_path`` and ``new_path`` are where the values stand in the two files;
    where there is none in the new one, ``new_path`` is what now stands in that place.
    """

    kind: Kind
    subject: str
    old: str | None
    new: str | None
    old_path: KeyPath
    new_path: KeyPath
    days: int | None = None
    """By how many days a deadline or a start moved; positive is later."""
    task: str | None = None
    """The id of the obligation that is concerned, in the new version where it is there."""
    effect_known: Effect | None = None
    """The effect where the kind alone does not tell it."""
    formerly: str | None = None
    """The subject in the old version, where it is another one there."""
    concerns: tuple[str, ...] = ()
    """The obligations of the two versions that hang on the agency which is reassigned."""

    @property
    def effect(self) -> Effect:
        """What the change does to what is owed."""
        if self.effect_known is not None:
            return self.effect_known
        if self.kind in REASSIGNING and self.concerns:
            return Effect.REASSIGNS
        return EFFECTS.get(self.kind, Effect.NEUTRAL)

    @property
    def guarded(self) -> bool:
        """Whether the change must not come by an edit: it weakens, or alters what was signed."""
        return self.effect in (Effect.WEAKENS, Effect.ALTERS)

    def mirrored(self) -> Change:
        """Return the same difference seen from the other side.

        A replacement weakens both ways. That a change corrects a slip is not mirrored: seen from
        the other side it has the effect of its kind.
        """
        known = self.effect_known
        other = self.formerly
        return replace(
            self,
            kind=MIRROR.get(self.kind, self.kind),
            subject=self.subject if other is None else other,
            formerly=None if other is None else self.subject,
            old=self.new,
            new=self.old,
            old_path=self.new_path,
            new_path=self.old_path,
            days=-self.days if self.days is not None else None,
            task=self.task if other is None or self.task is None else other,
            effect_known=None
            if known is None or known is Effect.CORRECTS
            else _MIRRORED_EFFECT.get(known, known),
        )
