"""What the documents say is true of the program."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from asking import answered
from conftest import Run
from docs.pages import ARCHITECTURE, CONTRIBUTING, DOCS, README, ROOT, name, read, section
from kh20.cli.errors import ExitCode
from kh20.obligations import Status
from kh20.planfile import load_bytes

FORMATS = DOCS / "formats.md"
PLAN_FILE = DOCS / "plan-file.md"


def test_the_readme_is_read_in_two_minutes() -> None:
    assert len(read(README).splitlines()) <= 120


def test_the_readme_has_the_two_commands() -> None:
    for mark in ("run", "tests"):
        assert f"<!-- command: {mark} -->\n```sh\npython3 -m venv" in read(README)


def test_the_table_of_dues_reads_as_it_says() -> None:
    table = section(PLAN_FILE, "Due periods").split("| the document says |")[1].split("\n\n")[0]
    rows = [line.split("|")[1:4] for line in table.splitlines()[2:]]
    assert len(rows) >= 10
    for says, _means, due in rows:
        phrase = says.strip().replace("…", "thực hiện")
        keys = ", ".join(re.findall(r"`([^`]+)`", due))
        if keys == "due: none":
            continue
        plan = {
            "format": 1,
            "document": {"number": "1", "title": "T", "issued": "2023-11-28", "issuer": "I"},
            "agencies": {"bo-a": {"name": "Bộ A"}},
            "tasks": [
                {
                    "id": "I.1",
                    "title": "T",
                    "text": f"Việc ({phrase}).",
                    "owners": ["bo-a"],
                    "due": {**_plain(keys), "stated": phrase},
                }
            ],
        }
        data = yaml.safe_dump(plan, allow_unicode=True).replace("'2023-11-28'", "2023-11-28")
        findings = load_bytes(data.encode(), "table").findings
        assert findings == [], (says, findings)


def _plain(keys: str) -> dict[str, object]:
    loaded = yaml.load("{" + keys + "}", Loader=yaml.BaseLoader)
    return {key: True if value == "true" else value for key, value in loaded.items()}


def test_every_key_of_the_plan_file_is_described(kh20: Run) -> None:
    described = set(re.findall(r"`([\w-]+)(?:: [^`]*)?`", read(PLAN_FILE)))
    shown = set(re.findall(r"([a-z_]+):", read(PLAN_FILE)))
    assert set(_properties(json.loads(kh20("schema").out))) <= described | shown


def _properties(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        schema = list(schema.values())
    if isinstance(schema, list):
        for each in schema:
            yield from _properties(each)


@pytest.mark.parametrize("command", ["due", "check", "diff"])
def test_every_format_is_described(command: str, kh20: Run) -> None:
    """Those that the help of a command offers."""
    shown = re.search(r"--format <([a-z|]+)>", kh20(command, "--help").out)
    assert shown is not None
    for each in shown[1].split("|"):
        assert re.search(rf"`(--format )?{each}`", read(FORMATS)), each


def test_every_field_of_json_is_described(kh20: Run, tmp_path: Path) -> None:
    described = set(re.findall(r"`([a-z_-]+)`", read(FORMATS)))
    described |= set(re.findall(r"`([a-z_-]+)`", section(PLAN_FILE, "The log")))
    day = ("--as-of", "2026-01-01")
    documents = [
        answered(kh20, "due", "2024", "--running", *day),
        answered(kh20, "upcoming", *day),
        answered(kh20, "owner", "Bộ Tài chính", *day),
        answered(kh20, "owners", *day),
        answered(kh20, "list", "--owner", "Bộ Tài chính", *day),
        answered(kh20, "show", "IV.6.1", *day),
        answered(kh20, "summary", *day),
    ]
    kh20("init", cwd=tmp_path)
    plan = tmp_path / "plan.yaml"
    (tmp_path / "old.yaml").write_bytes(plan.read_bytes())
    plan.write_bytes(plan.read_bytes().replace(b"by: 2024-Q1", b"by: 2024-Q2"))
    for args in (("check", "--against", "old.yaml"), ("diff", "old.yaml")):
        documents.append(json.loads(kh20(*args, "--format", "json", cwd=tmp_path).out))
    for document in documents:
        assert document["schema"] in read(FORMATS)
        assert set(_fields(document)) <= described | {"by", "in", "before", "stated"}


def _fields(document: Any) -> Iterator[str]:
    if isinstance(document, dict):
        yield from document
        document = list(document.values())
    if isinstance(document, list):
        for each in document:
            yield from _fields(each)


def test_every_state_is_described() -> None:
    for page in (FORMATS, DOCS / "tour.md"):
        assert all(f"`{status.value}`" in read(page) for status in Status)


def test_every_dependency_has_its_reason() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    declared = re.search(r"^dependencies = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert declared is not None
    for package in re.findall(r'"([A-Za-z-]+)[><=]', declared.group(1)):
        assert f"| {package.lower()} |" in read(CONTRIBUTING)


def test_exit_codes_are_those_of_the_program(kh20: Run) -> None:
    listed = re.findall(r"^\| (\d+) \|", section(FORMATS, "Exit codes"), re.MULTILINE)
    assert [int(code) for code in listed] == list(ExitCode)
    assert kh20("due", "--quarter", "2024Q5").code == ExitCode.USAGE


def test_every_package_has_its_line() -> None:
    folders = {path.parent.name for path in (ROOT / "src" / "kh20").glob("*/__init__.py")}
    listed = re.findall(r"^\| `(\w+)/` \|", section(ARCHITECTURE, "The packages"), re.MULTILINE)
    assert set(listed) == folders


@pytest.mark.parametrize("page", [ARCHITECTURE, CONTRIBUTING], ids=name)
def test_every_place_that_a_page_names_is_there(page: Path) -> None:
    """Folders and modules, of the package or of the project."""
    named = re.findall(r"`([\w./-]+(?:/|\.py))`", read(page))
    assert len(named) > 10
    package = ROOT / "src" / "kh20"
    missing = [path for path in named if not ((package / path).exists() or (ROOT / path).exists())]
    assert missing == []
