"""Reports and schemas that are written to files, and the files that are not written over."""

import errno
import os
import re
from collections.abc import Iterable
from pathlib import Path

from kh20.cli.errors import UserError
from kh20.cli.plan_files import is_plan_name
from kh20.planfile import load
from kh20.planfile.log.whole_file import (
    CannotWrite,
    create_file,
    locked,
    replace_file,
    signals_deferred,
)
from kh20.text.i18n import _


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
