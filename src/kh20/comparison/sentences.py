"""Changes in words for people."""

from __future__ import annotations

from functools import cache

from kh20.comparison.change import Change
from kh20.comparison.kinds import Kind
from kh20.text.i18n import _, ngettext

ALTERED_TEXTS = frozenset(
    {Kind.TEXT_ALTERED, Kind.TITLE_ALTERED, Kind.STATED_ALTERED, Kind.PART_ALTERED}
)
"""The kinds whose old and new values are texts, shown by the words in which they differ."""

_MOST_CONCERNED = 12
"""How many obligations a sentence names before it counts the rest."""


def sentence(change: Change) -> str:
    """Return a change in one clause, with what was and what is. Texts are given by their diff."""
    if change.kind in ALTERED_TEXTS:
        from kh20.comparison.word_diff import word_diff

        return f"{headline(change)}: {word_diff(change.old or '', change.new or '')}"
    said = headline(change) + _values(change)
    if change.days is not None:
        days = abs(change.days)
        said += " " + ngettext("({days} day)", "({days} days)", days).format(days=days)
    if change.concerns:
        said += "; " + _("it concerns {ids}").format(ids=_ids(change.concerns))
    return said


def headline(change: Change) -> str:
    """Return what a change is about and what happened to it, without the values."""
    return f"{change.subject}: {_words()[change.kind]}"


def _values(change: Change) -> str:
    if change.old is not None and change.new is not None:
        return f": {change.old} → {change.new}"
    value = change.old if change.new is None else change.new
    return "" if value in (None, "true") else f": {value}"


def _ids(ids: tuple[str, ...]) -> str:
    named = ", ".join(ids[:_MOST_CONCERNED])
    more = len(ids) - _MOST_CONCERNED
    if more <= 0:
        return named
    return ngettext("{ids} and {more} more", "{ids} and {more} more", more).format(
        ids=named, more=more
    )


@cache
def _words() -> dict[Kind, str]:
    return {
        Kind.TASK_REMOVED: _("the obligation was removed"),
        Kind.TASK_ADDED: _("the obligation was added"),
        Kind.TASK_RENUMBERED: _("the obligation was renumbered"),
        Kind.DEADLINE_LATER: _("the deadline was moved later"),
        Kind.DEADLINE_EARLIER: _("the deadline was moved earlier"),
        Kind.DEADLINE_DROPPED: _("the deadline was dropped"),
        Kind.DEADLINE_ADDED: _("a deadline was added"),
        Kind.START_LATER: _("the start was moved later"),
        Kind.START_EARLIER: _("the start was moved earlier"),
        Kind.START_DROPPED: _("the start was dropped"),
        Kind.START_ADDED: _("a start was added"),
        Kind.PERIOD_RESTATED: _("the period was written otherwise"),
        Kind.SUBSTANTIALLY_ADDED: _("it is now to be completed in the main only"),
        Kind.SUBSTANTIALLY_DROPPED: _("it is now to be completed in full"),
        Kind.ONGOING_DROPPED: _("it is no longer a running duty"),
        Kind.ONGOING_ADDED: _("it is now a running duty"),
        Kind.RECURRENCE_DROPPED: _("it no longer recurs"),
        Kind.RECURRENCE_ADDED: _("it now recurs"),
        Kind.RECURRENCE_CHANGED: _("it recurs otherwise"),
        Kind.EACH_TO_JOINT: _("the owners now owe one result jointly, not each its own"),
        Kind.JOINT_TO_EACH: _("each owner now owes its own result"),
        Kind.OWNER_REMOVED: _("an owner was removed"),
        Kind.OWNER_ADDED: _("an owner was added"),
        Kind.OWNER_REPLACED: _("an owner was replaced"),
        Kind.PARTNER_REMOVED: _("a partner was removed"),
        Kind.PARTNER_ADDED: _("a partner was added"),
        Kind.PARTNER_REPLACED: _("a partner was replaced"),
        Kind.PART_REMOVED: _("a part was removed"),
        Kind.PART_ADDED: _("a part was added"),
        Kind.PART_REKEYED: _("a part has another short name"),
        Kind.PART_ALTERED: _("the title of a part was altered"),
        Kind.TEXT_ALTERED: _("the text was altered"),
        Kind.STATED_ALTERED: _("the stated phrase was altered"),
        Kind.TITLE_ALTERED: _("the title was altered"),
        Kind.AGENCY_REMOVED: _("the agency was removed"),
        Kind.AGENCY_ADDED: _("the agency was added"),
        Kind.AGENCY_REKEYED: _("the agency has another short name"),
        Kind.AGENCY_RENAMED: _("the agency was renamed"),
        Kind.AGENCY_ALTERED: _("the agency was altered"),
        Kind.ALIAS_REMOVED: _("an alias was removed"),
        Kind.ALIAS_ADDED: _("an alias was added"),
        Kind.ACTS_FOR_CHANGED: _("the agency acts for another one"),
        Kind.MEMBER_REMOVED: _("a member was removed"),
        Kind.MEMBER_ADDED: _("a member was added"),
        Kind.SUCCESSOR_REMOVED: _("the successor was removed"),
        Kind.SUCCESSOR_ADDED: _("a successor was added"),
        Kind.SUCCESSOR_CHANGED: _("the succession was changed"),
        Kind.DOCUMENT_ALTERED: _("the document data was altered"),
        Kind.LOG_REMOVED: _("an entry of the log was removed"),
        Kind.LOG_ADDED: _("an entry was added to the log"),
        Kind.LOG_CHANGED: _("an entry of the log was changed"),
        Kind.LOG_REORDERED: _("entries of one day were put in another order"),
    }
