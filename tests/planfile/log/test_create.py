"""Making a file where there is none: whole, and in nobody's place."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from kh20.planfile.log.whole_file import CannotWrite, create_file
from killed_writers import names


def test_the_folder_is_made_too(tmp_path: Path) -> None:
    """With all those above it; the mode is that of any new file."""
    path = tmp_path / "a" / "b" / "plan.yaml"
    before = os.umask(0o027)
    try:
        create_file(path, b"x")
    finally:
        os.umask(before)
    assert path.read_bytes() == b"x"
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o640
    assert names(path.parent) == ["plan.yaml"]
    assert path.stat().st_nlink == 1


@pytest.mark.parametrize("kind", ["file", "folder", "link", "broken link"])
def test_what_is_there_is_left(tmp_path: Path, kind: str) -> None:
    """Whatever it is."""
    path = tmp_path / "plan.yaml"
    if kind == "file":
        path.write_bytes(b"old")
    elif kind == "folder":
        path.mkdir()
    else:
        (tmp_path / "other").write_bytes(b"old")
        path.symlink_to("other" if kind == "link" else "nowhere")
    before = names(tmp_path), path.is_symlink() or path.is_dir() or path.read_bytes()
    with pytest.raises(FileExistsError):
        create_file(path, b"x")
    after = names(tmp_path), path.is_symlink() or path.is_dir() or path.read_bytes()
    assert after == before


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    """Is not “there already”, but is no folder."""
    (tmp_path / "a").write_bytes(b"")
    for path in (tmp_path / "a" / "plan.yaml", tmp_path / "a" / "b" / "plan.yaml"):
        with pytest.raises(CannotWrite, match="cannot be written: Not a directory"):
            create_file(path, b"x")


def test_of_two_at_once_one_makes_it(tmp_path: Path) -> None:
    """The other is told that it is there."""
    path = tmp_path / "plan.yaml"
    told = []

    def make(number: int) -> None:
        try:
            create_file(path, bytes([number]) * 50_000)
        except FileExistsError:
            told.append(number)

    threads = [threading.Thread(target=make, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (made,) = set(range(8)) - set(told)
    assert path.read_bytes() == bytes([made]) * 50_000
    assert names(tmp_path) == ["plan.yaml"]


def test_where_there_are_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on many USB sticks."""

    def link(old: Path, new: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", link)
    path = tmp_path / "plan.yaml"
    create_file(path, b"x")
    assert path.read_bytes() == b"x"
    assert names(tmp_path) == ["plan.yaml"]


def test_a_disk_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the file nor half of it."""

    def fsync(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(CannotWrite, match="No space left on device"):
        create_file(tmp_path / "plan.yaml", b"x")
    assert names(tmp_path) == []
