"""The findings on an edit: what changed against another version of the same plan."""

from collections.abc import Sequence
from typing import NamedTuple

from kh20.cli.errors import InvalidPlan, UserError
from kh20.cli.revisions import is_file, load_version
from kh20.comparison import guard
from kh20.findings import Finding
from kh20.planfile import STDIN, Loaded, tie
from kh20.text.i18n import _


class Edits(NamedTuple):
    """What was found of the edits, and why some plans could not be compared."""

    findings: list[Finding]
    refusals: list[UserError]


def edit_findings(checked: Sequence[Loaded], against: str) -> Edits:
    """Find what changed in each plan against a version: a revision, or a file for a single plan.

    A plan whose shape is not sound has findings of its own and is left out. Raises
    :class:`UserError` where no plan can be compared, and :class:`InvalidPlan` where the other
    version of one is no plan.
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
    refusals: list[UserError] = []
    readable = [loaded for loaded in checked if loaded.readable]
    for loaded in readable:
        try:
            before = load_version(against, loaded.path)
        except UserError as error:
            refusals.append(error)
            continue
        if before.plan is None:
            raise InvalidPlan(before.path, before.findings)
        if loaded.plan is not None:
            findings += tie(guard(before.plan, loaded.plan), loaded.text, loaded.path)
    if refusals and len(refusals) == len(readable):
        raise refusals[0]
    return Edits(findings, refusals)
