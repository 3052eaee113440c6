"""The catalogue of codes: each has examples that show what it says, and each is in use."""

import re
from pathlib import Path

import pytest

import kh20 as package
from conftest import Run
from kh20.findings import Severity
from kh20.findings.code import Code, example_file, merge
from kh20.findings.codes import codes, severity_of
from kh20.planfile import load_bytes

# What these are about is the file itself, or more than one file: see the tests further down, and
# those of the files of a revision in ``cli/test_check_against_several.py``.
_NO_EXAMPLE = {"KH001", "KH003"}
_SEVERAL_FILES = {"KH523", "KH212", "KH520", "KH521", "KH522"}
_COMPANIONS = {
    "KH308": {"KH305"},  # The reader of phrases cannot make sense of a range that runs backwards.
}

_ALONE = [
    code
    for code in codes().values()
    if code.code not in _NO_EXAMPLE | _SEVERAL_FILES and code.fails.old is None
]
_EDITS = [code for code in codes().values() if code.fails.old is not None]


def _name(code: Code) -> str:
    return code.code


@pytest.mark.parametrize("code", _ALONE, ids=_name)
def test_the_failing_example_has_this_finding_and_no_other(code: Code) -> None:
    findings = load_bytes(example_file(code.fails), "plan.yaml").findings
    assert {f.code for f in findings} == {code.code} | _COMPANIONS.get(code.code, set())
    assert all(f.severity is severity_of(f.code) for f in findings)
    assert all(f.message and f.message == f.message.strip() for f in findings)


@pytest.mark.parametrize("code", _ALONE, ids=_name)
def test_the_passing_example_is_a_plan(code: Code) -> None:
    loaded = load_bytes(example_file(code.passes), "plan.yaml")
    assert loaded.findings == []
    assert loaded.valid


@pytest.mark.parametrize("code", _EDITS, ids=_name)
def test_the_examples_of_edits(code: Code, kh20: Run, tmp_path: Path) -> None:
    old = code.fails.old
    assert old == code.passes.old
    assert old is not None
    (tmp_path / "old.yaml").write_bytes(example_file(type(code.fails)(old)))
    found = {}
    for outcome in ("fails", "passes"):
        name = f"{outcome}.yaml"
        (tmp_path / name).write_bytes(example_file(getattr(code, outcome)._replace(old=None)))
        result = kh20("check", name, "--against", "old.yaml", "--format", "concise", cwd=tmp_path)
        found[outcome] = set(re.findall(r"KH[0-9]{3}", result.out))
    assert code.code in found["fails"]
    assert code.code not in found["passes"]
    edits = {name for name in found["passes"] if name.startswith("KH5")}
    assert not any(severity_of(name) is Severity.ERROR for name in edits)


def test_one_document_number_in_two_files(kh20: Run, tmp_path: Path) -> None:
    for name in ("one.yaml", "two.yaml"):
        (tmp_path / name).write_text(merge(""), encoding="utf-8")
    result = kh20("check", "one.yaml", "two.yaml", "--format", "concise", cwd=tmp_path)
    assert result.code == 1
    assert re.findall(r"KH[0-9]{3}", result.out) == ["KH212"]
    assert result.out.startswith("two.yaml:")


def test_the_codes_without_an_example_say_so() -> None:
    without = _NO_EXAMPLE | _SEVERAL_FILES
    assert {code.code for code in codes().values() if not code.fails.text} == without
    assert {code.code for code in codes().values() if not code.passes.text} == without


def test_every_code_that_the_sources_use_is_explained_and_every_explained_code_is_used() -> None:
    root = Path(package.__file__).parent
    catalogue = root / "findings" / "codes"
    used: set[str] = set()
    for path in root.rglob("*.py"):
        if catalogue not in path.parents:
            text = path.read_text(encoding="utf-8")
            used |= set(re.findall(r"\bKH[0-9]{3}\b", text))
    assert used == set(codes())


def test_codes_are_listed_in_order() -> None:
    assert all(re.fullmatch(r"KH[0-6][0-9]{2}", code) for code in codes())
    assert list(codes()) == sorted(codes())


def test_summaries_fit_a_line_of_the_list_and_reasons_are_sentences() -> None:
    for code in codes().values():
        assert len(code.summary) <= 60, code.code
        assert not code.summary.endswith("."), code.code
        assert code.why.endswith("."), code.code
