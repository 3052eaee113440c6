"""Versions of a plan file: a file, standard input, or the file as it was at a git revision."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from kh20.cli.errors import UserError
from kh20.cli.plans import load_named
from kh20.planfile import STDIN, Loaded, load_bytes
from kh20.planfile.packaged import packaged_plan
from kh20.text.i18n import _

_SECONDS = 60
_SET_BY_HOOKS = ("GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells its hooks: the plan's own repository is asked, wherever the command runs."""


class _Wanted(NamedTuple):
    """A file at a revision: the folder to ask git in, and the names that people know it by."""

    version: str
    revision: str
    path: str
    """As git takes it behind the revision and a colon."""
    shown: str
    folder: Path
    packaged: bool


def load_version(version: str, path: str) -> Loaded:
    """Load a version of the plan at ``path``: a file's path, ``-``, or a git revision.

    ``REVISION:PATH`` names a path of its own, from the top of the repository, as git writes it.
    Raises :class:`UserError` where there is no such version.
    """
    if version == STDIN or is_file(version):
        return load_named(version)
    if version.startswith("-") or not version:
        raise UserError(
            _("“{version}” is neither a file nor a git revision").format(version=version)
        )
    wanted = _wanted(version, path)
    _demand_repository(wanted)
    return load_bytes(_content(wanted, _commit(wanted)), f"{wanted.revision}:{wanted.shown}")


def is_file(version: str) -> bool:
    """Tell whether there is something of that name that is not a folder."""
    # Unlike those of pathlib, these two never raise, as for a name that is too long.
    return os.path.exists(version) and not os.path.isdir(version)  # noqa: PTH110, PTH112


def _wanted(version: str, path: str) -> _Wanted:
    revision, named = _split(version)
    packaged = path == str(packaged_plan())
    if path == STDIN and named is None:
        raise UserError(
            _("standard input has no path that git could look up at “{version}”").format(
                version=version
            ),
            _("name the path too: {version}:plan.yaml").format(version=version),
        )
    try:
        if named is not None and (path == STDIN or packaged):
            # No plan is at hand, so the working directory tells which repository is meant.
            return _Wanted(version, revision, named, named, Path.cwd(), packaged=False)
        real = Path(os.path.realpath(path))
    except OSError:
        raise UserError(_("the working directory is not there any more")) from None
    if not real.parent.is_dir():
        raise UserError(_("there is no folder “{folder}”").format(folder=real.parent))
    if named is not None:
        return _Wanted(version, revision, named, named, real.parent, packaged)
    return _Wanted(version, revision, f"./{real.name}", path, real.parent, packaged)


def _split(version: str) -> tuple[str, str | None]:
    """Part a revision from a path behind it; a colon in braces belongs to the revision."""
    depth = 0
    for number, char in enumerate(version):
        depth += (char == "{") - (char == "}")
        if char == ":" and depth <= 0 and number:
            return version[:number], version[number + 1 :]
    return version, None


def _demand_repository(wanted: _Wanted) -> None:
    code, _out, err = _git(wanted.folder, "rev-parse", "--git-dir")
    if code == 0:
        return
    if b"dubious ownership" in err or b"unsafe repository" in err:
        raise UserError(
            _("git refuses the repository of “{folder}”: it belongs to another user").format(
                folder=wanted.folder
            ),
            _("if you trust it: git config --global --add safe.directory {folder}").format(
                folder=quote(_top_named(err) or str(wanted.folder))
            ),
        )
    if b"not a git repository" not in err:
        message = _("git cannot be asked about “{folder}”").format(folder=wanted.folder)
        raise UserError(message, _said(err))
    if wanted.packaged:
        raise UserError(
            _(
                "“{version}” is not a file, and there is no plan.yaml here or above to ask git for"
            ).format(version=wanted.version),
            _("name the plan: --plan PATH"),
        )
    raise UserError(
        _("“{version}” is not a file, and “{folder}” is not in a git repository").format(
            version=wanted.version, folder=wanted.folder
        )
    )


def _commit(wanted: _Wanted) -> str:
    """Return the commit that a revision names."""
    code, out, err = _git(wanted.folder, "rev-parse", "--verify", f"{wanted.revision}^{{commit}}")
    lines = out.decode("ascii", "replace").split()
    if code == 0 and len(lines) == 1:
        return lines[0]
    if b"is corrupt" in err or b"object file" in err:
        raise _unreadable(wanted, err)
    message = _("“{version}” is neither a file nor a revision that git knows").format(
        version=wanted.version
    )
    _code, shallow, _err = _git(wanted.folder, "rev-parse", "--is-shallow-repository")
    if shallow.strip() == b"true":
        raise UserError(
            message,
            _(
                "this clone is shallow: fetch the history first (git fetch --unshallow; in CI, set "
                "the fetch depth to 0)"
            ),
        )
    raise UserError(
        message, _("“git fetch” brings what others have pushed; “git branch -a” lists names")
    )


def _content(wanted: _Wanted, commit: str) -> bytes:
    """Return the file at a commit; a symbolic link there is followed within the commit."""
    name = f"{commit}:{wanted.path}"
    asked = os.fsencode(name) + b"\n"
    code, out, err = _git(wanted.folder, "cat-file", "--batch", "--follow-symlinks", stdin=asked)
    header, _newline, body = out.partition(b"\n")
    fields = header.split()
    if code == 0 and fields[1:2] == [b"blob"]:
        return body[: int(fields[2])]
    if fields[1:2] == [b"tree"]:
        raise UserError(
            _("“{path}” is a folder at git revision “{revision}”").format(
                path=wanted.shown, revision=wanted.revision
            )
        )
    if code == 0 and _git(wanted.folder, "rev-parse", "--verify", name)[0] != 0:
        raise UserError(
            _("git revision “{revision}” has no file “{path}”").format(
                revision=wanted.revision, path=wanted.shown
            ),
            _("if it had another name then, give that: {revision}:OLD/NAME.yaml").format(
                revision=wanted.revision
            ),
        )
    raise _unreadable(wanted, err)


def _unreadable(wanted: _Wanted, err: bytes) -> UserError:
    return UserError(
        _("git cannot read “{path}” at “{revision}”").format(
            path=wanted.shown, revision=wanted.revision
        ),
        _said(err) or _("“git fsck” tells whether the repository is whole"),
    )


def _git(folder: Path, *arguments: str, stdin: bytes = b"") -> tuple[int, bytes, bytes]:
    environment = {name: text for name, text in os.environ.items() if name not in _SET_BY_HOOKS}
    environment |= {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            check=False,
            env=environment,
            input=stdin,
            timeout=_SECONDS,
        )
    except FileNotFoundError:
        raise UserError(
            _("git is not installed, so no revision can be looked up"),
            _("name the other version as a file"),
        ) from None
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        raise UserError(_("git cannot be run: {reason}").format(reason=error)) from None
    return done.returncode, done.stdout, done.stderr


def _said(err: bytes) -> str | None:
    lines = err.decode("utf-8", "replace").strip().splitlines()
    return _("git says: {line}").format(line=lines[-1]) if lines else None


def _top_named(err: bytes) -> str | None:
    text = err.decode("utf-8", "replace")
    return text.split("'")[1] if text.count("'") >= 2 else None
