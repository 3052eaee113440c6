"""Writing of a whole file in one step: whoever looks finds the old content or the new.

The lock of a file that is replaced is on the file itself, so that none is left lying about. After
waiting for it, the name is looked at again: the writer before has put another file in its place.
"""

import errno
import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import ModuleType

from kh20.text.i18n import _

LOCK_SECONDS = 30.0
"""How long a writer waits for another one unless told otherwise, in seconds."""

_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
"""How file systems say that they have no hard links, or no more of them for a file."""

_fcntl: ModuleType | None
try:
    import fcntl as _fcntl
except ImportError:  # Windows
    _fcntl = None


class CannotWrite(Exception):
    """The file could not be written, and is as it was; carries the sentence to show."""

    def __init__(self, reason: str, hint: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint


@contextmanager
def signals_deferred() -> Iterator[None]:
    """Let what would end the program wait until a file is whole and it is said what was done.

    The first signal that came is then raised again. An ignored one stays ignored.
    """
    waiting: list[int] = []
    kinds = [getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP")]
    ours = threading.current_thread() is threading.main_thread()
    before = {
        kind: signal.signal(kind, lambda number, _frame: waiting.append(number))
        for kind in kinds
        if kind is not None and ours and signal.getsignal(kind) is not signal.SIG_IGN
    }
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)
        if waiting:
            signal.raise_signal(waiting[0])


@contextmanager
def locked(path: Path, wait_seconds: float = LOCK_SECONDS) -> Iterator[Path]:
    """Hold the exclusive lock of a file; yields its real path, symbolic links followed.

    Raises :class:`CannotWrite` where the file cannot be opened, or another writer holds the lock
    for longer than ``wait_seconds``.
    """
    if _fcntl is None:
        raise CannotWrite(
            _("kh20 cannot write to plan files on this system, which has no file locks it knows"),
            _("add the entry to the log by hand, and run “kh20 check”"),
        )
    real = Path(os.path.realpath(path))
    try:
        descriptor = _lock(real, time.monotonic() + wait_seconds)
    except OSError as error:
        raise cannot_write(path, error) from None
    try:
        yield real
    finally:
        os.close(descriptor)


def _lock(path: Path, until: float) -> int:
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CLOEXEC | os.O_NONBLOCK)
        try:
            _wait_for(descriptor, path, until)
            mine, now = os.fstat(descriptor), os.stat(path)  # noqa: PTH116
            if (mine.st_dev, mine.st_ino) == (now.st_dev, now.st_ino):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _wait_for(descriptor: int, path: Path, until: float) -> None:
    """Take the exclusive lock of an open file, at the latest at a moment of the monotonic clock.

    Raises :class:`CannotWrite` where another program holds it for longer, OSError where the file
    system has no locks.
    """
    assert _fcntl is not None
    while True:
        try:
            _fcntl.flock(descriptor, _fcntl.LOCK_EX | _fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > until:
                raise CannotWrite(
                    _("“{path}” is being written to by another program").format(path=path),
                    _("try again when it has ended"),
                ) from None
            time.sleep(0.01)
        else:
            return


def replace_file(path: Path, data: bytes, was: bytes) -> None:
    """Put new content in the place of a file, whose lock is held and whose real path this is.

    The new file is complete and on the disk before it takes the name; mode, owner and extended
    attributes are those of the old one. ``was`` is the content that the new one was made from: an
    editor knows nothing of the lock. Raises :class:`CannotWrite`, and then nothing has changed (but
    for a disk that does not confirm the new name, which the sentence then says).
    """
    temporary = path.with_name(f".{path.name}.kh20-new")
    try:
        if path.stat().st_nlink > 1:
            raise CannotWrite(
                _(
                    "“{path}” has another name (a hard link), which would keep the old content"
                ).format(path=path),
                _("copy it to a file of its own, or make a symbolic link of the other name"),
            )
        if not os.access(path, os.W_OK):
            # The folder may let it be replaced all the same; its mode says that it is not to be.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        _write_beside(temporary, data, like=path)
        with _removed_on_error(temporary):
            if path.read_bytes() != was:
                raise CannotWrite(
                    _("“{path}” was changed by another program meanwhile").format(path=path),
                    _("nothing was written; run the command again"),
                )
            os.replace(temporary, path)  # noqa: PTH105
    except OSError as error:
        raise cannot_write(path, error) from None
    _sync_folder(path)


def create_file(path: Path, data: bytes, wait_seconds: float = LOCK_SECONDS) -> None:
    """Write a file that is not there yet, making its folder; whoever looks finds it whole.

    Raises FileExistsError where something of that name is there, a broken link too, and
    :class:`CannotWrite` where it cannot be written.
    """
    temporary = path.with_name(f".{path.name}.kh20-init")
    try:
        with suppress(FileExistsError):  # A file in the place of the folder: what follows says so.
            path.parent.mkdir(parents=True, exist_ok=True)
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        raise cannot_write(path, error) from None
    try:
        _wait_for(folder, path, time.monotonic() + wait_seconds)
        if os.path.lexists(path):
            raise FileExistsError(path)
        _write_beside(temporary, data)
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
    _sync_folder(path)


def _give_name(temporary: Path, path: Path) -> None:
    """Name a file so that it takes nobody's place."""
    try:
        os.link(temporary, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        temporary.rename(path)


def _write_beside(temporary: Path, data: bytes, *, like: Path | None = None) -> None:
    """Write a whole file that is to take another's name, and see it onto the disk.

    A file that has its name was left by a writer that was killed, since the lock keeps others out.
    ``like`` is the file whose place it will take, and whose mode and owner it gets. Raises OSError,
    and then leaves nothing behind.
    """
    with suppress(FileNotFoundError):
        temporary.unlink()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC | os.O_NOFOLLOW
    descriptor = os.open(temporary, flags, 0o666 if like is None else 0o600)
    with _removed_on_error(temporary), os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
        stream.flush()
        if like is not None:
            before, now = like.stat(), os.fstat(descriptor)
            if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
                os.fchown(descriptor, before.st_uid, before.st_gid)  # First: it alters the mode.
            shutil.copystat(like, temporary)  # The mode, and what the system keeps beside it.
            os.utime(temporary)  # The content is new, and so is its time.
        os.fsync(stream.fileno())


@contextmanager
def _removed_on_error(temporary: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _sync_folder(path: Path) -> None:
    """See the name of a file onto the disk. Raises :class:`CannotWrite` where that fails."""
    try:
        descriptor = os.open(path.parent, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        # A folder that this user may write to but not list, a file system that syncs no folders.
        if error.errno in (errno.EACCES, errno.EINVAL, errno.ENOTSUP):
            return
        raise CannotWrite(
            _("“{path}” was written, but the disk has not confirmed it: {reason}").format(
                path=path, reason=error.strerror or str(error)
            ),
            _("look at the file, and at the disk"),
        ) from None


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """Return an error of the system as the sentence to show."""
    message = _("“{path}” cannot be written: {reason}").format(
        path=path, reason=error.strerror or str(error)
    )
    hint = {
        errno.ENOSPC: _("the disk is full; the file is as it was"),
        errno.EDQUOT: _("the disk quota is used up; the file is as it was"),
        errno.EFBIG: _("this user may not write files of this size; the file is as it was"),
        errno.EISDIR: _("it is a folder; name the plan file in it"),
        errno.EROFS: _("the file system is read-only"),
        errno.EACCES: _("this user may not write to the file or its folder"),
        errno.EPERM: _("the owner or mode of the file could not be kept; the file is as it was"),
    }.get(error.errno or 0)
    return CannotWrite(message, hint)
