"""The kinds of change between two versions of a plan, and what each does to what is owed."""

from __future__ import annotations

from enum import StrEnum


class Effect(StrEnum):
    """What a change does to what is owed."""

    WEAKENS = "weakens"
    STRENGTHENS = "strengthens"
    ALTERS = "alters"
    """It changes what was signed or recorded, in a way that no program can call harmless."""
    REASSIGNS = "reassigns"
    """Other bodies may be found and written to than before; the obligations say the same."""
    CORRECTS = "corrects"
    """An encoding slip is mended: the new value agrees with the verbatim text, the old did not."""
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
    PART_REKEYED = "part-rekeyed"
    PART_ALTERED = "part-altered"
    TEXT_ALTERED = "text-altered"
    STATED_ALTERED = "stated-altered"
    TITLE_ALTERED = "title-altered"
    AGENCY_REMOVED = "agency-removed"
    AGENCY_ADDED = "agency-added"
    AGENCY_REKEYED = "agency-rekeyed"
    AGENCY_RENAMED = "agency-renamed"
    AGENCY_ALTERED = "agency-altered"
    ALIAS_REMOVED = "alias-removed"
    ALIAS_ADDED = "alias-added"
    ACTS_FOR_CHANGED = "acts-for-changed"
    MEMBER_REMOVED = "member-removed"
    MEMBER_ADDED = "member-added"
    SUCCESSOR_REMOVED = "successor-removed"
    SUCCESSOR_ADDED = "successor-added"
    SUCCESSOR_CHANGED = "successor-changed"
    DOCUMENT_ALTERED = "document-altered"
    LOG_REMOVED = "log-removed"
    LOG_ADDED = "log-added"
    LOG_CHANGED = "log-changed"
    LOG_REORDERED = "log-reordered"


_OPPOSITES = {
    Kind.TASK_REMOVED: Kind.TASK_ADDED,
    Kind.DEADLINE_LATER: Kind.DEADLINE_EARLIER,
    Kind.DEADLINE_DROPPED: Kind.DEADLINE_ADDED,
    Kind.START_LATER: Kind.START_EARLIER,
    Kind.START_ADDED: Kind.START_DROPPED,
    Kind.SUBSTANTIALLY_ADDED: Kind.SUBSTANTIALLY_DROPPED,
    Kind.ONGOING_DROPPED: Kind.ONGOING_ADDED,
    Kind.RECURRENCE_DROPPED: Kind.RECURRENCE_ADDED,
    Kind.EACH_TO_JOINT: Kind.JOINT_TO_EACH,
    Kind.OWNER_REMOVED: Kind.OWNER_ADDED,
    Kind.PARTNER_REMOVED: Kind.PARTNER_ADDED,
    Kind.PART_REMOVED: Kind.PART_ADDED,
    Kind.AGENCY_REMOVED: Kind.AGENCY_ADDED,
    Kind.ALIAS_REMOVED: Kind.ALIAS_ADDED,
    Kind.MEMBER_REMOVED: Kind.MEMBER_ADDED,
    Kind.SUCCESSOR_REMOVED: Kind.SUCCESSOR_ADDED,
    Kind.LOG_REMOVED: Kind.LOG_ADDED,
}
MIRROR = _OPPOSITES | {other: kind for kind, other in _OPPOSITES.items()}
"""The kind that a change has seen from the other side; one that is not here has its own."""

_LESS = (
    Kind.TASK_REMOVED,
    Kind.DEADLINE_LATER,
    Kind.DEADLINE_DROPPED,
    Kind.START_LATER,
    Kind.START_ADDED,
    Kind.SUBSTANTIALLY_ADDED,
    Kind.ONGOING_DROPPED,
    Kind.RECURRENCE_DROPPED,
    Kind.EACH_TO_JOINT,
    Kind.OWNER_REMOVED,
    Kind.PART_REMOVED,
)
EFFECTS = {
    **dict.fromkeys(_LESS, Effect.WEAKENS),
    **{MIRROR[kind]: Effect.STRENGTHENS for kind in _LESS},
    Kind.OWNER_REPLACED: Effect.WEAKENS,
    Kind.RECURRENCE_CHANGED: Effect.ALTERS,
    Kind.TEXT_ALTERED: Effect.ALTERS,
    Kind.STATED_ALTERED: Effect.ALTERS,
    Kind.LOG_REMOVED: Effect.ALTERS,
    Kind.LOG_CHANGED: Effect.ALTERS,
    Kind.LOG_REORDERED: Effect.ALTERS,
}
"""What the kinds do that are not neutral."""

REASSIGNING = frozenset(
    {
        Kind.AGENCY_RENAMED,
        Kind.ACTS_FOR_CHANGED,
        Kind.MEMBER_REMOVED,
        Kind.SUCCESSOR_REMOVED,
        Kind.SUCCESSOR_CHANGED,
    }
)
"""The kinds that reassign where an obligation hangs on the agency, and are neutral elsewhere."""
