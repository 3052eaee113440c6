"""The console: where output goes, and how it may look there."""

import errno
import os
import re
import shutil
import sys
from contextlib import suppress
from typing import NoReturn, TextIO

from kh20.formats.lines import Screen, fitted
from kh20.text.quoting import printable

MIN_WIDTH = 20
"""Below this many columns all is laid out as if there were as many, and the terminal wraps."""

_LISTED = re.compile(r"\n(?= {4})")
"""The break before a line of a list: the lines are indented, and nothing else in a message is."""

_CELL = re.compile(r"[^\n\t]+")


class Unwritable(Exception):
    """Standard output takes no more, as on a full disk; the message is the system's reason."""


def screen_of(stream: TextIO | None, *, no_color: bool = False) -> Screen:
    """Return the screen behind a stream: its width and colour, or neither where it is a pipe."""
    if stream is None or not stream.isatty():
        return Screen(None, False)
    try:
        own = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        own = 0
    width = shutil.get_terminal_size((own or 80, 24)).columns
    dumb = os.environ.get("TERM", "") == "dumb"
    colour = not (no_color or dumb or os.environ.get("NO_COLOR"))
    return Screen(max(MIN_WIDTH, width), colour)


def write(text: str, *, exact: bool = False) -> None:
    """Write data to standard output, as UTF-8 whatever the locale says.

    Data that programs read is ``exact``; on a terminal it is made visible like everything else.

    Where whoever reads it has seen enough, as in ``| head``, the rest is dropped and the command
    goes on to its own exit code. Raises :class:`Unwritable`.
    """
    stream: TextIO | None = sys.stdout
    if stream is None:
        raise Unwritable(os.strerror(errno.EBADF))
    if exact and stream.isatty():
        text = _CELL.sub(lambda cell: printable(cell[0]), text)
    try:
        stream.write(_encodable(text))
        stream.flush()
    except BrokenPipeError:
        discard_output()
    except OSError as error:
        discard_output()
        raise Unwritable(error.strerror or str(error)) from None


def say(text: str, *, rendered: bool = False) -> None:
    """Write lines that are not data to standard error, if it is there to take them.

    What a terminal would obey is made visible, since names and paths in a message can hold it.
    ``rendered`` text comes from a format, which has done so, and may have put in colour.
    """
    stream: TextIO | None = sys.stderr
    if stream is None:
        return
    try:
        if not rendered:
            text = "\n".join(printable(line) for line in text.split("\n"))
            text = fitted(text, screen_of(stream))
        stream.write(_encodable(text if text.endswith("\n") else text + "\n"))
        stream.flush()
    except OSError:
        _discard(stream)


def can_ask() -> bool:
    """Tell whether there is a person at a terminal who can be asked."""
    streams = (sys.stdin, sys.stderr)
    return all(stream is not None and stream.isatty() for stream in streams)


def confirmed(question: str) -> bool:
    """Ask a person for a yes or a no; what is not a yes is a no."""
    sys.stderr.write(f"{_encodable(printable(question))} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() in ("y", "yes", "c", "có")


def complain(message: str, hint: str | None) -> None:
    """Say what is wrong, and what to do about it.

    A list under a sentence keeps its lines. Any other line break stands in a name or a path.
    """
    say(f"kh20: {_with_own_breaks(message)}")
    if hint:
        say(f"  {_with_own_breaks(hint)}")


def _with_own_breaks(message: str) -> str:
    return "\n".join(printable(line) for line in _LISTED.split(message))


def discard_output() -> None:
    """Send standard output nowhere, so that what is left of it fails no more when Python ends."""
    _discard(sys.stdout)


def _discard(stream: TextIO) -> None:
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


def _encodable(text: str) -> str:
    # A lone surrogate (from a path that is not UTF-8) must not end in a traceback.
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def use_utf8() -> None:
    """Make the standard streams speak UTF-8: the plan's text must come out unmangled."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and (stream.encoding or "").lower().replace("-", "") != "utf8":
            reconfigure(encoding="utf-8")


def leave(code: int) -> NoReturn:
    """End the process with an exit code, at once.

    Python would first take apart, object by object, the plan that was read, which is up to a tenth
    of the time of a command. Under ``KH20_DEBUG`` it does, so that profilers write their reports.
    """
    if os.environ.get("KH20_DEBUG"):
        sys.exit(code)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)
