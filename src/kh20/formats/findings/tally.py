"""What findings come to: the closing lines for a person."""

from __future__ import annotations

from collections.abc import Sequence

from kh20.findings import Finding, Severity
from kh20.text.i18n import _, ngettext
from kh20.text.quoting import printable


def tally(findings: Sequence[Finding], files: Sequence[str]) -> str:
    """Return what was found in which file, or in how many."""
    count = len(files)
    in_files = _("{count} files").format(count=count)
    if count == 1:
        in_files = _("standard input") if files[0] == "-" else printable(files[0])
    if not findings:
        return _("No findings in {files}.").format(files=in_files)
    return _("{found} in {files}. “kh20 explain CODE” tells more.").format(
        found=_counts(findings), files=in_files
    )


def file_line(path: str, findings: Sequence[Finding]) -> str:
    """Return what was found in one file, on one line."""
    own = [finding for finding in findings if finding.path == path]
    return f"{printable(path)}: {_counts(own) if own else _('no findings')}"


def _counts(findings: Sequence[Finding]) -> str:
    def count(severity: Severity) -> int:
        return sum(finding.severity is severity for finding in findings)

    errors, warnings, notices = (count(severity) for severity in Severity)
    said = [
        ngettext("{count} error", "{count} errors", errors).format(count=errors),
        ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
    ]
    if notices:
        said.append(ngettext("{count} notice", "{count} notices", notices).format(count=notices))
    return ", ".join(said)
