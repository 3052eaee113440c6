"""One difference between two versions of a plan, in the plan's own terms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from kh20.diagnostics import KeyPath


class Effect(StrEnum):
    """What a change does to what is owed."""

    WEAKENS = "weakens"
    STRENGTHENS = "strengthens"
    ALTERS = "alters"
    """It changes what was signed or recorded, in a way that no program can call harmless."""
    NEUTRAL = "neutral"


class Kind(StrEnum):
    """All kinds of change."""

    TASK_REMOVED = "task-removed"
    TASK_ADDED = "task-added"
    TASK_RENUMBERED = "task-renumbered"
    DEADLINE_LATER = "deadline-later"
    DEADLINE_EARLIER = "deadline-earlier"
    DEADLINE_DROPPED = "deadline-dropped"
    DEADLINE_ADDED = "deadline-added"
    START_LATER = "start-later"
    START_EARLIER = "start-earlier"
    START_DROPPED = "start-dropped"
    START_ADDED = "start-added"
    PERIOD_RESTATED = "period-restated"
    SUBSTANTIALLY_ADDED = "substantially-added"
    SUBSTANTIALLY_DROPPED = "substantially-dropped"
    ONGOING_DROPPED = "ongoing-dropped"
    ONGOING_ADDED = "ongoing-added"
    RECURRENCE_DROPPED = "recurrence-dropped"
    RECURRENCE_ADDED = "recurrence-added"
    RECURRENCE_CHANGED = "recurrence-changed"
    EACH_TO_JOINT = "each-to-joint"
    JOINT_TO_EACH = "joint-to-each"
    OWNER_REMOVED = "owner-removed"
    OWNER_ADDED = "owner-added"
    OWNER_REPLACED = "owner-replaced"
    PARTNER_REMOVED = "partner-removed"
    PARTNER_ADDED = "partner-added"
    PARTNER_REPLACED = "partner-replaced"
    PART_REMOVED = "part-removed"
    PART_ADDED = "part-added"
    PART_ALTERED = "part-altered"
    TEXT_ALTERED = "text-altered"
    STATED_ALTERED = "stated-altered"
    TITLE_ALTERED = "title-altered"
    AGENCY_REMOVED = "agency-removed"
    AGENCY_ADDED = "agency-added"
    AGENCY_REKEYED = "agency-rekeyed"
    AGENCY_ALTERED = "agency-altered"
    DOCUMENT_ALTERED = "document-altered"
    LOG_REMOVED = "log-removed"
    LOG_ADDED = "log-added"
    LOG_CHANGED = "log-changed"


_MIRROR = {
    Kind.TASK_REMOVED: Kind.TASK_ADDED,
    Kind.DEADLINE_LATER: Kind.DEADLINE_EARLIER,
    Kind.DEADLINE_DROPPED: Kind.DEADLINE_ADDED,
    Kind.START_LATER: Kind.START_EARLIER,
    Kind.START_DROPPED: Kind.START_ADDED,
    Kind.SUBSTANTIALLY_ADDED: Kind.SUBSTANTIALLY_DROPPED,
    Kind.ONGOING_DROPPED: Kind.ONGOING_ADDED,
    Kind.RECURRENCE_DROPPED: Kind.RECURRENCE_ADDED,
    Kind.EACH_TO_JOINT: Kind.JOINT_TO_EACH,
    Kind.OWNER_REMOVED: Kind.OWNER_ADDED,
    Kind.PARTNER_REMOVED: Kind.PARTNER_ADDED,
    Kind.PART_REMOVED: Kind.PART_ADDED,
    Kind.AGENCY_REMOVED: Kind.AGENCY_ADDED,
    Kind.LOG_REMOVED: Kind.LOG_ADDED,
}
_MIRROR |= {other: kind for kind, other in _MIRROR.items()}

EFFECTS = {
    Kind.TASK_REMOVED: Effect.WEAKENS,
    Kind.TASK_ADDED: Effect.STRENGTHENS,
    Kind.DEADLINE_LATER: Effect.WEAKENS,
    Kind.DEADLINE_EARLIER: Effect.STRENGTHENS,
    Kind.DEADLINE_DROPPED: Effect.WEAKENS,
    Kind.DEADLINE_ADDED: Effect.STRENGTHENS,
    Kind.START_LATER: Effect.WEAKENS,
    Kind.START_EARLIER: Effect.STRENGTHENS,
    Kind.SUBSTANTIALLY_ADDED: Effect.WEAKENS,
    Kind.SUBSTANTIALLY_DROPPED: Effect.STRENGTHENS,
    Kind.ONGOING_DROPPED: Effect.WEAKENS,
    Kind.ONGOING_ADDED: Effect.STRENGTHENS,
    Kind.RECURRENCE_DROPPED: Effect.WEAKENS,
    Kind.RECURRENCE_ADDED: Effect.STRENGTHENS,
    Kind.RECURRENCE_CHANGED: Effect.WEAKENS,
    Kind.EACH_TO_JOINT: Effect.WEAKENS,
    Kind.JOINT_TO_EACH: Effect.STRENGTHENS,
    Kind.OWNER_REMOVED: Effect.WEAKENS,
    Kind.OWNER_ADDED: Effect.STRENGTHENS,
    Kind.OWNER_REPLACED: Effect.WEAKENS,
    Kind.PART_REMOVED: Effect.WEAKENS,
    Kind.PART_ADDED: Effect.STRENGTHENS,
    Kind.TEXT_ALTERED: Effect.ALTERS,
    Kind.STATED_ALTERED: Effect.ALTERS,
    Kind.LOG_REMOVED: Effect.ALTERS,
    Kind.LOG_CHANGED: Effect.ALTERS,
}
"""The kinds that are not neutral."""


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

    @property
    def effect(self) -> Effect:
        """What the change does to what is owed."""
        return self.effect_known or EFFECTS.get(self.kind, Effect.NEUTRAL)

    @property
    def guarded(self) -> bool:
        """Whether the change must not come by an edit: it weakens, or alters what was signed."""
        return self.effect in (Effect.WEAKENS, Effect.ALTERS)

    def mirrored(self) -> Change:
        """Return the same difference seen from the other side."""
        return replace(
            self,
            kind=_MIRROR.get(self.kind, self.kind),
            old=self.new,
            new=self.old,
            old_path=self.new_path,
            new_path=self.old_path,
            days=-self.days if self.days is not None else None,
        )
