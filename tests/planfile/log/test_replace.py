"""Replacing a file: in one step, durably, by one writer at a time, and as the file was."""

import errno
import os
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from conftest import PATIENCE, process_environment
from kh20.planfile.log.lock import OPEN_FILES_STAY
from kh20.planfile.log.whole_file import CannotWrite, locked, replace_file
from killed_writers import names

OLD, NEW = b"cu\n", b"moi\n"
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NOBODY = 65534

owned = pytest.mark.skipif(
    not ROOT or OPEN_FILES_STAY, reason="only root gives files away and becomes another user"
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.yaml"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can get at, unlike those of the tests."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def write(path: Path, data: bytes = NEW) -> None:
    with locked(path) as real:
        replace_file(real, data, real.read_bytes())


def test_the_content_is_replaced_and_nothing_is_left(plan: Path) -> None:
    """The time is that of the writing, as of any file that was written."""
    os.utime(plan, (1_000_000_000, 1_000_000_000))
    write(plan)
    assert plan.read_bytes() == NEW
    assert names(plan.parent) == ["plan.yaml"]
    assert plan.stat().st_mtime > time.time() - 3600


@pytest.mark.skipif(os.name == "nt", reason="modes are POSIX's")
@pytest.mark.parametrize("mode", [0o644, 0o600, 0o664, 0o4755, 0o666])
def test_the_mode_is_kept(plan: Path, mode: int) -> None:
    """Whatever the umask."""
    plan.chmod(mode)
    before = os.umask(0o077)
    try:
        write(plan)
    finally:
        os.umask(before)
    assert stat.S_IMODE(plan.stat().st_mode) == mode


@owned
def test_the_owner_is_kept(plan: Path) -> None:
    """Root writing for an officer leaves the file to the officer."""
    os.chown(plan, 1234, 2345)
    write(plan)
    assert (plan.stat().st_uid, plan.stat().st_gid) == (1234, 2345)


def test_extended_attributes_are_kept(plan: Path) -> None:
    """They hold labels and access lists."""
    try:
        os.setxattr(plan, "user.kh20", b"x")
    except (OSError, AttributeError):
        pytest.skip("the file system has no extended attributes")
    write(plan)
    assert os.getxattr(plan, "user.kh20") == b"x"


def test_a_symbolic_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    """Over a chain of links, absolute and relative, into another folder."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    target = tmp_path / "a" / "b" / "that.yaml"
    target.write_bytes(OLD)
    (tmp_path / "a" / "second.yaml").symlink_to(Path("b/that.yaml"))
    (tmp_path / "first.yaml").symlink_to(tmp_path / "a" / "second.yaml")
    link = tmp_path / "plan.yaml"
    link.symlink_to("first.yaml")
    write(link)
    assert link.is_symlink()
    assert (tmp_path / "first.yaml").is_symlink()
    assert (tmp_path / "a" / "second.yaml").is_symlink()
    assert not target.is_symlink()
    assert target.read_bytes() == NEW
    assert names(target.parent) == ["that.yaml"]
    assert names(tmp_path) == ["a", "first.yaml", "plan.yaml"]


def test_a_broken_link_and_a_circle_are_told(tmp_path: Path) -> None:
    """Nothing is made where they lead."""
    (tmp_path / "broken").symlink_to("nowhere")
    (tmp_path / "circle").symlink_to("circle")
    for name in ("broken", "circle"):
        with pytest.raises(CannotWrite, match=name), locked(tmp_path / name):
            pass
    assert names(tmp_path) == ["broken", "circle"]


def test_data_is_on_the_disk_before_the_name_is_and_then_the_name(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """File, rename, folder: in any other order a power cut could leave an empty file.

    Windows opens no folders.
    """
    done = []
    sync, rename = os.fsync, os.replace

    def fsync(descriptor: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        sync(descriptor)

    def replace(old: Path, new: Path) -> None:
        assert old.read_bytes() == NEW
        done.append("name")
        rename(old, new)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    write(plan)
    assert done == ["file", "name"] + ["folder"] * (not OPEN_FILES_STAY)


@pytest.mark.skipif(OPEN_FILES_STAY, reason="no folder is opened")
@pytest.mark.parametrize(
    ("number", "told"), [(errno.EIO, True), (errno.EINVAL, False), (errno.EACCES, False)]
)
def test_a_folder_that_is_not_confirmed(
    plan: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: bool
) -> None:
    """That some file systems sync no folders is no fault; a failing disk is told."""
    sync = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    if told:
        with pytest.raises(CannotWrite, match="was written, but the disk has not confirmed it"):
            write(plan)
    else:
        write(plan)
    assert plan.read_bytes() == NEW


def test_what_a_killed_writer_left_is_cleared_away(plan: Path) -> None:
    """Also a link that somebody put there: it is not followed."""
    stray = plan.with_name(".plan.yaml.kh20-new")
    stray.write_bytes(b"half")
    write(plan)
    assert names(plan.parent) == ["plan.yaml"]
    other = plan.with_name("other")
    other.write_bytes(OLD)
    stray.symlink_to("other")
    write(plan, b"3\n")
    assert names(plan.parent) == ["other", "plan.yaml"]
    assert other.read_bytes() == OLD


def test_a_file_that_vanishes_is_not_made_anew(plan: Path) -> None:
    """Somebody moved it away meanwhile."""
    with locked(plan) as real:
        plan.unlink()
        with pytest.raises(CannotWrite, match="cannot be written"):
            replace_file(real, NEW, OLD)
    assert names(plan.parent) == []
    with pytest.raises(CannotWrite), locked(plan):
        pass


def test_what_an_editor_saved_meanwhile_is_not_lost(plan: Path) -> None:
    """Editors know nothing of the lock."""
    with locked(plan) as real:
        plan.write_bytes(b"edited\n")
        with pytest.raises(CannotWrite, match="changed by another program meanwhile") as caught:
            replace_file(real, NEW, OLD)
    assert caught.value.hint == "nothing was written; run the command again"
    assert plan.read_bytes() == b"edited\n"
    assert names(plan.parent) == ["plan.yaml"]


def test_a_writer_waits_for_the_other_and_finds_what_it_wrote(plan: Path) -> None:
    """After waiting it has the lock of the file that is there now, not of the one that was."""
    seen = []
    alone = []

    def second() -> None:
        with locked(plan) as real:
            seen.append(real.read_bytes())
            with suppress(CannotWrite), locked(plan, wait_seconds=0):
                alone.append(False)
            replace_file(real, b"3\n", real.read_bytes())

    thread = threading.Thread(target=second)
    with locked(plan) as real:
        thread.start()
        time.sleep(0.1)
        assert seen == []
        replace_file(real, NEW, OLD)
    thread.join()
    assert (seen, alone) == ([NEW], [])
    assert plan.read_bytes() == b"3\n"


def test_many_writers_at_once_lose_nothing(plan: Path) -> None:
    """Each adds its lines to what it finds."""

    def add(number: int) -> None:
        for _time in range(5):
            with locked(plan) as real:
                was = real.read_bytes()
                replace_file(real, was + b"%d\n" % number, was)

    threads = [threading.Thread(target=add, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    lines = plan.read_bytes().removeprefix(OLD).split()
    assert sorted(lines) == sorted(b"%d" % number for number in range(6) for _time in range(5))
    assert names(plan.parent) == ["plan.yaml"]


def test_a_writer_gives_up_in_the_end(plan: Path) -> None:
    """With a sentence, and with the file as it was."""
    with locked(plan):
        begin = time.monotonic()
        with pytest.raises(CannotWrite) as caught, locked(plan, wait_seconds=0.1):
            pass
        assert time.monotonic() >= begin + 0.1
    assert caught.value.reason == f"“{plan}” is being written to by another program"
    assert caught.value.hint == "try again when it has ended"
    assert plan.read_bytes() == OLD


def test_the_lock_is_given_back_also_after_an_error(plan: Path) -> None:
    """The next writer does not wait."""
    with pytest.raises(KeyError), locked(plan):
        raise KeyError
    with locked(plan, wait_seconds=0):
        pass


AS_NOBODY = """
import os, sys
from pathlib import Path
from kh20.planfile.log.whole_file import CannotWrite, cannot_write, locked, replace_file
path = Path(sys.argv[1])
cannot_write(path, OSError())  # Imports what a sentence needs while it still may.
os.setgroups([int(group) for group in sys.argv[2:]]), os.setgid(65534), os.setuid(65534)
try:
    with locked(path) as real:
        replace_file(real, b"moi", real.read_bytes())
except CannotWrite as error:
    print(error.reason, error.hint, sep="|")
"""


def as_nobody(path: Path, *groups: int) -> str:
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, path, *map(str, groups)],
        env=process_environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    return done.stdout.strip().removeprefix(f"“{path}” cannot be written: ")


DENIED = "Permission denied|this user may not write to the file or its folder"
GROUP_LOST = "its group could not be kept|whoever is in its group can record; the file is as it was"
PROTECTED = "Operation not permitted|the file or its folder is protected; the file is as it was"


@owned
@pytest.mark.parametrize(
    ("owner", "mode", "folder_mode", "told"),
    [
        (NOBODY, 0o644, 0o755, DENIED),
        (NOBODY, 0o444, 0o777, DENIED),
        (0, 0o644, 0o777, DENIED),
        (NOBODY, 0o200, 0o777, DENIED),
        (0, 0o666, 0o777, GROUP_LOST),
        (NOBODY, 0o644, 0o777, ""),
        (NOBODY, 0o644, 0o733, ""),
    ],
    ids=["folder", "mode", "other's", "unreadable", "group", "fine", "folder not listed"],
)
def test_without_the_right_to_write(
    open_folder: Path, owner: int, mode: int, folder_mode: int, told: str
) -> None:
    """A read-only folder, a read-only file, somebody else's file: nothing changes."""
    path = open_folder / "plan.yaml"
    path.write_bytes(OLD)
    path.chmod(mode)
    os.chown(path, owner, owner)
    open_folder.chmod(folder_mode)
    before = path.stat()
    assert as_nobody(path) == told
    assert names(open_folder) == ["plan.yaml"]
    assert path.read_bytes() == (OLD if told else b"moi")
    after = path.stat()
    assert (after.st_uid, after.st_mode) == (before.st_uid, before.st_mode)
    assert (after.st_ino == before.st_ino) == bool(told)


OFFICE, OFFICER = 61000, 61001


@owned
@pytest.mark.parametrize("folder_mode", [0o2775, 0o775], ids=["group kept by folder", "given"])
@pytest.mark.parametrize(
    ("mode", "then"), [(0o664, 0o664), (0o660, 0o660), (0o6775, 0o775)], ids=oct
)
def test_whoever_may_write_by_the_group(
    open_folder: Path, folder_mode: int, mode: int, then: int
) -> None:
    """The group and the mode stay; what runs as its owner would now run as somebody else."""
    path = open_folder / "plan.yaml"
    path.write_bytes(OLD)
    os.chown(path, OFFICER, OFFICE)
    path.chmod(mode)
    os.chown(open_folder, 0, OFFICE)
    open_folder.chmod(folder_mode)
    assert as_nobody(path, OFFICE) == ""
    assert path.read_bytes() == b"moi"
    after = path.stat()
    assert (after.st_uid, after.st_gid) == (NOBODY, OFFICE)
    assert stat.S_IMODE(after.st_mode) == then
    assert names(open_folder) == ["plan.yaml"]


@owned
def test_in_a_folder_where_everybody_keeps_their_own(open_folder: Path) -> None:
    """As ``/tmp``: the group may write to the file, but its name is not theirs to give."""
    path = open_folder / "plan.yaml"
    path.write_bytes(OLD)
    os.chown(path, OFFICER, OFFICE)
    path.chmod(0o664)
    open_folder.chmod(0o1777)
    assert as_nobody(path, OFFICE) == PROTECTED
    assert path.read_bytes() == OLD
    assert names(open_folder) == ["plan.yaml"]


@pytest.mark.skipif(OPEN_FILES_STAY, reason="there are no groups")
def test_the_group_is_kept(plan: Path) -> None:
    """Also where new files would get another."""
    other = next((group for group in os.getgroups() if group != plan.stat().st_gid), None)
    if other is None:
        pytest.skip("this user is in one group only")
    os.chown(plan, -1, other)
    plan.chmod(0o664)
    write(plan)
    assert plan.stat().st_gid == other
    assert stat.S_IMODE(plan.stat().st_mode) == 0o664


@pytest.mark.skipif(ROOT or os.name == "nt", reason="root may write anywhere")
def test_a_read_only_folder(plan: Path) -> None:
    """As the user that runs the tests."""
    plan.parent.chmod(0o555)
    try:
        with pytest.raises(CannotWrite) as caught:
            write(plan)
        assert caught.value.hint == "this user may not write to the file or its folder"
        assert names(plan.parent) == ["plan.yaml"]
        assert plan.read_bytes() == OLD
    finally:
        plan.parent.chmod(0o755)


def test_a_file_that_would_grow_too_large(plan: Path) -> None:
    """The limit of a user stands in for the full disk, where no disk can be filled."""
    resource: Any = pytest.importorskip("resource")
    script = """
import signal, sys
from pathlib import Path
from kh20.planfile.log.lock import OPEN_FILES_STAY
from kh20.planfile.log.whole_file import CannotWrite, locked, replace_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
try:
    with locked(Path(sys.argv[1])) as real:
        replace_file(real, b"x" * 100_000, real.read_bytes())
except CannotWrite as error:
    print(error.reason, error.hint, sep="|")
"""
    done = subprocess.run(
        [sys.executable, "-c", script, plan],
        env=process_environment(),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000)),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    assert done.stdout.strip() == (
        f"“{plan}” cannot be written: File too large|"
        "this user may not write files of this size; the file is as it was"
    )
    assert plan.read_bytes() == OLD
    assert names(plan.parent) == ["plan.yaml"]


def test_a_full_disk(tmp_path: Path) -> None:
    """Half of the new file fits: it is taken away again, and the old one stays."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if not ROOT or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted")
    try:
        path = disk / "plan.yaml"
        path.write_bytes(OLD)
        with pytest.raises(CannotWrite) as caught:
            write(path, b"x" * 200_000)
        assert caught.value.hint == "the disk is full; the file is as it was"
        assert path.read_bytes() == OLD
        assert names(disk) == ["plan.yaml"]
        write(path)
        assert path.read_bytes() == NEW
    finally:
        subprocess.run(["umount", str(disk)], check=True)
