"""Diagnostic codes: the weight of each, the purpose of its rule, an example of each outcome."""

from typing import NamedTuple

from kh20.findings.finding import Severity


class Example(NamedTuple):
    """A plan file, or the sections of one that differ from :data:`SKELETON`.

    ``text`` holds whole top-level sections; the others are the skeleton's. With ``whole`` it is the
    file itself, in which ``\\x`` escapes stand for bytes. ``old`` gives the earlier version for
    the rules that compare two.
    """

    text: str
    whole: bool = False
    old: str | None = None


class Code(NamedTuple):
    """A kind of finding. The strings are message ids, to be translated where they are shown."""

    code: str
    severity: Severity
    summary: str
    why: str
    fails: Example
    passes: Example
    judgement: bool = False
    """Whether a person may know better: such a finding can be accepted in the file."""


SKELETON = {
    "format": "format: 1\n",
    "document": (
        "document:\n"
        "  number: 1-KH/BA\n"
        "  title: Kế hoạch năm 2024\n"
        "  issued: 2024-01-02\n"
        "  issuer: Bộ A\n"
    ),
    "agencies": "agencies:\n  bo-a: {name: Bộ A}\n  bo-b: {name: Bộ B}\n",
    "tasks": (
        "tasks:\n"
        "  - id: I.1\n"
        "    title: Báo cáo năm\n"
        "    text: Báo cáo kết quả (hoàn thành trong quý I/2024).\n"
        "    owners: [bo-a]\n"
        "    partners: [bo-b]\n"
        "    due: {by: 2024-Q1, stated: hoàn thành trong quý I/2024}\n"
    ),
    "log": "log: []\n",
}
"""The smallest plan that uses every section; the examples change a section of it."""


def example_file(example: Example) -> bytes:
    """Return an example as the whole content of a file."""
    if example.whole:
        # Escapes are for what cannot be written here: bytes, and characters nobody sees.
        text = example.text
        return text.encode("utf-8").decode("unicode_escape").encode("latin-1")
    return merge(example.text).encode("utf-8")


def merge(sections: str) -> str:
    """Return the skeleton with the sections that ``sections`` gives in place of its own."""
    given: dict[str, str] = {}
    name = ""
    for line in sections.splitlines(keepends=True):
        if line[:1] not in (" ", "#", "-", "\n"):
            name = line.partition(":")[0]
        given[name] = given.get(name, "") + line
    merged = {**SKELETON, **given}
    return "".join(text if text.endswith("\n") else text + "\n" for text in merged.values())
