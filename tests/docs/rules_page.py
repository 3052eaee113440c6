"""The page of rules: what ``kh20 explain`` says of each, and what ``kh20 check`` finds."""

import re
import textwrap
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from unicodedata import normalize

from conftest import Run
from git_repositories import Repository
from kh20.findings.code import SKELETON, Code, Example, example_file, merge
from kh20.findings.codes import codes

_INTRODUCTION = f"""\
# Rules

Every finding of `kh20 check` has a code. For each code this page says what its rule is for, and
shows a plan that fails, the finding it gives, and a plan that passes. `kh20 explain CODE` says the
same. An *error* makes a plan invalid; a *warning* and a *notice* do not.

An example shows the sections that differ from this plan; a finding counts the lines of the whole
file. What cannot be seen, or told apart, stands as an escape such as `\\u202e`.

```yaml
{"".join(SKELETON.values())}```

This page is made from the program: `pytest --refresh-goldens tests/docs/test_reference.py`.
"""

_FAMILIES = {
    "KH0": "The file and its YAML",
    "KH1": "The shape of the plan",
    "KH2": "Ids, agencies and the document",
    "KH3": "Due periods",
    "KH4": "The log",
    "KH5": "Edits, with --against",
    "KH6": "Characters",
}

_TOO_LARGE = 128 * 1024 * 1024 + 1


def rules_page(kh20: Run, folder: Path) -> str:
    """Return the page. ``folder`` is empty; the examples are checked in it."""
    families = []
    for family, heading in _FAMILIES.items():
        own = [code for code in codes().values() if code.code.startswith(family)]
        listed = "".join(
            f"| [{code.code}](#{code.code.lower()}) | {code.severity.value} | {code.summary} |\n"
            for code in own
        )
        table = f"| code | severity | meaning |\n| --- | --- | --- |\n{listed}"
        sections = "".join(_section(code, kh20, folder) for code in own)
        families.append(f"\n## {heading}\n\n{table}{sections}")
    assert sum(text.count("\n### ") for text in families) == len(codes())
    return _INTRODUCTION + "".join(families)


def _section(code: Code, kh20: Run, folder: Path) -> str:
    why = textwrap.fill(code.why, 100, break_long_words=False, break_on_hyphens=False)
    said = f"\n### {code.code}\n\n*{code.severity.value}*: {code.summary}\n\n{why}\n"
    if code.code in _MADE:
        caption, make = _MADE[code.code]
        return said + f"\n{caption}\n" + _block("text", _finding(code, kh20, folder, *make(folder)))
    *failing, passing = (
        f"\n{heading}\n{_block('yaml', text)}"
        for heading, text in _examples(kh20("explain", code.code).out)
    )
    found = _finding(code, kh20, folder, *_written(code, folder))
    return said + "".join(failing) + f"\nGives:\n{_block('text', found)}" + passing


def _examples(explained: str) -> Iterator[tuple[str, str]]:
    """Yield the examples that ``explain`` prints: their headings, and them without indentation."""
    parts = re.split(r"^(\w[\w ]*:)\n\n(?=    )", explained, flags=re.MULTILINE)[1:]
    for heading, text in zip(parts[::2], parts[1::2], strict=True):
        yield heading, textwrap.dedent(text).strip("\n") + "\n"


def _block(language: str, text: str) -> str:
    return f"\n```{language}\n{text}```\n"


def _finding(code: Code, kh20: Run, folder: Path, *args: str) -> str:
    """Return what ``check`` prints of a code: its finding, with the line that it is about."""
    result = kh20("check", *args, cwd=folder)
    assert result.code in (0, 1, 2), result.err
    found = [block for block in result.out.split("\n\n") if f"[{code.code}]" in block]
    assert found, (code.code, result.out)
    first, *more = found[0].splitlines()
    # What follows the last finding counts them all.
    block = [first, *takewhile(lambda line: line.startswith(" "), more)]
    # An editor may compose letters when it saves the page, which must not make a difference.
    return normalize("NFC", "\n".join(block)) + "\n"


def _written(code: Code, folder: Path) -> tuple[str, ...]:
    """Write the failing example and return the arguments of ``check`` for it."""
    (folder / "plan.yaml").write_bytes(example_file(code.fails._replace(old=None)))
    if code.fails.old is None:
        return ("plan.yaml",)
    (folder / "old.yaml").write_bytes(example_file(Example(code.fails.old)))
    return ("plan.yaml", "--against", "old.yaml")


def _missing(_folder: Path) -> tuple[str, ...]:
    return ("missing.yaml",)


def _large(folder: Path) -> tuple[str, ...]:
    with (folder / "large.yaml").open("wb") as file:
        file.truncate(_TOO_LARGE)
    return ("large.yaml",)


def _two(folder: Path) -> tuple[str, ...]:
    for name in ("one.yaml", "two.yaml"):
        (folder / name).write_text(merge(""), encoding="utf-8")
    return ("one.yaml", "two.yaml")


def _new(folder: Path) -> tuple[str, ...]:
    made = Repository(folder)
    made.record()
    made.write("new.plan.yaml", merge(""))
    return ("new.plan.yaml", "--against", "HEAD")


def _moved(folder: Path) -> tuple[str, ...]:
    Repository(folder).commit("old.plan.yaml", merge(""))
    (folder / "old.plan.yaml").rename(folder / "moved.plan.yaml")
    return ("moved.plan.yaml", "--against", "HEAD")


def _fixed(folder: Path) -> tuple[str, ...]:
    made = Repository(folder)
    made.commit("fixed.plan.yaml", merge("").replace("owners:", "owner:"))
    made.write("fixed.plan.yaml", merge(""))
    return ("fixed.plan.yaml", "--against", "HEAD")


def _other_version(folder: Path) -> tuple[str, ...]:
    made = Repository(folder)
    register = 'register: 1\nversion: "1"\nagencies:\n  bo-c: {name: Bộ C}\n'
    made.write("agencies.yaml", register)
    made.commit("plan.yaml", merge("register: agencies.yaml\n"))
    made.write("agencies.yaml", register.replace('"1"', '"2"'))
    return ("plan.yaml", "--against", "HEAD")


_MADE = {
    "KH001": ("Checking a file that is not there gives:", _missing),
    "KH003": ("Checking a file of more than 128 MiB gives:", _large),
    "KH212": ("Checking two copies of the plan above, as one.yaml and two.yaml, gives:", _two),
    "KH520": ("Checking a plan that the revision has not, against it, gives:", _new),
    "KH521": ("Checking a plan that had another name in the revision, against it, gives:", _moved),
    "KH523": ("Checking a plan whose register got another version gives:", _other_version),
    "KH522": ("Checking a plan whose owners had a wrong key in the revision gives:", _fixed),
}
"""The codes that no example stands for: they are about the file itself, or about several files."""
