"""Changes between two versions of a plan: diff."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kh20.comparison import Change, Effect
from kh20.comparison.change import sentence
from kh20.text.i18n import _, ngettext

SCHEMA = "kh20/diff/1"


class Version(NamedTuple):
    """One of the two versions: the number of its document, and what it was read from."""

    number: str
    path: str


class Changes(NamedTuple):
    """The changes from one version of a plan to another, in the order of the plan file."""

    changes: Sequence[Change]
    old: Version
    new: Version

    @property
    def guarded(self) -> int:
        """How many of them weaken or alter what was signed."""
        return sum(change.guarded for change in self.changes)

    @property
    def document(self) -> Mapping[str, Any]:
        """The whole as JSON gives it."""
        return {
            "schema": SCHEMA,
            "old": self.old._asdict(),
            "new": self.new._asdict(),
            "changes": [_record(change) for change in self.changes],
            "weakened": self.guarded,
        }

    @property
    def tally(self) -> str:
        """How many changes there are, and how many of them weaken or alter what was signed."""
        if not self.changes:
            return _("No change in meaning from {old} to {new}.").format(
                old=self.old.path, new=self.new.path
            )
        count = ngettext(
            "{count} change from {old} to {new}.",
            "{count} changes from {old} to {new}.",
            len(self.changes),
        ).format(count=len(self.changes), old=self.old.path, new=self.new.path)
        bad = _("None of them weakens or alters what was signed.")
        if self.guarded:
            bad = ngettext(
                "{count} of them weakens or alters what was signed.",
                "{count} of them weaken or alter what was signed.",
                self.guarded,
            ).format(count=self.guarded)
        return f"{count} {bad}"


def effect_word(effect: Effect) -> str:
    """Return what a change does in one word."""
    return {
        Effect.WEAKENS: _("weaker"),
        Effect.STRENGTHENS: _("stronger"),
        Effect.ALTERS: _("altered"),
        Effect.REASSIGNS: _("reassigned"),
        Effect.CORRECTS: _("corrected"),
        Effect.NEUTRAL: _("changed"),
    }[effect]


def _record(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind.value,
        "effect": change.effect.value,
        "subject": change.subject,
        "task": change.task,
        "old": change.old,
        "new": change.new,
        "days": change.days,
        "concerns": list(change.concerns),
        "message": sentence(change),
    }
