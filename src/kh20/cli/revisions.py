"""Versions of a plan file: a file, standard input, or the file as it was at a git revision."""

import os
import posixpath
from pathlib import Path
from shlex import quote
from typing import NamedTuple

from kh20.cli.errors import UserError
from kh20.cli.git import GitAnswer, ask_git, repository_top
from kh20.cli.plans import load_named
from kh20.planfile import STDIN, Loaded, load_bytes
from kh20.planfile.decode import MAX_BYTES, Unreadable, read_plan_bytes
from kh20.planfile.registers.read import Reader, RegisterSource
from kh20.text.i18n import _, ngettext
from kh20.text.quoting import shown

_PARTING = "..."


class Revision(NamedTuple):
    """A commit of a repository, and the name that people know it by."""

    top: Path
    name: str
    commit: str


class NotThen(UserError):
    """A revision has no file of that name."""


def load_version(version: str, path: str | None) -> Loaded:
    """Load a version of the plan at ``path``: a file's path, ``-``, or a git revision.

    ``REVISION:PATH`` names a path of its own, from the top of the repository, as git writes it.
    Raises :class:`UserError` where there is no such version.
    """
    if version == STDIN or is_file(version):
        return load_named(version)
    name, named = _split(version, ":")
    # Where no plan is at hand, the working directory tells which repository is meant.
    here = named is not None and path in (None, STDIN)
    place = _real(STDIN) if here else place_of(path, version)
    revision = revision_at(place.parent, name, version)
    below = place.relative_to(revision.top).as_posix()
    return load_at(revision, named or below, named or str(path))


def is_file(version: str) -> bool:
    """Tell whether there is something of that name that is not a folder."""
    # Unlike those of pathlib, these two never raise, as for a name that is too long.
    return os.path.exists(version) and not os.path.isdir(version)  # noqa: PTH110, PTH112


def is_one_file(version: str) -> bool:
    """Tell whether a version is one file, not a revision of whatever file is asked for."""
    return version == STDIN or is_file(version) or _split(version, ":")[1] is not None


def place_of(path: str | None, version: str) -> Path:
    """Return where a plan really is, links followed: a revision is asked for it there.

    Raises :class:`UserError` where that is nowhere.
    """
    if path == STDIN:
        raise UserError(
            _("standard input has no path that git could look up at “{version}”").format(
                version=shown(version)
            ),
            _("name the path too: {version}:plan.yaml").format(version=shown(version)),
        )
    if path is None:
        raise UserError(
            _(
                "“{version}” is not a file, and there is no plan.yaml here or above to ask git for"
            ).format(version=shown(version)),
            _("name the plan: --plan PATH"),
        )
    return _real(path)


def revision_at(folder: Path, name: str, version: str) -> Revision:
    """Return the commit that a revision names in the repository that a folder is in.

    ``A...B`` is the commit where the two parted, and HEAD is what is left out of it. ``version`` is
    what was typed, which may name a file as well. Raises :class:`UserError`.
    """
    left, right = _split(name, _PARTING)
    if name in ("", _PARTING) or left.startswith("-") or (right or "").startswith("-"):
        raise UserError(
            _("“{version}” is neither a file nor a git revision").format(version=shown(version))
        )
    top = _repository(folder, version)
    if right is None:
        return Revision(top, name, _commit(top, name, version))
    base = _merge_base(top, *(_commit(top, end or "HEAD", version) for end in (left, right)))
    if base is None:
        raise UserError(
            _("the two sides of “{version}” have no commit in common").format(
                version=shown(version)
            ),
            _shallow(top),
        )
    return Revision(top, name, base)


def _repository(folder: Path, version: str) -> Path:
    """Return the top of the repository that a folder is in, which git does answer about."""
    if not folder.is_dir():
        raise UserError(_("there is no folder “{folder}”").format(folder=folder))
    top = repository_top(folder)
    if top is None:
        raise UserError(
            _("“{version}” is not a file, and “{folder}” is not in a git repository").format(
                version=shown(version), folder=folder
            )
        )
    _demand_trust(top)
    return top


def parting_point(revision: Revision) -> tuple[Revision, str | None]:
    """Return where HEAD parted from a revision, and what is to be said of that.

    It is the revision itself where HEAD has all of it or nothing in common with it, or where such
    a commit was asked for.
    """
    top, name, commit = revision
    if _split(name, _PARTING)[1] is not None:
        return revision, None
    base = _merge_base(top, commit, "HEAD")
    if base is None:
        hint = _shallow(top)
        note = _("It is not known where this branch left “{revision}”: {hint}.")
        return revision, note.format(revision=shown(name), hint=hint) if hint else None
    if base == commit:
        return revision, None
    since = int(ask_git(top, "rev-list", "--count", commit, f"^{base}").out or 0)
    note = ngettext(
        "“{revision}” has moved on by {count} commit since this branch left it. The plans are "
        "compared with the commit where it left, as “{revision}...” does.",
        "“{revision}” has moved on by {count} commits since this branch left it. The plans are "
        "compared with the commit where it left, as “{revision}...” does.",
        since,
    )
    parted = Revision(top, f"{name}{_PARTING}", base)
    return parted, note.format(revision=shown(name), count=since)


def load_at(revision: Revision, path: str, name: str) -> Loaded:
    """Load the file at a path from the top of a repository, as it was at a revision.

    A symbolic link there is followed within the revision, and the size is known before the file is
    read. ``name`` is what people call it. Raises :class:`NotThen` where there was none, and
    :class:`UserError` where git cannot give it.
    """
    object_ = f"{revision.commit}:{path}"
    asked = os.fsencode(object_)
    if b"\n" in asked:  # What is asked for in this way is one line.
        asked = ask_git(revision.top, "rev-parse", "--verify", object_).out.strip()
    options = ("--batch-check", "--follow-symlinks")
    found = ask_git(revision.top, "cat-file", *options, stdin=asked + b"\n")
    fields = found.out.split(b"\n")[0].split()
    if found.code == 0 and fields[1:2] == [b"blob"]:
        content = _content(revision, fields, name)
        return load_bytes(content, f"{revision.name}:{name}", _registers_at(revision, path))
    if fields[1:2] == [b"tree"]:
        raise UserError(
            _("“{path}” is a folder at git revision “{revision}”").format(
                path=shown(name), revision=shown(revision.name)
            )
        )
    if found.code == 0 and ask_git(revision.top, "rev-parse", "--verify", object_).code != 0:
        raise NotThen(
            _("git revision “{revision}” has no file “{path}”").format(
                revision=shown(revision.name), path=shown(name)
            ),
            _("if it had another name then, give that: {revision}:OLD/NAME.yaml").format(
                revision=shown(revision.name)
            ),
        )
    raise _unreadable(revision, name, found)


def _registers_at(revision: Revision, plan: str) -> Reader:
    """Return what reads a register by its path from a plan, as it was at a revision."""

    def read(path: str) -> RegisterSource:
        found = posixpath.normpath(posixpath.join(posixpath.dirname(plan), path))
        if found.startswith(("../", "/")):  # Outside of the repository there is only one version.
            return RegisterSource(read_plan_bytes(revision.top / found), found)
        called = f"{revision.name}:{found}"
        answer = ask_git(revision.top, "cat-file", "blob", f"{revision.commit}:{found}")
        if answer.code != 0:
            raise Unreadable(_("there was no file “{path}”").format(path=shown(called)))
        return RegisterSource(answer.out, called)

    return read


def _content(revision: Revision, blob: list[bytes], name: str) -> bytes:
    object_, _kind, size = blob
    if int(size) > MAX_BYTES:
        return bytes(MAX_BYTES + 1)  # As large as what is refused for its size.
    answer = ask_git(revision.top, "cat-file", "blob", object_.decode("ascii"))
    if answer.code != 0:
        raise _unreadable(revision, name, answer)
    return answer.out


def _real(path: str) -> Path:
    try:
        return Path(os.path.realpath(path))
    except OSError:
        raise UserError(_("the working directory is not there any more")) from None


def _split(version: str, mark: str) -> tuple[str, str | None]:
    """Part a version at a mark, which in braces belongs to the revision, as a colon in front."""
    depth = 0
    for number, char in enumerate(version):
        depth += (char == "{") - (char == "}")
        if depth <= 0 and version.startswith(mark, number) and (number or mark != ":"):
            return version[:number], version[number + len(mark) :]
    return version, None


def _demand_trust(top: Path) -> None:
    """Raise :class:`UserError` where git will not answer about the repository."""
    answer = ask_git(top, "rev-parse", "--git-dir")
    if answer.code == 0:
        return
    if b"dubious ownership" in answer.err or b"unsafe repository" in answer.err:
        raise UserError(
            _("git refuses the repository of “{folder}”: it belongs to another user").format(
                folder=top
            ),
            _("if you trust it: git config --global --add safe.directory {folder}").format(
                folder=quote(_top_named(answer.err) or str(top))
            ),
        )
    raise UserError(_("git cannot be asked about “{folder}”").format(folder=top), answer.reason)


def _commit(top: Path, name: str, version: str) -> str:
    """Return the commit that a revision names."""
    answer = ask_git(top, "rev-parse", "--verify", f"{name}^{{commit}}")
    lines = answer.out.decode("ascii", "replace").split()
    if answer.code == 0 and len(lines) == 1:
        return lines[0]
    if b"is corrupt" in answer.err or b"object file" in answer.err:
        message = _("git cannot read the revision “{version}”").format(version=shown(version))
        raise UserError(message, answer.reason)
    if ask_git(top, "rev-list", "--all", "--max-count=1")[:2] == (0, b""):
        raise UserError(
            _("the repository has no commits yet, so there is no “{version}”").format(
                version=shown(version)
            ),
            _("commit the plan first: git add, then git commit"),
        )
    raise UserError(
        _("“{version}” is neither a file nor a revision that git knows").format(
            version=shown(version)
        ),
        _shallow(top)
        or _("“git fetch” brings what others have pushed; “git branch -a” lists names"),
    )


def _merge_base(top: Path, *ends: str) -> str | None:
    answer = ask_git(top, "merge-base", *ends)
    return answer.out.decode("ascii", "replace").strip() or None if answer.code == 0 else None


def _shallow(top: Path) -> str | None:
    """Return what to do about a clone that has only the last commits, if it is one."""
    if ask_git(top, "rev-parse", "--is-shallow-repository").out.strip() != b"true":
        return None
    return _(
        "this clone is shallow: fetch the history first (git fetch --unshallow; in CI, set the "
        "fetch depth to 0)"
    )


def _unreadable(revision: Revision, name: str, answer: GitAnswer) -> UserError:
    return UserError(
        _("git cannot read “{path}” at “{revision}”").format(
            path=shown(name), revision=shown(revision.name)
        ),
        answer.reason or _("“git fsck” tells whether the repository is whole"),
    )


def _top_named(err: bytes) -> str | None:
    text = err.decode("utf-8", "replace")
    return text.split("'")[1] if text.count("'") >= 2 else None
