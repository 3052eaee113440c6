"""What the reports for a forge call a file: from the top of the repository, wherever kh20 runs."""

import json
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from check.conftest import BAD
from conftest import Result, Run
from git_repositories import Repository

Env = Mapping[str, str]
NOTHING: Env = {"CI_PROJECT_DIR": "", "GITHUB_WORKSPACE": ""}
FORMATS = ("gitlab", "sarif", "github", "junit")


def _sarif(text: str) -> str:
    (result, *_more) = json.loads(text)["runs"][0]["results"]
    return str(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])


def _github(text: str) -> str:
    found = re.search(r"^::error file=([^,]*),", text, re.MULTILINE)
    return found[1] if found else ""


NAMED: dict[str, Callable[[str], str]] = {
    "gitlab": lambda text: json.loads(text)[0]["location"]["path"],
    "sarif": _sarif,
    "github": _github,
    "junit": lambda text: str(ET.fromstring(text.encode())[0].get("name")),
}
"""The file of the first finding of a report, for each format."""


@pytest.fixture
def top(tmp_path: Path) -> Path:
    repository = Repository(tmp_path / "kho")
    repository.write("plan.yaml", BAD)
    repository.write("sub/b.plan.yaml", BAD)
    (repository.folder / "sub" / "deep").mkdir()
    return repository.folder


def names(kh20: Run, folder: Path, *args: str, env: Env = NOTHING) -> set[str]:
    """Return what all formats call the file; they agree."""
    return {
        name(checked(kh20, folder, fmt, *args, env=env).out).removeprefix("file://")
        for fmt, name in NAMED.items()
    }


def checked(kh20: Run, folder: Path, fmt: str, *args: str, env: Env = NOTHING) -> Result:
    return kh20("check", *args, "--format", fmt, cwd=folder, env={**NOTHING, **env})


@pytest.mark.parametrize(
    ("folder", "args", "name"),
    [
        (".", ["plan.yaml"], "plan.yaml"),
        (".", ["./plan.yaml"], "plan.yaml"),
        (".", ["sub"], "sub/b.plan.yaml"),
        ("sub", ["b.plan.yaml"], "sub/b.plan.yaml"),
        ("sub", ["."], "sub/b.plan.yaml"),
        ("sub/deep", [], "plan.yaml"),
        ("sub/deep", ["../b.plan.yaml"], "sub/b.plan.yaml"),
        ("sub", ["../sub/../plan.yaml"], "plan.yaml"),
        ("..", ["kho/sub/b.plan.yaml"], "sub/b.plan.yaml"),
        ("sub", ["../gone.yaml"], "gone.yaml"),
        ("sub", ["gone/x.yaml"], "sub/gone/x.yaml"),
    ],
)
def test_from_any_folder(kh20: Run, top: Path, folder: str, args: list[str], name: str) -> None:
    """As git calls it, and never with two dots."""
    assert names(kh20, top / folder, *args) == {name}


def test_an_absolute_path(kh20: Run, top: Path) -> None:
    for folder in (top, top / "sub", Path("/")):
        assert names(kh20, folder, str(top / "sub" / "b.plan.yaml")) == {"sub/b.plan.yaml"}


@pytest.mark.parametrize("variable", ["CI_PROJECT_DIR", "GITHUB_WORKSPACE"])
def test_the_forge_says_where_the_top_is(kh20: Run, top: Path, variable: str) -> None:
    """It may have checked out several repositories below it; one that holds nothing is no top."""
    for said, name in (
        (top.parent, "kho/sub/b.plan.yaml"),
        (top / "sub", "b.plan.yaml"),
        (top / "sub" / "deep", "sub/b.plan.yaml"),
    ):
        env = {variable: str(said)}
        assert names(kh20, top / "sub", "b.plan.yaml", env=env) == {name}


def test_links(kh20: Run, top: Path, tmp_path: Path) -> None:
    """One within the repository is called by what a change of it shows, else by its own name."""
    outside = tmp_path / "ngoài.yaml"
    outside.write_text(BAD, encoding="utf-8")
    (top / "link.yaml").symlink_to("sub/b.plan.yaml")
    (top / "out.yaml").symlink_to(outside)
    (tmp_path / "in.yaml").symlink_to(top / "plan.yaml")
    (tmp_path / "lối").symlink_to(top)
    assert names(kh20, top, "link.yaml") == {"sub/b.plan.yaml"}
    assert names(kh20, top / "sub", "../out.yaml") == {"out.yaml"}
    assert names(kh20, tmp_path, "in.yaml") == {"plan.yaml"}
    assert names(kh20, tmp_path / "lối", "plan.yaml") == {"plan.yaml"}


def test_outside_of_any_repository_the_path_is_kept(kh20: Run, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "plan.yaml").write_text(BAD, encoding="utf-8")
    path = str(tmp_path / "plan.yaml")
    for folder, given in (("sub", "../plan.yaml"), (".", "plan.yaml"), ("sub", path)):
        assert names(kh20, tmp_path / folder, given) == {given}


@pytest.mark.parametrize("fmt", FORMATS)
def test_what_is_no_file_keeps_its_name(kh20: Run, top: Path, fmt: str) -> None:
    """Standard input, a name that no file can have, an empty one."""
    stdin = kh20("check", "-", "-f", fmt, stdin=BAD, cwd=top)
    assert (stdin.code, NAMED[fmt](stdin.out)) == (1, "-")
    for given in ("a\0b", "", "x" * 5000):
        result = checked(kh20, top, fmt, given)
        assert (result.code, result.err) == (2, "")


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_folder_that_is_gone(kh20: Run, tmp_path: Path, fmt: str) -> None:
    """A relative path is kept there."""
    gone = tmp_path / "gone"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    try:
        result = kh20("check", "plan.yaml", "-f", fmt)
    finally:
        os.chdir(tmp_path)
    assert (result.code, NAMED[fmt](result.out), result.err) == (2, "plan.yaml", "")


@pytest.mark.parametrize("name", ["plan.yaml", "gone.yaml"])
def test_fingerprints_are_the_same_from_any_folder(kh20: Run, top: Path, name: str) -> None:
    asked = ((".", name), ("sub", f"../{name}"), ("..", f"kho/{name}"), ("/", str(top / name)))
    prints = set()
    for folder, given in asked:
        (entry,) = json.loads(checked(kh20, top / folder, "gitlab", given).out)
        prints.add(entry["fingerprint"])
    assert len(prints) == 1


def test_formats_for_people_and_editors_keep_the_path(kh20: Run, top: Path) -> None:
    """An editor opens it from where it runs."""
    for fmt in ("text", "concise"):
        assert checked(kh20, top / "sub", fmt, "../plan.yaml").out.startswith("../plan.yaml:1:9")
    (found,) = json.loads(checked(kh20, top / "sub", "json", "../plan.yaml").out)["diagnostics"]
    assert found["path"] == "../plan.yaml"
