"""The rules of a plan: pure functions from a draft to diagnostics, in one explicit tuple.

A rule reports key paths and knows nothing of YAML or of lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kh20.diagnostics import Diagnostic
from kh20.model.draft import Draft
from kh20.rules import (
    agencies,
    course,
    document,
    double_entry,
    due_keys,
    identity,
    left_out,
    log,
    recurrences,
    references,
)

Rule = Callable[[Draft], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    document.known_timezone,
    identity.unique_ids,
    identity.document_order,
    identity.unique_parts,
    references.known_agencies,
    references.no_agency_twice,
    references.used_agencies,
    agencies.distinct_names,
    agencies.no_circles,
    agencies.members_of_collectives,
    agencies.succession_dates,
    due_keys.compatible_keys,
    due_keys.says_when,
    due_keys.possible_order,
    due_keys.after_issue,
    recurrences.possible_recurrences,
    double_entry.stated_in_text,
    double_entry.stated_whole,
    double_entry.stated_agrees,
    left_out.phrases_encoded,
    left_out.days_of_turns,
    log.known_subjects,
    log.dates,
    log.grounds,
    course.possible_course,
)


def check_draft(draft: Draft) -> Iterator[Diagnostic]:
    """Yield what every rule finds in a draft."""
    for rule in RULES:
        yield from rule(draft)
