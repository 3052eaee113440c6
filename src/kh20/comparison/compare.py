"""All differences between two versions of a plan."""

from __future__ import annotations

from kh20.comparison.agencies import agency_changes
from kh20.comparison.change import Change
from kh20.comparison.document import document_changes
from kh20.comparison.log import log_changes
from kh20.comparison.pairing import identities
from kh20.comparison.tasks import task_changes
from kh20.model import Plan


def compare(old: Plan, new: Plan) -> list[Change]:
    """Return what changed, by meaning: document, agencies, obligations, log.

    Obligations are paired by id, not by place. Formatting, comments, the order of keys, of
    obligations and of the bodies in a list are no change.
    """
    known = identities(old, new)
    return [
        *document_changes(old.document, new.document),
        *agency_changes(old, new, known),
        *task_changes(old, new, known),
        *log_changes(old, new, known),
    ]
