"""What starting up costs: a query imports nothing that it has no use for."""

import json
import subprocess
import sys

import pytest

from asking import ROOT
from conftest import PATIENCE, process_environment
from kh20.cli.main import Commands

DAY = ["--as-of", "2024-04-15"]
WITHOUT_REGISTER = "tests/data/rich.plan.yaml"

# Whatever else a library that kh20 needs may import by itself, these come only with a use.
NEVER = {
    "babel",
    "dateutil.rrule",
    "hypothesis",
    "jsonschema",
    "rich.console",
    "rich.markup",
    "rich.table",
    "rich.text",
    "typer.rich_utils",
}
EXTRAS = {"icalendar", "openpyxl", "docx", "jinja2", "xlsxwriter"}
OWN = {
    "kh20.cli.commands.check",
    "kh20.cli.commands.schema",
    "kh20.findings.codes.file",
    "kh20.formats.findings",
}

ASKED = "import kh20.cli.main as main; main.run({args!r})"


def loaded(code: str) -> set[str]:
    """Return the modules that a process has imported after running some code."""
    script = f"import sys\n{code}\nprint('\\0' + '\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=process_environment(),
        capture_output=True,
        timeout=PATIENCE,
        check=True,
    )
    return set(done.stdout.decode().rpartition("\0")[2].split())


QUERIES = {
    "due": ["due", "--quarter", "2024Q2", *DAY],
    "overdue": ["overdue", *DAY],
    "owner": ["owner", "Bộ Nội vụ", *DAY],
}


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_in_a_pipe_imports_no_luxuries(name: str) -> None:
    """No tables in colour, no rules of recurrence, no other command."""
    modules = loaded(ASKED.format(args=QUERIES[name]))
    assert "kh20.planfile" in modules
    assert modules & (NEVER | EXTRAS) == set()
    assert modules & OWN == set()
    commands = {m for m in modules if m.startswith("kh20.cli.commands.")}
    assert commands == {f"kh20.cli.commands.{Commands.entries[name].module}"}


def test_the_formats_of_programs_are_imported_when_they_are_asked_for() -> None:
    """``json`` and ``csv`` by kh20 itself, beside what its libraries import."""
    script = "import builtins\nreal, own = builtins.__import__, []\n" + (
        "def watch(name, globals=None, *rest):\n"
        "    if (globals or dict()).get('__name__', '').startswith('kh20'):\n"
        "        own.append(name)\n"
        "    return real(name, globals, *rest)\n"
        "builtins.__import__ = watch\n"
        "import io, sys\n"
        "from kh20.cli.main import run\n"
        "sys.stdout, out = io.StringIO(), sys.stdout\n"
        "run({args!r})\n"
        "import json as j\n"
        "out.write(j.dumps(sorted(set(own))))\n"
        "out.flush()\n"
    )
    for fmt, wanted in (("table", set()), ("json", {"json"}), ("csv", {"csv"}), ("tsv", set())):
        done = subprocess.run(
            [
                sys.executable,
                "-c",
                script.format(args=["overdue", "--plan", WITHOUT_REGISTER, *DAY, "-f", fmt]),
            ],
            cwd=ROOT,
            env=process_environment(),
            capture_output=True,
            timeout=PATIENCE,
            check=True,
        )
        own = set(json.loads(done.stdout))
        assert "kh20.planfile" in own
        assert own & {"json", "csv", "difflib", "dateutil.relativedelta", "rich.table"} == wanted


def test_help_imports_no_command_and_no_plan() -> None:
    """It lists them by what it knows of them."""
    modules = loaded(ASKED.format(args=["--help"]))
    assert {m for m in modules if m.startswith("kh20.cli.commands.")} == set()
    assert modules & {"yaml", "kh20.planfile", "kh20.queries.deadlines"} == set()
