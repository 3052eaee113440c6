"""A difference between two versions of a plan: its kinds, its effect, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple, Self

from kh20.findings import KeyPath
from kh20.text.i18n import N_, _, ngettext


class Effect(StrEnum):
    """What a change does to what is owed."""

    WEAKENS = "weakens"
    STRENGTHENS = "strengthens"
    ALTERS = "alters"
    """It changes what was signed or recorded, in a way that no program can call harmless."""
    REASSIGNS = "reassigns"
    """Other bodies may be found and written to than before; the obligations say the same."""
    CORRECTS = "corrects"
    """A slip of encoding or copying is fixed, and it can be seen that it is one."""
    NEUTRAL = "neutral"


class Remedy(NamedTuple):
    """The code under which the guard refuses a change, and what to do instead.

    ``hint`` is a message id; ``{id}`` in it stands for the obligation.
    """

    code: str
    hint: str


_CANCEL = Remedy("KH501", N_("put it back; where a decision lifted it: kh20 cancel {id} --basis …"))
_EXTEND = Remedy(
    "KH502", N_("put it back; where a decision moved it: kh20 extend {id} --to … --basis …")
)
_SUCCEED = Remedy(
    "KH503", N_("put it back; a body that took over is the “successor” of the one that is named")
)
_SIGNED = Remedy("KH504", N_("the text is the signed document: put back what it says"))
_COPIED = Remedy(
    "KH504",
    N_(
        "the text is the signed document: put back what it says; a slip of copying is put right "
        "together with “corrections: [{{was: …, reason: …, on: …}}]”, but never a date or a body"
    ),
)
_KEPT = Remedy("KH504", N_("put it back: what was put right, and why, stays to be seen"))
_APPEND = Remedy(
    "KH505",
    N_("the log is only ever added to: put the entry back, and add one that corrects it"),
)
_IN_ORDER = Remedy("KH505", N_("entries of one day count in the order of the file: put it back"))
_RECORD = Remedy(
    "KH506",
    N_(
        "put it back: the obligations are the signed document, and what a decision changes goes "
        "into the log"
    ),
)

_LESS, _MORE, _SAME = Effect.WEAKENS, Effect.STRENGTHENS, Effect.NEUTRAL
_ALTERS, _REASSIGNS = Effect.ALTERS, Effect.REASSIGNS


class Kind(StrEnum):
    """A kind of change: its name in JSON, its words, its effect, its mirror image, its remedy.

    The mirror image is the kind that the change has seen from the other side, where that is another
    one. A change that reassigns does so where an obligation hangs on the agency, and is neutral
    elsewhere.
    """

    # fmt: off
    TASK_REMOVED = "task-removed", N_("the obligation was removed"), _LESS, "task-added", _CANCEL
    TASK_ADDED = "task-added", N_("the obligation was added"), _MORE, "task-removed"
    TASK_RENUMBERED = "task-renumbered", N_("the obligation was renumbered"), _SAME
    DEADLINE_LATER = ("deadline-later", N_("the deadline was moved later"),
                      _LESS, "deadline-earlier", _EXTEND)
    DEADLINE_EARLIER = ("deadline-earlier", N_("the deadline was moved earlier"),
                        _MORE, "deadline-later")
    DEADLINE_DROPPED = ("deadline-dropped", N_("the deadline was dropped"),
                        _LESS, "deadline-added", _EXTEND)
    DEADLINE_ADDED = "deadline-added", N_("a deadline was added"), _MORE, "deadline-dropped"
    START_LATER = "start-later", N_("the start was moved later"), _LESS, "start-earlier"
    START_EARLIER = "start-earlier", N_("the start was moved earlier"), _MORE, "start-later"
    START_DROPPED = "start-dropped", N_("the start was dropped"), _MORE, "start-added"
    START_ADDED = "start-added", N_("a start was added"), _LESS, "start-dropped"
    PERIOD_RESTATED = "period-restated", N_("the period was written otherwise"), _SAME
    SUBSTANTIALLY_ADDED = (
        "substantially-added", N_("it is now to be completed in the main only"),
        _LESS, "substantially-dropped")
    SUBSTANTIALLY_DROPPED = (
        "substantially-dropped", N_("it is now to be completed in full"),
        _MORE, "substantially-added")
    ONGOING_DROPPED = ("ongoing-dropped", N_("it is no longer a running duty"),
                       _LESS, "ongoing-added")
    ONGOING_ADDED = "ongoing-added", N_("it is now a running duty"), _MORE, "ongoing-dropped"
    RECURRENCE_DROPPED = "recurrence-dropped", N_("it no longer recurs"), _LESS, "recurrence-added"
    RECURRENCE_ADDED = "recurrence-added", N_("it now recurs"), _MORE, "recurrence-dropped"
    RECURRENCE_CHANGED = "recurrence-changed", N_("it recurs otherwise"), _ALTERS
    TERM_DROPPED = ("term-dropped", N_("it is no longer counted from an event"),
                    _LESS, "term-added")
    TERM_ADDED = "term-added", N_("it is now counted from an event"), _MORE, "term-dropped"
    TERM_LONGER = "term-longer", N_("the term was made longer"), _LESS, "term-shorter", _EXTEND
    TERM_SHORTER = "term-shorter", N_("the term was made shorter"), _MORE, "term-longer"
    EVENT_ALTERED = ("event-altered", N_("the event that it is counted from was altered"),
                     _ALTERS, None, _SIGNED)
    EACH_TO_JOINT = (
        "each-to-joint", N_("the owners now owe one result jointly, not each its own"),
        _LESS, "joint-to-each")
    JOINT_TO_EACH = ("joint-to-each", N_("each owner now owes its own result"),
                     _MORE, "each-to-joint")
    OWNER_REMOVED = "owner-removed", N_("an owner was removed"), _LESS, "owner-added", _SUCCEED
    OWNER_ADDED = "owner-added", N_("an owner was added"), _MORE, "owner-removed"
    OWNER_REPLACED = "owner-replaced", N_("an owner was replaced"), _LESS, None, _SUCCEED
    PARTNER_REMOVED = "partner-removed", N_("a partner was removed"), _SAME, "partner-added"
    PARTNER_ADDED = "partner-added", N_("a partner was added"), _SAME, "partner-removed"
    PARTNER_REPLACED = "partner-replaced", N_("a partner was replaced"), _SAME
    PART_REMOVED = "part-removed", N_("a part was removed"), _LESS, "part-added"
    PART_ADDED = "part-added", N_("a part was added"), _MORE, "part-removed"
    PART_REKEYED = "part-rekeyed", N_("a part has another short name"), _SAME
    PART_ALTERED = "part-altered", N_("the title of a part was altered"), _SAME
    TEXT_ALTERED = "text-altered", N_("the text was altered"), _ALTERS, None, _COPIED
    STATED_ALTERED = "stated-altered", N_("the stated phrase was altered"), _ALTERS, None, _SIGNED
    CORRECTION_ADDED = ("correction-added", N_("a correction was noted"),
                        _SAME, "correction-removed")
    CORRECTION_REMOVED = ("correction-removed", N_("a correction was removed"),
                          _ALTERS, "correction-added", _KEPT)
    ACCEPTED_ADDED = "accepted-added", N_("a finding was accepted"), _SAME, "accepted-removed"
    ACCEPTED_REMOVED = ("accepted-removed", N_("a finding is no longer accepted"),
                        _SAME, "accepted-added")
    DETAIL_REMOVED = ("detail-removed", N_("what the document states was removed"),
                      _ALTERS, "detail-added", _SIGNED)
    DETAIL_ADDED = ("detail-added", N_("what the document states was added"),
                    _SAME, "detail-removed")
    DETAIL_ALTERED = ("detail-altered", N_("what the document states was altered"),
                      _ALTERS, None, _SIGNED)
    TITLE_ALTERED = "title-altered", N_("the title was altered"), _SAME
    AGENCY_REMOVED = "agency-removed", N_("the agency was removed"), _SAME, "agency-added"
    AGENCY_ADDED = "agency-added", N_("the agency was added"), _SAME, "agency-removed"
    AGENCY_REKEYED = "agency-rekeyed", N_("the agency has another short name"), _SAME
    AGENCY_RENAMED = "agency-renamed", N_("the agency was renamed"), _REASSIGNS
    AGENCY_ALTERED = "agency-altered", N_("the agency was altered"), _SAME
    ALIAS_REMOVED = "alias-removed", N_("an alias was removed"), _SAME, "alias-added"
    ALIAS_ADDED = "alias-added", N_("an alias was added"), _SAME, "alias-removed"
    ACTS_FOR_CHANGED = "acts-for-changed", N_("the agency acts for another one"), _REASSIGNS
    MEMBER_REMOVED = "member-removed", N_("a member was removed"), _REASSIGNS, "member-added"
    MEMBER_ADDED = "member-added", N_("a member was added"), _SAME, "member-removed"
    COLLECTIVE_OPENED = ("collective-opened", N_("the collective is not closed any more"),
                         _REASSIGNS, "collective-closed")
    COLLECTIVE_CLOSED = ("collective-closed", N_("the members are all of the collective now"),
                         _REASSIGNS, "collective-opened")
    SUCCESSOR_REMOVED = ("successor-removed", N_("the successor was removed"),
                         _REASSIGNS, "successor-added")
    SUCCESSOR_ADDED = "successor-added", N_("a successor was added"), _SAME, "successor-removed"
    SUCCESSOR_CHANGED = "successor-changed", N_("the succession was changed"), _REASSIGNS
    DOCUMENT_ALTERED = "document-altered", N_("the document data was altered"), _SAME
    LOG_REMOVED = ("log-removed", N_("an entry of the log was removed"),
                   _ALTERS, "log-added", _APPEND)
    LOG_ADDED = "log-added", N_("an entry was added to the log"), _SAME, "log-removed"
    LOG_CHANGED = "log-changed", N_("an entry of the log was changed"), _ALTERS, None, _APPEND
    LOG_REORDERED = ("log-reordered", N_("entries of one day were put in another order"),
                     _ALTERS, None, _IN_ORDER)
    # fmt: on

    words: str
    """What happened, as a message id."""
    effect: Effect
    remedy: Remedy
    _mirror: str

    def __new__(
        cls,
        value: str,
        words: str,
        effect: Effect,
        mirror: str | None = None,
        remedy: Remedy = _RECORD,
    ) -> Self:
        """Make a kind from its row."""
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.words, kind.effect, kind.remedy = words, effect, remedy
        kind._mirror = mirror or value
        return kind

    @property
    def mirror(self) -> Kind:
        """The kind that the change has seen from the other side."""
        return next(kind for kind in Kind if kind == self._mirror)

    @property
    def of_texts(self) -> bool:
        """Whether old and new value are texts, shown by the words in which they differ."""
        return self in (
            Kind.TEXT_ALTERED,
            Kind.STATED_ALTERED,
            Kind.TITLE_ALTERED,
            Kind.PART_ALTERED,
        )


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
        if self.kind.effect is Effect.REASSIGNS and not self.concerns:
            return Effect.NEUTRAL
        return self.kind.effect

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
            kind=self.kind.mirror,
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


_MOST_CONCERNED = 12
"""How many obligations a sentence names before it counts the rest."""


def headline(change: Change) -> str:
    """Return what a change is about and what happened to it, without the values."""
    return _("{subject}: {what}").format(subject=change.subject, what=_(change.kind.words))


def sentence(change: Change) -> str:
    """Return a change in one clause, with what was and what is. Texts are given by their diff."""
    said = _said(change)
    if not change.concerns:
        return said
    return _("{change}; it concerns {ids}").format(change=said, ids=_ids(change.concerns))


def _said(change: Change) -> str:
    old, new = change.old, change.new
    said = {"subject": change.subject, "what": _(change.kind.words)}
    if change.kind.of_texts:
        from kh20.comparison.word_diff import word_diff

        diff = word_diff(old or "", new or "")
        return _("{subject}: {what}: {value}").format(value=diff, **said)
    if old is not None and new is not None:
        if change.days is None:
            return _("{subject}: {what}: {old} → {new}").format(old=old, new=new, **said)
        days = abs(change.days)
        return ngettext(
            "{subject}: {what}: {old} → {new} ({days} day)",
            "{subject}: {what}: {old} → {new} ({days} days)",
            days,
        ).format(old=old, new=new, days=days, **said)
    value = old if new is None else new
    if value is None or value == "true":
        return headline(change)
    return _("{subject}: {what}: {value}").format(value=value, **said)


def _ids(ids: tuple[str, ...]) -> str:
    named = ", ".join(ids[:_MOST_CONCERNED])
    more = len(ids) - _MOST_CONCERNED
    if more <= 0:
        return named
    return ngettext("{ids} and {more} more", "{ids} and {more} more", more).format(
        ids=named, more=more
    )
