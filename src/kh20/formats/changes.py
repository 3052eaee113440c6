"""Differences between two versions of a plan: for a terminal, for programs, for a merge request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kh20.comparison import Change, Effect
from kh20.comparison.change import headline, sentence
from kh20.comparison.word_diff import shortened, stretches
from kh20.formats.json_csv import json_text
from kh20.formats.markdown import escaped
from kh20.text.i18n import _, ngettext
from kh20.text.quoting import printable

SCHEMA = "kh20/diff/1"
_STYLE = {
    Effect.WEAKENS: "1;31",
    Effect.ALTERS: "1;31",
    Effect.REASSIGNS: "33",
    Effect.STRENGTHENS: "32",
    Effect.CORRECTS: "32",
    Effect.NEUTRAL: "36",
}
_MARKS = {
    Effect.WEAKENS: "🔴",
    Effect.ALTERS: "🔴",
    Effect.REASSIGNS: "🟡",
    Effect.STRENGTHENS: "🟢",
    Effect.CORRECTS: "🟢",
    Effect.NEUTRAL: "⚪",
}


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


def changes_text(changes: Sequence[Change], old: str, new: str, *, colour: bool) -> str:
    """Return the changes a line each, under a line that counts them."""
    lines = [printable(tally(changes, old, new))]
    width = max((len(effect_word(change.effect)) for change in changes), default=0)
    for change in changes:
        word = effect_word(change.effect).ljust(width)
        word = f"\x1b[{_STYLE[change.effect]}m{word}\x1b[0m" if colour else word
        lines.append(f"  {word}  {printable(sentence(change))}")
    return "\n".join(lines) + "\n"


def tally(changes: Sequence[Change], old: str, new: str) -> str:
    """Return how many changes there are, and how many of them weaken or alter what was signed."""
    if not changes:
        return _("No change in meaning from {old} to {new}.").format(old=old, new=new)
    count = ngettext("{count} change", "{count} changes", len(changes)).format(count=len(changes))
    guarded = sum(change.guarded for change in changes)
    bad = ngettext(
        "{count} weakens or alters what was signed",
        "{count} weaken or alter what was signed",
        guarded,
    ).format(count=guarded)
    return _("{changes} from {old} to {new}; {bad}.").format(
        changes=count, old=old, new=new, bad=bad
    )


def changes_markdown(changes: Sequence[Change], old: str, new: str) -> str:
    """Return the changes as Markdown for a comment on a merge request."""
    lines = [f"**{_plain(tally(changes, old, new))}**", ""]
    for change in changes:
        word = effect_word(change.effect)
        lines.append(f"- {_MARKS[change.effect]} **{word}** {_markdown(change)}")
    return "\n".join(lines).rstrip("\n") + "\n"


def _markdown(change: Change) -> str:
    if not change.kind.of_texts:
        return _plain(sentence(change))
    # Tags hold inside a word and beside punctuation, where asterisks would show as they are.
    marks = {"same": "{}", "removed": "<del>{}</del>", "added": "<ins>{}</ins>"}
    found = shortened(stretches(change.old or "", change.new or ""))
    body = "".join(marks[piece.kind].format(_spaced(piece.text)) for piece in found)
    return f"{_plain(headline(change))}: {body}"


def _plain(text: str) -> str:
    return escaped(printable(text))


def _spaced(text: str) -> str:
    """Return a piece of a text escaped, with the spaces at its ends kept."""
    before, after = " " * text.startswith(" "), " " * text.endswith(" ")
    return f"{before}{_plain(text.strip())}{after}"


def changes_document(changes: Sequence[Change], old: dict[str, str], new: dict[str, str]) -> str:
    """Return the changes as a JSON document, schema ``kh20/diff/1``."""
    return json_text(
        {
            "schema": SCHEMA,
            "old": old,
            "new": new,
            "changes": [_record(change) for change in changes],
            "weakened": sum(change.guarded for change in changes),
        }
    )


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
