"""The line of the file under a finding, and the mark under the place."""

import pytest
from rich.cells import cell_len

from kh20.findings.code import merge
from kh20.formats.findings.pretty import pretty_text
from kh20.formats.lines import Screen
from kh20.planfile import load_bytes

WIDTH = 200


def _snippet(text: str, code: str) -> tuple[str, str]:
    """Return the line and the mark below it, without the numbers before them."""
    findings = [f for f in load_bytes(text.encode(), "plan.yaml").findings if f.code == code]
    shown = pretty_text(findings[:1], Screen(None, colour=False))
    _where, _empty, line, mark, *_rest = shown.split("\n")
    return line.partition(" | ")[2], mark.partition(" | ")[2]


def _under(line: str, mark: str) -> str:
    """Return what stands above the carets on a terminal."""
    start = len(mark) - len(mark.lstrip(" "))
    cells = 0
    found = ""
    for char in line:
        if start <= cells < len(mark):
            found += char
        cells += cell_len(char)
    return found


@pytest.mark.parametrize(
    ("before", "shown"),
    [
        ("", ""),
        ("Bộ Nội vụ", "Bộ Nội vụ"),
        ("漢字と日本語", "漢字と日本語"),
        ("👍", "👍"),
        ("a\tb", "a→b"),
        ("a\x07b", "a\\x07b"),
        ("a\u202eb", "a\\u202eb"),
    ],
)
def test_the_mark_is_under_the_place(before: str, shown: str) -> None:
    line, mark = _snippet(f"agencies: {{bo-a: {{name: '{before}', ghi-chu: x}}}}\n", "KH102")
    assert line == f"agencies: {{bo-a: {{name: '{shown}', ghi-chu: x}}}}"
    assert _under(line, mark) == "ghi-chu"


@pytest.mark.parametrize("before", [0, 100, 1000, 100_000])
@pytest.mark.parametrize("after", [0, 1000])
def test_of_a_long_line_the_part_around_the_place_is_shown(before: int, after: int) -> None:
    text = f"agencies: {{bo-a: {{name: {'ộ' * before}x, ghi-chu: {'y' * after}z}}}}\n"
    line, mark = _snippet(text, "KH102")
    assert _under(line, mark) == "ghi-chu"
    assert len(line) <= WIDTH
    assert line.startswith("…") == (before >= 1000 or (after > 0 and before == 100))
    assert line.endswith("…") == (after > 0)


def test_a_mark_does_not_go_on_behind_the_part_that_is_shown() -> None:
    line, mark = _snippet(merge(f"tasks:\n  - title: {'x' * 1000}\n"), "KH106")
    assert _under(line, mark) == "x" * mark.count("^")
    assert len(mark) <= len(line)


def test_what_goes_over_several_lines_is_marked_to_the_end_of_the_first() -> None:
    text = merge("agencies:\n  bo-a: {name: [A,\n    B]}\n")
    line, mark = _snippet(text, "KH103")
    assert (line, _under(line, mark)) == ("  bo-a: {name: [A,", "[A,")


def test_next_to_nothing_but_escapes_is_replaced() -> None:
    line, mark = _snippet("# " + "\u202e" * 500 + "\n", "KH602")
    assert set(line) == {"#", " ", "\N{REPLACEMENT CHARACTER}", "…"}
    assert set(_under(line, mark)) == {"\N{REPLACEMENT CHARACTER}"}


def test_a_place_without_a_letter_has_a_mark() -> None:
    assert _snippet("a: [", "KH004") == ("a: [", "    ^")


def test_an_empty_file_has_no_line_to_show() -> None:
    shown = pretty_text(load_bytes(b"", "plan.yaml").findings, Screen(None, colour=False))
    assert shown == (
        "plan.yaml:1:1: error[KH012] the file is empty\n"
        "  = hint: start from a plan that is there: kh20 init\n"
    )
