"""Git, asked about a repository whose files and settings nobody vouches for.

A repository can name programs that git runs by itself: hooks, monitors, pagers, and what fetches
the objects that a partial clone lacks. None of them runs here. A folder that only looks like a bare
repository, as a checkout may hold one, is never taken for one.
"""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Timer
from typing import NamedTuple

from kh20.cli.errors import UserError
from kh20.text.i18n import _
from kh20.text.quoting import printable

_SECONDS = 60
_SETTINGS = (
    "safe.bareRepository=explicit",
    "protocol.allow=never",
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.pager=cat",
    "diff.external=",
)
_KEPT = (
    "PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR",
    "SYSTEMROOT", "USERPROFILE", "HOMEDRIVE", "HOMEPATH", "APPDATA", "PROGRAMDATA", "TEMP",
    "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
)  # fmt: skip
"""The environment that git needs to run, and to know whom the user trusts.

What git tells its hooks is left out: the plan's own repository is asked, wherever the command runs.
"""
_SET = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
}


class GitAnswer(NamedTuple):
    """What git ended with and said."""

    code: int
    out: bytes
    err: bytes

    @property
    def reason(self) -> str | None:
        """The last line of what git complained of, as a sentence to show."""
        lines = self.err.decode("utf-8", "replace").strip().splitlines()
        return _("git says: {line}").format(line=printable(lines[-1])) if lines else None


def repository_top(folder: Path) -> Path | None:
    """Return the top of the working copy that a folder is in, found by the ``.git`` in it."""
    tops = (place for place in (folder, *folder.parents) if os.path.lexists(place / ".git"))
    return next(tops, None)


def ask_git(top: Path, *arguments: str, stdin: bytes = b"", limit: int | None = None) -> GitAnswer:
    """Run a command of git at the top of a working copy. Raises :class:`UserError`.

    With a limit no more than one byte beyond it is read: a few objects may name one another in
    such a way that a list of all files has no end.
    """
    import subprocess

    settings = [word for setting in _SETTINGS for word in ("-c", setting)]
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    try:
        command = [_program(), "--no-pager", "-C", str(top), *settings, *arguments]
        if limit is not None:
            return _ask_within(limit, command, environment | _SET)
        done = subprocess.run(
            command,
            capture_output=True,
            check=False,
            env=environment | _SET,
            input=stdin,
            timeout=_SECONDS,
        )
    except FileNotFoundError:
        raise UserError(
            _("git is not installed, and is needed for this"),
            _("install it; “diff” and “check --against” also take files"),
        ) from None
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise UserError(_("git cannot be run: {reason}").format(reason=error)) from None
    return GitAnswer(done.returncode, done.stdout, done.stderr)


def merge_files(base: str, ours: str, theirs: str) -> GitAnswer:
    """Merge two versions of a file as git does by itself, in the style that the user has set.

    The code is 0 where no conflict is left, and below 128 where git could merge at all. Raises
    :class:`UserError`.
    """
    labels = [word for label in ("ours", "base", "theirs") for word in ("-L", label)]
    return ask_git(Path(), "merge-file", "-p", *labels, "--", ours, base, theirs)


def _program() -> str:
    """Return git as the search path has it, in a folder that does not depend on where this runs.

    Windows would take a git.exe of the working directory first, and a checkout may hold one. Raises
    FileNotFoundError.
    """
    for folder in os.get_exec_path():
        program = Path(folder, "git.exe" if os.name == "nt" else "git")
        if program.is_absolute() and program.is_file() and os.access(program, os.X_OK):
            return str(program)
    raise FileNotFoundError


def _ask_within(limit: int, command: Sequence[str], environment: Mapping[str, str]) -> GitAnswer:
    import subprocess

    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as git:
        late = Timer(_SECONDS, git.kill)
        late.daemon = True
        late.start()
        out = git.stdout.read(limit + 1) if git.stdout is not None else b""
        late.cancel()
        if len(out) > limit:
            git.kill()
    return GitAnswer(git.returncode, out, b"")
