"""Plan files in two versions: as they are, and as they were at a git revision."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kh20.cli.errors import UserError
from kh20.cli.git import repository_top
from kh20.cli.plan_files import is_plan_name, plans_below, shown_path
from kh20.cli.revision_files import FolderThen, Tree, tree_of
from kh20.cli.revisions import NotThen, Revision, load_at, place_of
from kh20.planfile import Loaded


class Pair(NamedTuple):
    """A plan file before and after an edit; a new one has no before, one that is gone no after."""

    path: str
    before: Loaded | None
    after: Loaded | None
    moved: bool = False


class Asked(NamedTuple):
    """The files and folders to be compared in one repository, with their paths from its top."""

    files: list[tuple[str, Loaded]]
    folders: list[tuple[str, str]]
    """Each with the name by which people know it."""


def by_repository(
    checked: Iterable[Loaded], folders: Iterable[str], version: str, refusals: list[UserError]
) -> dict[Path, Asked]:
    """Part what is to be compared by the top of its repository, or by its folder outside of one.

    A file that was named and is not there may have been there, as a file or as a folder.
    """
    found: dict[Path, Asked] = {}
    looked_into = [*folders]
    for loaded in checked:
        if loaded.readable or os.path.lexists(loaded.path):
            try:
                place = place_of(loaded.path, version)
            except UserError as error:
                refusals.append(error)
                continue
            top = repository_top(place.parent) or place.parent
            asked = found.setdefault(top, Asked([], []))
            asked.files.append((place.relative_to(top).as_posix(), loaded))
        elif loaded.path:
            looked_into.append(loaded.path)
    for folder in looked_into:
        try:
            place = place_of(folder, version)
        except (UserError, ValueError):  # What no file can be called has had no version either.
            continue
        outer = repository_top(place)
        if outer is not None:
            found.setdefault(outer, Asked([], [])).folders.append(
                (place.relative_to(outer).as_posix(), folder)
            )
        for inner, asked in found.items():
            if inner != outer and inner.is_relative_to(place):
                asked.folders.append(("", shown_path(folder, str(inner.relative_to(place)))))
    return found


class Lookup:
    """The versions of plan files in one repository, but for those that cannot be read."""

    def __init__(self, revision: Revision, asked: Asked, refusals: list[UserError]) -> None:
        self._revision = revision
        self._asked = asked
        self._refusals = refusals
        self._refused: set[str] = set()

    @cached_property
    def _tree(self) -> Tree:
        return tree_of(self._revision)

    def pairs(self) -> Iterator[Pair]:
        """Yield each file with what it was, and with nothing what is gone.

        Raises :class:`UserError` where git cannot list the files.
        """
        files = [(self._path_then(path), loaded) for path, loaded in self._asked.files]
        names = {**self._below_folders(), **{path: loaded.path for path, loaded in files}}
        self._refused = {path for path, loaded in files if not loaded.readable}
        olds = self._load(names)
        files = [(path, loaded) for path, loaded in files if path not in self._refused]
        # Where a document was not in the same file, it is looked for in those that are gone.
        if any(path not in olds or _differ(olds[path], loaded) for path, loaded in files):
            olds |= self._load(self._not_any_more(olds))
        left = dict(olds)
        for (path, loaded), was in zip(files, _paired(files, left), strict=True):
            yield Pair(loaded.path, olds.get(was), loaded, moved=was not in ("", path))
        yield from (Pair(names[path], left[path], None) for path in names if path in left)

    def _below_folders(self) -> dict[str, str]:
        """Return the plan files that were below the folders: their paths, and their names."""
        found: dict[str, str] = {}
        for folder, name in self._asked.folders:
            for path, below in plans_below(FolderThen(self._tree, folder)).items():
                found.setdefault(path, shown_path(name, below))
            if self._tree.real(folder) in self._tree.files:
                found.setdefault(self._tree.real(folder), name)
        return found

    def _path_then(self, path: str) -> str:
        """Return what a path led to, links followed, where the files are listed at all."""
        return self._tree.real(path) if self._asked.folders else path

    def _not_any_more(self, known: Mapping[str, Loaded]) -> dict[str, str]:
        """Return the other plan files of the revision that are not there any more."""
        try:
            listed = self._tree.files
        except UserError as error:
            self._refusals.append(error)
            return {}
        return {
            path: path
            for path in listed
            if is_plan_name(path.rpartition("/")[2])
            and path not in {*known, *self._refused}
            and not os.path.lexists(self._revision.top / path)
        }

    def _load(self, names: Mapping[str, str]) -> dict[str, Loaded]:
        """Load the files that there were, by their paths, and add to what is refused."""
        found: dict[str, Loaded] = {}
        for path, name in names.items():
            if path in self._refused:
                continue
            try:
                found[path] = load_at(self._revision, path, name)
            except NotThen:
                continue
            except UserError as error:
                self._refusals.append(error)
                self._refused.add(path)
        return found


def _paired(files: Sequence[tuple[str, Loaded]], left: dict[str, Loaded]) -> list[str]:
    """Take from ``left`` what each file was: that of its number, or else of its path, or ``""``."""
    found = [""] * len(files)

    def take(index: int, path: str | None) -> None:
        if not found[index] and path is not None and path in left:
            found[index] = path
            del left[path]

    for index, (path, loaded) in enumerate(files):
        if path in left and not _differ(left[path], loaded):
            take(index, path)
    by_number = {_number(old): path for path, old in left.items() if old.plan is not None}
    for index, (_path, loaded) in enumerate(files):
        take(index, by_number.get(_number(loaded)))
    for index, (path, _loaded) in enumerate(files):
        take(index, path)
    return found


def _differ(one: Loaded, other: Loaded) -> bool:
    """Tell whether two plans are of different documents, where both can be read."""
    return None not in (one.plan, other.plan) and _number(one) != _number(other)


def _number(loaded: Loaded) -> str | None:
    return loaded.plan.document.number.casefold() if loaded.plan is not None else None
