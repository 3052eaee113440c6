"""The plan files that `check` is asked about: files, and all of those below a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kh20.cli.errors import UserError
from kh20.planfile import STDIN
from kh20.planfile.packaged import FILE_NAME
from kh20.text.i18n import _

_SUFFIX = ".plan.yaml"


class Targets(NamedTuple):
    """The files to check, and why some of what was named holds none."""

    files: list[str]
    refusals: list[UserError]


def plan_files(paths: Iterable[str]) -> Targets:
    """Return the files to check, in the order given and within a folder by name.

    Each is there once, whatever it is called.
    Of a folder these are every ``plan.yaml`` and ``*.plan.yaml`` below it; hidden folders are left
    out. Raises :class:`UserError` where there is none at all.
    """
    found: dict[str, str] = {}
    refusals: list[UserError] = []
    for path in paths:
        # Path.is_dir takes an empty name for the working directory, and raises for a long one.
        if path == STDIN or not os.path.isdir(path):  # noqa: PTH112
            found.setdefault(_identity(path), path)
            continue
        below = list(_below(path))
        if not below:
            refusal = UserError(
                _("there is no plan below the folder “{path}”").format(path=path),
                _("plans are files named plan.yaml or NAME.plan.yaml"),
            )
            refusals.append(refusal)
        for file in below:
            found.setdefault(_identity(file), file)
    if refusals and not found:
        raise refusals[0]
    return Targets(list(found.values()), refusals)


def _identity(path: str) -> str:
    """Return what is the same for all paths of a file."""
    try:
        return path if path == STDIN else os.path.realpath(path)
    except (OSError, ValueError):
        return path


def _below(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name == FILE_NAME or name.endswith(_SUFFIX):
                yield os.path.normpath(os.path.join(here, name))  # noqa: PTH118 (text in, text out)
