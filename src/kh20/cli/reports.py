"""Reports and schemas that are written to files, and what files are called in reports."""

import errno
import os
import re
from collections.abc import Iterable
from pathlib import Path

from kh20.cli.errors import UserError
from kh20.cli.git import repository_top
from kh20.cli.plan_files import is_plan_name
from kh20.planfile import STDIN, load
from kh20.planfile.log.whole_file import (
    CannotWrite,
    create_file,
    locked,
    replace_file,
    signals_deferred,
)
from kh20.text.i18n import _

_TOP_VARIABLES = ("CI_PROJECT_DIR", "GITHUB_WORKSPACE")
"""Where GitLab and GitHub say which folder the paths in a report begin at."""


def names_in_reports(paths: Iterable[str]) -> dict[str, str]:
    """Return what a forge calls files: their paths from the top of the repository they are in.

    A link is called by what it leads to where that is in the same repository. A file that is in
    none keeps the path that was given.
    """
    chosen = [os.environ[name] for name in _TOP_VARIABLES if os.environ.get(name)]
    return {path: _name_in_report(path, chosen) for path in paths}


def _name_in_report(path: str, chosen: Iterable[str]) -> str:
    if path in ("", STDIN):
        return path
    folder, name = os.path.split(path)
    try:
        real = Path(os.path.realpath(path))
        called = Path(os.path.realpath(folder or os.curdir), name)
        tops = [Path(os.path.realpath(each)) for each in chosen]
    except (OSError, ValueError):  # The working directory is gone, or no file can have the name.
        return path
    for top in (*tops, repository_top(called.parent), repository_top(real.parent)):
        for file in (real, called):
            if top is not None and file.is_relative_to(top):
                return file.relative_to(top).as_posix()
    return path


def write_file(path: str, text: str, inputs: Iterable[str] = ()) -> None:
    """Write a report or a schema to a file, whole or not at all.

    Raises :class:`UserError` where that would overwrite one of the ``inputs``, another plan, or
    what is not a plain file, and where the system refuses.
    """
    # A path that is not UTF-8 must not keep the report from being written.
    data = text.encode("utf-8", "backslashreplace")
    try:
        target = Path(os.path.realpath(path))
        if not target.exists():
            _demand_folder(target)
            create_file(target, data)
            return
        _demand_report(target, path, inputs)
        with locked(target) as real, signals_deferred():
            replace_file(real, data, real.read_bytes())
    except CannotWrite as error:
        raise UserError(error.reason, error.hint) from None
    except (OSError, ValueError) as error:
        raise UserError(
            _("“{path}” cannot be written: {reason}").format(
                path=path, reason=getattr(error, "strerror", None) or error
            )
        ) from None


def _demand_folder(target: Path) -> None:
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))


def _demand_report(target: Path, path: str, inputs: Iterable[str]) -> None:
    """Raise :class:`UserError` where an existing file is not one to be written over."""
    hint = _("name another file")
    if not target.is_file():
        raise UserError(_("“{path}” is not a plain file").format(path=path), hint)
    if target in [Path(os.path.realpath(each)) for each in inputs]:
        raise UserError(
            _("“{path}” is read by this command, and is left as it is").format(path=path), hint
        )
    if _is_plan(target):
        raise UserError(_("“{path}” is a plan, and is left as it is").format(path=path), hint)


def _is_plan(file: Path) -> bool:
    """Tell whether a file is a plan by its name or its content, also one with faults."""
    if is_plan_name(file.name) or load(str(file)).plan is not None:
        return True
    text = file.read_bytes()
    return all(re.search(rb"^%b:" % key, text, re.MULTILINE) for key in (b"agencies", b"tasks"))
