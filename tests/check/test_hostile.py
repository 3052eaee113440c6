"""Files made to hurt the program that reads them are bad input like any other.

Each is checked in a process of its own: a finding with a position, no more than a second of the
processor and 200 MiB of memory.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from check.measured import Measured, measured
from kh20.findings.code import merge

SECONDS = 1.0
MEBIBYTES = 200
USUAL = 0.25
"""Seconds that the check of a small plan takes where nothing else is running."""

_MANY = 100_000
_LINE = re.compile(r"bad\.yaml:([1-9][0-9]*):([1-9][0-9]*): (KH[0-9]{3}) .+")

# A file, the code that must come out, and the place of its first finding.
Case = tuple[Callable[[], str | bytes], str, tuple[int, int]]


def _bomb() -> str:
    """Nine letters, which nine aliases each nine levels deep would make 9 ** 10."""
    levels = ["a: &a [x, x, x, x, x, x, x, x, x]\n"]
    for name, below in zip("bcdefghij", "abcdefghi", strict=True):
        levels.append(f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]\n")
    return "".join(levels)


CASES: dict[str, Case] = {
    "alias bomb": (_bomb, "KH006", (1, 4)),
    "a merge key of itself": (lambda: "a: &a\n  <<: *a\n", "KH011", (2, 3)),
    "nested lists": (lambda: "[" * _MANY, "KH010", (1, 25)),
    "nested lists, closed": (lambda: "[" * _MANY + "]" * _MANY, "KH010", (1, 25)),
    "nested sets of keys": (lambda: "{a: " * _MANY, "KH010", (1, 97)),
    "nested block lists": (lambda: "- " * _MANY, "KH010", (1, 49)),
    "nested block keys": (
        lambda: "".join(f"{' ' * level}a:\n" for level in range(3000)),
        "KH010",
        (25, 25),
    ),
    "nested complex keys": (lambda: "? " * _MANY, "KH011", (1, 3)),
    "deep in a plan": (lambda: f"tasks:\n- due: {'[' * _MANY}\n", "KH010", (2, 29)),
    "equal keys": (lambda: "a: 1\n" * _MANY, "KH005", (2, 1)),
    "equal keys on one line": (lambda: "{" + "a: 1, " * _MANY + "}", "KH005", (1, 8)),
    "equal agencies": (lambda: "agencies:\n" + "  bo-a: 1\n" * _MANY, "KH005", (3, 3)),
    "NUL": (lambda: "format: 1\0\n", "KH601", (1, 10)),
    "NUL bytes": (lambda: b"\0" * 10 * _MANY, "KH601", (1, 1)),
    "a program": (lambda: b"\x7fELF" + bytes(range(256)) * 4000, "KH002", (3, 115)),
    "not UTF-8": (lambda: b"\xff" * 10 * _MANY, "KH002", (1, 1)),
    "cut inside a letter": (lambda: "# ộ".encode()[:-1], "KH002", (1, 3)),
    "UTF-16": (lambda: ("format: 1\n" * _MANY).encode("utf-16"), "KH002", (1, 1)),
    "UTF-16 without a mark": (lambda: ("format: 1\n" * 9).encode("utf-16-le"), "KH002", (1, 1)),
    "UTF-32": (lambda: ("format: 1\n" * _MANY).encode("utf-32"), "KH002", (1, 1)),
    "UTF-32 without a mark": (lambda: ("format: 1\n" * 9).encode("utf-32-be"), "KH002", (1, 1)),
    "encoded surrogates": (lambda: b"a: \xed\xa0\x80\n", "KH002", (1, 4)),
    "lone surrogate": (lambda: 'a: "\\ud800"\n', "KH604", (1, 5)),
    "lone surrogates": (lambda: "[" + '"\\ud800", ' * _MANY + "]", "KH604", (1, 3)),
    "pair of surrogates": (lambda: 'a: "\\ud83d\\ude00"\n', "KH604", (1, 5)),
    "beyond Unicode": (lambda: 'a: "\\U7fffffff"\n', "KH604", (1, 5)),
    "escaped controls": (lambda: 'a: "' + "\\e\\u202e\\0" * _MANY + '"\n', "KH601", (1, 4)),
    "bidi controls": (lambda: "# " + "\u202e" * _MANY + "\n", "KH602", (1, 3)),
    "zero width": (lambda: "format: " + "\u200b1" * 10_000 + "\n", "KH602", (1, 9)),
    "look-alikes": (lambda: "# " + "\u0430" * _MANY + "\n", "KH605", (1, 3)),
    "marks on marks": (lambda: "# e" + "\u0302\u0301" * _MANY + "\n", "KH603", (1, 3)),
    "digits": (lambda: "format: " + "1" * 1_000_000 + "\n", "KH104", (1, 9)),
    "digits in a key": (lambda: "1" * 900 + ": a\n", "KH102", (1, 1)),
    "digits in base 60": (lambda: "format: 1" + ":1" * 500_000 + "\n", "KH104", (1, 9)),
    "a year of many digits": (lambda: "format: " + "9" * _MANY + "-01-01\n", "KH104", (1, 9)),
    "a long line": (lambda: "a: " + "từ " * 1_000_000 + "\n", "KH102", (1, 1)),
    "a long text": (lambda: "a: >-\n" + "  từ này từ nọ\n" * 300_000, "KH102", (1, 1)),
    "a long quoted key": (lambda: '"' + "k" * 1_000_000 + '": 1\n', "KH004", (1, 1_000_003)),
    "a long tag": (lambda: "a: !" + "x" * 1_000_000 + " 1\n", "KH007", (1, 4)),
    "a long name of an anchor": (lambda: "a: &" + "x" * 1_000_000 + " 1\n", "KH006", (1, 4)),
    "spaces": (lambda: " " * 5_000_000, "KH012", (1, 1)),
    "line breaks": (lambda: "\n" * 5_000_000, "KH012", (1, 1)),
    "carriage returns": (lambda: "\r" * 1_000_000, "KH012", (1, 1)),
    "quotes": (lambda: '"' * 999_999, "KH004", (1, 3)),
    "an open quote": (lambda: "a: '" + "x\n" * 500_000, "KH004", (1, 4)),
    "documents": (lambda: "---\n" * _MANY, "KH008", (2, 1)),
    "a circle of agencies": (
        lambda: (
            "agencies:\n"
            + "".join(
                f"  a-{i}: {{name: N {i}, acts_for: a-{(i + 1) % 4000}}}\n" for i in range(4000)
            )
        ),
        "KH206",
        (4001, 36),
    ),
}


def _check(content: str | bytes, folder: Path, fmt: str) -> Measured:
    (folder / "bad.yaml").write_bytes(content.encode() if isinstance(content, str) else content)
    return measured(["check", "bad.yaml", "--format", fmt], folder)


def _cheap(run: Measured, folder: Path) -> bool:
    """Tell whether a run cost little, for what the machine can do while it is busy otherwise."""
    if run.mebibytes >= MEBIBYTES or run.seconds < SECONDS:
        return run.mebibytes < MEBIBYTES
    (folder / "good.yaml").write_text(merge(""), encoding="utf-8")
    least = measured(["check", "good.yaml"], folder).seconds
    return run.seconds < SECONDS * least / USUAL


@pytest.mark.parametrize("case", CASES)
def test_a_finding_at_little_cost(case: str, tmp_path: Path) -> None:
    content, code, place = CASES[case]
    run = _check(content(), tmp_path, "concise")
    assert run.code == 1, run.err
    assert run.err == ""
    found = [_LINE.fullmatch(line) for line in run.out.splitlines()]
    assert None not in found, run.out[:2000]
    first = next(match for match in found if match is not None and match[3] == code)
    assert (int(first[1]), int(first[2])) == place
    assert max(map(len, run.out.splitlines())) < 400
    assert _cheap(run, tmp_path), run[-2:]


@pytest.mark.parametrize("case", ["alias bomb", "equal keys", "a long line", "NUL bytes"])
@pytest.mark.parametrize("fmt", ["text", "json"])
def test_other_formats_cost_no_more(case: str, fmt: str, tmp_path: Path) -> None:
    content, code, _place = CASES[case]
    run = _check(content(), tmp_path, fmt)
    assert run.code == 1
    assert code in run.out
    assert "Traceback" not in run.err
    assert all(char.isprintable() or char == "\n" for char in run.out)
    assert max(map(len, run.out.splitlines())) < 400
    assert _cheap(run, tmp_path), run[-2:]
