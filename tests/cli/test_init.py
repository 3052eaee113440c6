"""Starting a plan of one's own, and the packaged one, which is never written to."""

import os
from pathlib import Path

import pytest

from conftest import Run
from kh20.planfile.decode import packaged_plan

NOTE = ("progress", "IV.2.1", "--note", "x")


def test_init_copies_the_packaged_plan(kh20: Run, tmp_path: Path) -> None:
    """Byte for byte, into the working directory; it can be written to at once."""
    result = kh20("init", cwd=tmp_path)
    assert (result.code, result.out) == (0, "")
    assert result.err == "Wrote plan.yaml. “kh20 done ID …” records what has been done.\n"
    assert (tmp_path / "plan.yaml").read_bytes() == packaged_plan().read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]
    assert kh20(*NOTE, cwd=tmp_path).code == 0


def test_init_makes_the_folder(kh20: Run, tmp_path: Path) -> None:
    """Also one in another that is not there yet."""
    result = kh20("init", "kế hoạch/2024", cwd=tmp_path)
    assert result.err.startswith(f"Wrote {Path('kế hoạch/2024/plan.yaml')}.")
    assert kh20("check", "kế hoạch/2024/plan.yaml", cwd=tmp_path).code == 0


@pytest.mark.parametrize("kind", ["file", "folder", "broken link"])
def test_init_overwrites_nothing(kh20: Run, tmp_path: Path, kind: str) -> None:
    """Whatever is there stays."""
    path = tmp_path / "plan.yaml"
    if kind == "file":
        path.write_text("mine")
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("nowhere")
    result = kh20("init", cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "kh20: “plan.yaml” is there already, and is left as it is\n"
        "  name another folder: kh20 init DIR\n"
    )
    assert [entry.name for entry in tmp_path.iterdir()] == ["plan.yaml"]
    if kind == "file":
        assert path.read_text() == "mine"


def test_init_where_no_folder_can_be(kh20: Run, tmp_path: Path) -> None:
    """A file in its place is told."""
    (tmp_path / "a").write_text("")
    result = kh20("init", "a", cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert result.err == f"kh20: “{Path('a/plan.yaml')}” cannot be written: Not a directory\n"


@pytest.mark.parametrize("way", ["default", "named", "link", "hard link", "variable", "dry"])
def test_the_packaged_plan_is_never_written_to(kh20: Run, tmp_path: Path, way: str) -> None:
    """By whatever name it is reached; the message says how to start one's own."""
    ours = packaged_plan()
    before = ours.read_bytes(), ours.stat().st_mtime_ns
    args, env = list(NOTE), {}
    if way == "named":
        args += ["--plan", str(ours)]
    elif way == "link":
        (tmp_path / "plan.yaml").symlink_to(ours)
    elif way == "hard link":
        try:
            os.link(ours, tmp_path / "plan.yaml")
        except OSError:
            pytest.skip("another file system")
    elif way == "variable":
        env["KH20_PLAN"] = os.path.relpath(ours, tmp_path)
    elif way == "dry":
        args += ["--dry-run"]
    result = kh20(*args, cwd=tmp_path, env=env)
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        "kh20: the plan that comes with kh20 is never written to\n"
        "  run “kh20 init” to start a plan of your own from it\n"
    )
    assert (ours.read_bytes(), ours.stat().st_mtime_ns) == before
