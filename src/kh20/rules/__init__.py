"""The rules of a plan: pure functions from a draft to diagnostics, in one explicit tuple.

A rule reports key paths and knows nothing of YAML or of lines.
"""

from collections.abc import Callable, Iterator

from kh20.findings import Diagnostic
from kh20.rules import (
    accepted,
    agencies,
    corrections,
    dues,
    identity,
    log_entries,
    log_order,
    registers,
    stated,
    unencoded,
)
from kh20.rules.draft import Draft

Rule = Callable[[Draft], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    identity.unique_ids,
    identity.document_order,
    identity.headings_of_something,
    identity.unique_parts,
    identity.known_timezone,
    identity.known_agencies,
    identity.no_agency_twice,
    identity.used_agencies,
    agencies.distinct_names,
    registers.defined_once,
    registers.named_once,
    registers.living_bodies,
    agencies.no_circles,
    agencies.members_of_collectives,
    agencies.closed_collectives,
    agencies.succession_dates,
    corrections.put_right,
    dues.compatible_keys,
    dues.says_when,
    dues.possible_order,
    dues.after_issue,
    dues.possible_recurrences,
    stated.stated_in_text,
    stated.stated_whole,
    stated.stated_agrees,
    unencoded.phrases_encoded,
    unencoded.days_of_turns,
    log_entries.known_subjects,
    log_entries.dates,
    log_entries.grounds,
    log_entries.taken_back,
    log_order.possible_course,
)


def check_draft(draft: Draft) -> Iterator[Diagnostic]:
    """Yield what every rule that may find an error finds in a draft."""
    yield from accepted.settle(draft, (found for rule in RULES for found in rule(draft)))


def warn_of_draft(draft: Draft) -> Iterator[Diagnostic]:
    """Yield the warnings of the rule that never finds an error, and that takes long."""
    from kh20.rules import named  # Queries do without it.

    yield from named.named_bodies(draft)
