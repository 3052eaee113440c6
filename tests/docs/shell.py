"""The terminal on which a page's examples are run, one after the other."""

import re
import shlex
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from conftest import Run
from git_repositories import GIT_ENV
from plans.written_plan import today_is
from pseudo_terminal import command_on_terminal

COLUMNS = 96
TODAY = date(2024, 7, 8)
"""The day on which the examples are run."""
_PROGRAM = f"""\
#!{sys.executable}
from datetime import UTC, datetime
from kh20.cli.clock import using
from kh20.cli.main import main

with using(lambda: datetime({TODAY.year}, {TODAY.month}, {TODAY.day}, 5, tzinfo=UTC)):
    main()
"""
_ENV = {**GIT_ENV, "NO_COLOR": "1"}
_FOR_THE_SHELL = frozenset("|&;<>$`*")


class Example(NamedTuple):
    """A command and what it prints."""

    command: str
    output: str


def examples(block: str) -> Iterator[Example]:
    """Yield the commands of a console block, each behind ``$`` at the start of a line."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _newline, output = part.partition("\n")
        yield Example(command, output)


class Shell:
    """A person's terminal: what one command leaves behind, the next one finds.

    A plain call of kh20 runs inside the process of the test, which is ten times as fast. All else
    is given to bash, on a pseudo-terminal.
    """

    def __init__(self, folder: Path, kh20: Run) -> None:
        self.folder = folder
        self.kh20 = kh20
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.cwd = folder / "home"
        self.cwd.mkdir()
        program = self.bin / "kh20"
        program.write_text(_PROGRAM)
        program.chmod(0o755)

    def run(self, command: str) -> str:
        """Run a command and return what stands on the terminal then."""
        if command.startswith("kh20 ") and not _FOR_THE_SHELL & set(command):
            words = shlex.split(command)[1:]
            env = {**_ENV, "COLUMNS": str(COLUMNS)}
            with today_is(TODAY):
                return self.kh20(*words, cwd=self.cwd, env=env, tty=True, together=True).out
        where = self.folder / "where"
        script = f'export PATH="{self.bin}:$PATH"\n{command}\ncode=$?\npwd > "{where}"\nexit $code'
        result = command_on_terminal(["bash", "-c", script], COLUMNS, env=_ENV, cwd=self.cwd)
        self.cwd = Path(where.read_text().strip())
        return result.out
