"""Writing of a whole file in one step: whoever looks finds the old content or the new."""

import errno
import os
import shutil
import signal
import stat
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kh20.planfile.log.lock import OPEN_FILES_STAY, give_back, lock_file, lock_name
from kh20.text.i18n import _

LOCK_SECONDS = 30.0
"""How long a writer waits for another one unless told otherwise, in seconds."""

_MOMENT = 2.0 if OPEN_FILES_STAY else 0.0
"""How long a program that reads the file may keep it from being replaced, in seconds."""

_NO_LINKS = (
    errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EINVAL,
)  # fmt: skip
"""How file systems say that they have no hard links, or no more of them for a file."""


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
    real = Path(os.path.realpath(path))
    try:
        lock = lock_file(real, time.monotonic() + wait_seconds)
    except OSError as error:
        raise cannot_write(path, error) from None
    try:
        yield real
    finally:
        give_back(lock)


def replace_file(path: Path, data: bytes, was: bytes) -> None:
    """Put new content in the place of a file, whose lock is held and whose real path this is.

    The new file is complete and on the disk before it takes the name. Mode, group and extended
    attributes are those of the old one, and so is the owner where the system lets it be. ``was`` is
    the content that the new one was made from: an editor knows nothing of the lock. Raises
    :class:`CannotWrite`, and then nothing has changed (but for a disk that does not confirm the new
    name, which the sentence then says).
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
            _take_place(temporary, path)
    except OSError as error:
        raise cannot_write(path, error) from None
    _sync_folder(path)


def _take_place(temporary: Path, path: Path) -> None:
    """Give a file the name of another, once no program has that open where it would stay."""
    until = time.monotonic() + _MOMENT
    while True:
        try:
            os.replace(temporary, path)  # noqa: PTH105
        except PermissionError:
            if time.monotonic() >= until:
                raise
            time.sleep(0.01)
        else:
            return


def create_file(path: Path, data: bytes, wait_seconds: float = LOCK_SECONDS) -> None:
    """Write a file that is not there yet, making its folder; whoever looks finds it whole.

    Raises FileExistsError where something of that name is there, a broken link too, and
    :class:`CannotWrite` where it cannot be written.
    """
    temporary = path.with_name(f".{path.name}.kh20-init")
    try:
        _make_folder(path.parent)
        lock = lock_name(path, time.monotonic() + wait_seconds)
    except OSError as error:
        raise cannot_write(path, error) from None
    try:
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
        give_back(lock)
    _sync_folder(path)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:  # A file is there in its place.
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR)) from None


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
    mode = 0o666 if like is None else 0o600
    stream = open(temporary, "xb", opener=lambda path, flags: os.open(path, flags, mode))  # noqa: SIM115
    with _removed_on_error(temporary), stream:
        stream.write(data)
        stream.flush()
        if like is not None:
            _make_alike(temporary, stream.fileno(), like)
        os.fsync(stream.fileno())


def _make_alike(temporary: Path, descriptor: int, like: Path) -> None:
    """Give a new file that is open the mode of another, its group, its owner if that may be.

    Only the system's administrator gives files away. Of whoever may write by the group the new file
    becomes their own, as with an editor. Raises :class:`CannotWrite` where even the group would be
    another, since it says who may write.
    """
    before, now = like.stat(), os.fstat(descriptor)
    kept = (now.st_uid, now.st_gid) == (before.st_uid, before.st_gid)
    if not kept:
        try:
            os.fchown(descriptor, before.st_uid, before.st_gid)  # First: it alters the mode.
            kept = True
        except PermissionError:
            _keep_group(descriptor, like, now.st_gid, before.st_gid)
    shutil.copystat(like, temporary)  # The mode, and what the system keeps beside it.
    if not kept:  # As whom it may run is not the writer's to say.
        os.chmod(descriptor, stat.S_IMODE(before.st_mode) & ~(stat.S_ISUID | stat.S_ISGID))
    os.utime(temporary)  # The content is new, and so is its time.


def _keep_group(descriptor: int, like: Path, group: int, wanted: int) -> None:
    try:
        if group != wanted:
            os.fchown(descriptor, -1, wanted)
    except PermissionError:
        raise CannotWrite(
            _("“{path}” cannot be written: its group could not be kept").format(path=like),
            _("whoever is in its group can record; the file is as it was"),
        ) from None


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
        descriptor = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        # A folder that this user may write to but not list, a system that syncs no folders.
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
    if isinstance(error, BlockingIOError):
        return CannotWrite(
            _("“{path}” is being written to by another program").format(path=path),
            _("try again when it has ended"),
        )
    message = _("“{path}” cannot be written: {reason}").format(
        path=path, reason=error.strerror or str(error)
    )
    hint = {
        errno.ENOSPC: _("the disk is full; the file is as it was"),
        errno.EDQUOT: _("the disk quota is used up; the file is as it was"),
        errno.EFBIG: _("this user may not write files of this size; the file is as it was"),
        errno.EISDIR: _("it is a folder; name the plan file in it"),
        errno.EROFS: _("the file system is read-only"),
        errno.EACCES: _("this user may not write to the file or its folder")
        if not OPEN_FILES_STAY
        else _("another program has it open, or this user may not write to it or its folder"),
        errno.EPERM: _("the file or its folder is protected; the file is as it was"),
    }.get(error.errno or 0)
    return CannotWrite(message, hint)
