"""The findings on an edit: what changed against another version of the same plans."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from kh20.cli.errors import UserError
from kh20.cli.revisions import is_one_file, load_version, parting_point, revision_at
from kh20.cli.terminal import say
from kh20.cli.versions import Lookup, Pair, by_repository
from kh20.comparison import guard
from kh20.findings import Diagnostic, Finding, Place, Span
from kh20.model import Plan
from kh20.planfile import STDIN, Loaded, tie
from kh20.planfile.source_text import SourceText
from kh20.text.i18n import _, ngettext
from kh20.text.quoting import shown

_TOP = Place(span=Span(0, 0))
_NUMBER = Place(("document", "number"))


class Edits(NamedTuple):
    """What was found of the edits, the files that are gone, and what could not be compared."""

    findings: list[Finding]
    gone: list[str]
    refusals: list[UserError]


def edit_findings(checked: Sequence[Loaded], folders: Sequence[str], against: str) -> Edits:
    """Find what changed in each plan against a version: a revision, or a file for a single plan.

    A revision may have had further plans below the folders. Raises :class:`UserError` where nothing
    can be compared.
    """
    refusals: list[UserError] = []
    if is_one_file(against):
        pairs = _pairs_with_file(checked, against)
    else:
        pairs = _pairs_at_revision(checked, folders, against, refusals)
    if refusals and not pairs:
        raise refusals[0]
    findings = [finding for pair in pairs for finding in _findings(pair)]
    return Edits(findings, [pair.path for pair in pairs if pair.after is None], refusals)


def _pairs_with_file(checked: Sequence[Loaded], against: str) -> list[Pair]:
    if against == STDIN and any(loaded.path == STDIN for loaded in checked):
        raise UserError(_("standard input can be one of the two versions, not both"))
    if len(checked) > 1:
        raise UserError(
            _("“{file}” is one file, and {count} are checked against it").format(
                file=against, count=len(checked)
            ),
            _("name one plan, or a git revision"),
        )
    pairs = [
        Pair(loaded.path, load_version(against, loaded.path), loaded)
        for loaded in checked
        if loaded.readable
    ]
    for pair in pairs:
        if pair.before is not None and not pair.before.readable:
            raise UserError(pair.before.findings[0].message, pair.before.findings[0].hint)
    return pairs


def _pairs_at_revision(
    checked: Sequence[Loaded], folders: Sequence[str], against: str, refusals: list[UserError]
) -> list[Pair]:
    pairs: list[Pair] = []
    repositories = by_repository(checked, folders, against, refusals)
    for top, asked in repositories.items():
        try:
            revision, note = parting_point(revision_at(top, against, against))
            pairs += Lookup(revision, asked, refusals).pairs()
        except UserError as error:
            refusals.append(error if len(repositories) == 1 else _not_compared(top, error))
            continue
        if note is not None:
            say(note)
    return pairs


def _not_compared(folder: Path, error: UserError) -> UserError:
    message = _("the plans in “{folder}” are not compared: {reason}")
    return UserError(message.format(folder=folder, reason=error.message), error.hint)


def _findings(pair: Pair) -> list[Finding]:
    if pair.after is not None:
        found = _edits(pair.before, pair.after, moved=pair.moved)
        return tie(found, pair.after.text, pair.path)
    plan = pair.before.plan if pair.before is not None else None
    return tie([_gone(plan)], SourceText(""), pair.path)


def _gone(plan: Plan | None) -> Diagnostic:
    message = _("the plan file is gone; how many obligations it had could not be read")
    if plan is not None:
        count = len(plan.tasks)
        message = ngettext(
            "the plan file is gone, and with it the {count} obligation of {number}",
            "the plan file is gone, and with it the {count} obligations of {number}",
            count,
        ).format(count=count, number=shown(plan.document.number))
    hint = _(
        "put it back, as plan.yaml or NAME.plan.yaml and outside hidden folders; what a decision "
        "lifts is recorded with “kh20 cancel”"
    )
    return Diagnostic("KH501", message, _TOP, hint)


def _edits(before: Loaded | None, after: Loaded, *, moved: bool) -> Iterator[Diagnostic]:
    place = _NUMBER if after.plan is not None else _TOP
    if before is None:
        message = _("the plan file is new, so there is nothing to compare it with")
        yield Diagnostic("KH520", message, place)
        return
    if moved:
        message = _("the plan file was moved or renamed: it was “{path}”")
        yield Diagnostic("KH521", message.format(path=shown(before.path)), place)
    if before.plan is None:
        message = _("“{path}” is no valid plan, so the edits cannot be compared with it")
        hint = _("read the whole file as a new one")
        if before.errors:
            hint = _("read the whole file as a new one; what was wrong: {fault}")
            hint = hint.format(fault=before.errors[0].message)
        yield Diagnostic("KH522", message.format(path=shown(before.path)), _TOP, hint)
    elif after.plan is not None:
        yield from _versions(before, after)
        yield from guard(before.plan, after.plan)


def _versions(before: Loaded, after: Loaded) -> Iterator[Diagnostic]:
    was = {register.name: register.version for register in before.registers}
    for register in after.registers:
        if register.name in was and was[register.name] != register.version:
            message = _("the register {name} was of the version {old} and is of {new} now").format(
                name=shown(register.name),
                old=shown(was[register.name] or _("none")),
                new=shown(register.version or _("none")),
            )
            yield Diagnostic("KH523", message, Place(("register",)))
