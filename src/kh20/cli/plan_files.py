"""Plan files by their names: those below a folder, on disk or in a revision, and near misses."""

import os
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import NamedTuple, Protocol

from kh20.cli.errors import UserError
from kh20.planfile import STDIN
from kh20.planfile.decode import FILE_NAME
from kh20.text.i18n import _

_SUFFIX = ".plan.yaml"
ENVIRONMENT = "pyvenv.cfg"
"""The file that makes a folder an environment of Python."""
_INSTALLED = frozenset({"node_modules", "site-packages"})


class Entry(NamedTuple):
    """What a folder holds under a name; a link to a folder is a folder as well."""

    name: str
    is_folder: bool
    is_link: bool


class Folder(Protocol):
    """A folder and all below it, by paths with slashes; ``""`` is the folder itself."""

    def entries(self, path: str) -> Iterable[Entry]:
        """Return what a folder below holds."""

    def real(self, path: str) -> str:
        """Return what is the same for all paths of a file or a folder."""


class Targets(NamedTuple):
    """The files to check, the folders that were named, and what could not be looked into."""

    files: list[str]
    folders: list[str]
    empty: list[str]
    """The folders without a plan."""
    refusals: list[UserError]


class _OnDisk:
    """A folder of the file system."""

    def __init__(self, top: str) -> None:
        self._top = top
        self.refusals: list[UserError] = []

    def entries(self, path: str) -> list[Entry]:
        folder = shown_path(self._top, path)
        try:
            with os.scandir(folder) as found:
                return [Entry(each.name, _is_folder(each), each.is_symlink()) for each in found]
        except OSError as error:
            message = _("the folder “{path}” cannot be looked into: {reason}")
            message = message.format(path=folder, reason=error.strerror or error)
            self.refusals.append(UserError(message))
            return []

    def real(self, path: str) -> str:
        return identity(shown_path(self._top, path))


def plan_files(paths: Iterable[str]) -> Targets:
    """Return the files to check, in the order given and within a folder by name.

    Each is there once, whatever it is called.
    """
    found: dict[str, str] = {}
    targets = Targets([], [], [], [])
    for path in paths:
        # Path.is_dir takes an empty name for the working directory, and raises for a long one.
        if path == STDIN or not os.path.isdir(path):  # noqa: PTH112
            found.setdefault(identity(path), path)
            continue
        folder = _OnDisk(path)
        below = plans_below(folder)
        for real, file in below.items():
            found.setdefault(real, shown_path(path, file))
        targets.folders.append(path)
        targets.refusals.extend(folder.refusals)
        if not below and not folder.refusals:
            targets.empty.append(path)
    targets.files.extend(found.values())
    return targets


def nothing_below(folders: Iterable[str], files: Iterable[str]) -> list[UserError]:
    """Return the errors of folders that were named, and none of the files is below them."""
    hint = _("plans are files named plan.yaml or NAME.plan.yaml")
    return [
        UserError(_("there is no plan below the folder “{path}”").format(path=folder), hint)
        for folder in folders
        if not any(PurePath(file).is_relative_to(folder) for file in files)
    ]


def plans_below(folder: Folder) -> dict[str, str]:
    """Return every ``plan.yaml`` and ``*.plan.yaml`` below a folder: its real path, and its path.

    Hidden folders and those of installed packages are left out.
    """
    found: dict[str, str] = {}
    for path, entries in _walk(folder):
        for entry in entries:
            if is_plan_name(entry.name) and not entry.is_folder:
                file = _below(path, entry.name)
                found.setdefault(folder.real(file), file)
    return found


def _walk(folder: Folder) -> Iterator[tuple[str, list[Entry]]]:
    """Yield every folder to be looked into, and what it holds.

    A link is followed after all else, so that a folder goes by its own path where it has one here.
    One that leads to a folder above would lead in a circle.
    """
    top = folder.real("")
    entered: set[str] = set()
    ways, links = [""], list[str]()
    while ways or links:
        way = ways.pop() if ways else links.pop(0)
        real = folder.real(way)
        entries = sorted(folder.entries(way)) if real not in entered else []
        entered.add(real)
        if way and any(entry.name == ENVIRONMENT for entry in entries):
            continue
        yield way, entries
        inner = [(_below(way, entry.name), entry) for entry in entries if _is_entered(entry)]
        ways += [path for path, entry in reversed(inner) if not entry.is_link]
        linked = [path for path, entry in inner if entry.is_link]
        links += [path for path in linked if not _is_above(folder.real(path), top)]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    # A link in a circle is no folder to os.path, and an error to DirEntry.
    return os.path.isdir(entry.path) if entry.is_symlink() else entry.is_dir()  # noqa: PTH112


def _is_entered(entry: Entry) -> bool:
    return entry.is_folder and not entry.name.startswith(".") and entry.name not in _INSTALLED


def is_plan_name(name: str) -> bool:
    """Tell whether a file is a plan by its name."""
    return name == FILE_NAME or name.endswith(_SUFFIX)


def near_misses() -> list[str]:
    """Return the YAML files of the working directory, those first that sound like a plan."""
    try:
        with os.scandir() as found:
            names = [each.name for each in found if os.path.isfile(each.path)]  # noqa: PTH113
    except OSError:
        return []
    yaml = [name for name in names if name.lower().endswith((".yaml", ".yml")) and name[0] != "."]
    return sorted(yaml, key=lambda name: (not _sounds_like_a_plan(name.lower()), name))


def _sounds_like_a_plan(name: str) -> bool:
    return is_plan_name(name.replace(".yml", ".yaml"))


def identity(path: str) -> str:
    """Return what is the same for all paths of a file."""
    try:
        return path if path == STDIN else os.path.realpath(path)
    except (OSError, ValueError):
        return path


def shown_path(folder: str, path: str) -> str:
    """Return the path of what is below a folder, as a person would write it."""
    return str(PurePath(folder, path))


def _below(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _is_above(folder: str, top: str) -> bool:
    return top.startswith(os.path.join(folder, ""))  # noqa: PTH118
