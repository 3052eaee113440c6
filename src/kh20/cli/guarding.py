"""The findings on an edit: what changed against another version of the same plan."""

from __future__ import annotations

from collections.abc import Sequence

from kh20.cli.errors import InvalidPlan, UserError
from kh20.cli.revisions import is_file, load_version
from kh20.comparison import guard
from kh20.diagnostics import Finding
from kh20.i18n import _
from kh20.loader import STDIN, Loaded, tie


def edit_findings(checked: Sequence[Loaded], against: str) -> list[Finding]:
    """Return what changed in each plan against a version: a revision, or a file for a single plan.

    A plan whose shape is not sound has findings of its own and is left out. Raises
    :class:`UserError` and :class:`InvalidPlan` where the other version cannot be had or compared.
    """
    if against == STDIN and any(loaded.path == STDIN for loaded in checked):
        raise UserError(_("standard input can be one of the two versions, not both"))
    if len(checked) > 1 and (against == STDIN or is_file(against)):
        raise UserError(
            _("“{file}” is one file, and {count} are checked against it").format(
                file=against, count=len(checked)
            ),
            _("name one plan, or a git revision"),
        )
    findings: list[Finding] = []
    for loaded in checked:
        if not loaded.readable:
            continue
        before = load_version(against, loaded.path)
        if before.shaped is None:
            raise InvalidPlan(before.path, before.findings)
        if loaded.shaped is not None:
            findings += tie(guard(before.shaped, loaded.shaped), loaded.text, loaded.path)
    return findings
