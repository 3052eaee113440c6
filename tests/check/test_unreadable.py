"""Files that cannot be read are told of, and not waited for."""

import io
import json
import os
from pathlib import Path

import pytest

from check.measured import measured
from conftest import Run
from kh20.planfile import load
from kh20.planfile.decode import MAX_BYTES


def _refused(kh20: Run, path: str, folder: Path) -> str:
    """Check that a path is refused with the one finding KH001, and return what it says."""
    result = kh20("check", path, "--format", "json", cwd=folder)
    assert result.code == 2
    (finding,) = json.loads(result.out)["diagnostics"]
    assert (finding["code"], finding["line"], finding["column"]) == ("KH001", 1, 1)
    text = kh20("check", path, cwd=folder)
    assert text.code == 2
    assert "Traceback" not in text.err
    return str(finding["message"])


def test_a_file_that_is_not_there(kh20: Run, folder: Path) -> None:
    assert _refused(kh20, "nix.yaml", folder) == "there is no file “nix.yaml”"
    assert _refused(kh20, "nix/plan.yaml", folder) == "there is no file “nix/plan.yaml”"


def test_a_file_in_a_file(kh20: Run, folder: Path) -> None:
    assert "cannot be read" in _refused(kh20, "good.yaml/plan.yaml", folder)


def test_an_empty_name(kh20: Run, folder: Path) -> None:
    assert "empty" in _refused(kh20, "", folder)


def test_a_name_that_no_file_can_have(kh20: Run, folder: Path) -> None:
    assert _refused(kh20, "a\0b", folder) == "“a\\x00b” cannot be the name of a file"
    assert "cannot be read" in _refused(kh20, "x" * 5000, folder)


def test_a_name_that_is_not_utf_8(kh20: Run, folder: Path) -> None:
    run = measured(["check", b"k\xea.yaml"], folder)
    assert (run.code, "k\\udcea.yaml" in run.out) == (2, True)
    os.rename(folder / "bad.yaml", os.fsencode(folder) + b"/k\xea.yaml")  # noqa: PTH104
    run = measured(["check", b"k\xea.yaml", "--format", "json"], folder)
    assert run.code == 1
    assert json.loads(run.out)["diagnostics"][0]["path"] == "k\udcea.yaml"


def test_a_folder_has_to_hold_plans(kh20: Run, folder: Path) -> None:
    (folder / "empty").mkdir()
    result = kh20("check", "empty", cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert "folder “empty”" in result.err


def test_a_folder_is_no_plan_to_ask(kh20: Run, folder: Path) -> None:
    result = kh20("due", "--plan", ".", cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert "“.” is a folder, not a plan file" in result.err


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    run = measured(["check", "pipe"], folder)
    assert run.code == 2
    assert "pipe:1:1: error[KH001] “pipe” is a pipe or a device" in run.out


def test_a_device_is_not_read(kh20: Run, folder: Path) -> None:
    assert "device" in _refused(kh20, "/dev/zero", folder)
    assert "device" in _refused(kh20, "/dev/null", folder)
    with Path("/dev/zero").open("rb") as zeros:
        assert "device" in _refused(kh20, f"/dev/fd/{zeros.fileno()}", folder)


def test_links_are_followed_and_circles_of_them_are_not(kh20: Run, folder: Path) -> None:
    (folder / "link.yaml").symlink_to("good.yaml")
    assert kh20("check", "link.yaml", cwd=folder).code == 0
    (folder / "circle.yaml").symlink_to("circle.yaml")
    assert "cannot be read" in _refused(kh20, "circle.yaml", folder)


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read every file")
def test_a_file_that_may_not_be_read(kh20: Run, folder: Path) -> None:
    (folder / "bad.yaml").chmod(0)
    assert _refused(kh20, "bad.yaml", folder) == "“bad.yaml” may not be read by this user"


def test_a_file_that_the_system_refuses(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    loaded = load(str(folder / "good.yaml"))
    assert not loaded.readable
    assert "may not be read" in loaded.findings[0].message


def test_a_file_that_is_too_large_is_not_read(folder: Path) -> None:
    with (folder / "large.yaml").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    run = measured(["check", "large.yaml"], folder)
    assert run.code == 1
    assert run.out.startswith("large.yaml:1:1: error[KH003] the file is larger than 128 MiB\n")
    assert run.mebibytes < 100


def test_a_stream_that_is_too_long_is_not_read_to_its_end() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            self.given += size
            return bytes(size)

    stream = Endless()
    loaded = load("-", stream)  # type: ignore[arg-type]
    assert [finding.code for finding in loaded.findings] == ["KH003"]
    assert stream.given == MAX_BYTES + 1


def test_a_stream_that_the_system_refuses() -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise OSError(5, "Input/output error")

    loaded = load("-", Broken())  # type: ignore[arg-type]
    assert not loaded.readable
    (finding,) = loaded.findings
    assert finding.code == "KH001"
    assert finding.message == "standard input cannot be read: Input/output error"
