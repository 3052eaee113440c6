"""The README is true: its examples are run, its plan is valid, every command stands in it."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from conftest import Result, Run
from kh20.cli.main import Commands
from kh20.planfile import load_bytes
from pseudo_terminal import command_on_terminal

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
COLUMNS = 96
_CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
_GIT = {
    "GIT_AUTHOR_NAME": "Văn phòng",
    "GIT_AUTHOR_EMAIL": "van-phong@example.org",
    "GIT_COMMITTER_NAME": "Văn phòng",
    "GIT_COMMITTER_EMAIL": "van-phong@example.org",
    "GIT_CONFIG_GLOBAL": "/dev/null",
}


class Example(NamedTuple):
    """A command of the README and what it prints there."""

    command: str
    output: str


def _examples(block: str) -> Iterator[Example]:
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _newline, output = part.partition("\n")
        yield Example(command, output)


class Shell:
    """A person's terminal: what one command leaves behind, the next one finds."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.cwd = folder / "home"
        self.cwd.mkdir()
        program = self.bin / "kh20"
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kh20 "$@"\n')
        program.chmod(0o755)

    def run(self, command: str) -> Result:
        where = self.folder / "where"
        script = f'export PATH="{self.bin}:$PATH"\n{command}\ncode=$?\npwd > "{where}"\nexit $code'
        env = {**_GIT, "NO_COLOR": "1"}
        result = command_on_terminal(["bash", "-c", script], COLUMNS, env=env, cwd=self.cwd)
        self.cwd = Path(where.read_text().strip())
        return result


def test_examples_print_what_the_readme_shows(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    text = README.read_text(encoding="utf-8")
    shell = Shell(tmp_path)

    def run_again(block: re.Match[str]) -> str:
        shown = [
            f"$ {example.command}\n{shell.run(example.command).out}"
            for example in _examples(block.group(1))
        ]
        return "```console\n" + "\n".join(shown) + "```"

    again = _CONSOLE.sub(run_again, text)
    if request.config.getoption("--refresh-goldens"):
        README.write_text(again, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == again
    assert len(_CONSOLE.findall(text)) >= 8


def test_the_plan_in_the_readme_is_valid() -> None:
    text = README.read_text(encoding="utf-8")
    plan = next(
        block for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "format: 1" in block
    )
    loaded = load_bytes(plan.encode(), "README.md")
    assert loaded.findings == []


def test_the_table_of_dues_reads_as_it_says() -> None:
    text = README.read_text(encoding="utf-8")
    table = text.split("| the document says |")[1].split("\n\n")[0]
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


@pytest.mark.parametrize("command", list(Commands.entries))
def test_every_command_stands_in_the_readme(command: str) -> None:
    assert f"kh20 {command}" in README.read_text(encoding="utf-8")


def test_every_dependency_has_its_reason() -> None:
    text = README.read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    declared = re.search(r"^dependencies = \[(.*?)^\]", project, re.MULTILINE | re.DOTALL)
    assert declared is not None
    for name in re.findall(r'"([A-Za-z-]+)[><=]', declared.group(1)):
        assert f"| {name.lower()} |" in text


def test_exit_codes_are_those_of_the_program(kh20: Run) -> None:
    from kh20.cli.errors import ExitCode

    text = README.read_text(encoding="utf-8").split("## Exit codes")[1].split("##")[0]
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)] == list(ExitCode)
    assert kh20("due", "--quarter", "2024Q5").code == ExitCode.USAGE
