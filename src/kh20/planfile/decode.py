"""Bytes of a plan file, and their decoding. Nothing here waits on a pipe that has no other end."""

import os
import re
import stat
from pathlib import Path
from typing import BinaryIO

from kh20.findings import Diagnostic, Place, Span
from kh20.planfile.source_text import SourceText
from kh20.text.i18n import _

FILE_NAME = "plan.yaml"
"""What a plan file is called, unless it is named otherwise."""

MAX_BYTES = 128 * 1024 * 1024
"""The largest plan that is read, in bytes: some 300,000 obligations, more than any province has."""

_HANDED_OVER = re.compile(r"/dev/stdin|(?:/dev/fd|/proc/self/fd)/(\d{1,9})")
"""The path of what the shell has opened for this process, as for ``<(command)``."""

UTF8_BOM = b"\xef\xbb\xbf"
_OTHER_BOMS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}


def packaged_plan() -> Path:
    """Return the path of the packaged plan: in the package, or in the checkout it runs from.

    A wheel carries a copy; an editable install reads the one at the top of the checkout, so that
    an edit is seen at once.
    """
    here = Path(__file__).resolve()
    inside = here.parents[1] / FILE_NAME
    return inside if inside.exists() else here.parents[3] / FILE_NAME


def is_packaged(path: str) -> bool:
    """Tell whether a path leads to the packaged plan."""
    try:
        return Path(path).samefile(packaged_plan())
    except (OSError, ValueError):
        return False


class Unreadable(Exception):
    """A plan that is not read; carries the sentence to show, how to fix it, and the code.

    The code is KH001 where the file cannot be opened, KH003 where it is too large.
    """

    def __init__(self, reason: str, hint: str | None = None, code: str = "KH001") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint
        self.code = code


def read_plan_bytes(path: Path) -> bytes:
    """Return the content of a plan file, at most one byte more than :data:`MAX_BYTES`.

    A pipe is read where the shell has handed it over, already open. Raises :class:`Unreadable`
    where there is no such file, where it is a folder, a device or a named pipe (opening one could
    wait for ever), or where the system refuses.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 (one look, symbolic links followed)
        mode = status.st_mode
        if stat.S_ISDIR(mode):
            raise Unreadable(
                _("“{path}” is a folder, not a plan file").format(path=path),
                _("name the file in it, such as {example}").format(example=path / "plan.yaml"),
            )
        handed = _HANDED_OVER.fullmatch(str(path))
        if handed and (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
            with os.fdopen(os.dup(int(handed[1] or 0)), "rb") as stream:
                return stream.read(MAX_BYTES + 1)
        if not stat.S_ISREG(mode):
            raise Unreadable(
                _("“{path}” is a pipe or a device, not a plain file").format(path=path),
                _("send the plan to standard input and name it “-”"),
            )
        if status.st_size > MAX_BYTES:
            raise Unreadable(*_too_large(), code="KH003")
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Unreadable(_("there is no file “{path}”").format(path=path)) from None
    except PermissionError:
        raise Unreadable(
            _("“{path}” may not be read by this user").format(path=path),
            _("ask its owner for the right to read it"),
        ) from None
    except ValueError:
        raise Unreadable(
            _("“{path}” cannot be the name of a file").format(path=repr(str(path))[1:-1])
        ) from None
    except OSError as error:
        raise Unreadable(
            _("“{path}” cannot be read: {reason}").format(path=path, reason=error.strerror or error)
        ) from None


def read_stream_bytes(stream: BinaryIO) -> bytes:
    """Return what an open stream holds, at most one byte more than :data:`MAX_BYTES`.

    Raises :class:`Unreadable` where the system refuses.
    """
    try:
        return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable(
            _("standard input cannot be read: {reason}").format(reason=error.strerror or error)
        ) from None


def decode(data: bytes) -> tuple[SourceText, list[Diagnostic]]:
    """Turn bytes into text.

    A file that is too large, or not UTF-8, gives an empty or partly replaced text and the finding
    that says so; a UTF-8 byte order mark is accepted and left out.
    """
    start = Place(span=Span(0, 0))
    if len(data) > MAX_BYTES:
        message, hint = _too_large()
        return SourceText(""), [Diagnostic("KH003", message, start, hint)]
    refusal = _in_another_encoding(data)
    if refusal is not None:
        return SourceText(""), [Diagnostic("KH002", refusal, start, _("save it as UTF-8"))]
    data = data.removeprefix(UTF8_BOM)
    try:
        return SourceText(data.decode("utf-8")), []
    except UnicodeDecodeError as error:
        # Everything before the first bad byte is good, so its length is the place of the finding.
        offset = len(data[: error.start].decode("utf-8"))
        message = _("the file is not UTF-8: byte 0x{byte:02X} does not belong here")
        message = message.format(byte=data[error.start])
        hint = _("save it as UTF-8, not in an older Vietnamese or Windows encoding")
        place = Place(span=Span(offset, offset + 1))
        text = SourceText(data.decode("utf-8", "replace"))
        return text, [Diagnostic("KH002", message, place, hint)]


def _too_large() -> tuple[str, str]:
    limit = MAX_BYTES // 1024 // 1024
    return (
        _("the file is larger than {limit} MiB").format(limit=limit),
        _("keep one document in one file"),
    )


def _in_another_encoding(data: bytes) -> str | None:
    """Return the sentence on bytes that are marked as another encoding, or look like one."""
    for bom, encoding in _OTHER_BOMS.items():
        if data.startswith(bom):
            return _("the file is {encoding}, not UTF-8").format(encoding=encoding)
    guess = _wide_encoding(data[:1024])
    if guess is not None:
        return _("the file seems to be {encoding}, not UTF-8").format(encoding=guess)
    return None


def _wide_encoding(start: bytes) -> str | None:
    """Guess an encoding with several bytes for each letter from where the zero bytes are."""
    if len(start) < 8 or b"\0" not in start:
        return None
    zeros = [lane.count(0) / len(lane) for lane in (start[i::4] for i in range(4))]
    if (zeros[2:] == [1, 1] and not zeros[0]) or (zeros[:2] == [1, 1] and not zeros[3]):
        return "UTF-32"
    low, high = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if (low == 0 and high > 0.5) or (high == 0 and low > 0.5):
        return "UTF-16"
    return None
