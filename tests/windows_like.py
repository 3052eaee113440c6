"""Files as Windows has them, on Linux: a plugin of pytest, ``pytest -p windows_like FILES``.

There is no ``fcntl`` but an ``msvcrt``, POSIX's flags and calls are absent, and a file that anybody
has open is neither replaced nor removed. Loaded before anything of kh20, and for its processes only
where they are forked.
"""

import builtins
import errno
import fcntl
import io
import os
import shutil
import stat
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from types import ModuleType
from typing import Any

ABSENT = ("O_CLOEXEC", "O_DIRECTORY", "O_NOFOLLOW", "O_NONBLOCK", "fchown", "fchmod")

_open, _os_open = io.open, os.open


def _denied(path: Any) -> PermissionError:
    return PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(path))


def _held_open(descriptor: int) -> int:
    """Mark a file as open, for as long as the descriptor is."""
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        fcntl.flock(descriptor, fcntl.LOCK_SH)
    return descriptor


def _open_descriptor(path: Any, flags: int, mode: int = 0o777, **options: Any) -> int:
    if flags & os.O_TMPFILE == os.O_TMPFILE:
        return _os_open(path, flags, mode, **options)
    if Path(path).is_dir():
        raise _denied(path)
    while True:
        descriptor = _held_open(_os_open(path, flags, mode, **options))
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), Path(path).stat()):
                return descriptor
        os.close(descriptor)  # It was removed before it was marked, which Windows does not do.
        flags &= ~os.O_EXCL


def _open_stream(*arguments: Any, **options: Any) -> Any:
    stream = _open(*arguments, **options)
    _held_open(stream.fileno())
    return stream


@contextmanager
def _nobody_has_open(path: Any) -> Iterator[None]:
    if not Path(path).is_file() or Path(path).is_symlink():
        yield
        return
    descriptor = _os_open(path, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise _denied(path) from None
    finally:
        os.close(descriptor)


def _unless_open(call: Callable[..., None], *, over: bool) -> Callable[..., None]:
    def guarded(*paths: Any, **options: Any) -> None:
        if len(paths) > 1 and not over and os.path.lexists(paths[1]):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(paths[1]))
        with ExitStack() as stack:
            for path in paths:
                stack.enter_context(_nobody_has_open(path))
            call(*paths, **options)

    return guarded


def _locking(descriptor: int, mode: int, length: int) -> None:
    """Lock bytes from where a file stands: each that has it open for itself, as on Windows."""
    place = os.lseek(descriptor, 0, os.SEEK_CUR)
    kind = fcntl.F_UNLCK if mode == 0 else fcntl.F_WRLCK
    wanted = struct.pack("hhqqi4x", kind, os.SEEK_SET, place, length, 0)
    try:
        fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, wanted)
    except OSError:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES)) from None


msvcrt: Any = ModuleType("msvcrt")
msvcrt.locking, msvcrt.LK_UNLCK, msvcrt.LK_NBLCK = _locking, 0, 2
sys.modules["msvcrt"] = msvcrt
sys.modules["fcntl"] = None  # type: ignore[assignment]
for _name in ABSENT:
    delattr(os, _name)
os.open = _open_descriptor
io.open = builtins.open = _open_stream
os.replace = _unless_open(os.replace, over=True)
os.rename = _unless_open(os.rename, over=False)
os.unlink = os.remove = _unless_open(os.unlink, over=True)
vars(shutil)["_use_fd_functions"] = False
