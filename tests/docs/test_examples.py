"""Every example of the documents prints what stands there; ``--refresh-goldens`` writes it anew."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Run
from docs.pages import CONSOLE, DOCS, MANUAL, README, name, plans, read
from docs.shell import Shell, examples
from kh20.planfile import load_bytes

WITH_EXAMPLES = [page for page in MANUAL if CONSOLE.search(read(page))]


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=name)
def test_examples_print_what_the_page_shows(
    page: Path, tmp_path: Path, kh20: Run, golden: Callable[[Path, str], None]
) -> None:
    shell = Shell(tmp_path, kh20)

    def run_again(block: re.Match[str]) -> str:
        shown = [
            f"$ {example.command}\n{shell.run(example.command)}"
            for example in examples(block.group(1))
        ]
        return "```console\n" + "\n".join(shown) + "```"

    golden(page, CONSOLE.sub(run_again, read(page)))


def test_the_pages_that_show_the_program_have_examples() -> None:
    """So that a changed mark cannot leave them out unnoticed."""
    shown = {README, *(DOCS / f"{each}.md" for each in ("tour", "recording", "checking-edits"))}
    assert shown <= set(WITH_EXAMPLES)


def test_a_plain_call_and_the_shell_print_the_same(tmp_path: Path, kh20: Run) -> None:
    """With both streams on one terminal, in the order in which they are written."""
    shell = Shell(tmp_path, kh20)
    shell.run("kh20 init")
    for command in ("kh20 check", "kh20 overdue --as-of 2024-04-15"):
        assert shell.run(command) == shell.run(f"{command};")


# What rules.md shows is meant to fail as well; the tests of the catalogue prove each example.
@pytest.mark.parametrize(
    "page", [page for page in MANUAL if plans(page) and page != DOCS / "rules.md"], ids=name
)
def test_a_plan_that_a_page_shows_is_valid(page: Path) -> None:
    for plan in plans(page):
        assert load_bytes(plan.encode(), page.name).findings == []
