"""kh20 merge: join two versions of a plan file that both add to the log; git's merge driver."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer

from kh20.cli.errors import ExitCode, UserError
from kh20.cli.git import merge_files
from kh20.cli.terminal import complain
from kh20.planfile import load_bytes
from kh20.planfile.decode import Unreadable, read_plan_bytes
from kh20.planfile.log.join import NotJoined, join_logs
from kh20.planfile.log.whole_file import CannotWrite, locked, replace_file, signals_deferred
from kh20.text.i18n import _

EXAMPLES = ("kh20 merge base.yaml plan.yaml theirs.yaml",)
"""What its help shows."""


def merge(
    base: Annotated[
        str, typer.Argument(metavar="BASE", help=_("The version that both come from; git's %O."))
    ],
    ours: Annotated[
        str, typer.Argument(metavar="OURS", help=_("Our version, which is replaced; git's %A."))
    ],
    theirs: Annotated[str, typer.Argument(metavar="THEIRS", help=_("Their version; git's %B."))],
    path: Annotated[
        str | None,
        typer.Option("--path", metavar="PATH", help=_("What messages call the file; git's %P.")),
    ] = None,
) -> None:
    """Join two versions of a plan that both add to its log, as git's merge driver.

    New entries stand in the order of days, and one that both added stands once. All else is merged
    as git does it; exits with 1 if a conflict is left in OURS.
    """
    files, git = (base, ours, theirs), _Git(path or ours)
    try:
        with locked(Path(ours)) as real, signals_deferred():
            contents = _contents(files)
            data = _merged(files, contents, git)
            replace_file(real, data, contents[1] if contents else real.read_bytes())
    except CannotWrite as error:
        raise UserError(error.reason, error.hint) from None
    if not git.clean:
        raise typer.Exit(ExitCode.FOUND)
    if contents:
        _warn(git.path, contents, data)


class _Git:
    """Git's own merge: of whole files, and of the text around the log."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.clean = True
        """Whether no conflict was left so far."""

    def merged_text(self, base: bytes, ours: bytes, theirs: bytes) -> bytes:
        """Merge texts; git is asked only where both sides changed theirs."""
        if ours == base or theirs in (base, ours):
            return theirs if ours == base else ours
        with tempfile.TemporaryDirectory() as folder:
            files = [Path(folder, name) for name in ("base", "ours", "theirs")]
            for file, text in zip(files, (base, ours, theirs), strict=True):
                file.write_bytes(text)
            return self.merged_files(*map(str, files))

    def merged_files(self, base: str, ours: str, theirs: str) -> bytes:
        """Merge files. Ends the command where git cannot, as it leaves ours where it is binary."""
        answer = merge_files(base, ours, theirs)
        if answer.code not in range(128):
            complain(_("“{path}” cannot be merged").format(path=self.path), answer.reason)
            raise typer.Exit(ExitCode.FOUND)
        self.clean = self.clean and answer.code == 0
        return answer.out


def _contents(files: tuple[str, str, str]) -> list[bytes]:
    """Read the versions; none where one is larger than a plan may be."""
    try:
        return [read_plan_bytes(Path(file)) for file in files]
    except Unreadable as error:
        if error.code == "KH003":
            return []
        raise UserError(error.reason, error.hint) from None


def _merged(files: tuple[str, str, str], contents: list[bytes], git: _Git) -> bytes:
    """Join the logs where that is sure to be right; leave everything to git where it is not."""
    reason = _("a version is larger than a plan may be")
    if contents:
        try:
            return join_logs(contents, git.merged_text)
        except NotJoined as error:
            reason = str(error)
    git.clean = True
    data = git.merged_files(*files)
    if not git.clean:
        complain(
            _("the logs of “{path}” were not joined: {reason}").format(
                path=git.path, reason=reason
            ),
            _("the conflict is left in the file; “kh20 check” shows where"),
        )
    return data


def _warn(path: str, contents: list[bytes], data: bytes) -> None:
    """Say it where sound versions make an unsound plan, as two completions of one task do."""
    errors = load_bytes(data, path).errors
    if errors and all(load_bytes(each, path).valid for each in contents):
        complain(
            _("“{path}” was merged, but is not valid now: {reason}").format(
                path=path, reason=errors[0].message
            ),
            _("“kh20 check” shows what is to be fixed"),
        )
