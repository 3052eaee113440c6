"""Fingerprints of findings: the same after an edit that only moved their lines."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from kh20.findings import Finding

UNREADABLE = "KH001"
"""The code of a file that could not be read; its one message says the path as it was given."""

_NAMED_BY_FIELD = (("agencies",), ("document",))


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return a fingerprint for each finding, from its file, code, obligation and field.

    Lines and list positions are left out. Findings that agree in all of that are numbered in the
    order in which they come, so that no two are the same.
    """
    seen: Counter[str] = Counter()
    found = []
    for finding in findings:
        field = ".".join(str(step) for step in finding.key_path if isinstance(step, str))
        subject = finding.task
        if subject is None:
            # An agency is named by its field; elsewhere the message tells one thing from another.
            named = finding.key_path[:1] in _NAMED_BY_FIELD and len(finding.key_path) > 1
            subject = "" if named or finding.code == UNREADABLE else finding.message
        identity = "\0".join((finding.path, finding.code, subject, field))
        number = seen[identity]
        seen[identity] += 1
        found.append(sha256(f"{identity}\0{number}".encode("utf-8", "replace")).hexdigest())
    return found
