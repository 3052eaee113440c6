"""Plan files below a folder: the same are found on disk and in a revision of it."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from git_repositories import Repository
from kh20.cli.plan_files import plan_files, plans_below
from kh20.cli.revision_files import FolderThen, tree_of
from kh20.cli.revisions import revision_at

_FOLDER = st.lists(st.sampled_from(["a", "b", "ô", ".h", "node_modules"]), max_size=2)
_NAME = st.sampled_from(["plan.yaml", "x.plan.yaml", "pyvenv.cfg", "y.yaml"])
_FILE = st.builds(lambda folder, name: "/".join((*folder, name)), _FOLDER, _NAME)
_PATH = st.one_of(_FILE, _FOLDER.map("/".join))


@given(
    files=st.lists(_FILE, min_size=2, max_size=8),
    links=st.dictionaries(_PATH, _PATH, min_size=1, max_size=4),
)
@settings(max_examples=25)
def test_on_disk_and_in_a_revision(files: list[str], links: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        made = Repository(Path(os.path.realpath(folder)) / "kho")
        top = made.folder
        for name in files:
            if not _is_taken(top, name):
                made.write(name, "x")
        for name, target in links.items():
            if not _is_taken(top, name):
                (top / name).parent.mkdir(parents=True, exist_ok=True)
                (top / name).symlink_to(os.path.relpath(top / target, (top / name).parent))
        made.record()
        tree = tree_of(revision_at(top, "HEAD", "HEAD"))
        for below in ("", "a", "b", "ô", "a/b"):
            found = plan_files([str(top / below)]).files if (top / below).is_dir() else []
            # A link that leads nowhere is told where it is read, and was nothing in a revision.
            there = {
                os.path.relpath(os.path.realpath(file), top): os.path.relpath(file, top / below)
                for file in found
                if Path(file).exists()
            }
            assert there == plans_below(FolderThen(tree, below)), below


def _is_taken(top: Path, name: str) -> bool:
    """Tell whether something is there already, or a file or a link where a folder would be."""
    path = top / name
    above = [each for each in path.parents if each != top and each.is_relative_to(top)]
    return os.path.lexists(path) or any(each.is_symlink() or each.is_file() for each in above)
