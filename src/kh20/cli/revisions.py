"""Versions of a plan file: a file, standard input, or the file as it was at a git revision."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from kh20.cli.errors import UserError
from kh20.i18n import _
from kh20.loader import STDIN, Loaded, load, load_bytes

_SECONDS = 60


def load_version(version: str, path: str) -> Loaded:
    """Load a version of the plan at ``path``: a file's path, ``-``, or a git revision.

    ``REVISION:PATH`` names a path of its own, from the top of the repository, as git writes it.
    Raises :class:`UserError` where there is no such version.
    """
    if version == STDIN:
        return load(version, sys.stdin.buffer)
    if Path(version).is_file():
        return load(version)
    if version.startswith("-") or not version:
        raise UserError(
            _("“{version}” is neither a file nor a git revision").format(version=version)
        )
    return load_bytes(_at_revision(version, path), _label(version, path))


def _label(version: str, path: str) -> str:
    return version if ":" in version else f"{version}:{path}"


def _at_revision(version: str, path: str) -> bytes:
    revision, colon, named = version.partition(":")
    if path == STDIN and not colon:
        raise UserError(
            _("standard input has no path that git could look up at “{version}”").format(
                version=version
            ),
            _("name the path too: {version}:plan.yaml").format(version=version),
        )
    real = Path(os.path.realpath(path)) if path != STDIN else Path.cwd() / "-"
    folder = real.parent
    if not folder.is_dir():
        raise UserError(_("there is no folder “{folder}”").format(folder=folder))
    _demand_repository(folder, version)
    commit = _commit(folder, revision, version)
    wanted = named if colon else f"./{real.name}"
    code, out, err = _git(folder, "cat-file", "blob", f"{commit}:{wanted}")
    if code == 0:
        return out
    shown = named if colon else path
    raise UserError(
        _("git revision “{revision}” has no file “{path}”").format(revision=revision, path=shown),
        _("if it had another name then, give that: {revision}:OLD/NAME.yaml").format(
            revision=revision
        )
        if b"does not exist" in err or b"exists on disk" in err or b"path '" in err
        else _said(err),
    )


def _demand_repository(folder: Path, version: str) -> None:
    code, _out, err = _git(folder, "rev-parse", "--git-dir")
    if code == 0:
        return
    if b"dubious ownership" in err:
        raise UserError(
            _("git refuses the repository of “{folder}”: it belongs to another user").format(
                folder=folder
            ),
            _("if you trust it: git config --global --add safe.directory {folder}").format(
                folder=_top_named(err) or folder
            ),
        )
    if b"not a git repository" in err:
        raise UserError(
            _("“{version}” is not a file, and “{folder}” is not in a git repository").format(
                version=version, folder=folder
            )
        )
    raise UserError(_("git cannot be asked about “{folder}”").format(folder=folder), _said(err))


def _commit(folder: Path, revision: str, version: str) -> str:
    code, out, _err = _git(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    if code == 0:
        return out.decode().strip()
    message = _("“{version}” is neither a file nor a revision that git knows").format(
        version=version
    )
    _code, shallow, _err = _git(folder, "rev-parse", "--is-shallow-repository")
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


def _git(folder: Path, *arguments: str) -> tuple[int, bytes, bytes]:
    environment = {
        **os.environ,
        "LC_ALL": "C",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_OPTIONAL_LOCKS": "0",
    }
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            capture_output=True,
            check=False,
            env=environment,
            stdin=subprocess.DEVNULL,
            timeout=_SECONDS,
        )
    except FileNotFoundError:
        raise UserError(
            _("git is not installed, so no revision can be looked up"),
            _("name the other version as a file"),
        ) from None
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise UserError(_("git cannot be run: {reason}").format(reason=error)) from None
    return done.returncode, done.stdout, done.stderr


def _said(err: bytes) -> str | None:
    lines = err.decode("utf-8", "replace").strip().splitlines()
    return _("git says: {line}").format(line=lines[0]) if lines else None


def _top_named(err: bytes) -> str | None:
    text = err.decode("utf-8", "replace")
    return text.split("'")[1] if text.count("'") >= 2 else None
