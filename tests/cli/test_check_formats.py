"""Every format of `check` for clean, wrong, doubtful and unreadable files; --output; folders."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from conftest import Run
from kh20.findings.code import merge
from kh20.formats.write import FindingFormat

CLEAN = merge("")
WRONG = CLEAN.replace("by: 2024-Q1, s", "by: 2024-Q2, s")
DOUBTFUL = merge("agencies:\n  bo-a: {name: Bộ A}\n  bo-b: {name: Bộ B}\n  bo-c: {name: Bộ C}\n")
FILES = {"clean": (CLEAN, 0), "errors": (WRONG, 1), "warnings": (DOUBTFUL, 0), "gone": (None, 2)}


def _lines(text: str) -> int:
    return len([line for line in text.splitlines() if ": KH" in line])


def _commands(text: str) -> int:
    return len([line for line in text.splitlines() if line.startswith(("::error", "::warning"))])


COUNT: dict[str, Callable[[str], int]] = {
    "text": lambda text: text.count("[KH"),
    "concise": _lines,
    "json": lambda text: len(json.loads(text)["diagnostics"]),
    "github": _commands,
    "gitlab": lambda text: len(json.loads(text)),
    "sarif": lambda text: len(json.loads(text)["runs"][0]["results"]),
    "junit": lambda text: len(
        [case for case in ET.fromstring(text.encode()).iter("testcase") if len(case)]
    ),
}
"""How many findings a report has, for each format."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, (text, _code) in FILES.items():
        if text is not None:
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_all_formats_are_tried() -> None:
    assert set(COUNT) == {fmt.value for fmt in FindingFormat}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("fmt", FindingFormat)
def test_every_format_of_every_outcome(
    fmt: FindingFormat, name: str, kh20: Run, folder: Path
) -> None:
    result = kh20("check", f"{name}.yaml", "--format", fmt, cwd=folder)
    assert result.code == FILES[name][1]
    assert COUNT[fmt](result.out) == (0 if name == "clean" else 1)
    assert result.err == ""


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("fmt", FindingFormat)
def test_a_report_in_a_file_and_text_on_the_console(
    fmt: FindingFormat, name: str, kh20: Run, folder: Path
) -> None:
    console = kh20("check", f"{name}.yaml", cwd=folder)
    printed = kh20("check", f"{name}.yaml", "--format", fmt, cwd=folder)
    both = kh20("check", f"{name}.yaml", "-f", fmt, "--output", "báo cáo", cwd=folder)
    assert both == console
    assert (folder / "báo cáo").read_text(encoding="utf-8") == printed.out


@pytest.mark.parametrize("output", ["không/có/x", "", "x" * 5000, "báo cáo/x"])
def test_a_report_that_cannot_be_written(output: str, kh20: Run, folder: Path) -> None:
    (folder / "báo cáo").write_text("")
    result = kh20("check", "errors.yaml", "-f", "sarif", "--output", output, cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("kh20: “")


REPORTS = (("check", "errors.yaml", "-f", "json", "-o"), ("schema", "-o"))


@pytest.mark.parametrize("command", REPORTS, ids=lambda command: command[0])
@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("errors.yaml", None),
        ("plan.yaml", "“plan.yaml” is a plan, and is left as it is"),
        ("link", "“link” is a plan, and is left as it is"),
        ("broken.yml", "“broken.yml” is a plan, and is left as it is"),
        ("other.plan.yaml", "“other.plan.yaml” is a plan, and is left as it is"),
        (".", "“.” is not a plain file"),
        ("/dev/null", "“/dev/null” is not a plain file"),
    ],
)
def test_what_is_not_written_over(
    command: tuple[str, ...], output: str, said: str | None, kh20: Run, folder: Path
) -> None:
    """Neither what is read, nor a plan under any name, nor what is not a plain file."""
    (folder / "plan.yaml").write_text(CLEAN, encoding="utf-8")
    (folder / "link").symlink_to("plan.yaml")
    (folder / "broken.yml").write_text(CLEAN + "\tx: [", encoding="utf-8")
    (folder / "other.plan.yaml").write_text("", encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    result = kh20(*command, output, cwd=folder)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"kh20: {said}\n" if said else "kh20: “errors.yaml” is ")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("command", REPORTS, ids=lambda command: command[0])
def test_an_earlier_report_is_replaced_whole(
    command: tuple[str, ...], kh20: Run, folder: Path
) -> None:
    """Its mode is kept; a dash is standard output."""
    report = folder / "báo cáo.json"
    report.write_text("cũ")
    report.chmod(0o640)
    for _time in range(2):
        kh20(*command, report.name, cwd=folder)
    printed = kh20(*command, "-", cwd=folder)
    assert report.read_text(encoding="utf-8") == printed.out
    assert report.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == []


def test_a_file_whose_name_is_not_utf8(kh20_process: Run, folder: Path) -> None:
    name = b"k\xff.yaml"
    (folder / os.fsdecode(name)).write_text(WRONG, encoding="utf-8")
    for fmt in FindingFormat:
        result = kh20_process("check", name, "-f", fmt, "--output", "báo cáo", cwd=folder)
        assert result.code == 1
        assert "Traceback" not in result.err
        assert COUNT[fmt]((folder / "báo cáo").read_text(encoding="utf-8")) == 1


def test_one_document_in_two_files(kh20: Run, tmp_path: Path) -> None:
    for name in ("b/plan.yaml", "a/plan.yaml"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text(CLEAN, encoding="utf-8")
    result = kh20("check", ".", "--format", "json", cwd=tmp_path)
    (found,) = json.loads(result.out)["diagnostics"]
    assert (result.code, found["code"]) == (1, "KH212")
    assert (found["path"], CLEAN.splitlines()[found["line"] - 1].strip()) == (
        "b/plan.yaml", "number: 1-KH/BA"
    )  # fmt: skip
    other = CLEAN.replace("1-KH/BA", "2-KH/BA")
    (tmp_path / "b/plan.yaml").write_text(other, encoding="utf-8")
    assert kh20("check", ".", cwd=tmp_path).code == 0


def test_folders_hold_plans_at_any_depth(kh20: Run, tmp_path: Path) -> None:
    names = [
        "plan.yaml", "a/plan.yaml", "a/b c/x.plan.yaml", "a/kế hoạch/plan.yaml", "a/.ẩn/plan.yaml",
        "a/plan.yml", "a/xplan.yaml", "z.plan.yaml",
    ]  # fmt: skip
    for number, name in enumerate(names):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(CLEAN.replace("1-KH", f"{number}-KH"), encoding="utf-8")
    result = kh20("check", ".", "a/plan.yml", "--verbose", cwd=tmp_path)
    assert result.code == 0
    assert result.out.splitlines() == [
        "plan.yaml: no findings",
        "z.plan.yaml: no findings",
        "a/plan.yaml: no findings",
        "a/b c/x.plan.yaml: no findings",
        "a/kế hoạch/plan.yaml: no findings",
        "a/plan.yml: no findings",
        "No findings in 6 files.",
    ]
    assert kh20("check", ".", "a/plan.yml", cwd=tmp_path) == (0, "No findings in 6 files.\n", "")


def test_a_folder_without_plans(kh20: Run, tmp_path: Path) -> None:
    (tmp_path / "trống").mkdir()
    result = kh20("check", "trống", cwd=tmp_path)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("kh20: there is no plan below the folder “trống”\n")


def test_each_file_with_findings_has_its_line(kh20: Run, folder: Path) -> None:
    for number, name in enumerate(("clean", "errors", "warnings")):
        path = folder / f"{name}.yaml"
        path.write_text(path.read_text("utf-8").replace("1-KH", f"{number}-KH"), "utf-8")
    names = ("clean.yaml", "errors.yaml", "warnings.yaml", "gone.yaml")
    result = kh20("check", *names, cwd=folder)
    assert result.code == 2
    assert "clean.yaml" not in result.out
    assert result.out.splitlines()[-4:] == [
        "errors.yaml: 1 error, 0 warnings",
        "warnings.yaml: 0 errors, 1 warning",
        "gone.yaml: 1 error, 0 warnings",
        "2 errors, 1 warning in 4 files. “kh20 explain CODE” tells more.",
    ]
    verbose = kh20("check", *names, "-v", cwd=folder)
    assert verbose.out == result.out.replace("\nerrors.", "\nclean.yaml: no findings\nerrors.")
    suites = ET.fromstring(kh20("check", *names, "-f", "junit", cwd=folder).out.encode())
    assert [(s.get("name"), s.get("failures"), s.get("errors")) for s in suites] == [
        ("clean.yaml", "0", "0"),
        ("errors.yaml", "1", "0"),
        ("warnings.yaml", "0", "0"),
        ("gone.yaml", "0", "1"),
    ]
