"""A command line that is not understood: in our own words, and with what to type instead."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from asking import ROOT
from cases import case
from conftest import Run
from kh20.cli.main import Commands
from plans.written_plan import own_plan

PARSERS_OWN = re.compile(
    r"no such|requires|does not take|missing (argument|option|parameter|command)|invalid value"
    r"|value error|not one of|input should|unable to|unexpected|possible options|'",
    re.IGNORECASE,
)
"""What the parser says itself of such mistakes; its quotes are straight, ours are not."""

BROUGHT = dict.fromkeys(("BASE", "OURS", "THEIRS"), "x") | {
    "ID": "II.1",
    "OLD": "HEAD",
    "NAME": "BNV",
}
"""For an argument that a command demands, by what help calls it."""


def parameters(command: str, kind: str) -> list[Any]:
    found: Any = Commands().get_command(None, command)
    return [each for each in found.params if each.param_type_name == kind]


def demanded(command: str) -> list[list[str]]:
    """Return what has to be given, one by one."""
    return [
        *([BROUGHT[each.metavar]] for each in parameters(command, "argument") if each.required),
        *([each.opts[0], "x"] for each in parameters(command, "option") if each.required),
    ]


def takes_any_words(command: str) -> bool:
    joined: Any = Commands().get_command(None, command)
    return bool(joined.joined) or any(a.nargs < 0 for a in parameters(command, "argument"))


def mistakes(command: str) -> Iterator[tuple[str, ...]]:
    """Yield command lines that the parser refuses."""
    whole = [word for part in demanded(command) for word in part]
    for left_out in demanded(command):
        yield command, *(w for part in demanded(command) if part != left_out for w in part)
    for unknown in ("--nonsense", "--nonsense=x", "-Z", "--version", "--help=x"):
        yield command, unknown
    if not takes_any_words(command):
        yield command, *whole, "x", "y", "z"
    for option in parameters(command, "option"):
        name = option.opts[-1]
        yield (command, f"{name}=x") if option.is_flag else (command, *whole[2:], name)
        if option.nargs > 1:
            yield command, name, "x"
        if not option.is_flag and option.metavar in (None, "0-100") and name not in whole:
            yield command, *whole, name, "x"
        yield name, "x", command
        yield name, "x"


@pytest.mark.parametrize("command", Commands.entries)
def test_every_mistake_with_every_command(command: str, kh20: Run) -> None:
    for typed in mistakes(command):
        with case(*typed):
            result = kh20(*typed, cwd=ROOT)
            assert (result.code, result.out) == (2, "")
            message, hint = result.err.splitlines()
            assert message.startswith("kh20: ")
            assert hint.startswith("  ")
            assert not PARSERS_OWN.search(result.err), result.err


QUOTES = "put quotes around a value of several words:"
SAID = {
    ("-x",): (
        "“kh20” has no option “-x”",
        "options stand behind a command; “kh20 --help” lists the commands",
    ),
    ("--", "-x"): ("there is no command “-x”", "“kh20 --help” lists the commands"),
    ("--versoin",): ("“kh20” has no option “--versoin”", "did you mean --version?"),
    ("--plan", "a b.yaml", "list", "-f", "csv"): (
        "--plan stands before the command",
        'put it behind the command: kh20 list --plan "a b.yaml" -f csv',
    ),
    ("--search", "due", "-f", "csv", "list"): (
        "--search stands before the command",
        "put it behind the command: kh20 list --search due -f csv",
    ),
    ("list", "--sarch", "x"): ("“kh20 list” has no option “--sarch”", "did you mean --search?"),
    ("list", "-plan", "x"): ("“kh20 list” has no option “-plan”", "did you mean --plan?"),
    ("due", "-f", "JSON"): (
        "--format: “JSON” is not a value that it takes",
        "did you mean json or jsonl?",
    ),
    ("diff", "HEAD", "--fail-on", "x"): (
        "--fail-on: “x” is not a value that it takes",
        "it is one of: weakened, any",
    ),
    ("due", "--between", "2024"): (
        "--between needs 2 values: --between DAY DAY",
        "“kh20 due --help” shows how it is used",
    ),
    ("due", "-f"): (
        "-f needs a value: --format table|json|jsonl|csv|excel|tsv|md",
        "“kh20 due --help” shows how it is used",
    ),
    ("overdue", "--fail=yes"): (
        "--fail takes no value",
        "“kh20 overdue --help” shows how it is used",
    ),
    ("extend", "I.1", "--to", "2025"): (
        "--basis is missing",
        "write “kh20 extend ID --to PERIOD --basis NUMBER”; “kh20 extend --help” tells more",
    ),
    ("show", "--as-of", "2024-04-01", "II.1", "II.2"): (
        "“II.2” is one word too many",
        "write “kh20 show ID”; “kh20 show --help” tells more",
    ),
    ("diff", "--plan", "a.yaml", "a", "b", "c", "d"): (
        "“c d” are 2 words too many",
        "write “kh20 diff OLD [NEW]”; “kh20 diff --help” tells more",
    ),
    ("list", "--search", "đào", "tạo", "-f", "csv"): (
        "“tạo” is one word too many",
        f'{QUOTES} kh20 list --search "đào tạo" --format csv',
    ),
    ("overdue", "--as-of", "hôm", "nay", "--fail"): (
        "“nay” is one word too many",
        f'{QUOTES} kh20 overdue --as-of "hôm nay" --fail',
    ),
    ("done", "--note", "Đã", "xong", "I.1", "--document", "Công", "văn", "5"): (
        "“xong văn 5” are 3 words too many",
        f'{QUOTES} kh20 done --note "Đã xong" I.1 --document "Công văn 5"',
    ),
    ("list", "--search", "giá $5", "triệu"): (
        "“triệu” is one word too many",
        f"{QUOTES} kh20 list --search 'giá $5 triệu'",
    ),
    ("overdue", "Bộ", "Nội", "vụ", "--as-of", "2024-04-01"): (
        "“Bộ Nội vụ” are 3 words too many",
        "write “kh20 overdue”; “kh20 overdue --help” tells more",
    ),
    ("due", "--quarter", "quý", "II/2024"): (
        "PERIOD and --quarter both name a window",
        'did you mean --quarter "quý II/2024"?',
    ),
}


@pytest.mark.parametrize("typed", SAID, ids=" ".join)
def test_what_is_said(kh20: Run, typed: tuple[str, ...]) -> None:
    message, hint = SAID[typed]
    assert kh20(*typed, cwd=ROOT) == (2, "", f"kh20: {message}\n  {hint}\n")


@pytest.mark.parametrize(
    ("quoted", "words"),
    [
        (("owner", "Bộ Nội vụ"), ("owner", "Bộ", "--as-of", "2024-04-15", "Nội", "vụ")),
        (("owner", "Bộ Nội vụ"), ("owner", "-f", "json", "--", "Bộ", "Nội", "vụ")),
        (("due", "quý II/2024"), ("due", "quý", "--running", "II/2024")),
        (("due", "quý II/2024"), ("due", "quý II/2024")),
    ],
    ids=" ".join,
)
def test_the_words_of_a_name_need_no_quotes(
    kh20: Run, quoted: tuple[str, ...], words: tuple[str, ...]
) -> None:
    """Options may stand between them."""
    behind = [word for word in words if word not in " ".join(quoted).split()]
    command, name = quoted
    result = kh20(*words, cwd=ROOT)
    assert (result.code, result.err) == (0, "")
    options = [word for word in behind if word not in ("--", name)]
    assert result == kh20(command, name, *options, cwd=ROOT)


def test_two_names_are_no_name(kh20: Run) -> None:
    """No word is dropped: what was typed is looked for as a whole."""
    assert kh20("owner", "BNV", "BTC", cwd=ROOT).err.startswith(
        "kh20: neither the plan nor its register has an agency “BNV BTC”\n"
    )


@pytest.mark.parametrize("typed", ["60", "60%", " 60 % "])
def test_percent(kh20: Run, tmp_path: Path, typed: str) -> None:
    """With its sign or without."""
    own_plan(tmp_path)
    result = kh20("progress", "I.1", "--note", "x", "--percent", typed, "--dry-run", cwd=tmp_path)
    assert result.code == 0
    assert "percent: 60}" in result.out


@pytest.mark.parametrize("typed", ["101", "-1", "60,5", "00060", "sáu mươi", "%", "", "٦٠"])
def test_no_percentage(kh20: Run, typed: str) -> None:
    result = kh20("progress", "I.1", "--note", "x", "--percent", typed, cwd=ROOT)
    assert result == (
        2,
        "",
        f"kh20: --percent: “{typed}” is not a percentage\n  write a whole number from 0 to 100\n",
    )
