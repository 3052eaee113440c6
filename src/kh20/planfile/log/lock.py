"""The lock that keeps the writers of a file apart.

On POSIX it is on the file itself, so that none is left lying about. After waiting for it, the name
is looked at again: the writer before has put another file in its place.

Windows replaces no file that anybody has open, whoever holds its lock included. So the lock is on a
file beside it there. Whoever gives it back removes that file, which Windows refuses as long as
another writer has it open; what a killed writer left is taken over by the next one.
"""

import errno
import os
import time
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

_fcntl: ModuleType | None
try:
    import fcntl as _fcntl
except ImportError:  # Windows
    _fcntl = None

OPEN_FILES_STAY = _fcntl is None
"""Whether the system replaces no file that a program has open."""


class Lock(NamedTuple):
    """A lock that is held: the open file, and its name where it is one beside the other."""

    descriptor: int
    beside: Path | None = None


def lock_file(path: Path, until: float) -> Lock:
    """Take the lock of a file that is there, at the latest at a moment of the monotonic clock.

    Raises BlockingIOError where another writer has it for longer, and OSError where the file cannot
    be opened for writing, or where the file system has no locks.
    """
    if _fcntl is not None:
        return Lock(_open_locked(path, os.O_RDWR | os.O_NONBLOCK, until))
    if path.is_dir():  # Windows speaks of a missing permission.
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    os.close(os.open(path, os.O_RDWR))
    return _lock_beside(path, until)


def lock_name(path: Path, until: float) -> Lock:
    """Take the lock of a name that no file has yet. Raises as :func:`lock_file`."""
    if _fcntl is not None:
        return Lock(_open_locked(path.parent, os.O_RDONLY, until))
    return _lock_beside(path, until)


def give_back(lock: Lock) -> None:
    """Let the next writer have a lock."""
    os.close(lock.descriptor)
    if lock.beside is not None:
        with suppress(OSError):
            lock.beside.unlink()


def _lock_beside(path: Path, until: float) -> Lock:
    beside = path.with_name(f".{path.name}.kh20-lock")
    return Lock(_open_locked(beside, os.O_RDWR | os.O_CREAT, until), beside)


def _open_locked(path: Path, flags: int, until: float) -> int:
    while True:
        descriptor = os.open(path, flags, 0o666)
        try:
            _wait_for(descriptor, until)
            if os.path.samestat(os.fstat(descriptor), os.stat(path)):  # noqa: PTH116
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _wait_for(descriptor: int, until: float) -> None:
    while True:
        try:
            _take(descriptor)
        except BlockingIOError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _take(descriptor: int) -> None:
    """Take the exclusive lock of an open file. Raises BlockingIOError where another has it."""
    if _fcntl is not None:
        _fcntl.flock(descriptor, _fcntl.LOCK_EX | _fcntl.LOCK_NB)
        return
    msvcrt: Any = import_module("msvcrt")
    try:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    except PermissionError as error:
        raise BlockingIOError(errno.EAGAIN, error.strerror) from None
