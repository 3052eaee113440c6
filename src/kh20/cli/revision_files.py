"""The plan files of a revision, found in its folders as they are found on disk."""

import os
from collections.abc import Iterable, Iterator, Mapping

from kh20.cli.errors import UserError
from kh20.cli.git import ask_git
from kh20.cli.plan_files import ENVIRONMENT, Entry, is_plan_name
from kh20.cli.revisions import Revision
from kh20.text.i18n import _
from kh20.text.quoting import shown

_LONGEST_LIST = 32 * 1024 * 1024
"""Bytes of the list of all files: some 300,000 of them."""
_LONGEST_TARGETS = 4 * 1024 * 1024
"""Bytes of the targets of all links together."""
_MOST_STEPS = 400
_MOST_LINKS = 40
"""How far a path leads, and through how many links, as on disk; what leads further is a circle."""

_LINK = b"120000"


class Tree:
    """The files of a revision. A link leads where it did then, and nowhere out of it."""

    def __init__(self, files: Mapping[str, str], links: Mapping[str, str]) -> None:
        """Take the objects of all files and the targets of all links, by their paths."""
        self.files = files
        self._links = links
        self._names: dict[str, set[str]] = {}
        for path in (*files, *links):
            if path in links or _tells(path):
                self._enter(path)

    def _enter(self, path: str) -> None:
        while path:
            folder, _slash, name = path.rpartition("/")
            names = self._names.setdefault(folder, set())
            if name in names:
                return
            names.add(name)
            path = folder

    def real(self, path: str) -> str:
        """Return a path without the links in it; the same where one leads in a circle, or out."""
        done: list[str] = []
        path = path.strip("/")
        ahead = path.split("/")[::-1]
        links = 0
        for _step in range(_MOST_STEPS):
            if not ahead:
                return "/".join(done)
            step = ahead.pop()
            if step == "..":
                if not done:
                    break
                done.pop()
            elif step not in ("", "."):
                done.append(step)
            target = self._links.get("/".join(done))
            if target is not None:
                links += 1
                if target.startswith("/") or links > _MOST_LINKS:
                    break
                done.pop()
                ahead += target.split("/")[::-1]
        return path

    def entries(self, path: str) -> Iterator[Entry]:
        """Yield what may matter of a folder: plan files, links that lead somewhere, folders."""
        folder = self.real(path)
        for name in self._names.get(folder, ()):
            entry = f"{folder}/{name}" if folder else name
            real = self.real(entry)
            if real in self._names or real in self.files:
                yield Entry(name, real in self._names, entry in self._links)


def _tells(path: str) -> bool:
    """Tell whether a file is a plan by its name, or says of its folder that it holds none."""
    name = path.rpartition("/")[2]
    return name == ENVIRONMENT or is_plan_name(name)


class FolderThen:
    """A folder of a revision; see :class:`~kh20.cli.plan_files.Folder`."""

    def __init__(self, tree: Tree, top: str) -> None:
        self._tree = tree
        self._top = top

    def entries(self, path: str) -> Iterator[Entry]:
        """Yield what a folder below holds."""
        return self._tree.entries(f"{self._top}/{path}")

    def real(self, path: str) -> str:
        """Return a path from the top of the repository, without links."""
        return self._tree.real(f"{self._top}/{path}")


def tree_of(revision: Revision) -> Tree:
    """List the files of a revision. Raises :class:`UserError` where git cannot, or never ends."""
    arguments = ("ls-tree", "-r", "-z", "--full-tree", revision.commit)
    answer = ask_git(revision.top, *arguments, limit=_LONGEST_LIST)
    if len(answer.out) > _LONGEST_LIST:
        raise UserError(
            _("git revision “{revision}” holds too many files to look for plans among them").format(
                revision=shown(revision.name)
            ),
            _("name the plan files instead of their folder"),
        )
    if answer.code != 0:
        raise UserError(
            _("git cannot list the files of “{revision}”").format(revision=shown(revision.name)),
            _("“git fsck” tells whether the repository is whole"),
        )
    files: dict[str, str] = {}
    links: dict[str, str] = {}
    for line in answer.out.split(b"\0")[:-1]:
        about, _tab, path = line.partition(b"\t")
        mode, kind, object_ = about.split()
        if kind == b"blob":
            found = links if mode == _LINK else files
            found[os.fsdecode(path)] = object_.decode("ascii")
    targets = _targets(revision, set(links.values()))
    return Tree(files, {path: targets.get(object_, "/") for path, object_ in links.items()})


def _targets(revision: Revision, objects: Iterable[str]) -> dict[str, str]:
    """Return what links lead to, by their objects; those that are too long are left out."""
    asked = "".join(f"{object_}\n" for object_ in objects).encode("ascii")
    if not asked:
        return {}
    short, length = [], 0
    for line in ask_git(revision.top, "cat-file", "--batch-check", stdin=asked).out.splitlines():
        object_, kind, *sizes = line.split()
        if kind == b"blob" and length + int(sizes[0]) <= _LONGEST_TARGETS:
            short.append(object_ + b"\n")
            length += int(sizes[0])
    given = ask_git(revision.top, "cat-file", "--batch", stdin=b"".join(short)).out
    found: dict[str, str] = {}
    start = 0
    while start < len(given):
        end = given.index(b"\n", start) + 1
        object_, _kind, size = given[start:end].split()
        start = end + int(size) + 1
        found[object_.decode("ascii")] = os.fsdecode(given[end : start - 1])
    return found
