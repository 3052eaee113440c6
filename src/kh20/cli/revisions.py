"""Versions of a plan file: a file, standard input, or the file as it was at a git revision."""

import os
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from kh20.cli.errors import UserError
from kh20.cli.git import GitAnswer, ask_git, repository_top
from kh20.cli.plans import load_named
from kh20.planfile import STDIN, Loaded, load_bytes
from kh20.planfile.decode import MAX_BYTES, packaged_plan
from kh20.text.i18n import _
from kh20.text.quoting import shown


class _Wanted(NamedTuple):
    """A file at a revision of a repository, and the names that people know it by."""

    version: str
    revision: str
    path: str
    """From the top of the repository, as git takes it behind the revision and a colon."""
    shown: str
    top: Path


def load_version(version: str, path: str) -> Loaded:
    """Load a version of the plan at ``path``: a file's path, ``-``, or a git revision.

    ``REVISION:PATH`` names a path of its own, from the top of the repository, as git writes it.
    Raises :class:`UserError` where there is no such version.
    """
    if version == STDIN or is_file(version):
        return load_named(version)
    if version.startswith("-") or not version:
        raise UserError(
            _("“{version}” is neither a file nor a git revision").format(version=shown(version))
        )
    wanted = _wanted(version, path)
    _demand_trust(wanted)
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
                version=shown(version)
            ),
            _("name the path too: {version}:plan.yaml").format(version=shown(version)),
        )
    try:
        # Where no plan is at hand, the working directory tells which repository is meant.
        here = named is not None and (path == STDIN or packaged)
        real = Path.cwd() / "-" if here else Path(os.path.realpath(path))
    except OSError:
        raise UserError(_("the working directory is not there any more")) from None
    if not real.parent.is_dir():
        raise UserError(_("there is no folder “{folder}”").format(folder=real.parent))
    top = repository_top(real.parent)
    if top is None:
        raise _no_repository(version, real.parent, packaged=packaged)
    below = real.relative_to(top).as_posix()
    return _Wanted(version, revision, named or below, named or path, top)


def _no_repository(version: str, folder: Path, *, packaged: bool) -> UserError:
    if packaged:
        return UserError(
            _(
                "“{version}” is not a file, and there is no plan.yaml here or above to ask git for"
            ).format(version=shown(version)),
            _("name the plan: --plan PATH"),
        )
    return UserError(
        _("“{version}” is not a file, and “{folder}” is not in a git repository").format(
            version=shown(version), folder=folder
        )
    )


def _split(version: str) -> tuple[str, str | None]:
    """Part a revision from a path behind it; a colon in braces belongs to the revision."""
    depth = 0
    for number, char in enumerate(version):
        depth += (char == "{") - (char == "}")
        if char == ":" and depth <= 0 and number:
            return version[:number], version[number + 1 :]
    return version, None


def _demand_trust(wanted: _Wanted) -> None:
    """Raise :class:`UserError` where git will not answer about the repository."""
    answer = ask_git(wanted.top, "rev-parse", "--git-dir")
    if answer.code == 0:
        return
    if b"dubious ownership" in answer.err or b"unsafe repository" in answer.err:
        raise UserError(
            _("git refuses the repository of “{folder}”: it belongs to another user").format(
                folder=wanted.top
            ),
            _("if you trust it: git config --global --add safe.directory {folder}").format(
                folder=quote(_top_named(answer.err) or str(wanted.top))
            ),
        )
    message = _("git cannot be asked about “{folder}”").format(folder=wanted.top)
    raise UserError(message, answer.reason)


def _commit(wanted: _Wanted) -> str:
    """Return the commit that a revision names."""
    answer = ask_git(wanted.top, "rev-parse", "--verify", f"{wanted.revision}^{{commit}}")
    lines = answer.out.decode("ascii", "replace").split()
    if answer.code == 0 and len(lines) == 1:
        return lines[0]
    if b"is corrupt" in answer.err or b"object file" in answer.err:
        raise _unreadable(wanted, answer)
    message = _("“{version}” is neither a file nor a revision that git knows").format(
        version=shown(wanted.version)
    )
    hint = _("“git fetch” brings what others have pushed; “git branch -a” lists names")
    if ask_git(wanted.top, "rev-parse", "--is-shallow-repository").out.strip() == b"true":
        hint = _(
            "this clone is shallow: fetch the history first (git fetch --unshallow; in CI, set "
            "the fetch depth to 0)"
        )
    raise UserError(message, hint)


def _content(wanted: _Wanted, commit: str) -> bytes:
    """Return the file at a commit; a symbolic link there is followed within the commit.

    Its size is known before it is read.
    """
    name = f"{commit}:{wanted.path}"
    asked = os.fsencode(name) + b"\n"
    found = ask_git(wanted.top, "cat-file", "--batch-check", "--follow-symlinks", stdin=asked)
    fields = found.out.split(b"\n")[0].split()
    if found.code == 0 and fields[1:2] == [b"blob"]:
        if int(fields[2]) > MAX_BYTES:
            return bytes(MAX_BYTES + 1)  # As large as what is refused for its size.
        blob = ask_git(wanted.top, "cat-file", "blob", fields[0].decode("ascii"))
        if blob.code == 0:
            return blob.out
        raise _unreadable(wanted, blob)
    if fields[1:2] == [b"tree"]:
        raise UserError(
            _("“{path}” is a folder at git revision “{revision}”").format(
                path=shown(wanted.shown), revision=shown(wanted.revision)
            )
        )
    if found.code == 0 and ask_git(wanted.top, "rev-parse", "--verify", name).code != 0:
        raise UserError(
            _("git revision “{revision}” has no file “{path}”").format(
                revision=shown(wanted.revision), path=shown(wanted.shown)
            ),
            _("if it had another name then, give that: {revision}:OLD/NAME.yaml").format(
                revision=shown(wanted.revision)
            ),
        )
    raise _unreadable(wanted, found)


def _unreadable(wanted: _Wanted, answer: GitAnswer) -> UserError:
    return UserError(
        _("git cannot read “{path}” at “{revision}”").format(
            path=shown(wanted.shown), revision=shown(wanted.revision)
        ),
        answer.reason or _("“git fsck” tells whether the repository is whole"),
    )


def _top_named(err: bytes) -> str | None:
    text = err.decode("utf-8", "replace")
    return text.split("'")[1] if text.count("'") >= 2 else None
