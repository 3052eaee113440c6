"""Putting a new file where there is none, whole or not at all."""

from __future__ import annotations

import errno
import os
import time
from contextlib import suppress
from pathlib import Path

from kh20.planfile.log.replace import (
    LOCK_SECONDS,
    cannot_write,
    sync_folder,
    wait_for,
    write_beside,
)

_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
"""How file systems say that they have no hard links, or no more of them for a file."""


def create_file(path: Path, data: bytes, wait_seconds: float = LOCK_SECONDS) -> None:
    """Write a file that is not there yet, making its folder; whoever looks finds it whole.

    Raises FileExistsError where something of that name is there, a broken link too, and
    :class:`~kh20.planfile.log.replace.CannotWrite` where it cannot be written.
    """
    temporary = path.with_name(f".{path.name}.kh20-init")
    try:
        with suppress(FileExistsError):  # A file in the place of the folder: what follows says so.
            path.parent.mkdir(parents=True, exist_ok=True)
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        raise cannot_write(path, error) from None
    try:
        wait_for(folder, path, time.monotonic() + wait_seconds)
        if os.path.lexists(path):
            raise FileExistsError(path)
        write_beside(temporary, data)
        try:
            _give_name(temporary, path)
        finally:
            with suppress(OSError):
                temporary.unlink()
    except FileExistsError:
        raise
    except OSError as error:
        raise cannot_write(path, error) from None
    finally:
        os.close(folder)
    sync_folder(path)


def _give_name(temporary: Path, path: Path) -> None:
    """Name a file so that it takes nobody's place."""
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        temporary.rename(path)
